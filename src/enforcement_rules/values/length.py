"""Lengths of terms: years, months, days, or for life; compared only where the calendar leaves no doubt."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Struct
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.truth import Truth, disjunction, negation

LIFE = "life"
_BEYOND_ANY = 10**9
"""Days beyond every term that has an end."""
_COUNT = FactType("count")
_YEAR, _LONGEST_YEAR, _MONTH, _LONGEST_MONTH, _MONTHS = 365, 366, 28, 31, 12


def _whole(raw: Any) -> int:
    try:
        return int(_COUNT.parse(raw))
    except ValueError:
        raise PydanticCustomError("expected_count", "a whole number") from None


Whole = Annotated[
    int,
    BeforeValidator(_whole),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}]}),
]


class Length(Struct, frozen=True):
    """A length of time as the law or a decision writes it.

    >>> Length(months=12).shorter(Length(months=18)), Length(months=1).shorter(Length(days=30))
    (True, None)
    """

    months: int = 0
    days: int = 0
    for_life: bool = False

    def shorter(self, other: Length) -> Truth:
        """Say whether this is surely shorter than the other, surely not, or neither: a month has 28 to 31 days."""
        if self.for_life or other.for_life:
            return not self.for_life
        if self.months >= other.months and self.days >= other.days:
            return False
        if self.months <= other.months and self.days <= other.days:
            return True
        mine, others = self.in_days(), other.in_days()
        return True if mine < others else False if mine >= others else None

    def in_days(self) -> Interval:
        """Return the fewest and the most days that it may have; one for life has no end."""
        years, months = divmod(self.months, _MONTHS)
        if self.for_life:
            return Interval(_BEYOND_ANY, None)
        most = years * _LONGEST_YEAR + months * _LONGEST_MONTH
        return Interval(years * _YEAR + months * _MONTH + self.days, most + self.days)

    def __str__(self) -> str:
        """Write days as their number, else an ISO 8601 duration, whole years as years; `life` for life."""
        if not self.months and not self.for_life:
            return str(self.days)
        years, months = divmod(self.months, _MONTHS)
        parts = ((years, "Y"), (months, "M"), (self.days, "D"))
        return LIFE if self.for_life else "P" + "".join(f"{n}{unit}" for n, unit in parts if n)


class Lengths(Struct, frozen=True):
    """Lengths from `low` to `high`, both included, and besides them perhaps one for life."""

    low: Length | None = None
    high: Length | None = None
    or_for_life: bool = False

    def holds(self, length: Length) -> Truth:
        """Say whether a length lies in the range."""
        if self.or_for_life and length.for_life:
            return True
        too_long = False if self.high is None else self.high.shorter(length)
        return negation(disjunction([self.exceeded_below(length), too_long]))

    def exceeded_below(self, length: Length) -> Truth:
        """Say whether a length is shorter than every one of the range."""
        return False if self.low is None else length.shorter(self.low)
