"""Two days that cannot both be right: the file is warned of them, in its place, and nothing is decided on it."""

from __future__ import annotations

import copy

import pytest

from enforcement_rules import load_case, load_rulesets, review, shipped_directory
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.loading.reading import read_document

LAW = load_rulesets()
CLEAN = dict(read_document(shipped_directory().parent / "cases" / "made_up" / "clean_fine.yaml").data)
FILING, INSPECTION, NOTICE, REVIEW = 0, 1, 3, 4


def warned(violation=None, steps=None):
    case = copy.deepcopy(CLEAN)
    case["violations"][0] |= violation or {}
    for n, more in (steps or {}).items():
        case["steps"][n] |= more
    verdict = review(load_case(case, LAW), LAW)
    return verdict, [(each.code, ".".join(map(str, each.path))) for each in verdict.warnings]


@pytest.mark.parametrize(
    ("violation", "steps", "found"),
    [
        ({"ended": "2025-04-05"}, {}, [("ended_after_decision", "violations.0.ended")]),
        ({"ended": "2024-05"}, {}, [("ended_after_decision", "violations.0.ended")]),
        ({"discovered": "2024-04-11"}, {}, [("discovered_after_decision", "violations.0.discovered")]),
        ({"discovered": "2023-03-05"}, {}, [("discovered_before_began", "violations.0.discovered")]),
        ({}, {FILING: {"on": "2025-03-06"}}, [("step_before_first", f"steps.{n}") for n in range(2, 7)]),
        ({}, {REVIEW: {"on": "2024-02-28"}}, [("step_before_violation", "steps.4"), ("step_before_first", "steps.4")]),
        (
            {},
            {NOTICE: {"on": "2023-03-25", "served": "2023-03-25"}},
            [("step_before_violation", "steps.3"), ("step_before_first", "steps.3")],
        ),
    ],
)
def test_days_that_rule_each_other_out_are_warned_of_and_nothing_is_decided(violation, steps, found):
    verdict, warnings = warned(violation, steps)
    assert (verdict.outcome, warnings) == ("undetermined", found)
    assert "日期有误" in as_text(verdict, "zh")
    assert "a day is wrong" in as_text(verdict, "en")
    for code in ("legal_review", "case_filing", "notice"):
        assert code not in as_text(verdict, "zh")


def test_a_case_that_was_filed_late_is_warned_of_and_may_be_decided():
    verdict, found = warned(steps={FILING: {"on": "2024-03-28"}})
    assert (verdict.outcome, found) == (
        "may_decide",
        [("step_before_first", "steps.2"), ("step_before_first", "steps.3")],
    )
    assert "行政处罚告知早于立案（2024-03-28）" in as_text(verdict, "zh")


@pytest.mark.parametrize(
    ("violation", "steps"),
    [
        ({"ended": "2024-04"}, {}),  # some day of the month of the decision
        ({"discovered": "2024-04-10"}, {}),  # the very day
        ({"ended": {"from": "2024-03-01"}}, {}),
        ({"discovered": "2024-03-01"}, {}),
        ({}, {INSPECTION: {"on": "2024-02-01"}}),  # found on an inspection before the case, as many are
        ({}, {FILING: {"on": "2024-03-20"}}),  # on the day the investigation ended
    ],
)
def test_days_that_may_both_be_right_are_not(violation, steps):
    assert warned(violation, steps)[1] == []
