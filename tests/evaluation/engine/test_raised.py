"""What the file itself raises is asked first; what only some cases ask is not asked of everybody (issue 12, no. 5)."""

from __future__ import annotations

import copy
import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review

RULESETS = load_rulesets()
FINED = {
    "number": "虚构",
    "record": "excerpt",
    "organ": {"field": "market_regulation", "rank": "county", "place": "350121"},
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [
        {
            "id": "v1",
            "parties": ["p1"],
            "penalised_by": [{"title": "特种设备安全法", "rank": "law", "article": "第八十四条"}],
            "began": "2024-01-10",
            "ended": "2024-02-01",
            "discovered": "2024-02-01",
        }
    ],
    "steps": [{"step": "decision", "on": "2024-04-01"}],
    "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 30000}]}],
}
SPARED = {"violation": "v1", "party": "p1", "treatment": "no_penalty", "penalties": []}
FOOD = {"instrument": "food_safety_law", "article": "第一百二十四条第一款"}


def case(**changes):
    made = copy.deepcopy(FINED)
    for key, value in changes.items():
        if key in ("violations", "organ"):
            part = made["violations"][0] if key == "violations" else made["organ"]
            part.update(value)
        else:
            made[key] = value
    return made


def verdict_on(data, on=None):
    return review(load_case(data, RULESETS), RULESETS, on)


def paths(data, first=None):
    return [fact.path for ask in verdict_on(data).asks[:first] for fact in ask.facts]


@pytest.mark.parametrize(
    ("article", "wanted"),
    [
        ("第三十三条第一款", ["violations.v1.first", "violations.v1.harm", "violations.v1.corrected_in_time"]),
        ("第三十三条第二款", ["violations.v1.absence_of_fault"]),
        ("第三十二条", ["violations.v1.removed_or_reduced_harm"]),
    ],
)
def test_the_ground_that_the_organ_states_is_asked_for_first(article, wanted):
    basis = [{"title": "行政处罚法", "article": article}]
    found = paths(case(proposed=[SPARED | {"basis": basis}]), 4)
    assert set(wanted) <= set(found)
    assert verdict_on(case(proposed=[SPARED | {"basis": basis}])).asks[0].facts[0].decides.startswith("administrative")


def test_a_ground_of_another_article_is_not_raised_by_the_one_stated():
    basis = [{"title": "行政处罚法", "article": "第三十三条第二款"}]
    verdict = verdict_on(case(proposed=[SPARED | {"basis": basis}]))
    assert verdict.asks[0].facts[0].path == "violations.v1.absence_of_fault"


@pytest.mark.parametrize("step", ["correction_order", "notice"])
def test_a_step_that_the_file_denies_comes_first_or_is_a_breach(step):
    steps = [{"step": step, "done": False}, {"step": "decision", "on": "2024-04-01"}]
    verdict = verdict_on(case(steps=steps))
    broken = {each.step for each in verdict.findings if each.status in ("breached", "apparent")}
    effects = {fact.effect.partition(":")[0] for fact in verdict.asks[0].facts}
    assert step in broken or "unkept" in effects


def test_an_earlier_penalty_in_the_file_raises_whether_it_was_for_the_same_act():
    found = verdict_on(case(prior_penalties=[{"on": "2024-01-20"}]))
    assert found.asks[0].group == "prior"
    assert {"prior_penalties.0.same_act", "prior_penalties.0.fine"} <= {each.path for each in found.asks[0].facts}


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [({}, "decides_in_own_name"), ({"decides_in_own_name": True}, "authorised_by_law_or_regulation")],
)
def test_a_branch_office_is_asked_in_whose_name_it_decides_and_who_empowered_it(stated, wanted):
    found = verdict_on(case(organ={"field": "ecology_environment", "branch_office": True} | stated))
    fact = found.asks[0].facts[0]
    assert fact.path == f"organ.{wanted}"
    assert "administrative_penalty_law/branch_office_empowered" in fact.rules


def test_what_two_speakers_say_comes_first():
    harm = [{"value": "none", "by": "party"}, {"value": "serious", "by": "organ"}]
    assert verdict_on(case(violations={"harm": harm})).asks[0].facts[0].path == "violations.v1.harm"


GENERIC = [
    "violations.v1.facts.unsafe_food_remaining",
    "steps.transfer.done",
    "steps.transfer_in.done",
    "steps.hearing.done",
    "steps.enforcement_application.done",
    "steps.archiving.done",
    "parties.p1.birth_date",
    "parties.p1.is_unit",
    "proposed.v1.p1.imposes_penalty",
]


@pytest.mark.parametrize("record", ["excerpt", "working"])
@pytest.mark.parametrize("kind", ["legal_person", "other_organization", "individual_business"])
def test_generic_questions_are_gone(record, kind):
    found = paths(case(record=record, parties=[{"id": "p1", "kind": kind}]))
    assert set(GENERIC).isdisjoint(found)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"violations": {"suspected_crime": True}}, "steps.transfer.done"),
        (
            {"steps": [{"step": "hearing_request", "on": "2024-03-01"}, {"step": "decision", "on": "2024-04-01"}]},
            "steps.hearing.done",
        ),
        ({"parties": [{"id": "p1", "kind": "natural_person"}]}, "parties.p1.birth_date"),
        ({"violations": {"penalised_by": [FOOD], "cause": "food_residue_over_limit"}, "proposed": [SPARED]}, "food"),
    ],
)
def test_they_are_asked_where_something_raises_them(changes, path):
    found = paths(case(**changes))
    if path == "food":
        assert "violations.v1.facts.purchase_inspected" in found
    else:
        assert path in found


def test_an_unlicensed_restaurant_is_not_asked_for_leftover_food():
    unlicensed = {"instrument": "food_safety_law", "article": "第一百二十二条第一款"}
    found = paths(case(violations={"penalised_by": [unlicensed], "cause": "food_sold_without_licence"}))
    assert not [path for path in found if "unsafe_food" in path or "purchase_inspected" in path]


@pytest.mark.parametrize("record", ["working", "excerpt"])
def test_before_a_decision_is_recorded_the_legal_review_is_not_due(record):
    data = case(record=record, steps=[{"step": "notice", "on": "2024-03-01"}])
    verdict = verdict_on(data, dt.date(2024, 4, 1))
    found = [fact.path for ask in verdict.asks for fact in ask.facts]
    assert not [path for path in found if "legal_review" in path]
    statuses = {each.ref.rule: each.status for each in verdict.findings}
    assert statuses["administrative_penalty_law/legal_review_passed"] == "not_yet_due"
    assert verdict.outcome == "undetermined"  # art. 58(1): without it there is no decision


def test_once_a_decision_is_recorded_the_legal_review_is_asked_for():
    verdict = verdict_on(case(record="working"))
    assert "steps.legal_review.done" in [fact.path for ask in verdict.asks for fact in ask.facts]
    statuses = {each.ref.rule: each.status for each in verdict.findings}
    assert statuses["administrative_penalty_law/legal_review_passed"] == "undetermined"


def test_a_named_benchmark_is_not_asked_for():
    named = {"title": "某某裁量基准", "article": "第十四条"}
    fined = FINED["proposed"][0]
    rule = "administrative_penalty_law/benchmark_not_supplied"
    assert rule in {each.ref.rule for each in verdict_on(case()).questions}
    assert rule not in {each.ref.rule for each in verdict_on(case(proposed=[fined | {"benchmark": named}])).questions}


def test_one_fact_is_asked_for_once():
    for record in ("excerpt", "working"):
        found = paths(case(record=record, parties=[{"id": "p1"}]))
        assert len(found) == len(set(found))


def test_what_an_excerpt_leaves_out_of_the_procedure_is_one_question_and_the_last():
    verdict = verdict_on(case())
    assert verdict.asks[-1].group == "whole_file"
    assert len(verdict.asks) <= 10
    working = verdict_on(case(record="working"))
    assert "whole_file" not in {ask.group for ask in working.asks}
