"""TODO ROOM."""

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
