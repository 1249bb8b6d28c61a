"""When a step took place, as far as its order with another can be told."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from msgspec import Struct

from enforcement_rules.values.dates import in_range
from enforcement_rules.values.interval import ends, interval
from enforcement_rules.values.truth import UNKNOWN, Truth

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){1,2}\Z")


class Moment(Struct, frozen=True):
    """A span of time in which a step happened, and what its file says of its order.

    `earliest` and `latest` are naive datetimes; the whole day when only the date is stated. Two steps of one
    day have no order unless times, `after` or `replaces` tell it.
    """

    earliest: dt.datetime | None = None
    latest: dt.datetime | None = None
    ids: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()

    def precedes(self, other: Moment) -> Truth:
        """Say whether this moment lies before the other."""
        before, behind = bool(self.ids & other.after), bool(other.ids & self.after)
        if before is behind:
            before, behind = self.ends_before(other), other.ends_before(self)
        return None if before is behind else before

    def ends_before(self, other: Moment) -> bool:
        """Say whether this moment is surely over when the other begins; of two of one minute neither is."""
        if self.latest is None or other.earliest is None:
            return False
        # A span ends with the midnight that is no longer part of it; a time that is known is part of itself.
        return self.latest < other.earliest or (self.latest == other.earliest != self.earliest)


def precedes(one: object, other: object) -> Truth:
    """Say whether one moment lies before another; unknown where either is."""
    return one.precedes(other) if isinstance(one, Moment) and isinstance(other, Moment) else None


def day_moment(day: Any) -> Moment:
    """Return the span of a whole day, or of a day of which only bounds are known."""
    low, high = ends(day)
    start = None if low is None else dt.datetime.combine(low, dt.time.min)
    end = None if high is None else dt.datetime.combine(high, dt.time.min) + dt.timedelta(days=1)
    return Moment(start, end)


def parse_moment(text: str) -> Moment:
    """Read an ISO date-time without zone (`2024-03-01T09:30`), to the minute or the second.

    Raises:
        ValueError: when the text is none.

    >>> parse_moment("2024-03-01T09:30").earliest
    datetime.datetime(2024, 3, 1, 9, 30)
    """
    moment = parse_time(text)
    return Moment(moment, moment)


def parse_time(text: str) -> dt.datetime:
    """Read an ISO date-time without zone, to the minute or the second.

    Raises:
        ValueError: when the text is none, or names a day outside the range of dates.
    """
    if _TIME.match(text) is None:
        raise ValueError("not an ISO date-time")
    moment = dt.datetime.fromisoformat(text)
    in_range(moment)
    return moment


def hours_between(start: Any, end: Any) -> Any:
    """Return the hours from one moment to another, or their bounds where only the days are known.

    >>> hours_between(parse_moment("2024-03-01T09:30"), parse_moment("2024-03-02T09:30"))
    Decimal('24')
    """
    if not isinstance(start, Moment) or not isinstance(end, Moment):
        return UNKNOWN
    return interval(_hours(start.latest, end.earliest), _hours(start.earliest, end.latest))


def _hours(start: dt.datetime | None, end: dt.datetime | None) -> Decimal | None:
    if start is None or end is None:
        return None
    return Decimal((end - start) // dt.timedelta(seconds=1)) / 3600
