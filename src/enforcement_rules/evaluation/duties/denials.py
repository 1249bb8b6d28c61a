"""Stated facts that speak against duties whose law is not loaded: they are told, and judged by nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from enforcement_rules.evaluation.facts import Elements, Facts, shown
from enforcement_rules.evaluation.plan import Duty
from enforcement_rules.evaluation.proof import bound_value, truth
from enforcement_rules.evaluation.verdict import Denied
from enforcement_rules.model.computed import COMPUTED
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.condition import All, AnyOf, Condition, FactBound, Not, Quantified, Test
from enforcement_rules.values.fact_type import ORDERED

_OF_WHOM = frozenset({"case", "organ", "party", "violation", "proposal"})


def denials(duties: Iterable[Duty], facts: Facts) -> tuple[Denied, ...]:
    """Return every stated fact that a duty of another version speaks of and that is denied or falls short of it.

    A denial counts whatever the duty asks; a number, or a piece of evidence, only where it does not meet what the duty
    asks, and the duty is not one that surely does not apply.
    """
    found: dict[tuple[str, Any], Denied] = {}
    facts = facts.awake  # what is looked at here is not taken as assumed
    for duty in duties:
        said = [*(_denied(id_, facts) for id_ in duty.asks if facts[id_] is False), *_against(duty, facts)]
        for each in said:
            if each is not None:
                found.setdefault((each.fact, each.path), each)
    return tuple(found.values())


def _against(duty: Duty, facts: Facts) -> Iterator[Denied | None]:
    if truth(duty.rule.when, facts) is not False:
        yield from _failing(duty.rule.then, facts, sure=True)


def _failing(condition: Condition, facts: Facts, *, sure: bool) -> Iterator[Denied | None]:
    """Yield the stated facts for which a condition is not as it should be (`sure`: that it holds)."""
    if truth(condition, facts) is not (not sure):
        return
    if isinstance(condition, Test):
        yield _denied(condition.fact, facts, condition.bound)
    elif isinstance(condition, Not):
        yield from _failing(condition.part, facts, sure=not sure)
    elif isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from _failing(part, facts, sure=sure)
    elif condition.every and sure:
        yield from _elements(condition, facts)


def _elements(condition: Quantified, facts: Facts) -> Iterator[Denied | None]:
    elements: Elements = facts["@" + condition.of]
    for element in (each.supposing({}) for each in elements):
        if truth(condition.where, element) is not False:
            yield from _failing(condition.holds, element, sure=True)


def _denied(id_: str, facts: Facts, bound: Any = None) -> Denied | None:
    """Return a fact that is stated, with the other one it does not agree with; `None` where nobody states it.

    Without another one it must be something that can deny: what was done or not, how many, the result of a step. Who
    the party is denies nothing, and what follows from what is proposed does so only beside something else.
    """
    said: tuple[Statement, ...] = facts.statements.get(id_, ())
    fact, other = facts.vocabulary.fact(id_), _other(bound, facts)
    if not said or fact is None or not (other is not None or _denies(fact)):
        return None
    return Denied(id_, said[0].path, facts[id_], shown(fact.type, facts[id_]), other)


def _denies(fact: Fact) -> bool:
    plain = fact.type.kind == "yes_no" or fact.type.kind in ORDERED - {"date"} or fact.scope not in _OF_WHOM
    return plain and fact.id not in COMPUTED


def _other(bound: Any, facts: Facts) -> tuple[str, Any, Any] | None:
    other = facts.vocabulary.fact(bound.fact) if isinstance(bound, FactBound) else None
    if other is None:
        return None
    value = bound_value(bound, facts)
    return other.id, value, shown(other.type, value)
