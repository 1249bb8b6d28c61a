"""A made-up case under the shipped law whose elements and evidence each test varies."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review

RULESETS = load_rulesets()


def case_of(elements=None, evidence=(), record="working", on="2024-07-01", **violation):
    said = {"id": "v1", "parties": ["p1"], "began": "2024-05-06", "ended": "2024-05-06"} | violation
    return {
        "record": record,
        "procedure": "ordinary",
        "organ": {"field": "transport", "rank": "county", "place": "140105"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [said | ({} if elements is None else {"elements": elements})],
        "evidence": list(evidence),
        "steps": [{"step": "decision", "on": on}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 500}]}],
    }


class Reviewed:
    """A verdict with its matrix by element."""

    def __init__(self, *arguments, evaluator="compiled", **changed):
        self.case = load_case(case_of(*arguments, **changed), RULESETS)
        self.verdict = review(self.case, RULESETS, dt.date(2024, 7, 1), evaluator=evaluator)
        self.result = self.verdict.results[0]
        self.rows = {row.element: row for row in self.result.evidence}

    def status(self, element):
        return self.rows[element].status

    def facts_clear(self):
        (found,) = [each for each in self.verdict.findings if each.ref.rule.endswith("/facts_clear")]
        return found.status

    def asks(self):
        return [fact.path for ask in self.verdict.asks for fact in ask.facts]

    def questions(self):
        return [each.ref.rule for each in self.verdict.questions]


@pytest.fixture
def reviewed():
    return Reviewed
