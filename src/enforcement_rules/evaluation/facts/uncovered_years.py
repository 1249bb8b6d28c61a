"""Which years a count of working days needs and the calendar does not cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from enforcement_rules.evaluation.facts.derived import WITH_CALENDAR
from enforcement_rules.evaluation.facts.facts import Facts
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import Condition, FactBound, Not, Quantified, Test, tests_of
from enforcement_rules.values.interval import ends, shift


def counting_workdays(condition: Condition, vocabulary: Vocabulary) -> Iterator[Condition]:
    """Yield the parts of a condition that count working days, tests and whole lists: only they need the calendar."""
    if isinstance(condition, Test | Quantified):
        if any(_counts_workdays(test, vocabulary) for test in tests_of(condition)):
            yield condition
    else:
        for part in (condition.part,) if isinstance(condition, Not) else condition.parts:
            yield from counting_workdays(part, vocabulary)


def _counts_workdays(test: Test, vocabulary: Vocabulary) -> bool:
    bound = test.bound if isinstance(test.bound, FactBound) else None
    found = (vocabulary.fact(id_) for id_ in ((test.fact, bound.fact) if bound else (test.fact,)))
    derived = any(fact and not WITH_CALENDAR.isdisjoint(fact.entry.derived or ()) for fact in found)
    return derived or bool(bound and (bound.workdays or bound.rolls))


def uncovered_years(condition: Condition, facts: Facts) -> Iterator[int]:
    """Yield the years, without order and perhaps several times."""
    if isinstance(condition, Test):
        yield from _of_test(condition, facts)
    elif isinstance(condition, Not):
        yield from uncovered_years(condition.part, facts)
    elif isinstance(condition, Quantified):
        for element in facts["@" + condition.of]:
            yield from uncovered_years(condition.where, element)
            yield from uncovered_years(condition.holds, element)
    else:
        for part in condition.parts:
            yield from uncovered_years(part, facts)


def _of_test(test: Test, facts: Facts) -> Iterator[int]:
    bound = test.bound if isinstance(test.bound, FactBound) else None
    for id_ in (test.fact, bound.fact) if bound else (test.fact,):
        fact = facts.vocabulary.fact(id_)
        for name, parts in ((fact.entry.derived if fact else None) or {}).items():
            if name in WITH_CALENDAR:
                yield from _uncovered([day for part in parts for day in ends(facts[part])], facts)
    if bound and (bound.workdays or bound.rolls):
        days = [day for day in ends(facts[bound.fact]) if type(day) is dt.date]
        yield from _uncovered([*days, *(_reached(day, bound) for day in days)], facts)


def _uncovered(days: Iterable[Any], facts: Facts) -> Iterator[int]:
    """Yield the years from the first to the last of some days that the calendar does not cover."""
    years = [day.year for day in days if type(day) is dt.date]
    for year in range(min(years, default=0), max(years, default=-1) + 1):
        if not facts.calendar.covers(dt.date(year, 1, 1)):
            yield year


def _reached(day: dt.date, bound: FactBound) -> dt.date:
    """Return a day that a period from some day may reach: working days take twice their number, and a holiday more."""
    moved: dt.date = shift(day, years=bound.years, months=bound.months, days=bound.days + 2 * bound.workdays)
    return moved + dt.timedelta(days=_HOLIDAY if bound.workdays >= 0 else -_HOLIDAY)


_HOLIDAY = 10
"""Days that the longest holiday and the weekend beside it take."""
