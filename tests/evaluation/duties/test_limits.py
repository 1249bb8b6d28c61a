"""Every time limit of the shipped rulesets at its edge: one before, on it, one after, at awkward times of the year.

The limits are found by walking all that is loaded, so that a new one is tested or fails here. What is expected comes
from elsewhere: the number from the provision's own words, the days from the holiday notices and from dateutil.
"""

from __future__ import annotations

import datetime as dt
import functools
import operator
import re
from dataclasses import fields, is_dataclass
from decimal import Decimal

import chinese_calendar
import msgspec
import pytest
from dateutil.relativedelta import relativedelta

from enforcement_rules import load_rulesets
from enforcement_rules.evaluation.evaluators import compile_block
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.rules.condition import FactBound, Test as Limit
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.interval import Interval, interval

RULESETS = load_rulesets()
VOCABULARY = RULESETS.vocabulary
DAY = dt.timedelta(days=1)
# Periods that begin on these days, and others that end on them.
AWKWARD = [
    dt.date(2024, 2, 5),  # before Spring Festival, with a worked Sunday before it and one after it
    dt.date(2024, 2, 12),  # in Spring Festival
    dt.date(2023, 9, 25),  # before National Day, with 调休 on the weekend after it
    dt.date(2024, 10, 3),  # in National Day
    dt.date(2024, 2, 28),  # the day before the leap day
    dt.date(2024, 2, 29),
    dt.date(2024, 12, 27),  # before the end of the year
    dt.date(2024, 12, 31),
    dt.date(2023, 8, 31),  # a last day of a month that others do not have
]
HOLDS = {"at_least": operator.ge, "more_than": operator.gt, "at_most": operator.le, "below": operator.lt}
OF_TIME = {"days", "workdays", "workdays_before", "hours", "years", "age"}
UNITS = {"日", "天", "小时", "个月", "月", "年", "周岁", "学时", "个工作日"}
WINDOWS = {"times_in_one_year", "times_in_two_years"}
"""Counts of events within a time: the time is in the derivation and tested with it."""


def _fields(part):
    if is_dataclass(part):
        return [each.name for each in fields(part)]
    return part.__struct_fields__ if isinstance(part, msgspec.Struct) else type(part).model_fields


def found_in(part, said=()):
    """Yield every test of what is loaded, with what the provisions around it say."""
    if isinstance(part, Limit):
        yield " ".join(said), part
    elif isinstance(part, tuple | list):
        for each in part:
            yield from found_in(each, said)
    elif isinstance(part, dict):
        yield from found_in(tuple(part.values()), said)
    elif isinstance(part, msgspec.Struct) or is_dataclass(part) or hasattr(type(part), "model_fields"):
        said = (*said, part.says) if hasattr(part, "says") else said
        names = _fields(part)
        for name in names:
            yield from found_in(getattr(part, name), said)


def is_of_time(test):
    """Say whether a test compares a time, a length of time, or an age."""
    entry, kind = VOCABULARY.fact(test.fact).entry, VOCABULARY.fact(test.fact).type.kind
    of_time = kind in ("days", "date", "time", "moment") or OF_TIME & set(entry.derived or ()) or entry.unit in UNITS
    return test.operator in HOLDS and bool(of_time) and not WINDOWS & set(entry.derived or ())


FOUND = [
    (f"{version.head.instrument}: {said}", test)
    for version in RULESETS.all_versions()
    for said, test in found_in(version.chapters)
    if is_of_time(test)
]
LIMITS = list({(test.fact, test.operator, str(test.bound)): test for _, test in FOUND}.values())
NAMES = [f"{test.fact}:{test.operator}:{n}" for n, test in enumerate(LIMITS)]


def of_kind(*kinds):
    chosen = [(name, test) for name, test in zip(NAMES, LIMITS, strict=True) if kind_of(test) in kinds]
    return pytest.mark.parametrize("limit", [test for _, test in chosen], ids=[name for name, _ in chosen])


def kind_of(test):
    """Return how a limit counts."""
    fact = VOCABULARY.fact(test.fact)
    derivation = next(iter(fact.entry.derived or {}), None)
    if fact.type.kind == "date":
        return "against" if isinstance(test.bound, FactBound) else "calendar"
    return derivation or "stated"


def test_every_limit_is_of_a_kind_that_is_tested_here():
    assert {kind_of(test) for test in LIMITS} == {
        "days",
        "workdays",
        "workdays_before",
        "hours",
        "age",
        "difference",
        "against",
        "calendar",
        "stated",
    }
    assert len(FOUND) > 140


# --- the number of a limit stands in the words of its provision ---------------------------------------------------

DIGITS = {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
IN_OTHER_WORDS = {
    ("减轻处罚须有", 14): "art. 30",
    ("减轻处罚须有", 18): "art. 30",
    ("未成年人", 18): "a minor is under eighteen",
    ("延长不超过三十日", 60): "thirty days, and thirty more",
    ("批准延长三十日", 60): "thirty days, and thirty more",
    ("可由三十日再延长", 60): "thirty days, and thirty more",
    ("何时算“被发现”", 2): "the two years of art. 36",
    ("限制经营、限制从业超过三年的", 1): "until the day after the restriction",
    ("提前停止公示须", 3): "before the three months or years of arts. 13 and 14",
    ("不得提前停止公示", 3): "before the three years of art. 14",
}


def numbers_of(said):
    """Return every number in a sentence, written in Chinese or in digits."""
    found = {Decimal(text) for text in re.findall(r"[0-9]+", said)}
    for text in re.findall(r"[零一二三四五六七八九十百两]+", said):
        hundreds, _, rest = text.rpartition("百")
        tens, ten, ones = rest.rpartition("十")
        value = DIGITS.get(hundreds, 1 if "百" in text else 0) * 100
        value += DIGITS.get(tens, 1) * 10 if ten else 0
        found.add(Decimal(value + DIGITS.get(ones or "零", 0)))
    return found


def number_of(test):
    """Return the number of a limit, as the law says it; `None` where it has none."""
    bound = test.bound
    if not isinstance(bound, FactBound):
        return None if isinstance(bound, dt.date) or not bound else Decimal(bound)
    return next(
        (Decimal(n) for n in (bound.years, bound.months, bound.workdays, bound.days, bound.amount or 0) if n), None
    )


def test_numbers_are_read():
    assert numbers_of("自立案之日起九十日内，二十四小时、十五日、二百日、两年、20个工作日") == {
        90,
        24,
        15,
        200,
        2,
        20,
        1,
    } - {1}


def test_the_number_of_a_limit_is_the_one_its_provision_says():
    used, wrong = set(), []
    for said, test in FOUND:
        number = number_of(test)
        if number is None or number in numbers_of(said):
            continue
        known = {key for key in IN_OTHER_WORDS if key[0] in said and key[1] == number}
        used |= known
        if not known:
            wrong.append((said, test))
    assert wrong == []
    assert used == set(IN_OTHER_WORDS)


# --- counting -----------------------------------------------------------------------------------------------------


def days(start, end):
    return (end - start).days


def workdays(start, end):
    """Return the least number of working days after `start` whose last one is not before `end`, by the notices."""
    count, last = 0, start
    while last < end:
        last += DAY
        while not chinese_calendar.is_workday(last):
            last += DAY
        count += 1
    return count


def workdays_before(start, end):
    return sum(chinese_calendar.is_workday(start + DAY * n) for n in range((end - start).days))


COUNTS = {"days": days, "workdays": workdays, "workdays_before": workdays_before}


@functools.cache
def compiled_form(test):
    return compile_block([test])


def reads(test, values):
    """Return the truth of a test by both readings of it, which must agree."""
    plain = truth(test, Facts(values, VOCABULARY))
    (compiled,) = compiled_form(test)(Facts(values, VOCABULARY))
    assert plain is compiled
    return plain


def parts_of(id_):
    """Return the two facts between which a fact counts, and what else has to be given for it."""
    ((derivation, parts),) = VOCABULARY.fact(id_).entry.derived.items()
    if derivation != "difference":
        return derivation, parts, {}
    counted, taken_off = parts
    return *parts_of(counted)[:2], {taken_off: 0}


def bound_of(test, more):
    """Return the number of a limit; where another fact is added to it, that is thirty."""
    if not isinstance(test.bound, FactBound):
        return int(test.bound)
    more[test.bound.fact] = 30
    return int(test.bound.amount or 0) + 30


def periods(count, wanted):
    """Yield a period of so many days from each awkward day, and one up to it."""
    for day in AWKWARD:
        yield day, next(end for n in range(800) if count(day, end := day + DAY * n) == wanted)
        yield next(start for n in range(800) if count(start := day - DAY * n, day) == wanted), day


@of_kind("days", "workdays", "workdays_before", "difference")
def test_counts_at_the_edge(limit):
    derivation, parts, more = parts_of(limit.fact)
    bound, count = bound_of(limit, more), COUNTS[derivation]
    for wanted in (bound - 1, bound, bound + 1):
        expected = HOLDS[limit.operator](wanted, bound)
        for start, end in periods(count, wanted) if wanted >= 0 else ():
            assert reads(limit, dict(zip(parts, (start, end), strict=True)) | more) is expected, (start, end)


@of_kind("workdays", "workdays_before")
def test_a_limit_of_working_days_turns_at_its_last_working_day(limit):
    derivation, (first, second), _ = parts_of(limit.fact)
    bound, forward = int(limit.bound), derivation == "workdays"
    # Beside the awkward days: Friday 20 September 2024 and the days before the holidays of 2025, with a worked Sunday.
    for day in (*AWKWARD, dt.date(2024, 9, 20), *(dt.date(2025, 9, 15) + DAY * n for n in range(14))):
        last = last_day(day, FactBound(first, workdays=bound if forward else -bound))
        assert chinese_calendar.is_workday(last)
        late = last + DAY
        in_time = limit.operator != "more_than"
        kept, missed = ({first: day, second: each} if forward else {first: each, second: day} for each in (last, late))
        assert reads(limit, kept) is in_time, (day, last)
        assert reads(limit, missed) is not in_time, (day, late)


@of_kind("hours")
def test_hours_at_the_minute_and_across_midnight(limit):
    _, parts, _ = parts_of(limit.fact)
    parse = FactType("time").parse
    for day in AWKWARD:
        for at in (dt.time(0, 0), dt.time(9, 30), dt.time(23, 59)):
            start = dt.datetime.combine(day, at)
            for minutes in (-1, 0, 1):
                end = start + dt.timedelta(hours=int(limit.bound), minutes=minutes)
                values = {id_: parse(each.isoformat()) for id_, each in zip(parts, (start, end), strict=True)}
                hours = int(limit.bound) + Decimal(minutes) / 60
                assert reads(limit, values) is HOLDS[limit.operator](hours, limit.bound), (start, end)


@of_kind("hours")
def test_where_only_the_day_is_known_the_whole_day_counts(limit):
    _, parts, _ = parts_of(limit.fact)
    parse, full = FactType("time").parse, int(limit.bound) // 24
    seen = set()
    for day in AWKWARD:
        for later in range(full - 2, full + 4):
            # From the end of one day to the beginning of the other, and from the beginning to the end.
            least, most = (Decimal(24 * (later + n)) for n in (-1, 1))
            answers = {HOLDS[limit.operator](hours, limit.bound) for hours in (least, most)}
            expected = answers.pop() if len(answers) == 1 else None
            seen.add(expected)
            values = {id_: parse((day + DAY * n).isoformat()) for id_, n in zip(parts, (0, later), strict=True)}
            assert reads(limit, values) is expected, (day, later)
    assert seen == {True, False, None}


@of_kind("age")
def test_a_year_of_age_is_full_on_the_day_after_the_birthday(limit):
    _, (birth, on), _ = parts_of(limit.fact)
    years = int(limit.bound)
    for born in (*AWKWARD, dt.date(2000, 2, 29)):
        birthday = born + relativedelta(years=years)
        for n, age in ((-1, years - 1), (0, years - 1), (1, years)):
            values = {birth: born, on: birthday + DAY * n}
            assert reads(limit, values) is HOLDS[limit.operator](age, years), (born, n)


@of_kind("stated")
def test_stated_lengths_at_the_edge(limit):
    more = {}
    bound = bound_of(limit, more)
    for n in (-1, 0, 1):
        value = max(bound + n, 0)
        assert reads(limit, {limit.fact: value} | more) is HOLDS[limit.operator](value, bound)


@of_kind("calendar")
def test_days_of_the_calendar_at_the_edge(limit):
    for n in (-1, 0, 1):
        day = limit.bound + DAY * n
        assert reads(limit, {limit.fact: day}) is HOLDS[limit.operator](day, limit.bound)


def last_day(day, bound):
    """Return the last day of a period from a day, by dateutil and the notices."""
    day += relativedelta(years=bound.years, months=bound.months) + DAY * bound.days
    left, step = abs(bound.workdays), DAY if bound.workdays >= 0 else -DAY
    while left:
        day += step
        left -= chinese_calendar.is_workday(day)
    while bound.rolls and not chinese_calendar.is_workday(day):
        day += DAY
    return day


@of_kind("against")
def test_dates_against_other_dates_at_the_edge(limit):
    holds, bound = HOLDS[limit.operator], limit.bound
    back = [day - relativedelta(years=bound.years, months=bound.months) - DAY * bound.days for day in AWKWARD]
    for start in (*AWKWARD, *back):
        last = last_day(start, bound)
        for n in (-1, 0, 1):
            day = last + DAY * n
            assert reads(limit, {limit.fact: day, bound.fact: start}) is holds(day, last), (start, day)


# --- what is known in part, and years without a notice ------------------------------------------------------------


@of_kind("days", "workdays", "workdays_before", "against")
def test_a_span_of_days_decides_where_all_of_it_does(limit):
    ends = ends_of(limit)
    for width in (1, 30):
        for start in AWKWARD[:4]:
            for first in range(-2, 100, 7):
                span = interval(start + DAY * first, start + DAY * (first + width))
                # A limit turns once: between two days on the same side of it there is none on the other.
                each = {reads(limit, ends(start, start + DAY * (first + n))) for n in (0, width)}
                expected = each.pop() if len(each) == 1 else None
                assert reads(limit, ends(start, span)) is expected, (start, span)


def ends_of(limit):
    """Return how a start and an end are given to a limit."""
    if isinstance(limit.bound, FactBound) and kind_of(limit) == "against":
        return lambda start, end: {limit.bound.fact: start, limit.fact: end}
    _, parts, more = parts_of(limit.fact)
    return lambda start, end: dict(zip(parts, (start, end), strict=True)) | more


LAST_KNOWN = dt.date(2026, 12, 31)


@of_kind("workdays", "workdays_before")
def test_a_year_without_a_notice_decides_only_what_any_notice_would(limit):
    derivation, parts, _ = parts_of(limit.fact)
    bound, holds = int(limit.bound), HOLDS[limit.operator]
    forward = derivation == "workdays"
    seen = set()
    for start in (dt.date(2026, 12, 1), dt.date(2026, 12, 21), dt.date(2026, 12, 30), dt.date(2027, 1, 1)):
        for length in range(40):
            # Forward, the last day is past the limit of the working days before it, whatever it is itself.
            span = [start + DAY * n for n in range(forward, length)]
            known = sum(chinese_calendar.is_workday(day) for day in span if day <= LAST_KNOWN)
            known += forward and length > 0
            all_ = known + sum(day > LAST_KNOWN for day in span)
            answers = {holds(count, bound) for count in range(known, all_ + 1)}
            expected = answers.pop() if len(answers) == 1 else None
            seen.add(expected)
            assert reads(limit, dict(zip(parts, (start, start + DAY * length), strict=True))) is expected
    assert seen == {True, False, None}


@pytest.mark.parametrize("unknown", ["start", "end"])
@of_kind("days", "workdays", "workdays_before", "against", "hours")
def test_a_day_that_is_not_stated_leaves_it_open(limit, unknown):
    ends = ends_of(limit)
    day = FactType("time").parse("2024-03-01") if kind_of(limit) == "hours" else dt.date(2024, 3, 1)
    values = ends(day, day)
    id_ = list(values)[0 if unknown == "start" else 1]
    del values[id_]
    assert reads(limit, values) is None


def test_an_interval_is_what_a_partial_date_is():
    assert isinstance(FactType("date").parse("2023-05"), Interval)
