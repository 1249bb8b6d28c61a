"""Tests on one fact: which tests its kind allows, and their bounds read by its type."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from enforcement_rules.loading.reading import expected_code, nearest
from enforcement_rules.model.vocabulary import ELEMENTS, Fact, Vocabulary
from enforcement_rules.rules.condition import ELEMENT_SCOPES, LIMITS, FactBound, Operator, Test
from enforcement_rules.values.errors import Path
from enforcement_rules.values.fact_type import MOST_DAYS, ORDERED, FactKind, FactType
from enforcement_rules.values.money import parse_amount
from enforcement_rules.values.workdays import LONGEST

NUMBERS: frozenset[str] = frozenset({"count", "number", "amount", "days"})
_EQUAL: tuple[Operator, ...] = ("one_of", "same_as")
TESTS: Mapping[FactKind, tuple[Operator, ...]] = {
    "yes_no": ("same_as", "known"),
    "graded": (*LIMITS, *_EQUAL, "known"),
    "choice": (*_EQUAL, "known"),
    "choices": ("has", "has_any", "known"),
    "count": (*LIMITS, *_EQUAL, "known"),
    # A value of which only bounds are known is never surely outside a list, so that lists of them are no test.
    "number": (*LIMITS, "same_as", "known"),
    "amount": (*LIMITS, "same_as", "known"),
    "days": (*LIMITS, "same_as", "known"),
    "date": (*LIMITS, "same_as", "known"),
    "time": ("precedes", "known"),
    "text": (*_EQUAL, "known"),
    "moment": ("precedes",),
}
"""Kind → the tests a fact of it allows, beside a plain value (equal; not for `choices` and `moment`)."""
ALL_TESTS: tuple[str, ...] = tuple(dict.fromkeys(test for tests in TESTS.values() for test in tests))
WITHOUT_PLAIN = frozenset({"choices", "moment", "time"})
_MOMENTS = frozenset({"moment", "time"})
CALENDAR_UNITS = ("years", "months", "days", "workdays")
MOST_OFFSET: Mapping[str, int] = {"years": 200, "months": 2400, "days": MOST_DAYS, "workdays": LONGEST}
"""Unit → the longest period of a rule, either way: two hundred years, or what working days are counted for."""
_OFFSETS = (*CALENDAR_UNITS, "rolls")
_OFFSET = re.compile(r"-?(?:0|[1-9][0-9]{0,4})\Z")


class Refused(Exception):  # noqa: N818 - never leaves this package
    """One thing wrong with a condition: code, path inside the condition, arguments."""

    def __init__(self, code: str, path: Path, **args: Any) -> None:
        """Keep what is wrong."""
        super().__init__(code)
        self.code = code
        self.path = path
        self.args_of_code = args


class BoundReader:
    """Reads the tests of a condition.

    Attributes:
        vocabulary: the facts there are.
        allow_known: whether `known` may be tested here.
    """

    def __init__(self, vocabulary: Vocabulary, *, allow_known: bool) -> None:
        """Keep what the tests are read with."""
        self.vocabulary = vocabulary
        self.allow_known = allow_known

    def tests(self, fact: Fact, raw: Any, path: Path, scopes: frozenset[str]) -> Iterator[Test]:
        """Yield the tests that stand behind a fact: a plain value, or a mapping of tests.

        Raises:
            Refused: when a test does not fit the kind of the fact, or a bound is not of its type.
        """
        if not isinstance(raw, dict):
            if fact.type.kind in WITHOUT_PLAIN:
                raise self._unfit(fact, "=", path)
            yield Test(fact.id, "is", constant(fact.type, raw, path))
            return
        if not raw:
            raise Refused("empty_condition", path)
        for key, value in raw.items():
            operator = self._operator(fact, key, (*path, key))
            yield Test(fact.id, operator, self._bound(fact, operator, value, (*path, key), scopes))

    def _operator(self, fact: Fact, key: str, path: Path) -> Operator:
        allowed = TESTS[fact.type.kind]
        if key not in ALL_TESTS:
            near = nearest(key, ALL_TESTS)
            if near:
                raise Refused("unknown_key", path, key=key, near=near)
            raise Refused("unknown_test", path, key=key, expected=allowed)
        if key == "known" and not self.allow_known:
            raise Refused("known_not_here", path)
        for operator in allowed:
            if operator == key:
                return operator
        raise self._unfit(fact, key, path)

    def _unfit(self, fact: Fact, key: str, path: Path) -> Refused:
        kind = fact.type.kind
        allowed = [test for test in TESTS[kind] if test != "known" or self.allow_known]
        code = "not_ordered" if key in LIMITS and kind not in ORDERED else "test_not_for_kind"
        return Refused(code, path, test=key, fact=fact.id, kind=kind, expected=allowed)

    def _bound(self, fact: Fact, operator: Operator, raw: Any, path: Path, scopes: frozenset[str]) -> Any:
        if operator in LIMITS:
            return (
                self._fact_bound(fact, raw, path, scopes) if isinstance(raw, dict) else constant(fact.type, raw, path)
            )
        if operator in ("same_as", "precedes"):
            return FactBound(self._other(fact, raw, path, scopes).id)
        if operator == "known":
            return constant(FactType("yes_no"), raw, path)
        member = FactType("choice", fact.type.values) if fact.type.kind == "choices" else fact.type
        if operator == "has":
            return constant(member, raw, path)
        if not isinstance(raw, list):
            raise Refused("expected_list", path)
        if not raw:
            raise Refused("list_too_short", path, least=1)
        return frozenset(constant(member, each, (*path, n)) for n, each in enumerate(raw))

    def _fact_bound(self, fact: Fact, raw: dict[str, Any], path: Path, scopes: frozenset[str]) -> FactBound:
        for key in raw:
            if key not in ("fact", "plus", "times"):
                raise Refused("unexpected_key", (*path, key), key=key, expected=["fact", "plus", "times"])
        if "fact" not in raw:
            raise Refused("missing_key", path, key="fact")
        other = self._other(fact, raw["fact"], (*path, "fact"), scopes)
        offsets = self._offsets(other, raw["plus"], (*path, "plus")) if "plus" in raw else {}
        times = self._times(other, raw["times"], (*path, "times")) if "times" in raw else None
        return FactBound(other.id, times=times, **offsets)

    def _other(self, fact: Fact, raw: Any, path: Path, scopes: frozenset[str]) -> Fact:
        other = self.fact(raw, path, scopes, at_key=False)
        if not comparable(fact.type, other.type):
            kinds = {"kind": fact.type.kind, "other_kind": other.type.kind}
            raise Refused("not_comparable", path, fact=fact.id, other=other.id, **kinds)
        return other

    def _offsets(self, other: Fact, raw: Any, path: Path) -> dict[str, Any]:
        if not isinstance(raw, dict) or not raw:
            raise Refused("expected_mapping", path)
        allowed = ["amount"] if other.type.kind in NUMBERS else list(_OFFSETS) if other.type.kind == "date" else []
        found: dict[str, Any] = {}
        for key, value in raw.items():
            if key not in allowed:
                args = {"key": key, "kind": other.type.kind, "expected": allowed or ["fact"]}
                raise Refused("offset_not_for_kind", (*path, key), **args)
            found[key] = _offset(key, value, (*path, key))
        return found

    @staticmethod
    def _times(other: Fact, raw: Any, path: Path) -> Decimal:
        if other.type.kind not in NUMBERS:
            raise Refused("offset_not_for_kind", path, key="times", kind=other.type.kind, expected=["fact", "plus"])
        return _amount(raw, path)

    def fact(self, id_: Any, path: Path, scopes: frozenset[str], *, at_key: bool) -> Fact:
        """Return the fact a key (or, with `at_key` false, a value) names.

        Raises:
            Refused: when there is none of that name, or it belongs to elements that are not spoken of here.
        """
        if not isinstance(id_, str):
            raise Refused("expected_fact_name", path, value=id_)
        fact = self.vocabulary.fact(id_)
        if fact is None:
            raise self._unknown(id_, path, at_key=at_key)
        if fact.scope in ELEMENTS and fact.scope not in scopes:
            if scopes:
                raise Refused("other_element", path, fact=id_, scope="/".join(sorted(scopes)))
            of = next(name for name, inside in ELEMENT_SCOPES.items() if fact.scope in inside)
            raise Refused("outside_element", path, fact=id_, of=of)
        return fact

    def _unknown(self, id_: str, path: Path, *, at_key: bool) -> Refused:
        near = nearest(id_, self.vocabulary.facts)
        if at_key:
            return (
                Refused("unknown_key", path, key=id_, near=near) if near else Refused("unknown_fact_key", path, key=id_)
            )
        return (
            Refused("unknown_fact", path, fact=id_, near=near) if near else Refused("undeclared_fact", path, fact=id_)
        )


def constant(type_: FactType, raw: Any, path: Path) -> Any:
    """Return a constant of the fact's type; days are whole, since half a day is no limit of a law.

    Raises:
        Refused: when the text is not of that type.
    """
    try:
        value = type_.parse(raw) if isinstance(raw, str) else None
    except ValueError:
        value = None
    if type_.kind == "date" and not isinstance(value, dt.date):
        raise Refused("expected_day", path, value=raw)
    if value is None:
        raise Refused(expected_code(type_), path, value=raw, expected=list(type_.values))
    return value


def comparable(one: FactType, other: FactType) -> bool:
    """Say whether the values of two types can be compared with each other."""
    if (one.kind in NUMBERS and other.kind in NUMBERS) or (one.kind in _MOMENTS and other.kind in _MOMENTS):
        return True
    return one.kind == other.kind and list(one.values) == list(other.values)


def _offset(key: str, raw: Any, path: Path) -> Any:
    if key == "rolls":
        return constant(FactType("yes_no"), raw, path)
    return _amount(raw, path) if key == "amount" else _whole(key, raw, path)


def _whole(unit: str, raw: Any, path: Path) -> int:
    if not isinstance(raw, str) or _OFFSET.match(raw) is None:
        raise Refused("expected_offset", path, value=raw)
    if abs(int(raw)) > MOST_OFFSET[unit]:
        raise Refused("offset_too_long", path, value=raw, unit=unit, most=MOST_OFFSET[unit])
    return int(raw)


def _amount(raw: Any, path: Path) -> Decimal:
    try:
        return parse_amount(raw)
    except (TypeError, ValueError):
        raise Refused("expected_number", path, value=raw) from None
