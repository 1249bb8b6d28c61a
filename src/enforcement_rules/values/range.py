"""Ranges of amounts: exact ends, each open or closed."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Annotated, TypedDict

from msgspec import Struct

from enforcement_rules.values.truth import Truth, negation

_DECIMALS = 2
_EXACT = Context(prec=60)
"""Digits for any amount, however large what it was multiplied with."""


class RangeShape(TypedDict):
    """Amounts in yuan; an end that is null is unlimited."""

    low: Annotated[str | None, "lower end, a decimal string in yuan"]
    low_open: Annotated[bool, "whether the lower end itself does not belong to the range"]
    high: Annotated[str | None, "upper end, a decimal string in yuan"]
    high_open: Annotated[bool, "whether the upper end itself does not belong to the range"]


class Range(Struct, frozen=True):
    """Amounts in yuan from `low` to `high`; an absent end is unlimited, an open end does not belong to it.

    >>> Range(Decimal(50000), Decimal(100000)).holds(Decimal(50000))
    True
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def holds(self, amount: object) -> Truth:
        """Say whether an amount (a number, bounds of one, or unknown) lies in the range."""
        below, above = self.exceeded_by(amount, below=True), self.exceeded_by(amount, below=False)
        if below is True or above is True:
            return False
        return None if below is None or above is None else True

    def exceeded_by(self, amount: object, *, below: bool) -> Truth:
        """Say whether an amount surely lies beyond the lower (`below`) or the upper end."""
        end, is_open = (self.low, self.low_open) if below else (self.high, self.high_open)
        if end is None:
            return False
        beyond, inside = _lower(amount, end, is_open) if below else _higher(amount, end, is_open)
        return True if beyond else False if inside else None

    def scaled(self, factor: Decimal) -> Range:
        """Return the range of multiples as a range of amounts."""
        return Range(_times(self.low, factor), _times(self.high, factor), self.low_open, self.high_open)

    def joined(self, other: Range) -> Range:
        """Return the smallest range that contains both."""
        low, low_open = _outer(self.low, self.low_open, other.low, other.low_open, lower=True)
        high, high_open = _outer(self.high, self.high_open, other.high, other.high_open, lower=False)
        return Range(low, high, low_open, high_open)

    def within(self, other: Range) -> Truth:
        """Say whether every amount of this range belongs to the other."""
        return negation(_sticks_out(self, other, lower=True) or _sticks_out(self, other, lower=False))

    def to_dict(self) -> RangeShape:
        """Return the ends as decimal strings in yuan, each marked open or closed."""
        return {
            "low": None if self.low is None else money(self.low),
            "low_open": self.low_open,
            "high": None if self.high is None else money(self.high),
            "high_open": self.high_open,
        }


def money(amount: Decimal) -> str:
    """Write an amount with two decimals, exactly; finer fractions, as of a multiple, keep theirs.

    >>> money(Decimal("1365"))
    '1365.00'
    """
    exponent = amount.as_tuple().exponent
    finer = isinstance(exponent, int) and exponent < -_DECIMALS
    return format(amount if finer else amount.quantize(Decimal("0.01"), context=_EXACT), "f")


def _lower(amount: object, end: Decimal, is_open: bool) -> tuple[bool, bool]:
    return (amount <= end, amount > end) if is_open else (amount < end, amount >= end)  # type: ignore[operator]


def _higher(amount: object, end: Decimal, is_open: bool) -> tuple[bool, bool]:
    return (amount >= end, amount < end) if is_open else (amount > end, amount <= end)  # type: ignore[operator]


def _times(end: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if end is None else end * factor


def _outer(
    one: Decimal | None, one_open: bool, other: Decimal | None, other_open: bool, *, lower: bool
) -> tuple[Decimal | None, bool]:
    if one is None or other is None:
        return None, False
    if one == other:
        return one, one_open and other_open
    return (one, one_open) if (one < other) is lower else (other, other_open)


def _sticks_out(inner: Range, outer: Range, *, lower: bool) -> bool:
    mine, mine_open = (inner.low, inner.low_open) if lower else (inner.high, inner.high_open)
    limit, limit_open = (outer.low, outer.low_open) if lower else (outer.high, outer.high_open)
    if limit is None:
        return False
    if mine is None:
        return True
    if mine == limit:
        return limit_open and not mine_open
    return (mine < limit) is lower
