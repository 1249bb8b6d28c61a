"""What to write instead of a value written otherwise; where no reading is certain, none is offered."""

import pytest

from enforcement_rules.values.errors import refuse
from enforcement_rules.values.slips import with_slip

DATES = {
    "2024/3/5": "2024-03-05",
    "2024年3月5日": "2024-03-05",
    "2024.3.5": "2024-03-05",
    "20240305": "2024-03-05",
    "2024-3-5": "2024-03-05",
    "２０２４－０３－０５": "2024-03-05",
    "“2024-03-05”": "2024-03-05",
    "2024 年 3 月 5 日": "2024-03-05",
    "2024-03-05 10:00:00": "2024-03-05",
    "2024-03-05T10:00+08:00": "2024-03-05",
    "二〇二四年十二月二十一日": "2024-12-21",
    "2024年3月": "2024-03",
    "2024/3": "2024-03",
    "202403": "2024-03",
    "2024年": "2024",
    "2024.3.1-2024.3.5": "{from: 2024-03-01, to: 2024-03-05}",
    "2024-03-01至2024-03-05": "{from: 2024-03-01, to: 2024-03-05}",
    "2024年3月1日至5日": "{from: 2024-03-01, to: 2024-03-05}",
    "2024年3月至5月": "{from: 2024-03, to: 2024-05}",
    "2024年2月下旬": "{from: 2024-02-21, to: 2024-02-29}",
}
AMOUNTS = {
    "5万元": "50000",
    "1,000": "1000",
    "1，000": "1000",
    "300元": "300",
    "１２００": "1200",
    "伍万元整": "50000",
    "¥500": "500",
    "5e4": "50000",
    "12.5万": "125000",
    "007": "7",
    "5w": "50000",
    "0.005万元": "50",
    "壹佰叁拾陆元伍角": "136.5",
}
OTHERS = [
    ("expected_count", "3次", "3"),
    ("expected_count", "十五", "15"),
    ("expected_count", "05", "5"),
    ("expected_days", "15日", "15"),
    ("expected_time", "2024/3/5 9:30", "2024-03-05T09:30"),
    ("expected_time", "2024年3月5日下午3时", "2024-03-05T15:00"),
    ("expected_identifier", "p 1", "p_1"),
    ("expected_identifier", "p1，p2", "[p1, p2]"),
    ("expected_identifier", "【p1】", "p1"),
    ("expected_year", "2024年", "2024"),
]
YES = ["有", "是", "yes", "Y", "True", "1", "√"]
NO = ["无", "否", "没有", "no", "N", "0"]


def _instead(code, value, **args):
    found = with_slip(code, {"value": value, **args})
    return found["instead"] if found.get("slip") == "write_instead" else None


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_dates(text, day):
    assert _instead("expected_date", text) == day


@pytest.mark.parametrize(("text", "yuan"), AMOUNTS.items())
def test_amounts(text, yuan):
    assert _instead("expected_amount", text) == yuan


@pytest.mark.parametrize(("code", "text", "instead"), OTHERS)
def test_other_kinds(code, text, instead):
    assert _instead(code, text) == instead


def test_truth():
    assert {_instead("expected_yes_no", each) for each in YES} == {"true"}
    assert {_instead("expected_yes_no", each) for each in NO} == {"false"}


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("2024-02-30", "no_such_day"),
        ("2023年2月29日", "no_such_day"),
        ("20240431", "no_such_day"),
        ("2024/13/1", "no_such_month"),
        ("1024-01-01", "year_outside"),
        ("2024-03-05至2024-03-01", "span_upside_down"),
        ("不详", "leave_out"),
    ],
)
def test_a_day_that_does_not_exist_is_never_written(text, slip):
    assert with_slip("expected_date", {"value": text})["slip"] == slip


@pytest.mark.parametrize(
    ("text", "slip"), [("-5", "below_zero"), ("5.123", "too_many_decimals"), ("无", "none_or_unknown")]
)
def test_amounts_that_nobody_can_write_for_another(text, slip):
    assert with_slip("expected_amount", {"value": text})["slip"] == slip


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("expected_date", "约2024年"),
        ("expected_date", "24/3/5"),
        ("expected_date", "5/3/2024"),
        ("expected_date", "2024-03-05T20:00:00Z"),  # another day in China
        ("expected_day", "2024年3月"),
        ("expected_amount", "约5万"),
        ("expected_amount", "10万元以下"),
        ("expected_amount", "1,00"),
        ("expected_count", "3个月"),
        ("expected_days", "15个工作日"),
        ("expected_days", "一个月"),
        ("expected_identifier", "甲/乙 丙"),
    ],
)
def test_no_reading_is_offered_that_is_not_certain(code, text):
    assert "slip" not in with_slip(code, {"value": text})


def test_the_ends_of_a_span_are_read_one_by_one():
    found = with_slip("expected_date", {"value": "{…}"}, {"from": "2024/3/1", "to": "2024-03-05"})
    assert found["instead"] == "{from: 2024-03-01, to: 2024-03-05}"
    assert with_slip("expected_date", {"value": "{…}"}, {"from": "2024-02-30"})["slip"] == "no_such_day"
    assert with_slip("expected_date", {}, {"from": "2024-03-05", "to": "2024-03-01"})["slip"] == "span_upside_down"


def test_words_of_a_list_are_recognised_in_other_letters():
    grades = ["minor", "rather_serious"]
    assert _instead("expected_graded", "“Minor”", expected=grades) == "minor"
    assert _instead("expected_graded", "rather serious", expected=grades) == "rather_serious"
    assert _instead("expected_graded", "‘ minor ’", expected=grades) == "minor"
    assert _instead("expected_graded", "slight", expected=grades) is None


def test_the_sentence_says_what_to_write_in_both_languages_and_the_code_stays():
    error = refuse("expected_day", ("--on",), value="2024/3/5")
    assert error.problems[0].code == "expected_day"
    assert error.lines("zh") == ["--on: 2024/3/5 不是日期；应写作 2024-03-05"]
    assert error.lines("en") == ["--on: 2024/3/5 is no day; expected 2024-03-05"]
