"""Facts worked out on first use: derived, defined, assumed, bounded, contested."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from enforcement_rules import load_case, load_rulesets
from enforcement_rules.evaluation.layout import case_facts, pair_facts, pairs_of
from enforcement_rules.values.truth import UNKNOWN

RULESETS = load_rulesets()
D = dt.date


def facts(**case):
    loaded = load_case({"parties": [{"id": "p1"}], "violations": [{"id": "v1"}]} | case, RULESETS)
    base = case_facts(loaded, RULESETS.vocabulary)
    (chosen,) = list(pairs_of(loaded))
    return pair_facts(base, chosen, {"food_safety_law": "law"})


def test_what_nobody_states_is_unknown():
    assert facts()["violation.gravity"] is UNKNOWN
    assert facts()["case.days_to_decision"] is UNKNOWN


def test_derived_facts_follow_what_they_come_from():
    steps = [{"step": "case_filing", "on": "2022-01-01"}, {"step": "decision", "on": "2022-02"}]
    found = facts(steps=steps)["case.days_to_decision"]
    assert (found.low, found.high) == (31, 58)


def test_the_last_notice_governs_and_the_first_filing():
    steps = [
        {"step": "notice", "on": "2022-03-01", "written": {"fine": 900}},
        {"step": "notice", "on": "2022-02-01", "written": {"fine": 500}},
        {"step": "case_filing", "on": "2022-01-09"},
        {"step": "case_filing", "on": "2022-01-05"},
    ]
    found = facts(steps=steps)
    assert found["notice.on"] == D(2022, 3, 1)
    assert found["notice.written.fine"] == Decimal(900)
    assert found["case_filing.on"] == D(2022, 1, 5)


def test_two_steps_that_may_both_be_the_last_leave_what_they_say_open():
    steps = [
        {"step": "notice", "on": "2022-03", "written": {"fine": 900}},
        {"step": "notice", "on": "2022-03-09", "written": {"fine": 500}},
    ]
    found = facts(steps=steps)
    assert found["notice.written.fine"] is UNKNOWN
    assert found["notice.on"] > D(2022, 2, 28)


def test_a_replaced_step_governs_nothing():
    steps = [
        {"step": "notice", "id": "n1", "on": "2022-03-09", "written": {"fine": 900}},
        {"step": "notice", "on": "2022-03-01", "written": {"fine": 500}, "replaces": ["n1"]},
    ]
    assert facts(steps=steps)["notice.written.fine"] == Decimal(500)


def test_a_step_known_not_to_have_happened_is_not_done():
    found = facts(steps=[{"step": "hearing", "done": False}])
    assert found["hearing.done"] is False
    assert found["hearing.on"] is UNKNOWN
    assert found["legal_review.done"] is UNKNOWN


def test_fines_are_summed_and_an_unknown_amount_leaves_the_sum_open():
    two = [{"kind": "fine", "amount": "10.50"}, {"kind": "fine", "amount": "0.50"}]
    assert facts(proposed=[{"penalties": two}])["proposal.fine"] == Decimal("11.00")
    assert facts(proposed=[{"penalties": [*two, {"kind": "fine"}]}])["proposal.fine"] is UNKNOWN
    assert facts(proposed=[{"penalties": [{"kind": "warning"}]}])["proposal.fine"] == 0


def test_ranks_come_from_loaded_instruments_and_from_the_file():
    cited = [{"instrument": "food_safety_law"}, {"title": "某办法", "rank": "departmental_rule"}]
    found = facts(violations=[{"id": "v1", "penalised_by": cited}])["violation.basis_ranks"]
    assert found.known == {"law", "departmental_rule"}
    assert found.complete


def test_certificates_are_judged_on_the_day_of_each_act():
    officers = [{"id": "o1", "certificate": {"from": "2022-03-05", "to": "2024-03-04"}}]
    steps = [
        {"step": "inquiry", "on": day, "by": ["o1"]} for day in ("2022-03-04", "2022-03-05", "2024-03-04", "2024-03-05")
    ]
    acts = facts(officers=officers, steps=steps, complete=["officers"])["@acts"]
    assert [act["act.certificates_valid"] for act in acts] == [False, True, True, False]


def test_one_named_officer_does_not_speak_for_others_who_may_have_been_there():
    officers = [{"id": "o1", "certificate": {"from": "2022-03-05", "to": "2024-03-04"}}]
    steps = [{"step": "inquiry", "on": day, "by": ["o1"]} for day in ("2022-03-04", "2022-03-05")]
    out, valid = facts(officers=officers, steps=steps)["@acts"]
    assert out["act.certificates_valid"] is False
    assert valid["act.certificates_valid"] is UNKNOWN
    assert valid["act.certified_count"] >= 1
    assert not valid["act.certified_count"] >= 2


def test_an_act_in_a_month_that_crosses_a_certificate_is_open():
    officers = [{"id": "o1", "certificate": {"from": "2022-03-05"}}]
    (act,) = facts(officers=officers, steps=[{"step": "inquiry", "on": "2022-03", "by": ["o1"]}])["@acts"]
    assert act["act.certificates_valid"] is UNKNOWN


def test_an_unstated_end_is_not_before_the_beginning():
    found = facts(violations=[{"id": "v1", "began": "2022-01-05"}])["violation.ended"]
    assert found >= D(2022, 1, 5)
    assert not found > D(2022, 1, 5)


def test_an_identity_number_is_no_birth_date_by_itself_when_masked():
    assert facts(parties=[{"id": "p1", "identity_number": "11010519491231****"}])["party.birth_date"] is UNKNOWN


def test_a_detail_wakes_the_event_it_belongs_to():
    assert facts()["case.monitoring_equipment"] is False
    woken = facts(monitoring_reviewed=False)
    assert woken["case.monitoring_equipment"] is UNKNOWN
    assert "monitoring_equipment" not in woken.assumed


def test_what_one_of_several_acts_tells_wakes_its_event_and_leaves_other_acts_to_be_asked():
    first = {"step": "inspection", "id": "i1", "on": "2025-07-01", "actor": "third_party"}
    found = facts(steps=[first, {"step": "inspection", "id": "i2", "on": "2025-08-01"}])
    assert [act["inspection.of_enterprise"] for act in found["@acts"]] == [UNKNOWN, UNKNOWN]
    del first["actor"]
    quiet = facts(steps=[first, {"step": "inspection", "id": "i2", "on": "2025-08-01"}])
    assert [act["inspection.of_enterprise"] for act in quiet["@acts"]] == [False, False]
