"""Libraries: reading, differences, coverage, and what is not a pass."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import InputError, load_rulesets
from enforcement_rules.library import read_library, run_library

RULESETS = load_rulesets()
CASE = """
      record: working
      organ: {field: market_regulation, place: "14"}
      parties: [{id: p1, kind: legal_person}]
      violations: [{id: v1, parties: [p1], began: 2023-01-01, ended: 2023-01-01, gravity: minor, harm: none, corrected_in_time: true}]
      proposed: [{violation: v1, party: p1, penalties: [{kind: fine, amount: 100}]}]
"""


def library(tmp_path, expect, *, more="", case=CASE):
    path = tmp_path / "library.yaml"
    path.write_text(f"cases:\n  - name: one\n    on: 2024-01-01\n{more}    case:{case}    expect: {expect}\n", "utf-8")
    return read_library(path, RULESETS)


def differences(tmp_path, expect, **more):
    report = run_library(library(tmp_path, expect, **more), RULESETS)
    return [what for case in report.cases for what, _, _ in case.differences]


@pytest.mark.parametrize(
    ("expect", "what"),
    [
        ("{outcome: must_not_decide}", []),
        ("{outcome: may_decide}", ["outcome"]),
        ("{shall: [administrative_penalty_law/minor_corrected_no_harm]}", []),
        ("{may: [administrative_penalty_law/minor_corrected_no_harm]}", ["may"]),
        ("{open: [administrative_penalty_law/no_fault_shown]}", []),
        ("{breached: [administrative_penalty_law/notice_given]}", ["breached"]),
        ("{breached: []}", []),
        ("{asks: [nothing.like.it]}", ["asks"]),
        ("{questions: [administrative_penalty_law/benchmark_not_supplied]}", []),
        ("{not_checked: [nowhere]}", ["not_checked"]),
        ("{statutory: null}", []),
        ("{statutory: {low: 1}}", ["statutory"]),
        ("{proposal: {statute: no}}", []),
        ("{proposal: {statute: yes}}", ["proposal.statute"]),
        ("{first_ask: nowhere}", ["first_ask"]),
        ("{findings: {administrative_penalty_law/notice_given: undetermined}}", []),
        (
            "{findings: {administrative_penalty_law/notice_given: satisfied}}",
            ["findings.administrative_penalty_law/notice_given"],
        ),
    ],
)
def test_a_verdict_is_held_against_what_is_expected(tmp_path, expect, what):
    assert differences(tmp_path, expect) == what


def test_a_fatal_finding_on_an_upheld_case_differs(tmp_path):
    shown = CASE.replace(
        "record: working", "record: working\n      officer_conflict: true\n      officer_withdrew: false"
    )
    assert differences(tmp_path, "{}", more="    upheld: true\n", case=shown) == ["upheld"]
    assert differences(tmp_path, "{}", more="    upheld: false\n", case=shown) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cases: {}\n",
        "cases: []\n",
        "cases:\n  - {name: a}\n",
        "cases:\n  - {name: a, case: {}, expect: {outcom: x}}\n",
        "cases:\n  - {name: a, case: {numbr: x}, expect: {}}\n",
        "cases:\n  - {file: missing.yaml, expect: {}}\n",
        "cases:\n  - {name: a, case: {}, on: 2024-02-31, expect: {}}\n",
        "cases:\n  - {name: a, case: {}, upheld: yes, expect: {}}\n",
    ],
)
def test_a_library_that_cannot_be_run_is_refused_never_passed(tmp_path, text):
    path = tmp_path / "library.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_library(path, RULESETS)
    assert all("expected" in line or "did you mean" in line for line in caught.value.lines())


def test_a_list_beside_its_cases_is_found_and_no_case_is_run_twice(tmp_path):
    (tmp_path / "tax").mkdir()
    (tmp_path / "tax" / "a.yaml").write_text("number: a", "utf-8")
    beside, top = tmp_path / "tax" / "library.yaml", tmp_path / "library.yaml"
    beside.write_text("cases:\n  - {file: a.yaml, on: 2024-01-01, expect: {}}\n", "utf-8")
    assert [case.name for case in read_library(tmp_path, RULESETS)] == ["tax/a.yaml"]
    assert [case.name for case in read_library(beside, RULESETS)] == ["a.yaml"]
    top.write_text("cases:\n  - {file: tax/a.yaml, on: 2024-01-02, expect: {}}\n", "utf-8")
    assert [case.name for case in read_library(tmp_path, RULESETS)] == ["tax/a.yaml", "tax/a.yaml"]
    top.write_text("cases:\n  - {file: tax/../tax/a.yaml, on: 2024-01-01, expect: {}}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        read_library(tmp_path, RULESETS)
    (line,) = caught.value.lines()
    assert line.startswith(f"{beside}:2:12: the case is listed already at {top}:2:12; expected it once")


def test_a_directory_without_cases_is_refused(tmp_path):
    with pytest.raises(InputError):
        read_library(tmp_path, RULESETS)


def test_a_case_without_a_day_is_reviewed_today_or_differs(tmp_path):
    (case,) = library(tmp_path, "{}")
    undated = type(case)(case.name, case.case, None, case.expect)
    assert [w for c in run_library([undated], RULESETS).cases for w, _, _ in c.differences] == ["on"]
    assert run_library([undated], RULESETS, dt.date(2024, 1, 1)).differing == ()


def test_coverage_counts_what_each_rule_answered(tmp_path):
    coverage = run_library(library(tmp_path, "{}"), RULESETS).coverage
    held = "administrative_penalty_law/minor_corrected_no_harm"
    assert coverage.counts[held] == {"held": 1}
    assert held not in set(coverage.without("held", RULESETS))
    assert held in set(coverage.without("open", RULESETS))
