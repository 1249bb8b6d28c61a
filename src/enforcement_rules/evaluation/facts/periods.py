"""What several steps come to together: time that does not count, time allowed besides, who took part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.values.choices import Choices
from enforcement_rules.values.interval import Interval, ends, interval
from enforcement_rules.values.truth import UNKNOWN

_STOPS = ("exclusion", "suspension")


def days_stopped(begins: Any, ended: Any, steps: Any) -> Any:
    """Return the days of a period that do not count: excluded, or suspended until resumed; overlaps count once.

    The period runs from the day after `begins` to `ended`; what lies outside it takes nothing off. A step lasts from
    its day to `until`, both included, a suspension up to the day before the next resumption. One that says only how
    many `days` most likely runs from its own day; as far as that leaves the period or another step its days may be
    others, so that the sum is known within bounds. Where the list of steps is open there may be more.
    """
    if not isinstance(steps, tuple):
        return UNKNOWN
    widest = (ends(begins)[0], ends(ended)[1])
    sure, possible, loose, bounded = list[_Days](), list[_Days](), 0, bool(getattr(steps, "complete", False))
    for stop in _stops(steps):
        sure += stop.days
        if stop.open:
            bounded = bounded and stop.start is not None and widest[1] is not None
            possible += _days(stop.start, widest[1])
        elif stop.loose is None:
            possible += stop.perhaps or stop.days
        elif not _after(stop.start, widest[1]):
            loose += stop.loose
    least = _count(sure, (ends(begins)[1], ends(ended)[0]))
    longest = None if None in widest else max((widest[1] - widest[0]).days, 0)
    most = loose + _count(possible, widest, open_=True)
    if not bounded:
        return interval(least, longest)
    return interval(least, most if longest is None else min(most, longest))


_Period = tuple[dt.date | None, dt.date | None]
_Days = tuple[dt.date, dt.date]
"""The first and the last of days in a row."""


class _Stop(Struct, frozen=True):
    """Days on which the clock stands: these, or so many (`loose`) that most likely are these; open: no end is told.

    `days` are one row of days, or none; `perhaps` is the longest that it may be where of its last day bounds are told.
    """

    step: Any
    start: dt.date | None
    days: tuple[_Days, ...] = ()
    loose: int | None = None
    open: bool = False
    perhaps: tuple[_Days, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether its first and its last day are told."""
        return self.start is not None and not self.open and not self.perhaps


def _stops(steps: Iterable[Any]) -> Iterator[_Stop]:
    resumed = sorted(day for step in _of(steps, "resumption") if type(day := step.get("step.on", UNKNOWN)) is dt.date)
    for step in _of(steps, *_STOPS):
        said, days = step.get("step.on", UNKNOWN), step.get("step.days", UNKNOWN)
        start = said if type(said) is dt.date else None
        if type(days) is int:
            yield _Stop(step, start, () if start is None else _run(start, days), loose=days)
            continue
        low, high = (None, None) if start is None else ends(_last_day(step, start, resumed))
        sure = () if start is None or low is None else _days(start, low)
        if start is None or high is None:
            yield _Stop(step, start, sure, open=True)
        else:
            yield _Stop(step, start, sure, perhaps=() if low == high else _days(start, high))


def untold(steps: Any) -> Iterator[Any]:
    """Yield the stops whose last day is not told, and the extensions that name neither a day nor a number of days."""
    if isinstance(steps, tuple):
        yield from (stop.step for stop in _stops(steps) if not stop.exact or stop.loose is not None)
        for step in _of(steps, "extension"):
            if type(step.get("step.until", UNKNOWN)) is not dt.date and type(step.get("step.days", UNKNOWN)) is not int:
                yield step


def _run(start: dt.date, days: int) -> tuple[_Days, ...]:
    return _days(start, start + dt.timedelta(days=days - 1))


def _days(first: dt.date | None, last: dt.date | None) -> tuple[_Days, ...]:
    return () if first is None or last is None or last < first else ((first, last),)


def _last_day(step: Any, start: dt.date, resumed: list[dt.date]) -> Any:
    """Return the last day of a step that stops the clock, or its bounds; unknown where it is not told."""
    after = [day for day in resumed if day >= start]
    if step.get("step.kind") == "suspension" and after:
        return after[0] - dt.timedelta(days=1)
    return step.get("step.until", UNKNOWN)


def _after(start: dt.date | None, end: dt.date | None) -> bool:
    return start is not None and end is not None and start > end


def _joined(rows: Iterable[_Days]) -> list[_Days]:
    """Return rows of days in order, those that overlap as one."""
    made: list[_Days] = []
    for first, last in sorted(rows):
        if made and first <= made[-1][1]:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        else:
            made.append((first, last))
    return made


def _count(rows: Iterable[_Days], period: _Period, *, open_: bool = False) -> int:
    """Return how many of the days lie in a period, each once; where an end of it is not known, as `open_` says."""
    begins, ended = period
    if not open_ and (begins is None or ended is None):
        return 0
    total = 0
    for first, last in _joined(rows):
        start = first if begins is None else max(first, begins + dt.timedelta(days=1))
        end = last if ended is None else min(last, ended)
        total += max((end - start).days + 1, 0)
    return total


def days_extended(steps: Any) -> Any:
    """Return the days that all extensions allow together; where the list of steps is open there may be more.

    An extension that names its last day (`until`) and no days is none of days: see `extended_until`.
    """
    if not isinstance(steps, tuple):
        return UNKNOWN
    least, most, sure = 0, 0, bool(getattr(steps, "complete", False))
    for step in _of(steps, "extension"):
        low, high = ends(step.get("step.days", UNKNOWN))
        least, most = least + (low or 0), most + (high or 0)
        if high is None and (low is not None or step.get("step.until", UNKNOWN) is UNKNOWN):
            sure = False
    return interval(least, most if sure else None)


def extended_until(start: Any, steps: Any) -> Any:
    """Return the last day that an extension names; the start of the period where none names a day.

    The days of a stop that begins after the extension was granted are added: whoever named the day did not know them.
    """
    if not isinstance(steps, tuple):
        return UNKNOWN
    last, sure = start, bool(getattr(steps, "complete", False))
    for step in _of(steps, "extension"):
        until = step.get("step.until", UNKNOWN)
        if type(until) is dt.date:
            later = _moved(until, step.get("step.on", UNKNOWN), steps)
            sure = sure and later is not None
            named = until if later is None else later
            last = named if type(last) is not dt.date else max(last, named)
        elif until is not UNKNOWN or type(step.get("step.days", UNKNOWN)) is not int:
            sure = False
    return last if sure or last is UNKNOWN else Interval(ends(last)[0])


def _moved(until: dt.date, granted: Any, steps: Any) -> dt.date | None:
    """Return the last day of an extension moved by the stops that begin later; `None` where that is open."""
    stops = list(_stops(steps))
    if stops and type(granted) is not dt.date:
        return None
    later = [stop for stop in stops if stop.start is None or stop.start > granted]
    if any(not stop.exact for stop in later if stop.start is None or stop.start <= until):
        return None
    for first, last in _joined(row for stop in later for row in stop.days):
        if first > until:
            break
        until += (last - first) + dt.timedelta(days=1)
    return until


def _of(steps: Iterable[Any], *kinds: str) -> Iterator[Any]:
    return (step for step in steps if step.get("step.kind") in kinds)


def took_part(who: Any, performers: Any, officers: Any) -> Any:
    """Say whether a person (an officer's id or name, or several ids) investigated the case.

    Who performed any act on the spot did, and so did whom the file lists as an investigator.
    """
    if who is UNKNOWN or not isinstance(performers, tuple):
        return UNKNOWN
    if any(who_took_part(who, performers, officers)):
        return True
    return False if getattr(performers, "complete", False) and getattr(who, "complete", True) else UNKNOWN


def who_took_part(who: Any, performers: Any, officers: Any) -> Iterator[tuple[str, Any]]:
    """Yield the persons at acts and the listed investigators among those asked for, each with its collection."""
    if who is UNKNOWN:
        return
    names = who.known if isinstance(who, Choices) else frozenset({who})
    investigators = [each for each in officers or () if each.get("officer.role") == "investigator"]
    for collection, elements in (("performers", performers or ()), ("officers", investigators)):
        for each in elements:
            if not names.isdisjoint((each.get("officer.id"), each.get("officer.name"))):
                yield collection, each
