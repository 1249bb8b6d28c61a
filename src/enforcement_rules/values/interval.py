"""Numbers and dates of which only bounds are known; a bound that already decides does decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from enforcement_rules.values.truth import UNKNOWN


class Interval(Struct, frozen=True, eq=False):
    """A value somewhere between `low` and `high`, both included; `None` is an open end.

    Comparisons say what is *sure*: `Interval(3, 5) < 6` holds, and neither `< 4` nor `>= 4` does.

    >>> Interval(3, 5) < 6, Interval(3, 5) < 4, Interval(3, 5) >= 4
    (True, False, False)
    """

    low: Any = None
    high: Any = None

    def __lt__(self, other: Any) -> bool:
        low, _ = ends(other)
        return self.high is not None and low is not None and self.high < low

    def __le__(self, other: Any) -> bool:
        low, _ = ends(other)
        return self.high is not None and low is not None and self.high <= low

    def __gt__(self, other: Any) -> bool:
        _, high = ends(other)
        return self.low is not None and high is not None and self.low > high

    def __ge__(self, other: Any) -> bool:
        _, high = ends(other)
        return self.low is not None and high is not None and self.low >= high

    def __eq__(self, other: object) -> bool:
        low, high = ends(other)
        return self.low is not None and self.low == self.high == low == high

    def __ne__(self, other: object) -> bool:
        return self < other or self > other

    def __hash__(self) -> int:
        return hash((self.low, self.high))

    def __add__(self, other: Any) -> Interval:
        low, high = ends(other)
        return Interval(_add(self.low, low), _add(self.high, high))

    __radd__ = __add__

    def __mul__(self, factor: Any) -> Interval:
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(high, low) if factor < 0 else Interval(low, high)

    __rmul__ = __mul__


def _add(one: Any, other: Any) -> Any:
    return None if one is None or other is None else one + other


def ends(value: Any) -> tuple[Any, Any]:
    """Return the lower and upper end of any value: its own twice, `None` where nothing is known."""
    if isinstance(value, Interval):
        return value.low, value.high
    return (None, None) if value is UNKNOWN else (value, value)


def interval(low: Any, high: Any) -> Any:
    """Return the simplest value between two ends: the value itself, an interval, or `UNKNOWN`.

    >>> interval(4, 4), interval(None, None)
    (4, UNKNOWN)
    """
    if low is None and high is None:
        return UNKNOWN
    return low if low == high else Interval(low, high)


def hull(values: Iterable[Any]) -> Any:
    """Return the bounds that hold several values; open where one of them is.

    >>> hull([3, Interval(5, None)])
    Interval(low=3, high=None)
    """
    lows, highs = zip(*map(ends, values), strict=True)
    return interval(None if None in lows else min(lows), None if None in highs else max(highs))


def shift(value: Any, *, years: int = 0, months: int = 0, days: int = 0) -> Any:
    """Return a date (or bounds of one) moved by calendar units; the last day of a month stays one.

    >>> shift(dt.date(2024, 2, 29), years=2)
    datetime.date(2026, 2, 28)
    """
    low, high = ends(value)
    delta = relativedelta(years=years, months=months, days=days)
    return interval(_moved(low, delta), _moved(high, delta))


def _moved(day: dt.date | None, delta: relativedelta) -> dt.date | None:
    return None if day is None else day + delta
