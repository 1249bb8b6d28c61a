"""Dates, periods and working days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from enforcement_rules.values.dates import age_at, bounded, days_between, parse_date, years_between
from enforcement_rules.values.interval import ends, interval, shift
from enforcement_rules.values.moment import Moment, precedes
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.workdays import PUBLISHED, after_workdays, workdays_backward, workdays_forward

D = dt.date


@pytest.mark.parametrize(
    "text", ["2023-02-30", "2023-13", "23-01-01", "2023/01/01", "２０２３-01-01", "", "1767225600", "0"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):
        parse_date(text)


def test_partial_dates_are_bounds():
    assert (parse_date("2023").low, parse_date("2023").high) == (D(2023, 1, 1), D(2023, 12, 31))
    assert parse_date("2023-05-17") == D(2023, 5, 17)


def test_days_between_partial_dates_are_bounds_that_decide_when_they_can():
    count = days_between(D(2021, 1, 1), parse_date("2021-06"))
    assert count > 90
    assert not count > 160
    assert not count <= 160


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (D(2008, 5, 1), D(2022, 4, 30), 13),
        (D(2008, 5, 1), D(2022, 5, 1), 13),
        (D(2008, 5, 1), D(2022, 5, 2), 14),
        (D(2008, 2, 29), D(2022, 3, 1), 14),
    ],
)
def test_a_year_of_age_is_complete_the_day_after_the_birthday(birth, day, age):
    assert age_at(birth, day) == age


def test_years_between_include_the_anniversary():
    assert years_between(D(2019, 9, 11), D(2021, 9, 10)) == 1
    assert years_between(D(2019, 9, 11), D(2021, 9, 11)) == 2


def test_shift_keeps_the_last_day_of_a_month():
    assert shift(D(2021, 8, 31), months=6) == D(2022, 2, 28)
    assert shift(UNKNOWN, days=3) is UNKNOWN


# 2026-10-01 to 07 is a holiday with make-up days on 2026-09-20 and 2026-10-10.
@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (D(2026, 9, 24), D(2026, 10, 12), 7),
        (D(2026, 2, 13), D(2026, 2, 27), 5),
        (D(2024, 2, 28), D(2024, 3, 1), 2),
        (D(2026, 9, 24), D(2026, 9, 24), 0),
    ],
)
def test_working_days_follow_the_notices(start, end, count):
    assert workdays_forward(start, end) == count


# Made up from the notices: 28 September 2025 and 4 May 2024 (11 May, too) are worked, 1 to 8 October 2025 is a holiday.
@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (D(2025, 9, 22), 7, D(2025, 9, 30)),  # holidays follow
        (D(2025, 9, 22), 5, D(2025, 9, 28)),  # the last working day is a worked Sunday
        (D(2024, 3, 1), 5, D(2024, 3, 8)),  # a weekend follows
        (D(2025, 10, 3), 1, D(2025, 10, 9)),  # begins in the holidays
        (D(2024, 4, 30), 2, D(2024, 5, 7)),
        (D(2024, 5, 6), 5, D(2024, 5, 11)),  # a worked Saturday
    ],
)
def test_a_limit_of_working_days_ends_on_its_last_working_day(start, count, last):
    assert after_workdays(start, count) == last
    assert workdays_forward(start, last) == count
    day = last + dt.timedelta(days=1)
    while not PUBLISHED.is_workday(day):  # every day off after it is late
        assert workdays_forward(start, day) == count + 1
        day += dt.timedelta(days=1)
    assert workdays_forward(start, day) == count + 1


@given(st.dates(D(2005, 1, 3), D(2026, 6, 1)), st.integers(1, 60))
def test_the_last_day_is_a_working_day_and_the_day_after_is_late(start, count):
    last = after_workdays(start, count)
    assert PUBLISHED.is_workday(last)
    assert workdays_forward(start, last) == count
    assert workdays_forward(start, last + dt.timedelta(days=1)) == count + 1


@given(st.dates(D(2005, 1, 3), D(2026, 6, 1)), st.integers(0, 60), st.integers(0, 40))
def test_a_count_keeps_a_limit_where_its_day_is_not_after_the_last_one(start, days, count):
    end = start + dt.timedelta(days=days)
    assert (workdays_forward(start, end) <= count) is (end <= after_workdays(start, count))


@given(st.dates(D(2005, 6, 1), D(2026, 12, 31)), st.integers(0, 60), st.integers(1, 40))
def test_counting_back_the_last_day_is_a_working_day_and_the_day_after_is_late(end, days, count):
    last = after_workdays(end, -count)
    assert PUBLISHED.is_workday(last)
    assert workdays_backward(last, end) == count
    assert workdays_backward(last + dt.timedelta(days=1), end) < count
    start = end - dt.timedelta(days=days)
    assert (workdays_backward(start, end) >= count) is (start <= last)


def test_counting_backward_leaves_out_the_last_day():
    assert workdays_backward(D(2026, 9, 24), D(2026, 10, 12)) == 7
    assert workdays_backward(D(2026, 6, 1), D(2026, 6, 2)) == 1


# 29, 30 and 31 December 2026 are working days; no notice tells of any day after them.
@pytest.mark.parametrize(
    ("start", "end", "least", "most"),
    [
        (D(2026, 12, 28), D(2026, 12, 31), 3, 3),
        (D(2026, 12, 28), D(2027, 1, 1), 4, 4),  # past the third, whether a working day or not
        (D(2026, 12, 28), D(2027, 1, 2), 4, 5),
        (D(2026, 12, 28), D(2028, 1, 6), 4, 374),
        (D(2027, 3, 1), D(2027, 3, 1), 0, 0),
        (D(2027, 3, 1), D(2027, 3, 8), 1, 7),
        (D(2027, 1, 1), D(2026, 12, 28), -4, -4),
    ],
)
def test_a_year_without_a_notice_leaves_bounds(start, end, least, most):
    count = workdays_forward(start, end)
    assert ends(count) == (least, most)


def test_bounds_decide_where_no_arrangement_could_change_the_answer():
    assert workdays_forward(D(2026, 12, 31), D(2027, 1, 5)) <= 7
    assert workdays_forward(D(2026, 12, 1), D(2027, 1, 5)) > 7
    assert workdays_forward(D(2010, 1, 4), D(2024, 1, 4)) > 1000
    unsure = workdays_forward(D(2026, 12, 28), D(2027, 1, 6))
    assert not unsure <= 7
    assert not unsure > 7


@given(st.dates(D(2005, 1, 3), D(2026, 6, 1)), st.integers(0, 60), st.integers(0, 60))
def test_whatever_the_notices_say_the_count_lies_within_the_bounds(start, known, length):
    end = start + dt.timedelta(days=length)

    class Until:
        source = "made up"

        def covers(self, day):
            return day <= start + dt.timedelta(days=known)

        def is_workday(self, day):
            return PUBLISHED.is_workday(day)

    for count in (workdays_forward, workdays_backward):
        low, high = ends(count(start, end, Until()))
        assert low <= count(start, end) <= high
    wanted = length // 3
    low, high = ends(after_workdays(start, wanted, Until()))
    assert low <= after_workdays(start, wanted)
    assert high is None or after_workdays(start, wanted) == high == low


def test_earlier_ends_count_negative():
    assert workdays_forward(D(2026, 6, 3), D(2026, 6, 1)) == -2


@given(st.dates(D(2005, 1, 3), D(2026, 11, 1)), st.integers(0, 40))
def test_working_days_never_outnumber_days(start, length):
    count = workdays_forward(start, start + dt.timedelta(days=length))
    assert 0 <= count <= length


def test_bounds_narrow_but_never_contradict_what_is_stated():
    assert bounded(D(2021, 1, 1), [D(2022, 1, 1)], []) == D(2021, 1, 1)
    assert bounded(UNKNOWN, [], [D(2021, 1, 1)]).high == D(2021, 1, 1)
    assert bounded(UNKNOWN, [D(2022, 1, 1)], [D(2021, 1, 1)]) is UNKNOWN


def test_two_moments_of_one_day_have_no_order_unless_the_file_tells():
    day = (dt.datetime(2024, 1, 1), dt.datetime(2024, 1, 2))
    assert precedes(Moment(*day), Moment(*day)) is None
    assert precedes(Moment(*day, ids=frozenset({"a"})), Moment(*day, after=frozenset({"a"}))) is True
    noon = dt.datetime(2024, 1, 1, 12)
    one = dt.datetime(2024, 1, 1, 13)
    assert precedes(Moment(noon, noon), Moment(one, one)) is True
    assert precedes(Moment(one, one), Moment(noon, noon)) is False
    assert precedes(UNKNOWN, Moment(noon, noon)) is None


def test_interval_of_equal_ends_is_the_value():
    assert interval(3, 3) == 3
    assert interval(None, None) is UNKNOWN


def test_after_workdays_counts_adjusted_weekends_and_knows_where_the_calendar_ends() -> None:
    assert after_workdays(D(2024, 9, 27), 1) == D(2024, 9, 29)  # a Sunday worked before National Day
    assert after_workdays(D(2024, 9, 30), 1) == D(2024, 10, 8)
    assert after_workdays(D(2024, 2, 28), 2) == D(2024, 3, 1)  # leap day
    assert ends(after_workdays(D(2026, 12, 30), 5)) == (D(2027, 1, 4), None)
    assert ends(after_workdays(D(2005, 1, 2), -5))[0] != D(2004, 12, 28)
    assert ends(after_workdays(D(2003, 1, 5), -5)) == (None, D(2002, 12, 31))
    assert after_workdays(UNKNOWN, 5) is UNKNOWN
