"""A provision that turns on an event nobody raised, and that the case cites, is open: silence refuses nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from enforcement_rules import load_case, load_rulesets, review

RULESETS = load_rulesets()


def outcome(facts: dict[str, Any]) -> str:
    """Review a made-up daily fine (生态环境法典第一千零六十条第一款)."""
    case = {
        "schema": "enforcement_rules/case/1",
        "procedure": "ordinary",
        "organ": {"field": "ecology_environment", "place": "620102", "rank": "county", "capacity": "own"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "penalised_by": [{"instrument": "ecological_environment_code", "article": "第一千零六十条第一款"}],
                "began": "2026-08-25",
                "ended": "2026-08-25",
                "facts": facts,
            }
        ],
        "steps": [{"step": "decision", "on": "2026-09-22"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": "15000"}]}],
    }
    return review(load_case(case, RULESETS), RULESETS, dt.date(2026, 11, 28)).outcome


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "undetermined"),
        ({"continued_days": 3}, "undetermined"),
        ({"continued_at_recheck": True}, "undetermined"),
        ({"continued_at_recheck": False}, "must_not_decide"),
    ],
)
def test_only_a_recheck_that_is_denied_refuses_the_daily_fine(facts, expected):
    assert outcome(facts) == expected
