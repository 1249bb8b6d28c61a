"""The steps of the procedure as facts: which of several governs, when it was, what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from enforcement_rules.evaluation.layout.certificates import ALL_CERTIFIED, certified, counted
from enforcement_rules.model.case import Case, Step
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.interval import ends, interval
from enforcement_rules.values.moment import Moment, day_moment
from enforcement_rules.values.truth import UNKNOWN


def step_day(step: Step) -> Any:
    """Return the day of a step, bounds of it, or unknown."""
    if step.at is not None:
        return step.at.date()
    return UNKNOWN if step.on is None else step.on


def step_moment(step: Step) -> Moment:
    """Return when a step was, to the minute where the file says so."""
    ids = frozenset({step.id}) if step.id else frozenset()
    after = frozenset(step.after) | frozenset(step.replaces)
    if step.at is not None:
        return Moment(step.at, step.at, ids, after)
    day = day_moment(step_day(step))
    return Moment(day.earliest, day.latest, ids, after)


def governing(steps: list[Step], which: str) -> list[Step]:
    """Return the step of a kind that rules speak of: the first or last; several when their order is open."""
    replaced = {id_ for step in steps for id_ in step.replaces}
    left = [step for step in steps if step.id is None or step.id not in replaced] or steps
    if which == "first":
        return [step for step in left if not any(_surely_before(other, step) for other in left)]
    return [step for step in left if not any(_surely_before(step, other) for other in left)]


def _surely_before(one: Step, other: Step) -> bool:
    return one is not other and step_moment(one).precedes(step_moment(other)) is True


def step_values(case: Case, vocabulary: Vocabulary, sheet: Any) -> dict[str, Any]:
    """Return `done`, `on` and `moment` of every kind of step in the file; facts of steps go to the sheet."""
    values: dict[str, Any] = {}
    by_kind: dict[str, list[Step]] = {}
    for step in case.steps:
        by_kind.setdefault(step.step, []).append(step)
    for kind, steps in by_kind.items():
        done = [step for step in steps if step.done]
        _state(sheet, case, f"{kind}.done", bool(done), (done or steps)[0])
        if done:
            chosen = governing(done, vocabulary.steps[kind].which)
            values |= _of_step(sheet, case, kind, chosen)
            _state_officers(sheet, case, vocabulary, chosen)
        _take(sheet, case, kind, governing(done, vocabulary.steps[kind].which) if done else steps)
    return values


def facts_of_acts(case: Case, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the facts that are stated of any act on the spot, the governing one of its kind or another."""
    acts = [step for step in case.steps if step.done and step.step in vocabulary.acts]
    return frozenset(f"{step.step}.{name}" for step in acts for name in step.facts)


def _take(sheet: Any, case: Case, kind: str, chosen: list[Step]) -> None:
    """Note the facts of the governing step; where several may govern, what not all of them say is open."""
    names = {name for step in chosen for name in step.facts}
    for step in chosen:
        sheet.take(kind, step)
        for name in names - set(step.facts):
            id_ = f"{kind}.{name}"
            silent = Statement(UNKNOWN, path=("steps", position(case.steps, step)))
            sheet.statements[id_] = (*sheet.statements.get(id_, ()), silent)


def _state(sheet: Any, case: Case, id_: str, value: Any, step: Step) -> None:
    path = ("steps", position(case.steps, step))
    sheet.statements[id_] = (Statement(value, path=path),)


def _state_officers(sheet: Any, case: Case, vocabulary: Vocabulary, chosen: Sequence[Step]) -> None:
    """Note what the list of officers says of who took the governing step, where the vocabulary has facts for it."""
    if len(chosen) != 1 or chosen[0].by is None:
        return
    step, officers = chosen[0], {officer.id: officer for officer in case.officers}
    held = certified(position(case.steps, step), step, officers, step_day(step)).statements
    found = {"officer_count": counted(chosen[0].by, officers)}
    if ALL_CERTIFIED in held:
        found["certificates_valid"] = held[ALL_CERTIFIED][0].value
    for name, value in found.items():
        if vocabulary.fact(f"{step.step}.{name}") is not None:
            _state(sheet, case, f"{step.step}.{name}", value, step)


def position(items: Sequence[Any], item: Any) -> int:
    """Return where in a list of the case an item itself stands; equal ones elsewhere do not count."""
    return next(n for n, other in enumerate(items) if other is item)


def _of_step(sheet: Any, case: Case, kind: str, chosen: list[Step]) -> dict[str, Any]:
    days = [ends(step_day(step)) for step in chosen]
    lows, highs = [low for low, _ in days], [high for _, high in days]
    day = interval(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )
    if len(chosen) == 1 and chosen[0].by is not None:
        by = Choices(frozenset(chosen[0].by))
        sheet.statements[f"{kind}.by"] = (Statement(by, path=("steps", position(case.steps, chosen[0]), "by")),)
    if day is not UNKNOWN:
        step = chosen[0]
        key = "at" if step.at is not None else "on"
        sheet.statements[f"{kind}.on"] = (Statement(day, path=("steps", position(case.steps, step), key)),)
    moments = [step_moment(step) for step in chosen]
    moment = moments[0] if len(moments) == 1 else Moment()
    return {f"{kind}.moment": moment}
