"""The conditions of an atom of a rule and of one of the text, in terms that compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from enforcement_rules.checking.law_proof.conditions import Holds
from enforcement_rules.checking.law_proof.expected import RuleAtom
from enforcement_rules.checking.law_proof.said import Key
from enforcement_rules.statutes.proving import Atom, Scan

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


def excluded(one: Atom, two: Atom, beside: Beside) -> bool:
    """Say whether the conditions of an atom exclude those of another."""
    keys = text_keys(two, beside)
    own = (_text_key(*each.key) for each in one.grounds)
    return any((family, value, amount, not holds) in keys for family, value, amount, holds in own)
