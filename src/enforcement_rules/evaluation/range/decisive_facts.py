"""The facts a penalty rests on: what decides whether it is threatened, and how much."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.range.statute import statute_of
from enforcement_rules.evaluation.range.tiers import measure
from enforcement_rules.rules.amount import BASES, Penalty, Provision, Span
from enforcement_rules.rules.condition import ALWAYS, facts_of


def rests_on(plan: Plan, pair: Pair) -> frozenset[str]:
    """Return the facts on which the penalties threatened for a pair rest: conditions, bases, the tier."""
    statute = statute_of(plan, pair)
    facts = set(measure(plan, pair, statute.threat).turns_on)
    for threat in statute.threats:
        facts.update(facts_of(threat.provision.when))
        facts.update(_standing(threat.provision))
        for penalty in threat.provision.then:
            facts.update(_facts_of(penalty))
    stated = pair.violation.stated_range
    if stated is not None:
        facts.update(f"violation.{base}" for base in stated.bases().values())
    return frozenset(facts)


def _facts_of(penalty: Penalty) -> Iterator[str]:
    yield from facts_of(penalty.when or ALWAYS)
    yield from _standing(penalty)
    if penalty.switch is not None:
        yield penalty.switch.base
    for branch in penalty.branches:
        yield from facts_of(branch.when)
        yield from _bases(branch.fine)
    for span in (penalty.fine, penalty.below, penalty.otherwise, penalty.days):
        if span is not None:
            yield from _bases(span)


def _standing(rule: Provision | Penalty) -> Iterator[str]:
    for condition in (rule.imposed_by, rule.borne_by):
        yield from facts_of(condition or ALWAYS)


def _bases(span: Span) -> Iterator[str]:
    yield from (base for key in BASES if (base := getattr(span, key)) is not None)
    if span.increase is not None:
        yield span.increase.of
