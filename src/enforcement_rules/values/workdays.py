"""Working days of China, from a calendar that says what it covers.

Of the penalty law's limits only those of two, three, five and seven days are working days (art. 85). Weekends made
working days by the State Council's notice (调休) count. A year whose notice is not published is unknown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Protocol

from enforcement_rules.values.interval import ends, interval


class Calendar(Protocol):
    """What a calendar of working days can be asked."""

    def covers(self, day: dt.date) -> bool:
        """Say whether the arrangement for that day is known."""
        ...

    def is_workday(self, day: dt.date) -> bool:
        """Say whether that day is a working day; only for covered days."""
        ...

    @property
    def source(self) -> str:
        """Name the data and its version."""
        ...


class PublishedCalendar:
    """The State Council's holiday notices, as `chinesecalendar` carries them."""

    def covers(self, day: dt.date) -> bool:
        """Say whether the notice for that year is in the data."""
        data = _data()
        first, last = _years(data)
        return first <= day.year <= last

    def is_workday(self, day: dt.date) -> bool:
        """Say whether that day is a working day."""
        return _is_workday(day)

    @property
    def source(self) -> str:
        """Name the package and its version."""
        return f"chinesecalendar {_data().__version__}"


@cache
def _data() -> Any:
    return import_module("chinese_calendar")  # only cases with working days pay for it


@lru_cache(maxsize=16384)
def _is_workday(day: dt.date) -> bool:
    return bool(_data().is_workday(day))  # the package searches its whole table on every call


@cache
def _years(data: Any) -> tuple[int, int]:
    years = {known.year for known in data.holidays}
    return min(years), max(years)


PUBLISHED: Calendar = PublishedCalendar()
_SATURDAY = 5


class YearCalendar:
    """Whole years on top of another calendar: days off besides weekends, and weekend days that are working days."""

    def __init__(
        self, base: Calendar, years: Mapping[int, tuple[frozenset[dt.date], frozenset[dt.date]]], source: str
    ) -> None:
        """Keep the years and where they come from."""
        self._base = base
        self._years = dict(years)
        self._source = source

    def covers(self, day: dt.date) -> bool:
        """Say whether the arrangement for that day is known."""
        return day.year in self._years or self._base.covers(day)

    def is_workday(self, day: dt.date) -> bool:
        """Say whether that day is a working day; only for covered days."""
        if day.year not in self._years:
            return self._base.is_workday(day)
        off, working = self._years[day.year]
        return day in working or (day.weekday() < _SATURDAY and day not in off)

    @property
    def source(self) -> str:
        """Name what lies below and what was put on top."""
        return f"{self._base.source} + {self._source}"


LONGEST = 4000
"""Days beyond which working days are not counted one by one: there are more than any limit of the law has."""


def workdays_forward(start: Any, end: Any, calendar: Calendar = PUBLISHED) -> Any:
    """Return on which working day after `start` an act on `end` comes (开始之日不计入), or its bounds.

    It is the least number whose limit, `after_workdays`, `end` still keeps: a day off after the seventh working day is
    past the seventh, so it counts with the eighth. Whether `end` itself is a working day thus changes nothing.

    >>> workdays_forward(dt.date(2025, 9, 22), dt.date(2025, 10, 8))  # the seventh is 30 September, holidays follow
    8
    """
    return _count(start, end, calendar, first=1, reached=1)


def workdays_backward(start: Any, end: Any, calendar: Calendar = PUBLISHED) -> Any:
    """Return the working days before `end` back to and including `start`, for limits such as 七日前.

    It is the greatest number whose limit, `after_workdays` of so many days before `end`, `start` still keeps.
    """
    return _count(start, end, calendar, first=0)


def after_workdays(start: Any, count: int, calendar: Calendar = PUBLISHED) -> Any:
    """Return the last day of a limit of working days from `start`, not counted itself, or its bounds.

    That day is a working day: days off after it are late. A negative number counts back.

    >>> after_workdays(dt.date(2024, 9, 27), 3)  # 29 September was a working Sunday, 1 October begins the holidays
    datetime.date(2024, 10, 8)
    """
    earlier, later = ends(start)
    low, high = _passed(earlier, count, calendar)[0], _passed(later, count, calendar)[1]
    return interval(low, high)


def rolled(day: Any, calendar: Calendar = PUBLISHED) -> Any:
    """Return the last day of a period, moved to the next working day where it is a day off (顺延), or its bounds.

    >>> rolled(dt.date(2024, 10, 3))
    datetime.date(2024, 10, 8)
    """
    low, high = ends(day)
    first = None if low is None else _next_workday(low, calendar)
    last = None if high is None else _next_workday(high, calendar)
    # Rolling over never shortens a period: where the calendar is not known the day itself is its lower bound.
    return interval(low if first is None else first, last)


def _next_workday(day: dt.date, calendar: Calendar) -> dt.date | None:
    while calendar.covers(day):
        if calendar.is_workday(day):
            return day
        day += dt.timedelta(days=1)
    return None


def _passed(day: dt.date | None, count: int, calendar: Calendar) -> tuple[dt.date | None, dt.date | None]:
    """Return the earliest and the latest day on which the working days have passed.

    Of a day whose arrangement is not known one end is still sure: no working day passes sooner than a day.
    """
    if day is None or abs(count) > LONGEST:
        return None, None
    step, known = dt.timedelta(days=1 if count > 0 else -1), True
    left = abs(count)
    while left:
        day += step
        known = known and calendar.covers(day)
        left -= calendar.is_workday(day) if known else 1
    if known:
        return day, day
    return (day, None) if count > 0 else (None, day)


def _count(start: Any, end: Any, calendar: Calendar, *, first: int, reached: int = 0) -> Any:
    (earliest, latest), (soonest, farthest) = ends(start), ends(end)
    if earliest == latest and soonest == farthest:
        return interval(*_span(earliest, soonest, calendar, first, reached))
    low = _span(latest, soonest, calendar, first, reached)[0]
    high = _span(earliest, farthest, calendar, first, reached)[1]
    return interval(low, high)


def _span(
    start: dt.date | None, end: dt.date | None, calendar: Calendar, first: int, reached: int
) -> tuple[int | None, int | None]:
    """Return the fewest and the most working days from `first` days after `start` to the day before `end`.

    A day whose arrangement is not known may or may not be one. `reached` is what the last day adds, whatever it is.
    """
    if start is None or end is None:
        return None, None
    if end < start:
        fewest, most = _span(end, start, calendar, first, reached)
        return None if most is None else -most, None if fewest is None else -fewest
    length = (end - start).days
    days = [start + dt.timedelta(days=n) for n in range(first, min(length, LONGEST))]
    covered = [day for day in days if calendar.covers(day)]
    fewest = sum(calendar.is_workday(day) for day in covered) + (reached if length else 0)
    return fewest, None if length > LONGEST else fewest + len(days) - len(covered)
