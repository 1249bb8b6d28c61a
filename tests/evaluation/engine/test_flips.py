"""What answers change: worked out when somebody looks, of the first twenty facts, and never wrong about the outcome."""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.engine import flips
from enforcement_rules.loading.reading import parse_document
from enforcement_rules.proceeding.paths import put

MADE_UP = Path(__file__).parents[3] / "cases" / "made_up"
RULESETS = load_rulesets()
CASE = {
    "number": "虚构",
    "record": "working",
    "procedure": "ordinary",
    "organ": {"field": "market_regulation", "rank": "county", "place": "350121"},
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [
        {
            "id": "v1",
            "parties": ["p1"],
            "penalised_by": [{"instrument": "food_safety_law", "article": "第一百二十四条第一款"}],
            "cause": "food_residue_over_limit",
            "began": "2023-05-01",
            "ended": "2023-05-01",
            "discovered": "2023-05-02",
            "harm": "none",
            "gravity": "minor",
        }
    ],
    "steps": [{"step": "notice", "on": "2023-06-01"}, {"step": "decision", "on": "2023-07-01"}],
    "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 50000}]}],
}


def verdict(data=CASE):
    return review(load_case(copy.deepcopy(data), RULESETS), RULESETS)


@pytest.fixture(scope="module")
def flipping():
    found = verdict()
    return {fact.path: fact for ask in found.asks_by_effect for fact in ask.facts}


def test_a_binding_ground_against_a_penalty_flips_the_outcome(flipping):
    (yes,) = [flip for flip in flipping["violations.v1.corrected_in_time"].flips if flip.value is True]
    assert yes.outcome == "must_not_decide"  # art. 33(1): minor, corrected in time, no harm: no penalty
    assert yes.treatment == "no_penalty"


def test_a_fatal_breach_flips_the_outcome_and_names_the_duty(flipping):
    (no,) = [flip for flip in flipping["organ.competent"].flips if flip.value is False]
    assert no.outcome == "must_not_decide"
    assert no.breaches == ("administrative_penalty_law/organ_competent",)


def test_what_is_supposed_is_what_a_review_of_the_answered_file_finds(flipping):
    """Each outcome that a flip tells is that of the file with the answer in it."""
    told = [(path, flip) for path, fact in flipping.items() for flip in fact.flips if flip.outcome is not None]
    assert len(told) >= 4
    for path, flip in told:
        data = copy.deepcopy(CASE)
        put(data, path.replace("proposed.v1.p1", "proposed.0"), flip.value)
        assert verdict(data).outcome == flip.outcome, path


def test_the_order_without_trying_stays_and_holds_the_same_questions():
    found = verdict()
    before = found.asks
    by_effect = found.asks_by_effect
    assert found.asks is before
    assert not [fact for ask in before for fact in ask.facts if fact.flips]
    assert {fact.path for ask in before for fact in ask.facts} == {f.path for ask in by_effect for f in ask.facts}
    assert [ask.rank for ask in by_effect] == list(range(1, len(before) + 1))


def test_what_flips_the_outcome_comes_before_what_does_not():
    groups = [any(flip.outcome for fact in ask.facts for flip in fact.flips) for ask in verdict().asks_by_effect]
    assert groups == sorted(groups, reverse=True)


def test_a_review_supposes_nothing_and_at_most_twenty_facts_are_weighed(monkeypatch):
    weighed = []
    monkeypatch.setattr(flips, "_flips", lambda fact, _: weighed.append(fact.path) or ())
    found = verdict()
    assert found.asks, found.to_dict()
    assert weighed == []
    assert found.asks_by_effect is found.asks_by_effect
    assert len(weighed) == len(set(weighed)) <= flips.CANDIDATES


def test_json_has_them_on_request():
    found = verdict()
    assert "flips" not in str(found.to_dict())
    asks = found.to_dict(effects=True)["asks"]
    assert any("flips" in fact for ask in asks for fact in ask["facts"])
    assert found.to_dict()["receipt"] == found.to_dict(effects=True)["receipt"]


def test_what_is_proposed_is_judged_anew_though_nothing_else_waits_for_it():
    """No penalty beside a detention and a fine says neither: no answer of that kind lets anybody decide."""
    text = (MADE_UP / "assault_detained.yaml").read_text()
    document = parse_document(text.replace("    treatment: ordinary\n", ""), "case.yaml")
    before = review(load_case(document, RULESETS), RULESETS, dt.date(2026, 11, 28))
    asked = [fact for ask in before.asks_by_effect for fact in ask.facts if fact.fact == "proposal.treatment"]
    told = {flip.value: flip.outcome for fact in asked for flip in fact.flips}
    assert before.outcome == "undetermined"
    assert told["ordinary"] == "may_decide"
    assert told.get("no_penalty") is None
