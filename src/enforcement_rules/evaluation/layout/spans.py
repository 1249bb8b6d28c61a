"""Between which days each kind of step was taken: what the file dates of it, of other steps and of the violations.

The law of the day governs a step, also where the file does not tell the day. What is found here serves that choice;
only the day of the decision is narrowed as a fact, since nobody decides on what has not yet happened, and nothing that
follows a decision precedes it. The order of other steps is what the duties ask about: it is never taken for granted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enforcement_rules.evaluation.layout.governing_steps import governing
from enforcement_rules.evaluation.layout.officers import said_within
from enforcement_rules.evaluation.layout.steps import LaidStep
from enforcement_rules.model.case import Violation
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.dates import bounded
from enforcement_rules.values.interval import ends, hull
from enforcement_rules.values.truth import UNKNOWN

DECISION = "decision"
_OF_THE_ACT = ("began", "ended", "discovered")


def spans_of(steps: Sequence[LaidStep], violations: Sequence[Violation], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """Return the day, or the bounds of it, of every kind of step that was taken, and of a decision that was made.

    A day that the file tells stays as it is, and so do bounds that nothing else in the file fits. A decision was made
    where a step is taken that follows one, unless the file says that there was none.
    """
    days = _days(steps, vocabulary)
    known = [_known_since(violation) for violation in violations]
    decided = _decided(days, vocabulary, max((day for day in known if day is not None), default=UNKNOWN))
    began = _all_since([ends(_told(violation, "began"))[0] for violation in violations])
    spans = {kind: _span(kind, days, vocabulary, decided, (began, _all_since(known))) for kind in days}
    if DECISION in days or (
        not any(each.step.step == DECISION for each in steps) and not vocabulary.after_decision.isdisjoint(days)
    ):
        spans[DECISION] = decided
    return spans


def _span(kind: str, days: Mapping[str, Any], vocabulary: Vocabulary, decided: Any, since: tuple[Any, Any]) -> Any:
    entry = vocabulary.steps[kind]
    if entry.after_decision:
        return bounded(days[kind], [decided], [])
    before = [days[each] for each in entry.follows if each in days]
    began, known = since
    return bounded(days[kind], [known if entry.follows else began, *before], [decided])


def _all_since(days: Sequence[Any]) -> Any:
    """Return the day before which none of the violations was: a step may speak of the first of them alone."""
    return UNKNOWN if not days or None in days else min(days)


def _days(steps: Sequence[LaidStep], vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the day that the file tells of the governing step of every kind that was taken."""
    by_kind: dict[str, list[LaidStep]] = {}
    for each in steps:
        if each.step.done:
            by_kind.setdefault(each.step.step, []).append(each)
    chosen = {kind: governing(same, vocabulary.steps[kind].which) for kind, same in by_kind.items()}
    return {kind: hull(each.span for each in same) for kind, same in chosen.items()}


def _decided(days: Mapping[str, Any], vocabulary: Vocabulary, known_since: Any) -> Any:
    entry = vocabulary.steps.get(DECISION)
    before = [days[each] for each in entry.follows if each in days] if entry else []
    behind = [day for kind, day in days.items() if kind in vocabulary.after_decision]
    return bounded(days.get(DECISION, UNKNOWN), [known_since, *before], behind)


def _known_since(violation: Violation) -> Any:
    """Return the day before which nobody could decide on a violation; `None` where nothing is dated."""
    firsts = (ends(_told(violation, name))[0] for name in _OF_THE_ACT)
    return max((day for day in firsts if day is not None), default=None)


def _told(violation: Violation, name: str) -> Any:
    day = getattr(violation, name)
    return said_within(violation, name) if day is None else day
