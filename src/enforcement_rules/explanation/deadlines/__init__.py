"""Time limits in words, and as iCalendar for the calendars people already use.

In: the `Deadline`s of `evaluation.views`. Out: text by what is to be done first, or a feed.
"""

from __future__ import annotations

from enforcement_rules.explanation.deadlines.calendar_feed import as_icalendar
from enforcement_rules.explanation.deadlines.text import MARKS, Dated, as_deadline_text, details, summary

__all__ = [
    "MARKS",
    "Dated",
    "as_deadline_text",
    "as_icalendar",
    "details",
    "summary",
]
