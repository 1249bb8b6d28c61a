"""Days that cannot all be right: a violation that goes on after the decision on it, a notice before its case began.

One of the two days is a slip, or the file tells of another matter; which of them, the file does not say. What rests on
either is not shown, and the case may not be decided, unless the order alone was reversed. A decision before its
violation began is refused on loading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.layout import DECISION, CaseFacts
from enforcement_rules.evaluation.verdict import InputWarning, WarningCode
from enforcement_rules.model.case import Case
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN

_DATE = FactType("date")
_AFTER: dict[str, WarningCode] = {"ended": "ended_after_decision", "discovered": "discovered_after_decision"}


def out_of_order(case: Case, facts: CaseFacts) -> Iterator[InputWarning]:
    """Yield the days of violations and steps that surely cannot stand beside another day of the file."""
    days = _days(facts)
    yield from _violations(case, days.get(DECISION, ()))
    yield from _before_violation(case, facts)
    yield from _before_first(facts, days)


def _days(facts: CaseFacts) -> dict[str, list[Any]]:
    """Return the days of every kind of step that was taken; a kind of which one is undated is left out."""
    days: dict[str, list[Any]] = {}
    for each in facts.laid.steps:
        if each.step.done:
            days.setdefault(each.step.step, []).append(each.day)
    return {kind: told for kind, told in days.items() if UNKNOWN not in told}


def _violations(case: Case, decided: Any) -> Iterator[InputWarning]:
    for n, violation in enumerate(case.violations):
        for key, code in _AFTER.items():
            day = getattr(violation, key)
            if day is not None and decided and all(day > other for other in decided):
                yield InputWarning(code, {"day": _shown(decided[-1])}, ("violations", n, key))
        found, began = violation.discovered, violation.began
        if found is not None and began is not None and found < began:
            yield InputWarning("discovered_before_began", {"day": _shown(began)}, ("violations", n, "discovered"))


def _before_violation(case: Case, facts: CaseFacts) -> Iterator[InputWarning]:
    """Yield the steps of a procedure that were taken before any violation began; inspections may be."""
    began = [ends(violation.began)[0] for violation in case.violations]
    if not began or None in began:
        return
    first = min(began)
    kinds = {kind for kind, entry in facts.vocabulary.steps.items() if entry.follows and kind != DECISION}
    for each in facts.laid.steps:
        if each.step.done and each.step.step in kinds and each.day is not UNKNOWN and each.day < first:
            args = {"step": each.step.step, "day": _shown(first)}
            yield InputWarning("step_before_violation", args, ("steps", each.n))


def _before_first(facts: CaseFacts, days: dict[str, list[Any]]) -> Iterator[InputWarning]:
    """Yield the kinds of steps all of which were taken before what opens the case.

    A case that was filed late may be decided; only a decision cannot precede its case.
    """
    for kind, told in days.items():
        for earlier in facts.vocabulary.steps[kind].follows:
            others = days.get(earlier, ())
            if others and all(day < other for day in told for other in others):
                args = {"step": kind, "other": earlier, "day": _shown(others[0])}
                at = next(each.n for each in facts.laid.steps if each.step.done and each.step.step == kind)
                yield InputWarning("step_before_first", args, ("steps", at), blocks=kind == DECISION)


def _shown(day: Any) -> str:
    shown = _DATE.show(day)
    return f"{shown['from']}–{shown['to']}" if isinstance(shown, dict) else str(shown)
