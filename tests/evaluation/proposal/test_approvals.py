"""Approval of a people's government (水污染防治法 arts. 83 and 85): absent it is asked, denied it bars (虚构)."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, review
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.values.errors import InputError

RULE = """
penalties:
  - article: 第一条
    name: threat
    says: 虚构罚则
    says_en: made-up provision
    causes: [made_up]
    then:
      - {kind: warning, force: shall}
      - {kind: order_to_close, force: may, approval: people_government}
"""
FACT = "decision.government_approval"


def _verdict(rulesets, kinds, approval):
    step = {"step": "decision", "on": "2024-03-01"}
    case = {
        "schema": "enforcement_rules/case/1",
        "record": "working",
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "began": "2024-01-10",
                "ended": "2024-01-10",
                "discovered": "2024-01-10",
                "penalised_by": [{"instrument": "act", "article": "第一条"}],
                "first": False,
                "gravity": "ordinary",
                "harm": "ordinary",
                "corrected_in_time": False,
                "absence_of_fault": False,
                "removed_or_reduced_harm": False,
                "coerced_or_induced": False,
                "bases": {"illegal_gains": 0},
            }
        ],
        "steps": [step if approval is None else step | {"government_approval": approval}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": kind} for kind in kinds]}],
    }
    return review(load_case(case, rulesets), rulesets, dt.date(2024, 3, 1))


@pytest.mark.parametrize(
    ("approval", "answer", "codes", "asked"),
    [(True, True, [], False), (False, False, ["approval_denied"], False), (None, None, ["approval_open"], True)],
)
def test_what_needs_an_approval_has_it_or_is_asked_for_it(act, approval, answer, codes, asked):
    verdict = _verdict(act(RULE), ("warning", "order_to_close"), approval)
    found = verdict.results[0].proposal
    assert (found.statute, [code for code, _ in found.findings]) == (answer, codes)
    facts = {fact.path: fact for ask in verdict.asks for fact in ask.facts if fact.fact == FACT}
    assert list(facts) == (["steps.decision.government_approval"] if asked else [])
    assert all("act/threat" in fact.rules for fact in facts.values())
    assert (verdict.outcome == "must_not_decide") is (answer is False)


def test_what_is_not_proposed_needs_no_approval(act):
    verdict = _verdict(act(RULE), ("warning",), None)
    assert verdict.results[0].proposal.statute is True
    assert FACT not in [fact.fact for ask in verdict.asks for fact in ask.facts]


def test_what_another_penalty_gives_without_an_approval_needs_none(act):
    for approval in (None, False):
        rulesets = act(RULE + "      - {kind: order_to_close, force: may}\n")
        assert _verdict(rulesets, ("warning", "order_to_close"), approval).results[0].proposal.statute is True


def test_where_the_free_penalty_is_open_the_approval_stays_open(act):
    more = "      - {kind: order_to_close, force: may, when: {violation.refused_to_correct: true}}\n"
    found = _verdict(act(RULE + more), ("warning", "order_to_close"), False).results[0].proposal
    assert (found.statute, [code for code, _ in found.findings]) == (None, ["approval_denied"])


def test_the_page_says_whose_approval(act):
    verdict = _verdict(act(RULE), ("warning", "order_to_close"), False)
    assert "责令关闭应当先经有批准权的人民政府批准，案卷载明没有" in as_text(verdict, "zh")
    assert "needs the approval of the government empowered to give it first" in as_text(verdict, "en")


def test_an_approval_that_no_vocabulary_lists_is_refused_where_it_stands(act):
    with pytest.raises(InputError) as refused:
        act(RULE.replace("people_government", "peoples_government"))
    [problem] = refused.value.problems
    assert (problem.place.line, problem.place.file.rpartition("/")[2]) != (None, "")
    assert "expected one of people_government" in problem.text("en")
    assert "people_government" in problem.text("zh")
