"""Which evidence may prove anything: by the duties that admit evidence, and only if it was there at the decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.missing import silence
from enforcement_rules.evaluation.pair import Pair, instruments_for, law_of
from enforcement_rules.evaluation.parts import RuleRef
from enforcement_rules.evaluation.plan import Plan, reference
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.rules.condition import Condition, Quantified
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction

_BURDEN = frozenset({"organ", "party"})


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of a piece of evidence: a duty it does not meet, or a code.

    `sure` is false while it is open whether it stands in the way.
    """

    reason: str
    sure: bool
    ref: RuleRef | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a piece of evidence may prove anything, and if not (surely), what stands in the way."""

    known: Truth
    obstacles: tuple[Obstacle, ...] = ()


def admissions(plan: Plan, pair: Pair) -> dict[str, Admission]:
    """Return whether each piece of evidence of a case may prove anything, by its id."""
    rules = list(_admitting(plan, pair))
    return {each["evidence.id"]: _admission(each, rules, pair) for each in pair.facts["@evidence"]}


def _admitting(plan: Plan, pair: Pair) -> Iterator[tuple[Condition, RuleRef]]:
    """Yield what the law at the decision asks of every piece of evidence that is to prove something."""
    for instrument in instruments_for(plan, pair):
        version = law_of(plan, pair, instrument).decision.version
        for rule in version.requirements if version is not None else ():
            if rule.admits and version is not None and isinstance(rule.then, Quantified):
                yield rule.then.holds, reference(rule, version)


def _admission(element: Facts, rules: Iterable[tuple[Condition, RuleRef]], pair: Pair) -> Admission:
    met = [(_met(condition, element, pair), ref) for condition, ref in rules]
    found = [Obstacle(ref.rule, known is False, ref) for known, ref in met if known is not True]
    early = _before_decision(element)
    if early is not True:
        found.append(Obstacle("collected_after_decision", early is False))
    if not met:
        # Without the law on evidence nothing can be said to prove anything.
        found.append(Obstacle("law_of_evidence_not_loaded", False))
    return Admission(conjunction(False if each.sure else None for each in found), tuple(found))


def _met(condition: Condition, element: Facts, pair: Pair) -> Truth:
    """Return whether a piece meets what is asked; in a complete record what the organ does not show is not so."""
    return silence(condition, element, _BURDEN) if pair.case.record == "complete" else truth(condition, element)


def _before_decision(element: Facts) -> Truth:
    """Say whether a piece was collected by the day of the decision; where no day is stated it is taken to be."""
    collected, decided = element["evidence.collected_on"], element["decision.on"]
    if "evidence.collected_on" not in element.statements or decided is UNKNOWN or collected <= decided:
        return True
    return False if collected > decided else None
