"""Steps as facts of their kinds: whether one was done, when the governing one was, who took it, what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from enforcement_rules.evaluation.layout.gathering import Gathering
from enforcement_rules.evaluation.layout.governing_steps import governing
from enforcement_rules.evaluation.layout.steps import LaidStep
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.interval import hull
from enforcement_rules.values.moment import Moment
from enforcement_rules.values.truth import UNKNOWN


def take_steps(gathering: Gathering, steps: Sequence[LaidStep], vocabulary: Vocabulary) -> dict[str, Moment]:
    """Note what the steps of a case say, and return the moment of every kind that was done (`notice.moment`, …)."""
    moments: dict[str, Moment] = {}
    by_kind: dict[str, list[LaidStep]] = {}
    for each in steps:
        by_kind.setdefault(each.step.step, []).append(each)
    for kind, same in by_kind.items():
        done = [each for each in same if each.step.done]
        gathering.settle(f"{kind}.done", bool(done), (done or same)[0].path)
        chosen = governing(done, vocabulary.steps[kind].which) if done else same
        if done:
            moments[f"{kind}.moment"] = chosen[0].moment if len(chosen) == 1 else Moment()
            _take_day(gathering, kind, chosen)
            _take_officers(gathering, chosen, vocabulary)
        _take_facts(gathering, kind, chosen)
    return moments


def _take_day(gathering: Gathering, kind: str, chosen: Sequence[LaidStep]) -> None:
    """Note who took the governing step and its day; of several days only the bounds are known."""
    first = chosen[0]
    if len(chosen) == 1 and first.step.by is not None:
        gathering.settle(f"{kind}.by", Choices(frozenset(first.step.by), complete=first.closed), (*first.path, "by"))
    day = day_of(chosen)
    if day is not UNKNOWN:
        gathering.settle(f"{kind}.on", day, first.told_at)


def day_of(chosen: Sequence[LaidStep]) -> Any:
    """Return the day of a step; of several that may govern only the bounds are known."""
    return hull(each.day for each in chosen)


def _take_officers(gathering: Gathering, chosen: Sequence[LaidStep], vocabulary: Vocabulary) -> None:
    """Note what the list of officers says of who took the governing step, where the vocabulary has facts for it."""
    if len(chosen) != 1 or chosen[0].step.by is None:
        return
    (one,) = chosen
    found: dict[str, Any] = {}
    if one.closed or "officer_count" not in one.step.facts:
        found["officer_count"] = one.officer_count
    for id_, statements in one.certified.statements.items():
        found[id_.partition(".")[2]] = statements[0].value
    for name, value in found.items():
        if vocabulary.fact(f"{one.step.step}.{name}") is not None:
            gathering.settle(f"{one.step.step}.{name}", value, one.path)


def _take_facts(gathering: Gathering, kind: str, chosen: Sequence[LaidStep]) -> None:
    """Note the facts of the governing step; where several may govern, what not all of them say is open."""
    for name in dict.fromkeys(name for each in chosen for name in each.step.facts):
        said: list[Statement] = []
        for each in chosen:
            said += each.step.facts.get(name, (Statement(UNKNOWN, path=each.path),))
        gathering.add(f"{kind}.{name}", said)
