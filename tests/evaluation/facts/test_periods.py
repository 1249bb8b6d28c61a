"""Times in hours, periods of several steps, days that roll over, who took part, and unknown calendars."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_calendar, load_case, load_rulesets, review
from enforcement_rules.values.errors import InputError

DUTY = """
requirements:
  - article: 第一条
    name: {name}
    says: 虚构的义务
    says_en: a made-up duty
    at: decision
    then: {then}
    severity: material
"""


def duty(then, name="kept"):
    return DUTY.format(then=then, name=name)


def days(*steps, complete=True, **more):
    end = {"step": "decision", "on": "2024-06-01"}
    return {"steps": [*steps, end], "complete": ["steps", "officers"] if complete else [], **more}


def step(kind, day, **more):
    return {"step": kind, ("at" if "T" in day else "on"): day, **more}


@pytest.mark.parametrize(
    ("approved", "noticed", "status"),
    [
        ("2024-02-28T23:30", "2024-02-29T23:29", "satisfied"),
        ("2024-02-28T23:30", "2024-02-29T23:30", "satisfied"),
        ("2024-02-28T23:30", "2024-02-29T23:31", "breached"),
        ("2024-02-28", "2024-02-28", "satisfied"),
        ("2024-02-28", "2024-02-29", "undetermined"),
        ("2024-02-28", "2024-03-01T00:01", "breached"),
        ("2024-02", "2024-04-01", "breached"),
        (None, "2024-04-01", "undetermined"),
    ],
)
def test_hours_are_counted_to_the_minute_and_days_give_bounds(law, approved, noticed, status):
    law.version(duty("{notice.hours: {at_most: 24}}"))
    stated = {"approved_at": approved} if approved else {}
    assert law.statuses(days(step("notice", noticed, **stated)))["kept"] == status


@pytest.mark.parametrize("bad", ["2024-02-30T10:00", "2024-02-28T10:00+08:00", "10:00", 5])
def test_a_time_that_is_none_is_refused(law, bad):
    law.version(duty("{notice.hours: {at_most: 24}}"))
    with pytest.raises(InputError) as caught:
        law.statuses(days(step("notice", "2024-02-28", approved_at=bad)))
    assert "time" in str(caught.value) or "text" in str(caught.value)


STOPS = [
    ([], 0, 0),
    ([step("exclusion", "2024-03-01", until="2024-03-10")], 10, 10),
    (
        [step("exclusion", "2024-03-01", until="2024-03-10"), step("exclusion", "2024-03-06", until="2024-03-15")],
        15,
        15,
    ),
    ([step("exclusion", "2024-02-28", until="2024-03-01")], 3, 3),
    ([step("exclusion", "2024-03-01", days=7)], 7, 7),
    # So many days from one day on, twice: whether they are the same days is not told.
    ([step("exclusion", "2024-03-01", days=7), step("exclusion", "2024-03-01", days=7)], 7, 14),
    ([step("exclusion", "2024-03-01", days=7), step("exclusion", "2024-03-08", days=7)], 14, 14),
    ([step("suspension", "2024-03-01"), step("resumption", "2024-03-06")], 5, 5),
    ([step("suspension", "2024-03-01", until="2024-03-05")], 5, 5),
    (
        [step("suspension", "2024-03-01", until="2024-03-10"), step("exclusion", "2024-03-05", until="2024-03-12")],
        12,
        12,
    ),
    (
        [step("resumption", "2024-03-06"), step("suspension", "2024-03-01"), step("exclusion", "2024-03-04", days=2)],
        5,
        7,
    ),
    # Suspended and never resumed: at most until the decision.
    ([step("suspension", "2024-05-30")], 0, 3),
    ([step("suspension", "2024-05-30"), step("exclusion", "2024-05-25", until="2024-05-30")], 6, 8),
    # What lies outside the period takes nothing off: before its first day, after the decision.
    ([step("exclusion", "2023-12-20", until="2024-01-10")], 9, 9),
    ([step("exclusion", "2024-05-30", until="2024-12-31")], 3, 3),
    ([step("exclusion", "2024-06-02", until="2024-12-31"), step("exclusion", "2024-06-10", days=30)], 0, 0),
    ([step("exclusion", "2024-05-30", days=30)], 3, 30),
    ([step("exclusion", "2023-12-01", days=500)], 152, 152),
]


@pytest.mark.parametrize(("steps", "least", "most"), STOPS)
def test_days_that_do_not_count_add_up_and_overlaps_count_once(law, steps, least, most):
    law.version(duty(f"{{case.stopped: {{at_least: {least}}}, case.more: {{at_most: 0}}}}", "least"))
    law.version(duty(f"{{case.stopped: {{at_most: {most}}}}}", "most"), name="other")
    law.version(duty(f"{{case.stopped: {{more_than: {least}}}}}", "more"), name="third")
    law.version(duty(f"{{case.stopped: {{below: {most}}}}}", "fewer"), name="fourth")
    found = law.statuses(days(step("notice", "2024-01-01"), *steps))
    assert (found["least"], found["most"]) == ("satisfied", "satisfied")
    other = "breached" if least == most else "undetermined"
    assert (found["more"], found["fewer"]) == (other, other)


def test_an_open_list_of_steps_may_hold_more_of_them(law):
    law.version(duty("{case.stopped: {at_least: 3}}", "least"))
    law.version(duty("{case.stopped: {at_most: 3}}", "most"), name="other")
    steps = [step("notice", "2024-01-01"), step("exclusion", "2024-03-01", days=3)]
    found = law.statuses(days(*steps, complete=False))
    assert (found["least"], found["most"]) == ("satisfied", "undetermined")


@pytest.mark.parametrize(("most", "status"), [(100, "undetermined"), (152, "satisfied")])
def test_a_stop_without_a_day_lasts_at_most_the_whole_period(law, most, status):
    law.version(duty(f"{{case.stopped: {{at_most: {most}}}}}"))
    assert law.statuses(days(step("notice", "2024-01-01"), {"step": "suspension"}))["kept"] == status


@pytest.mark.parametrize(
    ("steps", "more", "until"),
    [
        ([step("extension", "2024-03-01", days=30), step("extension", "2024-04-01", days=30)], 60, "2024-02-01"),
        (
            [step("extension", "2024-03-01", until="2024-05-01"), step("extension", "2024-04-01", days=30)],
            30,
            "2024-05-01",
        ),
        (
            [step("extension", "2024-03-01", until="2024-05-01"), step("extension", "2024-04-01", until="2024-05-31")],
            0,
            "2024-05-31",
        ),
        # Time excluded after the extension was granted moves the day that it names; what was known then does not.
        (
            [step("extension", "2024-03-01", until="2024-05-01"), step("exclusion", "2024-04-10", until="2024-04-19")],
            0,
            "2024-05-11",
        ),
        (
            [step("extension", "2024-03-01", until="2024-05-01"), step("exclusion", "2024-02-20", until="2024-03-10")],
            0,
            "2024-05-01",
        ),
        (
            [step("extension", "2024-03-01", until="2024-05-01"), step("exclusion", "2024-05-02", until="2024-05-10")],
            0,
            "2024-05-01",
        ),
        (
            [
                step("extension", "2024-03-01", until="2024-05-01"),
                step("suspension", "2024-04-30"),
                step("resumption", "2024-05-06"),
            ],
            0,
            "2024-05-07",
        ),
    ],
)
def test_extensions_add_up_or_name_a_last_day(law, steps, more, until):
    both = f"{{case.more: {{at_least: {more}, at_most: {more}}}, case.until: {{at_least: {until}, at_most: {until}}}}}"
    law.version(duty(both))
    assert law.statuses(days(step("notice", "2024-02-01"), *steps))["kept"] == "satisfied"


def test_a_last_day_on_a_holiday_rolls_over(law):
    law.version(duty("{decision.on: {at_most: {fact: notice.on, plus: {days: 2, rolls: true}}}}"))

    def on(day):
        steps = [step("notice", "2023-09-28"), step("decision", day)]
        return law.statuses({"steps": steps, "violations": []}, on="2023-12-01")["kept"]

    # 30 September is in the holidays; 7 October was a working Saturday.
    assert [on(day) for day in ("2023-09-30", "2023-10-06", "2023-10-07", "2023-10-08")] == [
        "satisfied",
        "satisfied",
        "satisfied",
        "breached",
    ]


def test_rolling_over_into_an_unknown_year_never_shortens(law):
    law.version(duty("{decision.on: {at_most: {fact: notice.on, plus: {days: 2, rolls: true}}}}"))

    def found(day):
        return law.review({"steps": [step("notice", "2050-01-01"), step("decision", day)]}, on="2050-03-01").findings[0]

    assert found("2050-01-03").status == "satisfied"
    late = found("2050-01-04")
    assert late.status == "undetermined"
    assert ("calendar_missing", {"year": 2050}) in late.notes


def test_an_unknown_year_is_named_and_a_calendar_file_supplies_it(law, tmp_path):
    law.version(duty("{case.workdays: {at_most: 2}}"))
    rulesets = load_rulesets(law.folder, only=True)
    steps = [step("notice", "2050-01-07"), step("decision", "2050-01-11")]  # Friday to Tuesday
    case = load_case({"steps": steps}, rulesets)
    file = tmp_path / "days.yaml"
    text = "years:\n  '2050': {source: 虚构的通知, days_off: [2050-01-10], working_weekends: [%s]}\n"

    def status(calendar=None):
        known = {} if calendar is None else {"calendar": calendar}
        return review(case, rulesets, dt.date(2050, 2, 1), **known).findings[0]

    assert status().status == "undetermined"
    assert status().notes == (("calendar_missing", {"year": 2050}),)
    for working, expected in (("", "satisfied"), ("2050-01-08", "satisfied"), ("2050-01-08, 2050-01-09", "breached")):
        file.write_text(text % working, encoding="utf-8")
        calendar = load_calendar(file)
        assert status(calendar).status == expected
        assert "虚构的通知" in review(case, rulesets, dt.date(2050, 2, 1), calendar=calendar).receipt["calendar"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("years: {'2050': {source: a, days_off: [2051-01-01]}}", "1:40: 2051-01-01 is not in 2050"),
        ("years: {'50': {source: a, days_off: []}}", "1:15: 50 is no year"),
        ("years: {'2050': {source: a, days_off: [], working_weekends: [2050-01-07]}}", "2050-01-07 is no weekend"),
        (
            "years: {'2050': {source: a, days_off: [2050-01-08], working_weekends: [2050-01-08]}}",
            "listed as a day off and as worked",
        ),
        ("years: {'2050': {days_off: [2050-13-01]}}", "2050-13-01 is no day"),
        ("years: {}", "1:8: list too short"),
        ("[]", "mapping"),
    ],
)
def test_a_calendar_that_is_wrong_is_refused_with_its_place(tmp_path, text, found):
    file = tmp_path / "days.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_calendar(file)
    assert any(found in line for line in caught.value.lines())


OFFICERS = [{"id": "o1", "name": "张某"}, {"id": "o2", "name": "李某"}]


@pytest.mark.parametrize(
    ("chair", "more", "status"),
    [
        ("o1", {}, "breached"),
        ("张某", {}, "breached"),
        ("o2", {}, "satisfied"),
        ("王某", {}, "satisfied"),
        ("王某", {"complete": []}, "undetermined"),
        ("o1", {"stated": False}, "satisfied"),
    ],
)
def test_who_took_part_is_found_from_the_acts(law, chair, more, status):
    law.version(duty("{notice.chair_took_part: false}"))
    stated = {"chair_took_part": more["stated"]} if "stated" in more else {}
    steps = [step("inspection", "2024-01-02", by=["o1"]), step("notice", "2024-02-01", chair=chair, **stated)]
    case = days(*steps, officers=OFFICERS) | {key: each for key, each in more.items() if key != "stated"}
    assert law.statuses(case)["kept"] == status


def test_an_act_that_names_nobody_leaves_open_who_took_part(law):
    law.version(duty("{notice.chair_took_part: false}"))
    steps = [step("inspection", "2024-01-02"), step("notice", "2024-02-01", chair="o2")]
    assert law.statuses(days(*steps, officers=OFFICERS))["kept"] == "undetermined"


@pytest.mark.parametrize(
    ("officer", "status"),
    [
        ({"certificate": {"from": "2024-01-03", "to": "2030-01-01"}}, "breached"),
        ({"certificate": {"from": "2024-01-02", "to": "2030-01-01"}}, "satisfied"),
        ({"certificate": {"from": "2020-01-01", "to": "2024-01-02"}}, "satisfied"),
        ({"certificate": {"from": "2020-01-01", "to": "2024-01-01"}}, "breached"),
        ({"certificate": {"from": "2020-01-01", "to": "2030-01-01"}, "left_on": "2024-01-01"}, "breached"),
        ({"certificate": {"from": "2020-01-01", "to": "2030-01-01"}, "left_on": "2024-01-02"}, "satisfied"),
        ({"certificate": {"from": "2020-01-01"}}, "undetermined"),
        ({"left_on": "2024-01-01"}, "breached"),
        ({}, "undetermined"),
    ],
)
def test_certificates_are_held_against_the_day_of_each_act(law, officer, status):
    law.version(duty("{every: {of: acts, holds: {act.certificates_valid: true}}}"))
    case = days(step("inspection", "2024-01-02", by=["o1"]), officers=[{"id": "o1"} | officer])
    assert law.statuses(case)["kept"] == status


def test_rules_can_join_acts_and_officers(law):
    law.version(duty("{every: {of: performers, holds: {officer.certificate_from: {at_most: {fact: act.on}}}}}"))
    officers = [
        {"id": "o1", "certificate": {"from": "2024-01-05"}},
        {"id": "o2", "certificate": {"from": "2020-01-01"}},
    ]
    early = days(step("inspection", "2024-01-03", by=["o1", "o2"]), officers=officers)
    late = days(step("inspection", "2024-01-05", by=["o1", "o2"]), officers=officers)
    assert law.statuses(early)["kept"] == "breached"
    assert law.statuses(late)["kept"] == "satisfied"


def test_assistants_do_not_count(law):
    law.version(duty("{every: {of: acts, holds: {act.officer_count: {at_least: 2}}}}"))

    def with_second(**facts):
        officers = [{"id": "o1"}, {"id": "o2"} | facts]
        return law.statuses(days(step("inspection", "2024-01-03", by=["o1", "o2"]), officers=officers))["kept"]

    assert [with_second(), with_second(kind="assistant"), with_second(role="auxiliary")] == [
        "satisfied",
        "breached",
        "breached",
    ]


@pytest.mark.parametrize(
    ("until", "most", "status"),
    [
        ("2024-03", 30, "satisfied"),  # from 10 March: 22 days at most, none at least
        ("2024-03", 21, "undetermined"),
        ("2024-03", 22, "satisfied"),
        ({"from": "2024-03-20"}, 10, "breached"),  # eleven days at least
        ({"from": "2024-03-20", "to": "2024-03-25"}, 16, "satisfied"),
        ({"to": "2024-03-25"}, 16, "satisfied"),
        ({"to": "2024-03-25"}, 15, "undetermined"),
    ],
)
def test_a_stop_whose_last_day_is_known_within_bounds_takes_so_many_days_off(law, until, most, status):
    law.version(duty(f"{{case.stopped: {{at_most: {most}}}}}"))
    steps = [step("notice", "2024-03-01"), step("exclusion", "2024-03-10", until=until)]
    assert law.statuses(days(*steps))["kept"] == status
