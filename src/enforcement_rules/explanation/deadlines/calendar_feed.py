"""Time limits as iCalendar (RFC 5545), for the calendars people already use."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from enforcement_rules.evaluation.views import Deadline
from enforcement_rules.explanation.deadlines.text import Dated, details, summary
from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.version import VERSION
from enforcement_rules.values.visible import page_of, visible

_SHOWN = frozenset({"due", "overdue"})


def as_icalendar(cases: Sequence[Dated], on: dt.date, lang: Language = "zh") -> str:
    """Return what is due or overdue as all-day events; the same input gives the same bytes.

    Raises:
        InputError: when the package `icalendar` is not installed.
    """
    try:
        library: Any = import_module("icalendar")
    except ImportError:
        raise refuse("package_missing", package="icalendar", extra="ics") from None
    feed = library.Calendar()
    feed.add("prodid", f"-//enforcement_rules//{VERSION}//{lang.upper()}")
    feed.add("version", "2.0")
    for each in cases:
        for event in _events(library, each, each.on or on, Words(lang)):
            feed.add_component(event)
    return str(feed.to_ical().decode("utf-8"))


def _events(library: Any, case: Dated, on: dt.date, words: Words) -> Iterator[Any]:
    form = Formatter(case, words)
    for limit in case.deadlines:
        if limit.status in _SHOWN and limit.last is not None:
            event = library.Event()
            event.add("uid", f"{_uid(case, limit)}@enforcement_rules")
            event.add("dtstamp", dt.datetime.combine(on, dt.time.min, tzinfo=dt.UTC))
            event.add("dtstart", limit.last)
            event.add("dtend", limit.last + dt.timedelta(days=1))
            number = case.case.number or words.say("unnumbered")
            event.add("summary", visible(f"{number} {summary(limit, form)}"))
            event.add("description", page_of((form.cite(limit.ref), *details(limit, form))).rstrip("\n"))
            yield event


def _uid(case: Dated, limit: Deadline) -> str:
    """Return an id that stays when the last day moves, so that a calendar updates the event."""
    parts = (case.case.number or case.case.sha256, *limit.key)
    return hashlib.sha256("\n".join(str(part) for part in parts).encode()).hexdigest()[:32]
