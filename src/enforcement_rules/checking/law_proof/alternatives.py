"""What is an alternative to what: in the rules by `either` and `up_to`, in the text by 或者, 直至 and 、."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from enforcement_rules.checking.law_proof.aligning import Aligned
from enforcement_rules.checking.law_proof.expected import RuleAtom
from enforcement_rules.checking.law_proof.facts import EXCLUSIVE
from enforcement_rules.checking.law_proof.said import Said, said_kind
from enforcement_rules.statutes.proving import Atom


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
        elif joined and not (_scale_as(rule, text) and _scale_as(other, beside)):
            yield other, beside, "scale" if beside.scale else "no_scale", said_kind(rule.kind)


def _scale_as(rule: RuleAtom, text: Atom) -> bool:
    """Say whether a penalty is a step of a scale where the text says 直至, and an alternative where it does not."""
    return text.scale is (rule.penalty.up_to is not None)


def _exclude(one: Atom, two: Atom) -> bool:
    """Say whether two kinds that both shall follow exclude each other: a business is suspended or closed, not both."""
    both_shall = (one.force, two.force) == ("shall", "shall")
    return both_shall and EXCLUSIVE.issuperset((*one.kinds, *two.kinds))
