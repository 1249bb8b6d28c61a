"""One range of dates everywhere, and no number so large that anything but a refusal with its place comes of it."""

from __future__ import annotations

import datetime as dt

import pytest
from typer.testing import CliRunner

from enforcement_rules import CaseSession, InputError, load_case, load_rulesets, review
from enforcement_rules.cli.app import app
from enforcement_rules.evaluation.views import deadlines

LAW = load_rulesets()
OUTSIDE = ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"]
NO_DAYS = [
    *OUTSIDE,
    "10000-01-01",
    "2023-02-30",
    "2023-13-01",
    "2024-W01-1",
    "20240101",
    "-001-01-01",
    "１９９９-01-01",
]
NO_TIMES = [
    *(f"{day}T09:30" for day in OUTSIDE), "2024-03-01T24:00", "2024-03-01T09:60", "2024-03-01T9:30", "2024-W01-1T09:30",
    "2024-03-01T09:30Z", "2024-03-01T09:30+08:00", "2024-03-01T09", "P1D", "PT24H", "1e999",
]  # fmt: skip
NO_NUMBERS = ["-1", "1e999", "1E5", "NaN", "Infinity", "0x10", "1_000", "１２３", "9" * 14, "9" * 5000, "1.234", "+1"]
NO_DAY_COUNTS = ["-1", "1.5", "1e5", "NaN", "73001", "999999999", "9" * 5000, "P30D"]


def refused(tmp_path, text):
    """Return the lines of the refusal of a case file; it is an error that has no place in the third line."""
    file = tmp_path / "case.yaml"
    file.write_text(f"record: working\nparties: [{{id: p1}}]\n{text}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_case(file, LAW)
    return [line.removeprefix(f"{file}:") for line in caught.value.lines()]


STEPS = "steps: [{step: decision, on: 2023-05-10}, {step: exclusion, on: 2023-01-01, %s}]"
PLACES = {
    "steps: [{step: decision, on: %s}]": NO_DAYS,
    "steps: [{step: decision, on: {from: %s}}]": NO_DAYS,
    "violations: [{id: v1, began: %s}]": NO_DAYS,
    "violations: [{id: v1, ended: {from: 2020-01-01, to: %s}}]": NO_DAYS,
    "officers: [{id: o1, certificate: {from: %s}}]": NO_DAYS,
    "prior_penalties: [{on: %s}]": NO_DAYS,
    "documents: [{title: x, on: %s}]": NO_DAYS,
    "steps: [{step: notice, served: %s}]": NO_DAYS,
    "steps: [{step: decision, at: %s}]": [*NO_TIMES, "2023-05-10"],
    STEPS.replace("%s", "days: %s"): NO_DAY_COUNTS,
    STEPS.replace("%s", "until: %s"): NO_DAYS,
    "proposed: [{penalties: [{kind: fine, amount: %s}]}]": NO_NUMBERS,
    "violations: [{id: v1, bases: {goods_value: %s}}]": NO_NUMBERS,
    "proposed: [{penalties: [{kind: administrative_detention, days: %s}]}]": ["-1", "1.5", "1e5", "9" * 5000],
}


@pytest.mark.parametrize("text", PLACES)
def test_what_is_out_of_bounds_is_refused_in_its_line(tmp_path, text):
    for value in PLACES[text]:
        (line,) = refused(tmp_path, text.replace("%s", value))
        assert line.startswith("3:"), value


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31"])
def test_the_ends_of_the_range_are_reviewed(day):
    for key in ("on", "at"):
        steps = [
            {"step": "case_filing", "on": day},
            {"step": "decision", key: day if key == "on" else f"{day}T23:59:59"},
        ]
        made = {"violations": [{"id": "v1", "began": {"to": day}, "penalised_by": [{"instrument": "advertising_law"}]}]}
        case = load_case({**made, "parties": [{"id": "p1"}], "steps": steps}, LAW)
        assert review(case, LAW).outcome != "may_decide"
        deadlines(case, LAW, dt.date.fromisoformat(day))


def test_the_longest_stops_are_answered():
    stops = [
        {"step": kind, "on": day, "days": days}
        for kind in ("exclusion", "extension", "suspension")
        for day in ("1900-01-01", "2023-02-01", "2200-12-31")
        for days in (0, 1, 73_000)
    ]
    steps = [{"step": "case_filing", "on": "2023-01-01"}, {"step": "decision", "on": "2023-12-10"}, *stops * 200]
    case = load_case({"violations": [{"id": "v1"}], "steps": steps[:500]}, LAW)
    assert review(case, LAW).outcome != "may_decide"


@pytest.mark.parametrize("on", OUTSIDE)
def test_days_of_python_are_held_to_the_same_range(on):
    day = dt.date.fromisoformat(on)
    case = load_case({"violations": [{"id": "v1"}]}, LAW)
    for ask in (lambda: review(case, LAW, day), lambda: deadlines(case, LAW, day), lambda: CaseSession(on=day)):
        with pytest.raises(InputError) as caught:
            ask()
        assert caught.value.problems[0].code == "expected_day"
    for value in (day, dt.datetime.fromisoformat(f"{on}T09:30:00.5")):
        with pytest.raises(InputError):
            load_case({"steps": [{"step": "decision", "at" if isinstance(value, dt.datetime) else "on": value}]}, LAW)


@pytest.mark.parametrize("day", NO_DAYS)
@pytest.mark.parametrize("command", ["review", "deadlines", "explain", "appraise", "catalogue"])
def test_the_day_of_the_command_line_is_held_to_it_too(tmp_path, command, day):
    file = tmp_path / "case.yaml"
    file.write_text("violations: [{id: v1}]\nsteps: [{step: decision, on: 2023-05-10}]\n", encoding="utf-8")
    rule = ["administrative_penalty_law/decided_within_90_days"] if command == "explain" else []
    files = [] if command == "catalogue" else [str(file), *rule]
    done = CliRunner().invoke(app, [command, *files, "--on", day, "--lang", "en"])
    assert (done.exit_code, done.exception.__class__) == (2, SystemExit)
    assert f"--on: {day} is no day" in done.stderr


def test_a_citation_in_full_width_digits_is_read():
    """The same article, however its number is written."""
    found = []
    for article in ("第一百二十四条第一款", "第１２４条第１款", "第124条第一款"):
        cited = [{"instrument": "food_safety_law", "article": article}]
        violation = {
            "id": "v1",
            "penalised_by": cited,
            "ended": "2022-01-01",
            "bases": {"goods_value": 5, "illegal_gains": 0},
        }
        case = load_case({"violations": [violation], "steps": [{"step": "decision", "on": "2023-01-01"}]}, LAW)
        found.append(review(case, LAW).results[0].statutory.range)
    assert found[0] is not None
    assert found == [found[0]] * 3


RULE = """\
requirements:
  - article: 第二条
    name: in_time
    says: 甲
    says_en: a
    at: decision
    then: {decision.on: {at_most: {fact: case_filing.on, plus: {%s}}}}
    severity: minor
"""
HEAD = """\
instrument: slow_law
version: "2020"
title: {zh: 慢法（虚构）, en: Slow Law (made up)}
short: {zh: 慢法, en: Slow Law}
rank: law
issuer: 某机关
in_force: {from: %s, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-01-01
articles: {第二条: encoded}
"""


def write(tmp_path, plus, start="2020-01-01"):
    folder = tmp_path / "slow_law_2020"
    folder.mkdir(exist_ok=True)
    (folder / "instrument.yaml").write_text(HEAD % start, encoding="utf-8")
    (folder / "rules.yaml").write_text(RULE % plus, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "plus",
    [
        "years: 8000", "years: -8000", "years: 201", "months: 2401", "days: 73001", "workdays: 4001", "days: 1e9",
        "days: " + "9" * 5000, "years: NaN", "days: P1D", "years: 1.5", "years: 5, days: -99999",
    ],
)  # fmt: skip
def test_offsets_of_rules_are_held_to_what_the_law_knows(tmp_path, plus):
    with pytest.raises(InputError) as caught:
        load_rulesets(write(tmp_path, plus), only=True)
    (line,) = caught.value.lines()
    assert "slow_law_2020/rules.yaml:7:" in line


@pytest.mark.parametrize("start", NO_DAYS)
def test_versions_are_in_force_from_days_of_the_range(tmp_path, start):
    with pytest.raises(InputError) as caught:
        load_rulesets(write(tmp_path, "days: 5", start), only=True)
    assert "instrument.yaml:7:" in caught.value.lines()[0]


@pytest.mark.parametrize("filed", ["1900-01-01", "2200-12-31", {"from": "1900-01-01", "to": "2200-12-31"}])
@pytest.mark.parametrize("sign", ["", "-"])
def test_the_longest_offsets_are_answered_from_both_ends(tmp_path, filed, sign):
    """Years, months, days and working days together."""
    plus = f"years: {sign}200, months: {sign}2400, days: {sign}73000, workdays: {sign}4000, rolls: true"
    law = load_rulesets(write(tmp_path, plus), only=True)
    steps = [{"step": "case_filing", "on": filed}, {"step": "decision", "on": "2023-01-01"}]
    case = load_case({"violations": [{"id": "v1"}], "steps": steps}, law)
    assert review(case, law).outcome != "may_decide"
    deadlines(case, law, dt.date(2023, 2, 1))
