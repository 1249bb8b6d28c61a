"""Which years a count of working days needs and the calendar does not cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from enforcement_rules.evaluation.derive import WITH_CALENDAR
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.rules.condition import Condition, FactBound, facts_of, tests_of
from enforcement_rules.values.interval import ends


def uncovered_years(condition: Condition, facts: Facts) -> Iterator[int]:
    """Yield the years, without order and perhaps several times."""
    for id_ in facts_of(condition):
        fact = facts.vocabulary.fact(id_)
        for name, parts in ((fact.entry.derived if fact else None) or {}).items():
            if name in WITH_CALENDAR:
                yield from (year for part in parts for year in _years(part, facts, ahead=0))
    for test in tests_of(condition):
        if isinstance(test.bound, FactBound) and (test.bound.workdays or test.bound.rolls):
            yield from _years(test.bound.fact, facts, ahead=1)


def _years(id_: str, facts: Facts, *, ahead: int) -> Iterator[int]:
    for day in ends(facts[id_]):
        if type(day) is dt.date:
            for year in range(day.year, day.year + ahead + 1):
                # A period that begins in December may end in the year after; one that begins earlier does not.
                reached = year == day.year or day.month == _DECEMBER
                if reached and not facts.calendar.covers(dt.date(year, 1, 1)):
                    yield year


_DECEMBER = 12
