"""Single tests as patterns: every operator with its "surely holds" and "surely does not", and the facts they want."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.durable.network import Pattern, Unsupported
from enforcement_rules.evaluation.durable.values import bound
from enforcement_rules.rules.condition import Collection, FactBound, Test


class Wanted(Struct, frozen=True):
    """A fact the network has to be given.

    Roles: `limits` (lower and upper end of a fact), `bound` (those of a bound that is another fact), `text` (which of
    its texts a fact is), `member`, `lacks` (of sets), `flag` (the truth of a test that is no comparison of numbers),
    `in_force` (of a definition), `always`, and of a collection `first`, `next`, `last`, `empty`, `complete`.
    """

    role: str
    fact: Any = None
    of: Collection | None = None
    exact: bool = False


Body = tuple[Pattern, ...]
Kind = Callable[[Wanted], int]
# operator → (surely holds, surely does not): the end of the fact, the comparison, the end of the bound
_LIMITS = {
    "at_least": (("lo", ">=", "hi"), ("hi", "<", "lo")),
    "more_than": (("lo", ">", "hi"), ("hi", "<=", "lo")),
    "at_most": (("hi", "<=", "lo"), ("lo", ">", "hi")),
    "below": (("hi", "<", "lo"), ("lo", ">=", "hi")),
}
_TEXTS: dict[Any, int] = {}
_NUMBERS = itertools.count(2)
_OF_NO_RULE = -1


def text(value: Any) -> int:
    """Return the number of a text or truth value that a rule names; the same for the same, in all threads."""
    return int(value) if isinstance(value, bool) else _TEXTS.setdefault(value, next(_NUMBERS))


def stated_text(value: Any) -> int:
    """Return the number of a text or truth value that a case states; all that no rule names have one: none is kept."""
    return int(value) if isinstance(value, bool) else _TEXTS.get(value, _OF_NO_RULE)


def alternatives_of(test: Test, sure: bool, of: Collection | None, kind: Kind) -> Iterator[Body]:
    """Yield the bodies each of which makes a test surely hold (or surely not).

    Raises:
        Unsupported: where a constant cannot be written exactly.
    """
    if test.operator in _LIMITS:
        yield _limit(test, _LIMITS[test.operator][0 if sure else 1], of, kind)
    elif test.operator == "is":
        yield from _equal(test.fact, test.bound, sure, of, kind)
    elif test.operator == "one_of":
        yield from _one_of(test, sure, of, kind)
    elif test.operator in ("has", "has_any"):
        yield from _members(test, sure, of, kind)
    elif test.operator in ("same_as", "precedes", "known"):
        yield (Pattern(kind(Wanted("flag", test, of)), (("v", "==", int(sure)),)),)
    else:
        raise Unsupported(f"the test {test.operator}")


def _limit(test: Test, how: tuple[str, str, str], of: Collection | None, kind: Kind) -> Body:
    end, operator, other = how
    if isinstance(test.bound, FactBound):
        fact = kind(Wanted("limits", test.fact, of, exact=True))
        against = Pattern(kind(Wanted("bound", test.bound, of, exact=True)))
        return against, Pattern(fact, joins=((end, operator, 0, other),))
    return (Pattern(kind(Wanted("limits", test.fact, of)), ((end, operator, bound(test.bound)),)),)


def _equal(fact: str, value: Any, sure: bool, of: Collection | None, kind: Kind) -> Iterator[Body]:
    if isinstance(value, bool | str):
        yield (Pattern(kind(Wanted("text", fact, of)), (("v", "==" if sure else "!=", text(value)),)),)
        return
    least, most = (
        _limit(Test(fact, "is", value), _LIMITS[name][not sure], of, kind) for name in ("at_least", "at_most")
    )
    if not sure:
        yield least
        yield most
        return
    # Not below and not above: one pattern on the fact, the tests or joins of both.
    both = Pattern(least[-1].kind, least[-1].tests + most[-1].tests, least[-1].joins + most[-1].joins)
    yield (*least[:-1], both)


def _one_of(test: Test, sure: bool, of: Collection | None, kind: Kind) -> Iterator[Body]:
    values = sorted(test.bound, key=str)
    if sure:
        for value in values:
            yield from _equal(test.fact, value, True, of, kind)
    elif all(isinstance(value, bool | str) for value in values):
        differs = tuple(("v", "!=", text(value)) for value in values)
        yield (Pattern(kind(Wanted("text", test.fact, of)), differs),)
    else:
        yield from _outside(test.fact, sorted(test.bound), of, kind)


def _outside(fact: str, values: list[Any], of: Collection | None, kind: Kind) -> Iterator[Body]:
    """Yield the gaps around and between numbers: a value in one of them surely is none of these."""
    fact_kind = kind(Wanted("limits", fact, of))
    edges = [bound(value) for value in values]
    yield (Pattern(fact_kind, (("hi", "<", edges[0]),)),)
    yield (Pattern(fact_kind, (("lo", ">", edges[-1]),)),)
    for low, high in itertools.pairwise(edges):
        yield (Pattern(fact_kind, (("lo", ">", low), ("hi", "<", high))),)


def _members(test: Test, sure: bool, of: Collection | None, kind: Kind) -> Iterator[Body]:
    members = sorted(test.bound) if test.operator == "has_any" else [test.bound]
    if sure:
        for member in members:
            yield (Pattern(kind(Wanted("member", (test.fact, member), of))),)
    else:
        yield (Pattern(kind(Wanted("lacks", (test.fact, tuple(members)), of))),)
