"""The atoms of a rule held against those of the text: which answers to which."""

from __future__ import annotations

from itertools import combinations

from msgspec import Struct, structs

from enforcement_rules.checking.law_proof.comparing import Difference, differences_of
from enforcement_rules.checking.law_proof.conditions_held import Beside
from enforcement_rules.checking.law_proof.expected import RuleAtom
from enforcement_rules.checking.law_proof.said import said_kind, said_kinds
from enforcement_rules.statutes.proving import Atom

Pair = tuple[Difference, ...]
_KIND = 10
"""How much more than another difference it counts that the kinds differ."""


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
    differences = tuple(differences_of(rule, text, beside))
    if rule.kind in text.kinds:
        return differences
    return None if differences else (("kind", said_kind(rule.kind), said_kinds(text)),)


def _weight(differences: Pair | None) -> int:
    """Return how far two atoms are apart: another kind counts for more than all the rest."""
    return sum(_KIND if code == "kind" else 1 for code, _, _ in differences or ())
