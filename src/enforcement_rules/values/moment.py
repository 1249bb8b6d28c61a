"""When a step took place, as far as its order with another can be told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from enforcement_rules.values.truth import Truth


@dataclass(frozen=True, slots=True)
class Moment:
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
        if self.ids & other.after:
            return True
        if other.ids & self.after:
            return False
        if self.latest and other.earliest and self.latest <= other.earliest:
            return True
        if self.earliest and other.latest and self.earliest >= other.latest:
            return False
        return None


def precedes(one: object, other: object) -> Truth:
    """Say whether one moment lies before another; unknown where either is."""
    return one.precedes(other) if isinstance(one, Moment) and isinstance(other, Moment) else None
