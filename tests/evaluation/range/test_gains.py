"""Illegal gains that the file states are never replaced by receipts; what does not agree is asked (art. 28(2))."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULESETS = load_rulesets("rulesets")


def reviewed(facts, taken, *, field="health", gains=30000):
    bases = {} if gains is None else {"bases": {"illegal_gains": gains}}
    case = {
        "schema": "enforcement_rules/case/1",
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": field, "rank": "county", "place": "110116"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "penalised_by": [{"title": "虚构条例", "rank": "administrative_regulation", "article": "第十四条"}],
                "ended": "2022-02-05",
                "stated_range": {"at_least": 500, "at_most": 5000, "by": "来源所述"},
                **facts,
                **bases,
            }
        ],
        "steps": [{"step": "decision", "on": "2022-04-06"}],
        "proposed": [
            {
                "violation": "v1",
                "party": "p1",
                "penalties": [
                    {"kind": "confiscation_of_illegal_gains", "amount": taken},
                    {"kind": "fine", "amount": 3000},
                ],
            }
        ],
    }
    verdict = review(load_case(case, RULESETS), RULESETS, dt.date(2022, 4, 6))
    return verdict, verdict.results[0]


def codes(result):
    return {code for code, _ in result.proposal.findings}


@pytest.mark.parametrize(
    ("facts", "taken", "due", "remarks"),
    [
        ({"receipts": 40000}, 30000, (30000, 40000), set()),
        ({"receipts": 40000}, 40000, (30000, 40000), set()),
        ({"receipts": 40000}, 35000, (30000, 40000), set()),
        ({"receipts": 25000}, 30000, (25000, 30000), set()),
        ({"receipts": 40000, "refunded": 5000}, 30000, (25000, 35000), set()),
        ({"receipts": 40000}, 20000, (30000, 40000), {"gains_below_due"}),
        ({"receipts": 40000}, 50000, (30000, 40000), {"gains_above_due"}),
    ],
)
def test_what_receipts_and_stated_gains_disagree_on_is_open(facts, taken, due, remarks):
    verdict, found = reviewed(facts, taken)
    assert found.gains.contested
    assert (found.gains.due.low, found.gains.due.high) == due
    assert codes(found) & {"gains_below_due", "gains_above_due"} == remarks
    assert verdict.outcome == ("must_not_decide" if "gains_above_due" in remarks else "undetermined")
    page = as_text(verdict)
    receipts = f"{facts['receipts']:,}"
    assert f"取得款项{receipts}.00元与案卷所载违法所得30,000.00元不一致：差额依据什么扣除" in page


@pytest.mark.parametrize(
    ("facts", "gains", "due"),
    [
        ({"receipts": 30000}, 30000, 30000),
        ({"receipts": 40000, "refunded": 10000}, 30000, 30000),
        ({"receipts": 40000, "refunded": 10000}, 40000, 30000),
        ({"receipts": 40000}, None, 40000),
        ({}, 30000, 30000),
        ({"refunded": 10000}, 30000, 20000),
    ],
)
def test_what_agrees_is_not_asked(facts, gains, due):
    _, found = reviewed(facts, due, gains=gains)
    assert not found.gains.contested
    assert (found.gains.due.low, found.gains.due.high) == (due, due)


@pytest.mark.parametrize(
    ("facts", "contested"),
    [
        ({"cost_of_goods": 10000}, False),
        ({"cost_of_goods": 6000, "taxes_paid": 4000}, False),
        ({"cost_of_goods": 9999}, True),
        ({}, True),
    ],
)
def test_deductions_that_the_rule_of_a_sector_knows_make_up_the_difference(facts, contested):
    stated = {"receipts": 40000, "facts": {"gains_activity": "sale", **facts}}
    _, found = reviewed(stated, 30000, field="market_regulation")
    assert found.gains.contested is contested
    if not contested:
        assert (found.gains.due.low, found.gains.due.high) == (30000, 30000)


@pytest.mark.parametrize(("gains", "outcome"), [(1500, "may_decide"), (1501, "undetermined"), (150000, "undetermined")])
def test_a_part_of_the_gains_is_not_confiscated_in_full(tmp_path, gains, outcome):
    """All gains are confiscated save what must be refunded (art. 28(2)); of a refund the file says nothing (虚构)."""
    lawful = Path("cases/made_up/food_residue_after_a_hearing.yaml").read_text(encoding="utf-8")
    assert "illegal_gains: 1500" in lawful
    file = tmp_path / "case.yaml"
    file.write_text(lawful.replace("illegal_gains: 1500", f"illegal_gains: {gains}"), encoding="utf-8")
    verdict = review(load_case(file, RULESETS), RULESETS)
    assert verdict.outcome == outcome
    assert ("gains_below_due" in codes(verdict.results[0])) is (gains > 1500)
