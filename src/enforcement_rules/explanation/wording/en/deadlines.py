"""The words of time limits in English."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "deadlines.on": "As of",
    "deadlines.hidden": "{n} more were done in time or have not begun (--all shows them)",
    "deadline.overdue": "overdue",
    "deadline.late": "done late",
    "deadline.due": "due",
    "deadline.not_computable": "cannot be computed",
    "deadline.waiting": "not begun",
    "deadline.done": "done in time",
    "deadline.unit.natural": "natural days",
    "deadline.unit.working": "working days",
    "deadline.unit.hours": "hours",
    "deadline.unit.calendar": "by years and months",
    "deadline.counted": "counted from {first}, the day after {start} ({on}); {unit}",
    "deadline.counted_back": "counted back from {start} ({on}); {unit}",
    "deadline.unit_only": "counted by {start}; {unit}",
    "deadline.last": "last day {last}",
    "deadline.left": "last day {last}, {n} day(s) left",
    "deadline.over": "last day {last}, {n} day(s) ago",
    "deadline.wait_left": "to be waited for until {last}, {n} day(s) left",
    "deadline.wait_over": "the wait ended on {last}",
    "deadline.why.not_begun": "{fact}: not yet",
    "deadline.why.day_unknown": "{fact}: not stated",
    "deadline.why.day_bounded": "{fact}: known within bounds only, {on}",
    "deadline.why.end_unknown": "the last day is open ({fact})",
    "deadline.may_apply": "whether it applies is open",
}
