"""Warnings: fields and places that nobody knows, and law without which a case cannot be judged.

A name that nobody knows is no better than silence: which rules of a field or a place apply is not known, and the case
may not be decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from enforcement_rules.evaluation.applicability import Clash, clashes
from enforcement_rules.evaluation.engine.order_warnings import out_of_order
from enforcement_rules.evaluation.layout import CaseFacts, Pair
from enforcement_rules.evaluation.plan import Plan, possible_versions
from enforcement_rules.evaluation.verdict import InputWarning, NotChecked, WarningCode
from enforcement_rules.model.case import Case
from enforcement_rules.model.names import Named, causes_of, instruments_of
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.place_codes import is_place_code
from enforcement_rules.values.spelling import nearest
from enforcement_rules.values.truth import UNKNOWN


def warnings_of(case: Case, facts: CaseFacts, rulesets: Rulesets) -> tuple[InputWarning, ...]:
    """Return the warnings on a case; `facts` are its own."""
    return (*_left_out(case, rulesets), *_where(facts, rulesets), *out_of_order(case, facts))


def of_causes(plan: Plan, pairs: Iterable[Pair]) -> tuple[InputWarning, ...]:
    """Return what clashes: items of the law that violations cite, and the causes that they state."""
    found: dict[tuple[str, Clash], InputWarning] = {}
    for pair in pairs:
        for clash in clashes(plan, pair):
            path = (
                (*pair.facts.statements["violation.cause"][0].path,)
                if "violation.cause" in pair.facts.statements
                else ()
            )
            found.setdefault((pair.violation.id, clash), InputWarning("cause_of_other_item", _told(plan, clash), path))
    return tuple(found.values())


def _told(plan: Plan, clash: Clash) -> dict[str, Any]:
    args: dict[str, Any] = {
        "instrument": clash.instrument,
        "item": clash.item,
        "cause": clash.cause,
        "causes": list(clash.causes),
    }
    later = [cause for cause in plan.vocabulary.later(clash.cause) if cause in clash.causes]
    return args | ({"items": list(clash.items)} if clash.items else {}) | ({"later": later} if later else {})


def law_of_the_day(facts: CaseFacts, rulesets: Rulesets) -> Iterator[NotChecked]:
    """Yield the steps up to the decision on whose day no version of the law that every case follows is loaded."""
    later = facts.vocabulary.after_decision
    steps = [each for each in facts.laid.steps if each.step.done and each.step.step not in later]
    for name in indispensable(rulesets):
        days = [(each.step.step, each.day) for each in steps if each.day is not UNKNOWN]
        missing = {step for step, day in days if not possible_versions(rulesets, name, day)}
        if missing:
            yield NotChecked(name, None, "no_version_in_force", tuple(sorted(missing)), blocks=True)


def indispensable(rulesets: Rulesets) -> tuple[str, ...]:
    """Return the instruments without which no case may be decided."""
    return tuple(n for n, versions in rulesets.versions.items() if any(each.head.indispensable for each in versions))


def _left_out(case: Case, rulesets: Rulesets) -> Iterator[InputWarning]:
    """Yield what follows from leaving out the law of the library; otherwise loading has refused such names."""
    if not indispensable(rulesets):
        yield InputWarning("penalty_law_missing", {})
    if rulesets.only:
        yield InputWarning("only_named_rulesets", {"instruments": sorted(rulesets.versions)}, blocks=False)
        yield from _unknown("unknown_cause", causes_of(case), rulesets.vocabulary.causes)
        yield from _unknown("unknown_instrument", instruments_of(case), rulesets.versions)


def _unknown(code: WarningCode, named: Iterable[Named], known: Iterable[str]) -> Iterator[InputWarning]:
    for path, name in named:
        if name not in known:
            yield InputWarning(code, {"name": name, "near": nearest(name, known)}, path)


def _where(facts: CaseFacts, rulesets: Rulesets) -> Iterator[InputWarning]:
    for path, name in _stated(facts, "organ.field"):
        if rulesets.fields and name not in rulesets.fields:
            yield InputWarning("unknown_field", {"name": name, "near": nearest(name, rulesets.fields)}, path)
    for path, name in _stated(facts, "organ.place"):
        if not is_place_code(name):
            yield InputWarning("unknown_place", {"name": name, "near": nearest(name, rulesets.places)}, path)


def _stated(facts: CaseFacts, id_: str) -> Iterator[Named]:
    yield from ((said.path, str(said.value)) for said in facts.statements.get(id_, ()))
