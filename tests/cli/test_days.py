"""The day of the review as the command line tells it, and what the page says of days that are open; made-up files."""

from __future__ import annotations

import datetime as dt

import pytest

HEAD = """
number: 虚构
record: excerpt
organ: {field: urban_management, rank: county, place: "350121"}
parties: [{id: p1, kind: individual_business}]
violations:
  - {id: v1, parties: [p1], first: true, gravity: minor, harm: none, corrected_in_time: true}
proposed: [{violation: v1, party: p1, treatment: no_penalty, penalties: []}]
steps:
"""


@pytest.fixture
def page(run, tmp_path):
    """Return what the command prints for a file with these steps, on both streams."""

    def shown(steps, *args):
        path = tmp_path / "case.yaml"
        path.write_text(HEAD + "".join(f"  - {step}\n" for step in steps), "utf-8")
        done = run("review", path, *args)
        return done.stdout, done.stderr

    return shown


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2022-02", "2022-02-28"),
        ("{from: 2022-02-01, to: 2022-02-09}", "2022-02-09"),
        ("{to: 2024-06-30}", "2024-06-30"),
    ],
)
def test_a_decision_of_a_month_is_not_said_to_have_no_date(page, day, last):
    text, told = page([f"{{step: decision, on: {day}}}"])
    assert told == ""
    assert f"审查基准日  {last}（处罚决定是哪一天只知道界限，取其最后一日）" in text


@pytest.mark.parametrize(
    ("steps", "zh", "en"),
    [
        (["{step: decision}"], "没有决定日期，按今天", "no date of decision; reviewed as of today"),
        (
            ["{step: decision, on: {from: 2022-02-17}}"],
            "决定日期只知道不早于 2022-02-17，按今天",
            "the decision is only known to be of 2022-02-17 or later; reviewed as of today",
        ),
        (
            ["{step: case_filing, on: 2022-03}", "{step: decision}"],
            "决定日期只知道不早于 2022-03-01，按今天",
            "2022-03-01",
        ),
    ],
)
def test_without_a_last_day_today_is_taken_and_said(page, steps, zh, en):
    today = dt.date.today().isoformat()
    for lang, told in (("zh", zh), ("en", en)):
        text, said = page(steps, "--lang", lang)
        assert told in said
        assert today in said
        assert today in text


def test_a_possible_ground_is_named_and_the_day_is_the_first_question(page):
    text, _ = page(["{step: decision, on: {to: 2024-06-30}}"])
    assert "○ 初次违法、危害后果轻微且及时改正的，可以不予处罚" in text
    assert "日期未定，这一版是否适用待查" in text
    assert "没有成立的不予情节" not in text
    asked = text[text.index("三、待查") :].splitlines()
    assert asked[2].strip().startswith("处罚决定是哪一天？")
    assert asked[3].strip() == "→ 决定适用哪一版法律"


def test_two_speakers_on_a_date_stand_on_the_page_in_both_languages(page):
    steps = ["{step: decision, on: [{value: 2023-08-01, by: decision}, {value: 2023-08-03, by: court}]}"]
    text, _ = page(steps, "--on", "2024-01-01")
    assert "≠ 处罚决定日期：说法不一，2023-08-01（处罚决定书）、2023-08-03（法院）" in text
    text, _ = page(steps, "--on", "2024-01-01", "--lang", "en")
    assert "date: decision: contested, 2023-08-01 (decision), 2023-08-03 (court)" in text
