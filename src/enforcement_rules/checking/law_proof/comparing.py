"""In what an atom of a rule differs from one of the text: force, range, party, condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from enforcement_rules.checking.law_proof.conditions_held import Beside, excluded, rule_keys, text_keys
from enforcement_rules.checking.law_proof.expected import RuleAtom
from enforcement_rules.checking.law_proof.facts import BASES
from enforcement_rules.checking.law_proof.said import (
    NOBODY,
    Said,
    said_force,
    said_keys,
    said_party,
    said_range,
    said_span,
)
from enforcement_rules.rules.term import Term
from enforcement_rules.statutes.proving import Atom, Range
from enforcement_rules.values.length import Length

Difference = tuple[str, Said, Said]
"""A code, what the rule says, what the text says."""


def differences_of(rule: RuleAtom, text: Atom, beside: Beside) -> Iterator[Difference]:
    """Yield in what two atoms differ, their kind aside."""
    if rule.penalty.force != text.force:
        yield "force", said_force(rule.penalty.force), said_force(text.force)
    if not same_range(rule, text.range):
        yield "range", said_span(rule), said_range(text.range)
    if not same_party(rule.party, text, beside):
        yield "party", said_party(rule.party) if rule.party else NOBODY, said_party(text.party)
    own, other = rule_keys(rule, text, beside), text_keys(text, beside)
    if own != other or not _same_base(rule, text):
        yield "condition", said_keys(own), said_keys(other)


def same_range(rule: RuleAtom, text: Range | None) -> bool:
    """Say whether a range of a rule is that of the text: ends, unit, base, unit of count and deemed base."""
    span, term = rule.span, rule.penalty.term
    if term is not None:
        return text is not None and _same_term(term, text)
    if span is None or text is None:
        return span is None and text is None
    unit = "days" if rule.penalty.days is not None else "factor" if span.base is not None else "yuan"
    low, high = span.factors if span.base is not None else (span.low, span.high)
    closed = span.more_than is None and span.below is None
    based = span.base is None or re.search(BASES.get(span.base, r"\Z\A"), text.base) is not None
    same = (low, high, unit, span.deemed_at_least) == (text.low, text.high, text.unit, text.deemed)
    return same and closed and based and (span.per is not None) is bool(text.per)


def _same_term(term: Term, text: Range) -> bool:
    """Say whether a term is that of the text; months and years are compared in months, and days apart."""
    ends = term.lengths
    if text.unit == "life":
        return ends.low is not None and ends.low.for_life and ends.high is not None and ends.high.for_life
    pairs = [(ends.low, text.low), (ends.high, text.high)]
    return not term.or_for_life and all(_same_length(end, other, text.unit) for end, other in pairs)


def _same_length(end: Length | None, other: Decimal | None, unit: str) -> bool:
    if end is None or other is None:
        return end is None and other is None
    return (end.months, end.days) == ((int(other), 0) if unit == "months" else (0, int(other)))


def _same_base(rule: RuleAtom, text: Atom) -> bool:
    """Say whether the value at which a fine switches is the one the text names."""
    named = [each.base for each in rule.conditions if each.base]
    words = [each.text for each in text.grounds if each.family == "base"]
    return all(any(re.search(BASES.get(base, r"\Z\A"), each) for each in words) for base in named)


def same_party(party: str, text: Atom, beside: Beside) -> bool:
    """Say whether the party of a rule is that of the text; the one who acted may be called by what the act says."""
    if text.party:
        return party == {"in_charge": "person", "principal": "person", "ringleader": "person"}.get(
            text.party, text.party
        )
    rivals = [each for each in beside.scan.atoms if each.party and set(each.kinds) & set(text.kinds)]
    split = any(not excluded(each, text, beside) for each in rivals)
    others = any(each.party == "responsible" for each in beside.scan.atoms)
    act = beside.scan.act
    if party == "":
        return not split
    if party == "person":
        return any("administrative_detention" in each.kinds for each in beside.scan.atoms) and not others
    if party.startswith("not_") and party != "not_responsible":
        return any(each.party == party.removeprefix("not_") for each in rivals)
    if party.startswith("role:"):
        return party.removeprefix("role:") in act
    if party == "unit":
        return others or beside.scan.units_may_act
    return party == "not_responsible" and (others or "其他生产经营者" in act)
