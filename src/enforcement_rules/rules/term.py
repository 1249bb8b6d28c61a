"""Terms of a penalty as rulesets write them: from so many months to so many years, or for life."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from enforcement_rules.rules.base import Record
from enforcement_rules.values.length import Length, Lengths, Whole
from enforcement_rules.values.scalars import YesNo
from enforcement_rules.values.validated import check


class TermEnd(Record):
    """One end of a term: years, months and days together, or `for_life` alone."""

    years: Whole = 0
    months: Whole = 0
    days: Whole = 0
    for_life: YesNo = False

    @check
    def _some(self) -> None:
        if self.for_life is any((self.years, self.months, self.days)):
            raise PydanticCustomError("term_length", "years, months, days, or for_life")

    @property
    def length(self) -> Length:
        """The length that it names."""
        return Length(self.years * 12 + self.months, self.days, self.for_life)


class Term(Record):
    """A range of terms, both ends included: `exactly`, or `at_least` and `at_most`; `or_for_life` besides it."""

    exactly: TermEnd | None = None
    at_least: TermEnd | None = None
    at_most: TermEnd | None = None
    or_for_life: YesNo = False

    @check
    def _ends(self) -> None:
        made = self.lengths
        if made.low is None and made.high is None:
            raise PydanticCustomError("term_without_end", "at least one end")
        if self.exactly is not None and (self.at_least is not None or self.at_most is not None):
            raise PydanticCustomError("one_end", "one lower and one upper end")
        if made.low is not None and made.high is not None:
            _check_order(made.low, made.high)
        if self.or_for_life and made.high is not None and made.high.for_life:
            raise PydanticCustomError("for_life_twice", "for life once")

    @property
    def lengths(self) -> Lengths:
        """The lengths that it allows."""
        low, high = self.exactly or self.at_least, self.exactly or self.at_most
        return Lengths(low.length if low else None, high.length if high else None, self.or_for_life)


def _check_order(low: Length, high: Length) -> None:
    upside_down = high.shorter(low)
    if upside_down:
        raise PydanticCustomError("range_upside_down", "the lower end first")
    if upside_down is None:
        raise PydanticCustomError("term_units_mixed", "both ends in units that can be compared")


def only_days(raw: Any) -> Any:
    """Return the span of days as it is written; an end in other units belongs to a `term`."""
    if isinstance(raw, Mapping) and any(isinstance(end, Mapping) for end in raw.values()):
        raise PydanticCustomError("days_in_units", "days as numbers")
    return raw
