"""Every time limit of the shipped rulesets at its edge: one less, exactly, one more, at awkward times of the year.

What a day is is counted here anew, from the holiday notices themselves, and compared with what the engine finds.
"""

from __future__ import annotations

import calendar
import datetime as dt
import operator
from decimal import Decimal

import chinese_calendar
import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.evaluation.compile import compile_block
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.rules import condition as conditions
from enforcement_rules.rules.condition import FactBound
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.fact_type import FactType

ANCHORS = [
    dt.date(2024, 2, 5),  # Spring Festival, with a worked Sunday before it and one after it
    dt.date(2023, 9, 25),  # National Day, with 调休 on the weekend after it
    dt.date(2024, 2, 28),  # leap day
    dt.date(2024, 12, 27),  # end of the year
    dt.date(2023, 12, 31),  # a last day of a month that others do not have
]
LIMITS = {
    "at_least": operator.ge,
    "more_than": operator.gt,
    "at_most": operator.le,
    "below": operator.lt,
}
DAY = dt.timedelta(days=1)


def limits(rulesets):
    """Yield every test on a count of days or hours, or of a date against another, once for each rule."""
    for version in rulesets.all_versions():
        for rule in version.rules():
            duty = [rule.then] if isinstance(rule, Requirement) else []
            for condition in (rule.when, *duty, *(each.when for each in rule.unless)):
                for test in conditions.tests_of(condition):
                    if test.operator in LIMITS and _of_time(test, rulesets.vocabulary):
                        yield version.rule_id(rule.name), test


def _of_time(test, vocabulary):
    fact = vocabulary.fact(test.fact)
    derived = fact.entry.derived or {}
    if isinstance(test.bound, FactBound):
        bound = test.bound
        return fact.type.kind == "date" and any((bound.years, bound.months, bound.days, bound.workdays))
    return bool({"days", "workdays", "workdays_before", "hours"} & derived.keys())


RULESETS = load_rulesets()
FOUND = list(limits(RULESETS))
DERIVED = [(name, test) for name, test in FOUND if not isinstance(test.bound, FactBound)]
AGAINST = [(name, test) for name, test in FOUND if isinstance(test.bound, FactBound)]


def ids(pairs):
    return [f"{name}:{test.fact}" for name, test in pairs]


def workdays(start, end):
    """Count the working days after `start` up to `end`, by the notices."""
    days = (start + DAY * n for n in range(1, (end - start).days + 1))
    return sum(chinese_calendar.is_workday(day) for day in days)


def workdays_before(start, end):
    return sum(chinese_calendar.is_workday(start + DAY * n) for n in range((end - start).days))


COUNTS = {"days": lambda start, end: (end - start).days, "workdays": workdays, "workdays_before": workdays_before}


def reads(test, values):
    """Return the truth of a test by both readings of it, which must agree."""
    plain = truth(test, Facts(values, RULESETS.vocabulary))
    (compiled,) = compile_block([test])(Facts(values, RULESETS.vocabulary))
    assert plain is compiled
    return plain


def test_there_are_limits_to_check():
    assert len(DERIVED) >= 10
    assert {name for test in DERIVED for name in RULESETS.vocabulary.fact(test[1].fact).entry.derived} >= {
        "days",
        "workdays",
        "workdays_before",
    }


@pytest.mark.parametrize("anchor", ANCHORS, ids=str)
@pytest.mark.parametrize(("name", "test"), DERIVED, ids=ids(DERIVED))
def test_counts_at_the_edge(name, test, anchor):
    ((derivation, parts),) = RULESETS.vocabulary.fact(test.fact).entry.derived.items()
    if derivation == "hours":
        _hours_at_the_edge(test, parts, anchor)
        return
    count, bound = COUNTS[derivation], int(test.bound)
    for wanted in (bound - 1, bound, bound + 1):
        end = next(end for n in range(0, 800) if count(anchor, end := anchor + DAY * n) == wanted or wanted < 0)
        if wanted >= 0:
            expected = LIMITS[test.operator](wanted, bound)
            assert reads(test, dict(zip(parts, (anchor, end), strict=True))) is expected, (name, anchor, end)


def _hours_at_the_edge(test, parts, anchor):
    time = FactType("time")
    start = dt.datetime.combine(anchor, dt.time(23, 30))
    for minutes in (-1, 0, 1):
        end = start + dt.timedelta(hours=int(test.bound), minutes=minutes)
        values = {id_: time.parse(day.isoformat()) for id_, day in zip(parts, (start, end), strict=True)}
        hours = Decimal(test.bound) + Decimal(minutes) / 60
        assert reads(test, values) is LIMITS[test.operator](hours, test.bound)


@pytest.mark.parametrize("anchor", ANCHORS, ids=str)
@pytest.mark.parametrize(("name", "test"), AGAINST, ids=ids(AGAINST))
def test_dates_against_other_dates_at_the_edge(name, test, anchor):
    last = _moved(anchor, test.bound)
    for n in (-1, 0, 1):
        day = last + DAY * n
        assert reads(test, {test.fact: day, test.bound.fact: anchor}) is LIMITS[test.operator](day, last), (name, day)


def _moved(day, bound):
    month = day.year * 12 + day.month - 1 + bound.years * 12 + bound.months
    year, month = divmod(month, 12)
    day = dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])) + DAY * bound.days
    left, step = abs(bound.workdays), DAY if bound.workdays >= 0 else -DAY
    while left:
        day += step
        left -= chinese_calendar.is_workday(day)
    while bound.rolls and not chinese_calendar.is_workday(day):
        day += DAY
    return day
