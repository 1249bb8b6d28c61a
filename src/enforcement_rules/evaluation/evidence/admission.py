"""Which evidence may prove anything: by the duties that admit evidence, and only if it was there at the decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from enforcement_rules.evaluation.applicability import deciding
from enforcement_rules.evaluation.facts import ElementFacts, Facts
from enforcement_rules.evaluation.layout import RELIED_ON, Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.proof import silence, truth
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.rules.condition import Quantified
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction, negation

_BURDEN = frozenset({"organ", "party"})


class Obstacle(Struct, frozen=True):
    """What stands in the way of a piece of evidence: a duty it does not meet, or a code.

    `sure` is false while it is open whether it stands in the way.
    """

    reason: str
    sure: bool
    ref: RuleRef | None = None


class Admission(Struct, frozen=True):
    """Whether a piece of evidence may prove anything, and if not (surely), what stands in the way."""

    known: Truth
    obstacles: tuple[Obstacle, ...] = ()


def admissions(plan: Plan, pair: Pair) -> dict[str, Admission]:
    """Return whether each piece of evidence of a case may prove anything, by its id.

    Asked is what the law would ask if the decision relied on the piece: what speaks against the decision must be
    admissible as much as what speaks for it.
    """
    rules = list(_admitting(plan, pair))
    pieces = [each.supposing({RELIED_ON: True}) for each in pair.facts["@evidence"]]
    return {each["evidence.id"]: _admission(each, rules, pair) for each in pieces}


def _admitting(plan: Plan, pair: Pair) -> Iterator[tuple[Requirement, RuleRef]]:
    """Yield the duties of the law at the decision that say which evidence proves anything."""
    for version in deciding(plan, pair, "requirements"):
        yield from version.admitting


def _admission(element: ElementFacts, rules: Iterable[tuple[Requirement, RuleRef]], pair: Pair) -> Admission:
    met = [(_met(rule, element, pair), ref) for rule, ref in rules]
    found = [Obstacle(ref.rule, known is False, ref) for known, ref in met if known is not True]
    early = _before_decision(element)
    if early is not True:
        found.append(Obstacle("collected_after_decision", early is False))
    if not met:
        # Without the law on evidence nothing can be said to prove anything.
        found.append(Obstacle("law_of_evidence_not_loaded", False))
    return Admission(conjunction(False if each.sure else None for each in found), tuple(found))


def _met(rule: Requirement, element: ElementFacts, pair: Pair) -> Truth:
    """Return whether a piece meets a duty: is none of those it asks, or excepted, or what it asks for.

    In a complete record what the organ does not show is not so. `when` says when the decision breaches the duty, not
    what evidence is worth: it does not count here.
    """
    asked = rule.then
    assert isinstance(asked, Quantified)
    complete = pair.case.record == "complete"
    holds = silence(asked.holds, element, _BURDEN) if complete else truth(asked.holds, element)
    exceptions = [truth(each.when, pair.facts) for each in rule.unless]
    return disjunction([negation(truth(asked.where, element)), holds, *exceptions])


def _before_decision(element: Facts) -> Truth:
    """Say whether a piece was collected by the day of the decision; where no day is stated it is taken to be."""
    collected, decided = element["evidence.collected_on"], element["decision.on"]
    if "evidence.collected_on" not in element.statements or decided is UNKNOWN or collected <= decided:
        return True
    return False if collected > decided else None
