"""Time limits of a case as it stands: what is due, done, late, waiting or not computable, and by which day."""

from __future__ import annotations

import datetime as dt
import json
import sys

import pytest

from enforcement_rules import load_calendar, load_case, load_rulesets, review
from enforcement_rules.cli.app import app
from enforcement_rules.evaluation.views import deadlines
from enforcement_rules.explanation.deadlines import Dated, as_deadline_text, as_icalendar
from enforcement_rules.values.errors import InputError

RULESETS = load_rulesets()
ON = dt.date(2026, 9, 10)
TITLES = {name: (name, name) for name in RULESETS.versions}


def case(*steps, **more):
    full = {
        "number": "虚构〔2026〕1号",
        "procedure": "ordinary",
        "organ": {"field": "market_regulation", "rank": "county", "place": "140105"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"]}],
        "steps": list(steps),
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "licence_revocation"}]}],
    }
    return load_case(full | more, RULESETS)


def step(kind, day=None, **more):
    return {"step": kind} | ({} if day is None else {"on": day}) | more


def found(rule, loaded, on=ON, **more):
    return next(each for each in deadlines(loaded, RULESETS, on, **more) if each.ref.rule.endswith("/" + rule))


def status(rule, loaded, on=ON):
    each = found(rule, loaded, on)
    return each.status, each.last, each.days_left


DECIDED = "decided_within_90_days"
SERVED = "served_within_seven_days"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step("case_filing", "2026-09-01")], ("due", dt.date(2026, 11, 30), 81)),
        ([step("case_filing", "2026-06-12")], ("due", dt.date(2026, 9, 10), 0)),
        ([step("case_filing", "2026-06-11")], ("overdue", dt.date(2026, 9, 9), -1)),
        (
            [step("case_filing", "2026-06-11"), step("exclusion", "2026-07-01", until="2026-07-10")],
            ("due", dt.date(2026, 9, 19), 9),
        ),
        (
            [step("case_filing", "2026-06-11"), step("extension", "2026-09-01", until="2026-10-09")],
            ("due", dt.date(2026, 10, 9), 29),
        ),
        ([step("case_filing")], ("not_computable", None, None)),
        ([step("case_filing", done=False)], ("waiting", None, None)),
        ([], ("not_computable", None, None)),
    ],
)
def test_the_ninety_days(steps, expected):
    assert status(DECIDED, case(*steps)) == expected


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        ("2026-09-30", "done"),  # 25 September is a holiday
        ("2026-10-01", "late"),  # a holiday after the seventh working day
        ("2026-10-07", "late"),
        ("2026-10-08", "late"),
        ("2026-10", "not_computable"),
    ],
)
def test_what_was_done_in_time_or_late(served, expected):
    loaded = case(step("decision", "2026-09-20"), step("service", served))
    assert found(SERVED, loaded, dt.date(2026, 12, 1)).status == expected


def test_a_wait_is_over_after_its_last_day():
    loaded = case(step("notice", "2026-09-07", served="2026-09-07"))
    limit = found("hearing_period_left_open", loaded)
    assert limit.not_before
    assert (limit.status, limit.last) == ("due", dt.date(2026, 9, 14))


def test_a_limit_may_be_counted_back_from_a_day_to_come():
    loaded = case(step("hearing", "2026-09-30"), step("hearing_notice", done=False))
    limit = found("hearing_notified_seven_days_ahead", loaded)
    assert (limit.last, limit.first, limit.status) == (dt.date(2026, 9, 20), None, "due")


@pytest.mark.parametrize("filed", ["2023-09-30", "2024-02-29", "2023-11-30", "2024-10-01"])
@pytest.mark.parametrize(
    "stops",
    [[], [step("exclusion", "2024-10-05", until="2024-10-20")], [step("extension", "2024-10-05", days=30)]],
    ids=["plain", "excluded", "extended"],
)
def test_the_last_day_is_where_a_review_turns(filed, stops):
    begun = [step("case_filing", filed), *stops]
    last = found(DECIDED, case(*begun, complete=["steps"]), dt.date(2024, 10, 6)).last

    def reviewed(day):
        loaded = case(*begun, step("decision", day.isoformat()), complete=["steps"])
        return next(f for f in review(loaded, RULESETS, day).findings if f.ref.rule.endswith(DECIDED)).status

    assert reviewed(last) in ("satisfied", "not_applicable")
    assert reviewed(last + dt.timedelta(days=1)) in ("breached", "apparent")


def test_an_unknown_year_is_named_and_a_calendar_file_helps(tmp_path):
    loaded = case(step("decision", "2050-01-07"), step("service", done=False))
    on = dt.date(2050, 1, 8)
    limit = found(SERVED, loaded, on)
    assert (limit.status, limit.why) == ("not_computable", (("calendar_missing", {"year": 2050}),))
    file = tmp_path / "days.yaml"
    file.write_text("years: {'2050': {source: a, days_off: [2050-01-10]}}", encoding="utf-8")
    limit = found(SERVED, loaded, on, calendar=load_calendar(file))
    assert (limit.status, limit.last) == ("due", dt.date(2050, 1, 19))


def test_what_does_not_apply_has_no_limit():
    names = {each.ref.rule.partition("/")[2] for each in deadlines(case(procedure="summary"), RULESETS, ON)}
    assert DECIDED not in names
    assert SERVED not in names


def dated(loaded, on=ON):
    return [Dated(loaded, RULESETS.vocabulary, TITLES, deadlines(loaded, RULESETS, on))]


FULL = [
    step("case_filing", "2026-06-11"),
    step("preservation_by_registration", "2026-09-04"),
    step("notice", "2026-09-07", served="2026-09-07"),
]


def test_both_languages_name_the_same_limits():
    chinese, english = (as_deadline_text(dated(case(*FULL)), ON, lang, everything=True) for lang in ("zh", "en"))
    assert [line[:3] for line in chinese.splitlines()[2:]] == [line[:3] for line in english.splitlines()[2:]]
    assert "{" not in chinese + english
    assert "逾期" in chinese
    assert "overdue" in english


def test_icalendar_is_read_back_by_its_library():
    icalendar = pytest.importorskip("icalendar")
    text = as_icalendar(dated(case(*FULL)), ON)
    assert as_icalendar(dated(case(*FULL)), ON) == text
    feed = icalendar.Calendar.from_ical(text)
    days = {event.decoded("dtstart") for event in feed.walk("VEVENT")}
    assert days == {each.last for each in deadlines(case(*FULL), RULESETS, ON) if each.status in ("due", "overdue")}
    assert len({str(event["uid"]) for event in feed.walk("VEVENT")}) == len(feed.walk("VEVENT"))
    later = icalendar.Calendar.from_ical(as_icalendar(dated(case(*FULL), ON + dt.timedelta(days=1)), ON))
    assert {str(event["uid"]) for event in later.walk("VEVENT")} == {str(e["uid"]) for e in feed.walk("VEVENT")}


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(InputError) as caught:
        as_icalendar(dated(case(*FULL)), ON)
    assert "enforcement-rules[ics]" in caught.value.lines()[0]


CASE = """
number: 虚构〔2026〕1号
procedure: ordinary
steps:
  - {step: case_filing, on: %s}
"""


@pytest.fixture
def files(tmp_path):
    paths = []
    for n, day in enumerate(("2026-06-11", "2026-06-15", "2026-08-01")):
        path = tmp_path / f"case{n}.yaml"
        path.write_text(CASE % day, encoding="utf-8")
        paths.append(str(path))
    return paths


def run(capsys, *args):
    with pytest.raises(SystemExit) as ended:
        app(["deadlines", *args])
    out = capsys.readouterr()
    return ended.value.code, out.out, out.err


def test_many_cases_this_week(files, capsys):
    code, out, _ = run(capsys, *files, "--on", "2026-09-10", "--within", "7", "--format", "json")
    records = json.loads(out)
    assert code == 1
    assert [[one["status"] for one in record["deadlines"]] for record in records] == [["overdue"], ["due"], []]
    _, out, _ = run(capsys, *reversed(files), "--on", "2026-09-10", "--within", "7", "--format", "json")
    assert json.loads(out) == records


def test_a_file_that_cannot_be_read_does_not_hide_the_others(files, capsys):
    code, out, err = run(capsys, files[0], files[0] + "x", files[1], "--on", "2026-09-10", "--format", "json")
    assert code == 2
    assert [record["case"] for record in json.loads(out)] == ["虚构〔2026〕1号"] * 2
    assert "case0.yamlx" in err


def test_the_exit_code_says_whether_something_is_over(files, capsys):
    assert run(capsys, files[2], "--on", "2026-09-10")[0] == 0
    assert run(capsys, files[0], "--on", "2026-09-10")[0] == 1
    code, out, err = run(capsys, files[0] + "x", "--on", "2026-09-10")
    assert (code, out) == (2, "")
    assert "case0.yamlx" in err
    assert run(capsys, files[0], "--on", "2026-9-10")[0] == 2


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("2025-09", "2025-09", "2025-09"),
        ({"from": "2025-09-20", "to": "2025-09-22"}, "2025-09-20至2025-09-22之间", "between 2025-09-20 and 2025-09-22"),
        ({"from": "2025-09-20"}, "不早于2025-09-20", "not before 2025-09-20"),
    ],
)
def test_a_day_known_within_bounds_is_never_called_missing(day, zh, en):
    loaded = case(step("decision", day))
    limit = found(SERVED, loaded)
    assert (limit.status, [code for code, _ in limit.why]) == ("not_computable", ["day_bounded"])
    dated = Dated(loaded, RULESETS.vocabulary, TITLES, [limit])
    for lang, words in (("zh", f"处罚决定日期：只知道界限 {zh}"), ("en", f"known within bounds only, {en}")):
        page = as_deadline_text([dated], ON, lang)
        assert words in page
        assert "未载明" not in page
        assert "not stated" not in page


def test_a_day_of_which_nothing_is_told_is_missing():
    assert [code for code, _ in found(SERVED, case(step("decision"))).why] == ["day_unknown"]
