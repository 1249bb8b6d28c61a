"""The atoms of a rule held against those of the text: which answers to which, and in what they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from enforcement_rules.checking.law_proof.expected import HUNDRED, Holds, RuleAtom
from enforcement_rules.checking.law_proof.facts import BASES
from enforcement_rules.checking.law_proof.said import (
    Key,
    Said,
    said_force,
    said_keys,
    said_kind,
    said_party,
    said_range,
    said_span,
)
from enforcement_rules.statutes.proving import Atom, Range, Scan
from enforcement_rules.statutes.proving.words import NOT_UNITS_ONLY, UNIT_ACTS, UNITS_ACT

Difference = tuple[str, Said, Said]
"""A code, what the rule says, what the text says."""
Pair = tuple[Difference, ...]
_RANGED = frozenset({"fine", "administrative_detention"})


class Beside(Struct, frozen=True):
    """What the comparison of one pair needs of the place: all it threatens, and the words of the other paragraphs."""

    scan: Scan
    others: str


class Aligned(Struct, frozen=True):
    """The outcome: pairs with their differences, and what is left on either side."""

    pairs: tuple[tuple[RuleAtom, Atom, tuple[Difference, ...]], ...]
    only_rule: tuple[RuleAtom, ...]
    only_text: tuple[Atom, ...]


def aligned(rules: tuple[RuleAtom, ...], beside: Beside) -> Aligned:
    """Align the atoms of a rule with those of the text: first what agrees in everything, in order, then the nearest.

    Values, parties, conditions or forces that are exchanged agree with nothing: each stands in a pair that differs.
    """
    texts = beside.scan.atoms
    open_rules, open_texts = list(range(len(rules))), list(range(len(texts)))
    pairs: list[tuple[int, int, tuple[Difference, ...]]] = []
    for most in range(6):
        for n in list(open_rules):
            found = next(
                (
                    (m, d)
                    for m in open_texts
                    for d in [_pair(rules[n], texts[m], beside)]
                    if d is not None and len(d) <= most
                ),
                None,
            )
            if found is not None:
                open_rules.remove(n)
                open_texts.remove(found[0])
                pairs.append((n, *found))
    return Aligned(
        tuple((rules[n], texts[m], d) for n, m, d in sorted(pairs)),
        tuple(rules[n] for n in open_rules),
        tuple(texts[m] for m in open_texts),
    )


def _pair(rule: RuleAtom, text: Atom, beside: Beside) -> tuple[Difference, ...] | None:
    if rule.kind not in text.kinds:
        return None
    return tuple(_differences(rule, text, beside))


def _differences(rule: RuleAtom, text: Atom, beside: Beside) -> Iterator[Difference]:
    if rule.penalty.force != text.force:
        yield "force", said_force(rule.penalty.force), said_force(text.force)
    if not same_range(rule, text.range):
        yield "range", said_span(rule), said_range(text.range)
    if not same_party(rule.party, text, beside):
        yield "party", said_party(rule.party), said_party(text.party)
    own, other = rule_keys(rule, beside), text_keys(text, beside)
    if own != other or not _same_base(rule, text):
        yield "condition", said_keys(own), said_keys(other)


def same_range(rule: RuleAtom, text: Range | None) -> bool:
    """Say whether a range of a rule is that of the text: ends, unit, base, unit of count and deemed base."""
    span = rule.span
    if span is None or text is None:
        return span is None and text is None
    scale = HUNDRED if span.percent_of is not None else Decimal(1)
    unit = "days" if rule.penalty.days is not None else "factor" if span.base is not None else "yuan"
    low, high = (None if end is None else end / scale for end in (span.low, span.high))
    closed = span.more_than is None and span.below is None
    based = span.base is None or re.search(BASES.get(span.base, r"\Z\A"), text.base) is not None
    same = (low, high, unit, span.deemed_at_least) == (text.low, text.high, text.unit, text.deemed)
    return same and closed and based and (span.per is not None) is bool(text.per)


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
    split = any(each.party and set(each.kinds) & set(text.kinds) for each in beside.scan.atoms)
    others = any(each.party == "responsible" for each in beside.scan.atoms)
    act = beside.scan.act
    if party == "":
        return not split and not (UNITS_ACT.search(act) and not NOT_UNITS_ONLY.search(act))
    if party == "person":
        return any("administrative_detention" in each.kinds for each in beside.scan.atoms) and not others
    if party.startswith("role:"):
        return party.removeprefix("role:") in act
    if party == "unit":
        return others or (UNIT_ACTS.search(act) is not None and not NOT_UNITS_ONLY.search(act))
    return party == "not_responsible" and (others or "其他生产经营者" in act)


def rule_keys(rule: RuleAtom, beside: Beside) -> frozenset[Key]:
    """Return the conditions of a rule's atom; what the act or another paragraph of the text says is left out."""
    return frozenset(key for each in rule.conditions for key in _key(each, beside))


def _key(each: Holds, beside: Beside) -> Iterator[Key]:
    if each.family == "other_paragraph" and re.search(each.words, beside.others):
        return
    if each.family == "words":
        yield from _in_words(each, beside)
    elif each.family == "gains":
        yield "gains", "none", None, each.holds is (each.value == "none")
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
    if not _RANGED.intersection(text.kinds):
        return
    families = {each.family for each in text.grounds}
    for each in beside.scan.atoms:
        if each is text or each.party != text.party or each.kinds != text.kinds:
            continue
        for ground in each.grounds:
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
        either = rule.penalty.either is not None and rule.penalty.either == other.penalty.either
        joined = text.group != 0 and text.group == beside.group
        if joined and not either:
            yield other, beside, "alternative_missing", said_kind(rule.kind)
        elif either and not joined and not (text.loose and beside.loose):
            yield other, beside, "alternative_invented", said_kind(rule.kind)
