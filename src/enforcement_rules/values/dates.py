"""Dates as files write them, whole or partial, and the days and years between them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from dateutil.relativedelta import relativedelta

from enforcement_rules.values.interval import Interval, ends, interval
from enforcement_rules.values.truth import UNKNOWN

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_NO_YEAR = re.compile(r"--([0-9]{2})-([0-9]{2})\Z")
_LEAP, _LAST_LEAP = 1904, 2196
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200
EARLIEST, LATEST = dt.date(_EARLIEST_YEAR, 1, 1), dt.date(_LATEST_YEAR, 12, 31)
"""The days of cases and rulesets, both included: what lies outside is a slip, and no date worked out from one inside
leaves what Python can count."""


def parse_date(text: str) -> dt.date | Interval:
    """Read an ISO date, whole or cut after the month or the year, or with its year left out (`--03-05`).

    A day without its year is any such day of the range of dates.

    Raises:
        ValueError: when the text is no date or names an impossible day.

    >>> parse_date("2024-02")
    Interval(low=datetime.date(2024, 2, 1), high=datetime.date(2024, 2, 29))
    """
    match = _DATE.match(text)
    if match is None and (day := _NO_YEAR.match(text)) is not None:
        return _of_any_year(int(day[1]), int(day[2]))
    if match is None:
        raise ValueError("not an ISO date")
    year = int(match[1])
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        raise ValueError(f"year outside {_EARLIEST_YEAR}–{_LATEST_YEAR}")
    if match[2] is None:
        return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))
    month = int(match[2])
    if match[3] is None:
        return Interval(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
    return dt.date(year, month, int(match[3]))


def _of_any_year(month: int, day: int) -> Interval:
    first, last = (_LEAP, _LAST_LEAP) if (month, day) == (2, 29) else (_EARLIEST_YEAR, _LATEST_YEAR)
    return Interval(dt.date(first, month, day), dt.date(last, month, day))


def without_year(low: Any, high: Any) -> str | None:
    """Return how files write a day without its year, by its ends; `None` for any other span of days.

    >>> without_year(dt.date(1900, 3, 5), dt.date(2200, 3, 5)), without_year(dt.date(1900, 3, 5), dt.date(2200, 3, 6))
    ('--03-05', None)
    """
    if type(low) is not dt.date or type(high) is not dt.date or (low.month, low.day) != (high.month, high.day):
        return None
    whole = (low.year, high.year) in ((_EARLIEST_YEAR, _LATEST_YEAR), (_LEAP, _LAST_LEAP))
    return f"--{low:%m-%d}" if whole else None


def in_range(day: dt.date) -> dt.date:
    """Return a day, or that of a moment, which cases and rulesets may speak of.

    Raises:
        ValueError: when it lies outside 1900–2200.
    """
    if not EARLIEST.year <= day.year <= LATEST.year:
        raise ValueError(f"year outside {_EARLIEST_YEAR}–{_LATEST_YEAR}")
    return day


def parse_day(text: str) -> dt.date:
    """Read a whole ISO date.

    Raises:
        ValueError: as `parse_date` does, and when the text is cut.

    >>> parse_day("2024-02-29")
    datetime.date(2024, 2, 29)
    """
    day = parse_date(text)
    if isinstance(day, Interval):
        raise ValueError("not a whole date")  # noqa: TRY004 - the text is of the right type
    return day


def days_between(start: Any, end: Any) -> Any:
    """Return the natural days from `start` to `end`, the first day not counted (or their bounds).

    >>> days_between(dt.date(2021, 2, 8), dt.date(2022, 4, 22))
    438
    """
    return _between(start, end, lambda one, other: (other - one).days)


def years_between(start: Any, end: Any) -> Any:
    """Return the whole years completed from `start` to `end`, the anniversary included."""
    return _between(start, end, lambda one, other: relativedelta(other, one).years)


def age_at(birth: Any, day: Any) -> Any:
    """Return the age in whole years on a day; a year of age is complete on the day after the birthday.

    The law does not say when 满 begins; readings.md of the penalty law gives the reading.

    >>> age_at(dt.date(2008, 5, 1), dt.date(2022, 5, 1)), age_at(dt.date(2008, 5, 1), dt.date(2022, 5, 2))
    (13, 14)
    """
    return _between(birth, day, lambda one, other: relativedelta(other - dt.timedelta(days=1), one).years)


def _between(start: Any, end: Any, count: Callable[[dt.date, dt.date], int]) -> Any:
    if type(start) is dt.date and type(end) is dt.date:
        return count(start, end)
    (earliest, latest), (first, last) = ends(start), ends(end)
    low = None if latest is None or first is None else count(latest, first)
    high = None if earliest is None or last is None else count(earliest, last)
    return interval(low, high)


def bounded(value: Any, earliest: list[Any], latest: list[Any]) -> Any:
    """Return a date narrowed by what it cannot precede and cannot follow; a stated day stays as it is."""
    if type(value) is dt.date:
        return value
    low, high = ends(value)
    lows = [low, *(ends(other)[0] for other in earliest)]
    highs = [high, *(ends(other)[1] for other in latest)]
    low = max((day for day in lows if day is not None), default=None)
    high = min((day for day in highs if day is not None), default=None)
    if low is not None and high is not None and low > high:
        return UNKNOWN if value is UNKNOWN else value
    return interval(low, high)
