"""A limit of working days ends on its last working day (penalty law art. 85): in reviews, deadlines, sessions, feeds.

All cases are made up (虚构). The days off are those of the published notices: 1 to 8 October 2025 are off and Sunday 28
September is worked; 1 to 5 May 2024 are off and Sunday 28 April and Saturday 11 May are worked.
"""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import CaseSession, load_case, load_rulesets, review
from enforcement_rules.evaluation.views import deadlines
from enforcement_rules.explanation.deadlines import Dated, as_deadline_text, as_icalendar

RULESETS = load_rulesets()
ON = dt.date(2026, 3, 1)
TITLES = {name: (name, name) for name in RULESETS.versions}
SERVED = "served_within_seven_days"
REQUESTED = "requested_hearing_held"
LEFT_OPEN = "hearing_period_left_open"


def case(*steps, record="excerpt", **more):
    return {
        "number": "虚构〔2025〕21号",
        "record": record,
        "procedure": "ordinary",
        "organ": {"field": "market_regulation", "rank": "county", "place": "350121"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], "began": "2024-01-08", "ended": "2024-01-08"}],
        "steps": [{"step": kind, "on": day} | said for kind, day, said in steps],
    } | more


def heard(*steps):
    """Return a case in which a hearing may be asked for."""
    proposed = [{"violation": "v1", "party": "p1", "penalties": [{"kind": "licence_revocation"}]}]
    return case(*steps, proposed=proposed)


def step(kind, day, **said):
    return kind, day, said


def finding(rule, full, evaluator="compiled", on=ON):
    found = review(load_case(full, RULESETS), RULESETS, on, evaluator=evaluator).findings
    return next(each for each in found if each.ref.rule.endswith("/" + rule))


def limit(rule, full, on):
    found = deadlines(load_case(full, RULESETS), RULESETS, on)
    return next(each for each in found if each.ref.rule.endswith("/" + rule))


# Seven working days from the decision: the last one, and the days after it.
SEVEN = [
    ("2025-09-22", "2025-09-30", ["2025-10-01", "2025-10-08", "2025-10-09"]),  # holidays follow
    ("2025-09-17", "2025-09-26", ["2025-09-27", "2025-09-28"]),  # a Saturday follows, and a worked Sunday
    ("2025-09-18", "2025-09-28", ["2025-09-29"]),  # the seventh is a worked Sunday
    ("2024-03-06", "2024-03-15", ["2024-03-16", "2024-03-17", "2024-03-18"]),  # a weekend follows
    ("2024-04-22", "2024-04-30", ["2024-05-01", "2024-05-05", "2024-05-06"]),
    ("2024-04-27", "2024-05-09", ["2024-05-10"]),  # decided on a Saturday; the worked Sunday is the first
    ("2025-10-01", "2025-10-16", ["2025-10-17"]),  # decided in the holidays; a worked Saturday is the third
]


@pytest.mark.parametrize(("decided", "last", "late"), SEVEN)
def test_service_on_a_day_off_after_the_seventh_working_day_is_late(decided, last, late):
    def served(day):
        return finding(SERVED, case(step("decision", decided), step("service", day, mode="direct"))).status

    assert served(last) == "satisfied"
    assert {day: served(day) for day in late} == dict.fromkeys(late, "breached")


@pytest.mark.parametrize(("decided", "last"), [each[:2] for each in SEVEN])
def test_the_deadline_names_the_last_working_day_and_is_over_the_day_after(decided, last):
    full, day = case(step("decision", decided)), dt.date.fromisoformat(last)
    due, over = limit(SERVED, full, day), limit(SERVED, full, day + dt.timedelta(days=1))
    assert (due.status, due.last, due.days_left) == ("due", day, 0)
    assert (over.status, over.last, over.days_left) == ("overdue", day, -1)


@pytest.mark.parametrize(("decided", "last", "late"), SEVEN)
def test_a_session_and_a_calendar_feed_name_the_same_day(decided, last, late):
    under_way = CaseSession(case(record="working"), RULESETS, on=dt.date.fromisoformat(decided))
    due = under_way.take({"step": "decision", "on": decided}).due
    assert [each.last.isoformat() for each in due if each.ref.rule.endswith(SERVED)] == [last]
    assert any(each.ref.rule.endswith(SERVED) for each in under_way.proceed(dt.date.fromisoformat(late[0])).over)
    icalendar = pytest.importorskip("icalendar")
    on, loaded = dt.date.fromisoformat(last), load_case(case(step("decision", decided)), RULESETS)
    served = [each for each in deadlines(loaded, RULESETS, on) if each.ref.rule.endswith(SERVED)]
    dated = [Dated(loaded, RULESETS.vocabulary, TITLES, tuple(served))]
    (event,) = icalendar.Calendar.from_ical(as_icalendar(dated, on)).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == last
    assert f"最后一日 {last}" in as_deadline_text(dated, on, "zh")


# Five working days from the notice: the last one, and a day off after it.
FIVE = [
    ("2025-09-19", "2025-09-26", "2025-09-27"),  # a Saturday
    ("2024-03-01", "2024-03-08", "2024-03-10"),  # a Sunday
    ("2025-09-24", "2025-09-30", "2025-10-08"),  # a holiday
    ("2025-09-28", "2025-10-11", "2025-10-12"),  # over the holidays to a worked Saturday
    ("2024-05-06", "2024-05-11", "2024-05-12"),  # the fifth is a worked Saturday
]


@pytest.mark.parametrize(("told", "fifth", "after"), FIVE)
@pytest.mark.parametrize("evaluator", ["compiled", "durable"])
def test_a_request_on_a_day_off_after_the_fifth_working_day_is_out_of_time(told, fifth, after, evaluator):
    def asked(day):
        steps = step("notice", told, served=told), step("hearing_request", day), step("decision", ON.isoformat())
        return finding(REQUESTED, heard(*steps) | {"complete": ["steps"]}, evaluator)

    assert asked(fifth).status == "breached"
    assert asked(after).status == "not_applicable"


@pytest.mark.parametrize(("told", "fifth", "after"), FIVE)
def test_the_time_to_ask_for_a_hearing_is_over_after_the_fifth_working_day(told, fifth, after):
    def decided(day):
        full = heard(step("notice", told, served=told), step("decision", day)) | {"complete": ["steps"]}
        return finding(LEFT_OPEN, full).status

    assert decided(fifth) in ("breached", "apparent")
    assert decided(after) == "satisfied"
    waits = limit(LEFT_OPEN, heard(step("notice", told, served=told)), dt.date.fromisoformat(told))
    assert (waits.not_before, waits.last.isoformat()) == (True, fifth)


@pytest.mark.parametrize(
    ("hearing", "seventh"),
    [
        ("2025-10-09", "2025-09-23"),  # over the holidays and a worked Sunday
        ("2024-03-18", "2024-03-07"),
        ("2024-05-12", "2024-04-30"),
        ("2025-10-12", "2025-09-26"),  # a worked Sunday is the sixth
    ],
)
def test_counted_back_the_last_day_is_the_seventh_working_day_before(hearing, seventh):
    day = dt.date.fromisoformat(seventh)

    def told(on):
        return finding(
            "hearing_notified_seven_days_ahead",
            case(step("hearing_notice", on.isoformat(), time_and_place=True), step("hearing", hearing)),
        ).status

    assert told(day) == "satisfied"
    assert told(day + dt.timedelta(days=1)) == "breached"
    assert limit("hearing_notified_seven_days_ahead", case(step("hearing", hearing)), ON).last == day


# --- natural days keep their own law ------------------------------------------------------------------------------


def test_ninety_natural_days_end_on_a_day_off():
    full = case(step("case_filing", "2025-07-06"), record="working")
    assert limit("decided_within_90_days", full, dt.date(2025, 7, 7)).last == dt.date(2025, 10, 4)


@pytest.mark.parametrize(
    ("served", "last"),
    [
        ("2025-09-18", "2025-10-09"),  # the fifteenth day is 3 October
        ("2024-03-01", "2024-03-18"),  # a Saturday
        ("2025-09-13", "2025-09-28"),  # a worked Sunday
    ],
)
def test_the_fifteen_days_to_pay_roll_over(served, last):
    full = case(step("decision", served), step("service", served, mode="direct"), record="working")
    assert limit("fine_paid_within_15_days", full, dt.date.fromisoformat(served)).last.isoformat() == last


def test_a_year_without_a_notice_matters_only_where_the_last_day_may_lie_in_it():
    known = limit(SERVED, case(step("decision", "2026-12-22")), dt.date(2026, 12, 22))
    assert (known.status, known.last) == ("due", dt.date(2026, 12, 31))
    late = case(step("decision", "2026-12-22"), step("service", "2027-01-01", mode="direct"))
    assert finding(SERVED, late, on=dt.date(2027, 3, 1)).status == "breached"
    open_ = limit(SERVED, case(step("decision", "2026-12-23")), dt.date(2026, 12, 23))
    assert (open_.status, open_.why) == ("not_computable", (("calendar_missing", {"year": 2027}),))
