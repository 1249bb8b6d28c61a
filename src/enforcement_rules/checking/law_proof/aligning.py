"""The atoms of a rule held against those of the text: which answers to which, and in what they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec import Struct, structs

from enforcement_rules.checking.law_proof.conditions import Holds
from enforcement_rules.checking.law_proof.expected import RuleAtom
from enforcement_rules.checking.law_proof.facts import BASES, EXCLUSIVE
from enforcement_rules.checking.law_proof.said import (
    Key,
    Said,
    said_force,
    said_keys,
    said_kind,
    said_kinds,
    said_party,
    said_range,
    said_span,
)
from enforcement_rules.rules.term import Term
from enforcement_rules.statutes.proving import Atom, Range, Scan
from enforcement_rules.values.length import Length

Difference = tuple[str, Said, Said]
"""A code, what the rule says, what the text says."""
Pair = tuple[Difference, ...]
_KIND = 10
_RANGED = frozenset({"fine", "administrative_detention"})


class Beside(Struct, frozen=True):
    """What the comparison of one pair needs of the place.

    Attributes:
        scan: all it threatens.
        others: the words of the other paragraphs.
        merged: place and start of atoms that a further tier threatens in the same words, and that stand for both.
    """

    scan: Scan
    others: str
    merged: frozenset[tuple[str, int]] = frozenset()


class Aligned(Struct, frozen=True):
    """The outcome: pairs with their differences, and what is left on either side."""

    pairs: tuple[tuple[RuleAtom, Atom, tuple[Difference, ...]], ...]
    only_rule: tuple[RuleAtom, ...]
    only_text: tuple[Atom, ...]


def best_aligned(rules: tuple[RuleAtom, ...], beside: Beside) -> Aligned:
    """Align the atoms of a rule with those of the text; what two tiers threaten alike may be one atom of the rule."""
    apart, together = aligned(rules, beside), _merged(beside)
    found = [apart] if together is None else [apart, aligned(rules, together)]
    return min(found, key=_wrong)


def _wrong(found: Aligned) -> int:
    differing = sum(len(differences) for _, _, differences in found.pairs)
    return differing + len(found.only_rule) + len(found.only_text)


def _merged(beside: Beside) -> Beside | None:
    """Return the place with what a further tier threatens alike taken out; `None` where there is nothing such."""
    first: dict[tuple[object, ...], Atom] = {}
    again: list[Atom] = []
    for each in beside.scan.atoms:
        alike = each.kinds, each.force, each.party, each.range
        if each.range is not None and first.setdefault(alike, each) is not each:
            again.append(each)
    if not again:
        return None
    kept = tuple(each for each in beside.scan.atoms if not any(each is other for other in again))
    stand_for = {(each.kinds, each.force, each.party, each.range) for each in again}
    merged = frozenset((each.place, each.start) for alike, each in first.items() if alike in stand_for)
    return Beside(structs.replace(beside.scan, atoms=kept), beside.others, merged)


def aligned(rules: tuple[RuleAtom, ...], beside: Beside) -> Aligned:
    """Align the atoms of a rule with those of the text: what agrees in most first, and of equals what stands in order.

    Values, parties, conditions or forces that are exchanged agree with nothing: each stands in a pair that differs.
    What is left on both sides and differs in nothing but its kind is a pair as well.
    """
    texts = beside.scan.atoms
    compared = ((n, m, _pair(rule, text, beside)) for n, rule in enumerate(rules) for m, text in enumerate(texts))
    near = sorted((_weight(d), abs(n - m), n, m, d) for n, m, d in compared if d is not None)
    held: dict[int, int] = {}
    for _, _, n, m, _ in near:
        if n not in held and m not in held.values():
            held[n] = m
    _in_order(held, rules, beside)
    return Aligned(
        tuple((rules[n], texts[m], _pair(rules[n], texts[m], beside) or ()) for n, m in sorted(held.items())),
        tuple(rule for n, rule in enumerate(rules) if n not in held),
        tuple(text for m, text in enumerate(texts) if m not in held.values()),
    )


def _in_order(held: dict[int, int], rules: tuple[RuleAtom, ...], beside: Beside) -> None:
    """Exchange the texts of two atoms that stand in another order than theirs, where that makes nothing worse.

    Two atoms of one kind, party and condition are told apart by their order alone, whatever else then differs.
    """
    while True:
        crossed = (pair for pair in combinations(sorted(held), 2) if held[pair[0]] > held[pair[1]])
        found = next((pair for pair in crossed if _straight(pair, held, rules, beside)), None)
        if found is None:
            return
        one, two = found
        held[one], held[two] = held[two], held[one]


def _straight(pair: tuple[int, int], held: dict[int, int], rules: tuple[RuleAtom, ...], beside: Beside) -> bool:
    """Say whether two atoms may as well, or must, take each other's text."""
    one, two = (rules[n] for n in pair)
    first, second = (beside.scan.atoms[held[n]] for n in pair)
    straight = [_pair(one, second, beside), _pair(two, first, beside)]
    now = [_pair(one, first, beside), _pair(two, second, beside)]
    if None in straight:
        return False
    return _told_by_order(first, second) or sum(map(_weight, straight)) <= sum(map(_weight, now))


def _told_by_order(one: Atom, two: Atom) -> bool:
    return (one.kinds, one.party, one.grounds) == (two.kinds, two.party, two.grounds)


def _pair(rule: RuleAtom, text: Atom, beside: Beside) -> Pair | None:
    """Return in what two atoms differ; `None` for atoms that differ in their kind and in something else."""
    differences = tuple(_differences(rule, text, beside))
    if rule.kind in text.kinds:
        return differences
    return None if differences else (("kind", said_kind(rule.kind), said_kinds(text)),)


def _weight(differences: Pair | None) -> int:
    """Return how far two atoms are apart: another kind counts for more than all the rest."""
    return sum(_KIND if code == "kind" else 1 for code, _, _ in differences or ())


def _differences(rule: RuleAtom, text: Atom, beside: Beside) -> Iterator[Difference]:
    if rule.penalty.force != text.force:
        yield "force", said_force(rule.penalty.force), said_force(text.force)
    if not same_range(rule, text.range):
        yield "range", said_span(rule), said_range(text.range)
    if not same_party(rule.party, text, beside):
        yield "party", said_party(rule.party), said_party(text.party)
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
    split = any(not _apart(each, text, beside) for each in rivals)
    others = any(each.party == "responsible" for each in beside.scan.atoms)
    act = beside.scan.act
    if party == "":
        return not split and not beside.scan.units_alone_act
    if party == "person":
        return any("administrative_detention" in each.kinds for each in beside.scan.atoms) and not others
    if party.startswith("not_") and party != "not_responsible":
        return any(each.party == party.removeprefix("not_") for each in rivals)
    if party.startswith("role:"):
        return party.removeprefix("role:") in act
    if party == "unit":
        return others or beside.scan.units_may_act
    return party == "not_responsible" and (others or "其他生产经营者" in act)


def _apart(one: Atom, two: Atom, beside: Beside) -> bool:
    """Say whether the conditions of an atom exclude those of another."""
    keys = text_keys(two, beside)
    own = (_text_key(*each.key) for each in one.grounds)
    return any((family, value, amount, not holds) in keys for family, value, amount, holds in own)


def rule_keys(rule: RuleAtom, text: Atom, beside: Beside) -> frozenset[Key]:
    """Return the conditions of a rule's atom; what the text says or takes for granted elsewhere is left out."""
    there = (each for each in rule.conditions if each.family != "taken" or not re.search(each.words, text.words))
    return frozenset(key for each in there for key in _key(each, beside))


def _key(each: Holds, beside: Beside) -> Iterator[Key]:
    if each.family == "other_paragraph" and re.search(each.words, beside.others):
        return
    if each.family == "taken":
        yield "words", each.words, None, each.holds
    elif each.family == "words":
        yield from _in_words(each, beside)
    else:
        yield each.family, each.value, each.amount, each.holds


def _in_words(each: Holds, beside: Beside) -> Iterator[Key]:
    grounds = [ground for atom in beside.scan.atoms for ground in atom.grounds]
    ground = next((ground for ground in grounds if re.search(each.words, ground.text)), None)
    if ground is not None:
        yield ground.family, ground.value, None, each.holds
    elif not (each.holds and re.search(each.words, beside.scan.act)):
        yield "words", each.words, None, each.holds


def text_keys(text: Atom, beside: Beside) -> frozenset[Key]:
    """Return the conditions of the text's atom, with those of the tiers that take its place turned round."""
    own = {_text_key(*each.key) for each in text.grounds}
    together = [each for each in beside.scan.atoms if each is text or (text.group and each.group == text.group)]
    turned = {key for each in together for key in _turned(each, beside)}
    return frozenset(own | {key for key in turned if key[0] not in {each[0] for each in own}})


def _text_key(family: str, value: str, amount: Decimal | None) -> Key:
    return ("gains", "none", None, value == "none") if family == "gains" else (family, value, amount, True)


def _turned(text: Atom, beside: Beside) -> Iterator[Key]:
    """Yield the conditions of other tiers of the same kind and party, as not holding: a later tier takes its place."""
    if (text.place, text.start) in beside.merged:
        return
    families = {each.family for each in text.grounds}
    for each in beside.scan.atoms:
        same = each.party == text.party and each.kinds == text.kinds and bool(_RANGED.intersection(text.kinds))
        for ground in each.grounds if each is not text else ():
            if not same and not (ground.replaces and each.start > text.start):
                continue
            apart = ground.family.startswith("other") and any(family.startswith("other") for family in families)
            if ground.family not in families and ground.family != "base" and not apart:
                family, value, amount, holds = _text_key(*ground.key)
                yield family, value, amount, not holds


def alternatives(found: Aligned) -> Iterator[tuple[RuleAtom, Atom, str, Said]]:
    """Yield where rule and text differ in what is an alternative to what: atom, place, code, the other kind."""
    pairs = [(rule, text) for rule, text, _ in found.pairs]
    for (rule, text), (other, beside) in combinations(pairs, 2):
        if rule.penalty is other.penalty:
            continue
        either = rule.penalty.choice is not None and rule.penalty.choice == other.penalty.choice
        listed = text.listed != 0 and text.listed == beside.listed
        joined = (text.group != 0 and text.group == beside.group) or (listed and _exclude(text, beside))
        if joined and not either and rule.penalty.choice is None and other.penalty.choice is not None:
            yield rule, text, "alternative_missing", said_kind(other.kind)
        elif joined and not either:
            yield other, beside, "alternative_missing", said_kind(rule.kind)
        elif either and not joined and not listed:
            yield other, beside, "alternative_invented", said_kind(rule.kind)


def _exclude(one: Atom, two: Atom) -> bool:
    """Say whether two kinds that both shall follow exclude each other: a business is suspended or closed, not both."""
    both_shall = (one.force, two.force) == ("shall", "shall")
    return both_shall and EXCLUSIVE.issuperset((*one.kinds, *two.kinds))
