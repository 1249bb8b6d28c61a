"""Who revoked an earlier penalty, or when, says that it may be revoked: nothing is breached, it is asked (第二十九条)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.loading.reading import parse_document

CLEAN = Path(__file__).parents[2] / "cases" / "made_up" / "clean_fine.yaml"
RULESETS = load_rulesets()


@pytest.mark.parametrize("record", ["complete", "working", "excerpt"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("revoked_by: reconsideration", "undetermined"),
        ("revoked_on: 2024-03-30", "undetermined"),
        ("revoked_by: court, revoked: true", "satisfied"),
        ("revoked_by: court, revoked: false", "breached"),
        ("organ: 某局", "breached"),
    ],
)
def test_a_penalty_said_to_be_revoked_by_somebody_is_not_taken_as_standing(record, said, expected):
    text = CLEAN.read_text().replace("record: complete", f"record: {record}")
    text += f"prior_penalties:\n  - {{same_act: true, fine: 100, {said}}}\n"
    verdict = review(load_case(parse_document(text, "case.yaml"), RULESETS), RULESETS, dt.date(2026, 11, 28))
    status = {finding.ref.rule.partition("/")[2]: finding.status for finding in verdict.findings}
    asked = {fact.fact for ask in verdict.asks for fact in ask.facts}
    assert status["no_second_fine"] == expected
    assert ("prior.revoked" in asked) is (expected == "undetermined")
