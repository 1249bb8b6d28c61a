"""Which version of an instrument is in force on a day of which perhaps only bounds are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.interval import ends

OPEN_DAY = ("date_unknown", "date_spans_versions")
"""Why no version can be told although some may be in force: what is known of the day leaves it open."""


class Chosen(Struct, frozen=True):
    """A version and why; no version, and why not."""

    version: Version | None
    why: str


def version_at(rulesets: Rulesets, instrument: str, day: Any) -> Chosen:
    """Return the version in force on a day of which perhaps only bounds are known; never the nearest one."""
    return version_between(rulesets, instrument, *ends(day))


def version_between(rulesets: Rulesets, instrument: str, low: dt.date | None, high: dt.date | None) -> Chosen:
    """Return the version in force on a day between two, either of which may be open."""
    if low is None and high is None:
        return Chosen(None, "date_unknown")
    possible = versions_between(rulesets, instrument, low, high)
    if not possible:
        return Chosen(None, "no_version_in_force")
    first, *others = possible
    if others or not _covers(first, low, high):
        return Chosen(None, "date_spans_versions")
    return Chosen(first, "in_force")


def possible_versions(rulesets: Rulesets, instrument: str, day: Any) -> list[Version]:
    """Return every loaded version that may have been in force on a day of which perhaps only bounds are known."""
    return versions_between(rulesets, instrument, *ends(day))


def wholly_loaded(rulesets: Rulesets, instruments: Iterable[str], day: Any) -> bool:
    """Say whether some loaded version was surely in force on every day between the bounds of a day.

    `instruments` are one, or several of which one leads to the other.
    """
    low, high = ends(day)
    if low is None or high is None:
        return False
    touching = [each for name in instruments for each in versions_between(rulesets, name, low, high)]
    for version in sorted(touching, key=_begins):
        if _begins(version) <= low:
            end = version.head.in_force.to
            if end is None or end >= high:
                return True
            low = max(low, end + dt.timedelta(days=1))
    return False


def _begins(version: Version) -> dt.date:
    return version.head.surely_from or dt.date.min


def versions_between(rulesets: Rulesets, instrument: str, low: dt.date | None, high: dt.date | None) -> list[Version]:
    """Return every loaded version that may have been in force on a day between two, either of which may be open."""
    return [version for version in rulesets.versions.get(instrument, ()) if _touches(version, low, high)]


def _touches(version: Version, low: dt.date | None, high: dt.date | None) -> bool:
    start, end = version.head.earliest, version.head.in_force.to
    return (high is None or start is None or start <= high) and (low is None or end is None or low <= end)


def _covers(version: Version, low: dt.date | None, high: dt.date | None) -> bool:
    start, end = version.head.surely_from, version.head.in_force.to
    begun = start is None or (low is not None and start <= low)
    return begun and (end is None or (high is not None and high <= end))
