"""What several steps come to together: time that does not count, time allowed besides, who took part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from enforcement_rules.values.choices import Choices
from enforcement_rules.values.interval import Interval, ends, interval
from enforcement_rules.values.truth import UNKNOWN

_STOPS = ("exclusion", "suspension")


def days_stopped(steps: Any) -> Any:
    """Return the days that do not count: excluded, or suspended until resumed; days that overlap count once.

    A step that says how many `days` counts with them; otherwise from its day to `until`, both included, or for a
    suspension up to the day before the next resumption. Where the list of steps is open there may be more.
    """
    if not isinstance(steps, tuple):
        return UNKNOWN
    resumed = sorted(day for step in _of(steps, "resumption") if type(day := step.get("step.on", UNKNOWN)) is dt.date)
    total, dated, open_ = 0, set[dt.date](), not getattr(steps, "complete", False)
    for step in _of(steps, *_STOPS):
        days = step.get("step.days", UNKNOWN)
        if type(days) is int:
            total += days
            continue
        period = _period(step, resumed)
        open_ = open_ or period is None
        dated.update(period or ())
    total += len(dated)
    return interval(total, None if open_ else total)


def _period(step: Any, resumed: list[dt.date]) -> list[dt.date] | None:
    """Return the days of a step that stops the clock; `None` where its end is not told."""
    start, until = step.get("step.on", UNKNOWN), step.get("step.until", UNKNOWN)
    if type(start) is not dt.date:
        return None
    after = [day for day in resumed if day >= start]
    if step.get("step.kind") == "suspension" and after:
        end = after[0] - dt.timedelta(days=1)
    elif type(until) is dt.date:
        end = until
    else:
        return None
    return [start + dt.timedelta(days=n) for n in range((end - start).days + 1)]


def days_extended(steps: Any) -> Any:
    """Return the days that all extensions allow together; where the list of steps is open there may be more.

    An extension that names its last day (`until`) and no days is none of days: see `extended_until`.
    """
    if not isinstance(steps, tuple):
        return UNKNOWN
    total, sure = 0, bool(getattr(steps, "complete", False))
    for step in _of(steps, "extension"):
        days = step.get("step.days", UNKNOWN)
        if type(days) is int:
            total += days
        elif step.get("step.until", UNKNOWN) is UNKNOWN:
            sure = False
    return interval(total, total if sure else None)


def extended_until(start: Any, steps: Any) -> Any:
    """Return the last day that an extension names; the start of the period where none names a day."""
    if not isinstance(steps, tuple):
        return UNKNOWN
    last, sure = start, bool(getattr(steps, "complete", False))
    for step in _of(steps, "extension"):
        until = step.get("step.until", UNKNOWN)
        if type(until) is dt.date:
            last = until if type(last) is not dt.date else max(last, until)
        elif until is not UNKNOWN or type(step.get("step.days", UNKNOWN)) is not int:
            sure = False
    return last if sure or last is UNKNOWN else Interval(ends(last)[0])


def _of(steps: Iterable[Any], *kinds: str) -> Iterator[Any]:
    return (step for step in steps if step.get("step.kind") in kinds)


def took_part(who: Any, performers: Any) -> Any:
    """Say whether a person (an officer's id or name, or several ids) performed any act on the spot in the case."""
    if who is UNKNOWN or not isinstance(performers, tuple):
        return UNKNOWN
    names = who.known if isinstance(who, Choices) else frozenset({who})
    if any(not names.isdisjoint((each.get("officer.id"), each.get("officer.name"))) for each in performers):
        return True
    return False if getattr(performers, "complete", False) and getattr(who, "complete", True) else UNKNOWN
