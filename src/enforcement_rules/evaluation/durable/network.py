"""What the network is given: patterns on facts, joined, and the fact that follows; with the limits it survives.

Every value is a whole number: kinds of fact, texts and members of sets are numbered, days are ordinals, money is
scaled. There is no negation: what surely fails is a rule of its own, so that the order of facts cannot matter.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

Test = tuple[str, str, int]
"""Field, operator, constant."""
Join = tuple[str, str, int, str]
"""Field, operator, number of the earlier pattern, its field."""
_OPERATORS = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}
FIELDS = ("k", "z", "e", "n", "lo", "hi", "v")
END = 0
"""The kind of the fact that ends every batch: when it fires, the run is whole."""
LARGEST = 2**62
MOST_PATTERNS, MOST_JOINS, MOST_PER_KIND, MOST_KINDS, MOST_RULES = 12, 26, 56, 480, 3000


class Unsupported(Exception):  # noqa: N818 - never leaves this package but as a reason
    """Something that cannot be given to the network, with the reason."""


class Pattern(Struct, frozen=True):
    """One fact of a kind that meets tests, and joins to facts matched before it."""

    kind: int
    tests: tuple[Test, ...] = ()
    joins: tuple[Join, ...] = ()


class NetworkRule(Struct, frozen=True):
    """When the patterns match, a fact of a kind follows.

    Attributes:
        patterns: what is matched.
        derives: the kind of the fact that follows.
        of_element: the pattern whose element it is a fact of.
        value: what it says, where it stands for a fact that has a value.
    """

    patterns: tuple[Pattern, ...]
    derives: int
    of_element: int | None = None
    value: int | None = None


def check(rules: Sequence[NetworkRule]) -> None:
    """Check that the network survives these rules.

    Raises:
        Unsupported: with the limit that is exceeded.
    """
    if len(rules) > MOST_RULES:
        raise Unsupported("too many rules")
    per_kind = Counter(pattern.kind for rule in rules for pattern in rule.patterns)
    if len(per_kind) > MOST_KINDS:
        raise Unsupported("too many kinds of fact")
    if per_kind and max(per_kind.values()) > MOST_PER_KIND:
        raise Unsupported("too many patterns on one kind of fact")
    for rule in rules:
        if not 1 <= len(rule.patterns) <= MOST_PATTERNS:
            raise Unsupported("too many facts in one rule")
        if any(len(pattern.joins) + 1 > MOST_JOINS for pattern in rule.patterns):
            raise Unsupported("too many joins")
    names = [*FIELDS, "id", "sid", "$s", "end", *(f"q{n}" for n in range(MOST_PATTERNS))]
    names += [f"r{n}" for n in range(len(rules))]
    if len({_fnv1a(name) for name in names}) != len(names):
        raise Unsupported("two names have the same hash")


def definition(rules: Sequence[NetworkRule]) -> str:
    """Return the rules as the network reads them."""
    written = {f"r{n}": {"all": list(_patterns(rule))} for n, rule in enumerate(rules)}
    return json.dumps(written | {"end": {"all": [{"m": {"k": END}}]}})


def _patterns(rule: NetworkRule) -> Iterable[dict[str, Any]]:
    joined = {(index, field) for pattern in rule.patterns for _, _, index, field in pattern.joins}
    for n, pattern in enumerate(rule.patterns):
        # A field that takes part in a join must be there: a missing one is an error of the engine, not a mismatch.
        known = {field for index, field in joined if index == n} | {field for field, _, _, _ in pattern.joins}
        terms: list[Any] = [{"k": pattern.kind}]
        terms += [{"$neq": {field: None}} for field in sorted(known)]
        terms += [_term(operator, field, bound) for field, operator, bound in pattern.tests]
        terms += [_term(operator, field, {f"q{index}": other}) for field, operator, index, other in pattern.joins]
        if n:
            # The last join of a pattern must hold, or the engine reads beyond its end: a constant always does.
            terms.append({"z": {"q0": "z"}})
        yield {f"q{n}": {"$and": terms}}


def _term(operator: str, field: str, bound: Any) -> dict[str, Any]:
    return {field: bound} if operator == "==" else {_OPERATORS[operator]: {field: bound}}


def _fnv1a(name: str) -> int:
    """Return the hash by which alone the engine tells names apart."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value
