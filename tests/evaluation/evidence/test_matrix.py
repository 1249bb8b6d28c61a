"""Proven, refuted, contested, unproved: every status in every record mode, for every burden."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from enforcement_rules import CaseSession, load_case, load_rulesets, review
from enforcement_rules.library.expectation import Expectation

GOOD = {"kind": "site_record", "verified": True, "lawful": True}


def piece(id_, **changed):
    """One piece of evidence: good, but for what is changed; `None` leaves a key out."""
    return {key: value for key, value in ({"id": id_} | GOOD | changed).items() if value is not None}


RECORDS = ["working", "complete", "excerpt"]
E1, E2 = piece("e1"), piece("e2", kind="documentary")
REST = {"committed_by_party": ["e1"], "time_and_place": ["e1"]}
SIDES = {
    "proven": {"proven_by": ["e1"]},
    "refuted": {"refuted_by": ["e2"]},
    "contested": {"proven_by": ["e1"], "refuted_by": ["e2"]},
    "unproved": {},
}
BURDENS = {"organ": "act", "party": "absence_of_fault", "either": "harm"}


def stated(burden, status):
    """What the case says for a status, of an element with a burden."""
    elements = dict(REST) | ({} if burden == "organ" else {"act": ["e1"]})
    return elements | {BURDENS[burden]: SIDES[status]}


@pytest.mark.parametrize(("status", "record", "burden"), [*itertools.product(SIDES, RECORDS, BURDENS)])
def test_every_status_is_told_in_every_record_for_every_burden(reviewed, status, record, burden):
    row = reviewed(stated(burden, status), [E1, E2], record=record).rows[BURDENS[burden]]
    assert (row.status, row.burden) == (status, burden)
    assert row.standing.proven_by == (("e1",) if status in ("proven", "contested") else ())
    assert row.standing.refuted_by == (("e2",) if status in ("refuted", "contested") else ())


@pytest.mark.parametrize(("record", "burden"), [*itertools.product(RECORDS, BURDENS)])
def test_the_unproved_is_closed_only_in_a_complete_record_and_against_whoever_bears_the_burden(
    reviewed, record, burden
):
    row = reviewed(stated(burden, "unproved"), [E1], record=record).rows[BURDENS[burden]]
    assert row.standing.open is (record != "complete" or burden == "either")


CLEAR = {
    ("proven", "working"): "satisfied",
    ("proven", "complete"): "satisfied",
    ("proven", "excerpt"): "satisfied",
    ("refuted", "working"): "breached",
    ("refuted", "complete"): "breached",
    ("refuted", "excerpt"): "breached",
    ("contested", "working"): "undetermined",
    ("contested", "complete"): "undetermined",
    ("contested", "excerpt"): "undetermined",
    ("unproved", "working"): "undetermined",
    ("unproved", "complete"): "breached",
    ("unproved", "excerpt"): "undetermined",
}


@pytest.mark.parametrize(("status", "record"), CLEAR)
def test_whether_the_facts_are_clear_follows_from_what_the_organ_must_prove(reviewed, status, record):
    assert reviewed(stated("organ", status), [E1, E2], record=record).facts_clear() == CLEAR[status, record]


@pytest.mark.parametrize(("status", "record", "burden"), [*itertools.product(SIDES, RECORDS, ["party", "either"])])
def test_what_the_party_must_show_never_counts_against_the_organ(reviewed, status, record, burden):
    assert reviewed(stated(burden, status), [E1, E2], record=record).facts_clear() == "satisfied"


def test_a_refutation_that_may_still_be_met_is_open(reviewed):
    pending = piece("e1", verified=None)
    seen = reviewed(
        REST | {"act": SIDES["contested"], "committed_by_party": ["e2"], "time_and_place": ["e2"]}, [pending, E2]
    )
    assert seen.status("act") == "refuted"
    assert seen.rows["act"].standing.open
    assert seen.facts_clear() == "undetermined"


def test_a_proof_that_may_still_be_met_is_open(reviewed):
    seen = reviewed(REST | {"act": SIDES["contested"]}, [E1, piece("e2", verified=None)])
    assert (seen.status("act"), seen.rows["act"].standing.open) == ("proven", True)
    assert seen.facts_clear() == "undetermined"


def test_two_speakers_who_disagree_contest_an_element_whatever_their_evidence_is_worth(reviewed):
    said = [{"by": "organ", "proven_by": ["e1"]}, {"by": "party", "refuted_by": ["e2"], "says": "当日停业"}]
    seen = reviewed(REST | {"act": said}, [E1, piece("e2", verified=False)])
    row = seen.rows["act"]
    assert (row.status, row.standing.refuted_by) == ("contested", ())
    assert row.says == (("party", "当日停业"),)
    assert seen.facts_clear() == "undetermined"
    assert "violations.v1.elements.act" in seen.asks()


def test_one_speaker_with_evidence_on_one_side_that_does_not_count_disagrees_with_nobody(reviewed):
    said = {"proven_by": ["e1"], "refuted_by": ["e2"]}
    assert reviewed(REST | {"act": said}, [E1, piece("e2", verified=False)]).status("act") == "proven"


def test_two_speakers_who_agree_prove_together(reviewed):
    said = [{"by": "organ", "proven_by": ["e1"]}, {"by": "party", "proven_by": ["e2"]}]
    assert reviewed(REST | {"act": said}, [E1, E2]).rows["act"].standing.proven_by == ("e1", "e2")


def test_two_speakers_on_the_fact_of_an_element_contest_it(reviewed):
    harm = [{"value": "none", "by": "party"}, {"value": "slight", "by": "organ", "evidence": ["e1"]}]
    seen = reviewed(REST | {"act": ["e1"]}, [E1], harm=harm)
    assert "harm" not in seen.rows  # nothing in this case makes the penalty rest on it
    assert seen.status("violation.harm") == "contested"


def test_a_fact_that_stands_for_an_element_proves_it(reviewed):
    fault = {"value": True, "by": "party", "evidence": ["e2"]}
    row = reviewed(REST | {"act": ["e1"]}, [E1, E2], absence_of_fault=fault).rows["absence_of_fault"]
    assert (row.status, row.standing.proven_by, row.article) == ("proven", ("e2",), "第三十三条第二款")


def test_a_fact_denied_with_evidence_is_refuted(reviewed):
    fault = {"value": False, "by": "organ", "evidence": ["e2"]}
    assert reviewed(REST, [E1, E2], absence_of_fault=fault).status("absence_of_fault") == "refuted"


def test_a_fact_that_stands_for_no_element_has_a_row_of_its_own(reviewed):
    seen = reviewed(
        None, [E1], first={"value": True, "by": "organ", "evidence": ["e1"]}, gravity={"value": "minor", "by": "party"}
    )
    assert seen.status("violation.first") == "proven"
    row = seen.rows["violation.gravity"]
    assert (row.status, row.ref, row.burden) == ("unproved", None, "either")
    assert "violation.harm" not in seen.rows


def test_only_what_the_penalty_rests_on_is_listed_of_amounts_and_harm(reviewed):
    plain = reviewed(REST, [E1])
    assert not {"goods_value", "illegal_gains", "harm"} & set(plain.rows)
    by_value = reviewed(REST, [E1], stated_range={"at_least": 1, "at_most": 3, "times": "goods_value"})
    assert "goods_value" in by_value.rows
    assert "illegal_gains" not in by_value.rows


def test_an_element_the_applying_law_does_not_list_is_shown_and_counts_for_nothing(reviewed):
    seen = reviewed(REST | {"act": ["e1"], "induced_trade": {"refuted_by": ["e2"]}}, [E1, E2])
    row = seen.rows["induced_trade"]
    assert (row.status, row.ref) == ("refuted", None)
    assert seen.facts_clear() == "satisfied"


def test_a_case_that_says_nothing_has_no_matrix(reviewed):
    seen = reviewed()
    assert seen.rows == {}
    assert "violations.v1.facts_clear" in seen.asks()


def test_evidence_alone_leaves_the_facts_to_be_asked_for(reviewed):
    seen = reviewed(None, [E1], record="complete")
    assert seen.status("act") == "unproved"
    assert seen.facts_clear() == "undetermined"
    assert "violations.v1.facts_clear" in seen.asks()


def test_open_elements_are_asked_for_one_by_one_but_not_in_an_excerpt(reviewed):
    missing = {f"violations.v1.elements.{name}" for name in REST}
    working = reviewed({"act": ["e1"]}, [E1])
    assert missing <= set(working.asks())
    assert "violations.v1.facts_clear" not in working.asks()
    excerpt = reviewed({"act": ["e1"]}, [E1], record="excerpt")
    assert not missing & set(excerpt.asks())
    assert "violations.v1.facts_clear" in excerpt.asks()


def test_what_the_file_says_of_clear_facts_is_never_overwritten_but_questioned(reviewed):
    refuted = REST | {"act": SIDES["refuted"]}
    rule = "administrative_penalty_law/facts_to_establish"
    yes = reviewed(refuted, [E1, E2], facts_clear=True)
    assert (yes.facts_clear(), rule in yes.questions()) == ("satisfied", True)
    no = reviewed(REST | {"act": ["e1"]}, [E1], facts_clear=False)
    assert (no.facts_clear(), rule in no.questions()) == ("breached", True)
    same = reviewed(REST | {"act": ["e1"]}, [E1], facts_clear=True)
    assert rule not in same.questions()
    open_ = reviewed({"act": ["e1"]}, [E1], facts_clear=True)
    assert rule not in open_.questions()


def test_speakers_who_disagree_on_clear_facts_are_not_questioned_on_top(reviewed):
    said = [{"value": True, "by": "organ"}, {"value": False, "by": "party"}]
    seen = reviewed(REST | {"act": SIDES["refuted"]}, [E1, E2], facts_clear=said)
    assert "administrative_penalty_law/facts_to_establish" not in seen.questions()
    assert seen.facts_clear() == "undetermined"


def test_the_proof_of_the_duty_names_every_element_and_where_it_stands(reviewed):
    seen = reviewed(REST | {"act": SIDES["refuted"]}, [E1, E2])
    (finding,) = [each for each in seen.verdict.findings if each.ref.rule.endswith("/facts_clear")]
    nodes = finding.because().children[1].children
    assert {node.fact: node.value for node in nodes} == {
        "violation.elements.act": "refuted",
        "violation.elements.committed_by_party": "proven",
        "violation.elements.time_and_place": "proven",
    }
    assert nodes[0].path == ("violations", 0, "elements", "act")


def test_the_network_finds_the_same(reviewed):
    pytest.importorskip("durable")
    said = (stated("organ", "contested") | {"goods_value": ["e2"]}, [E1, E2])
    assert reviewed(*said, evaluator="durable").result.evidence == reviewed(*said).result.evidence
    assert reviewed(*said, evaluator="durable").facts_clear() == reviewed(*said).facts_clear()


def test_each_party_has_its_own_facts_and_the_same_elements():
    case = {
        "parties": [{"id": "p1", "committed_violation": {"value": False, "evidence": ["e1"]}}, {"id": "p2"}],
        "violations": [{"id": "v1", "parties": ["p1", "p2"], "elements": {"act": ["e1"]}}],
        "evidence": [E1],
    }
    verdict = review(load_case(case), load_rulesets(), dt.date(2024, 7, 1))
    found = [{row.element: row.status for row in result.evidence} for result in verdict.results]
    assert [each["act"] for each in found] == ["proven", "proven"]
    assert [each["committed_by_party"] for each in found] == ["refuted", "unproved"]


def test_a_case_under_way_is_told_its_elements_one_by_one():
    session = CaseSession({"violations": [{"id": "v1"}], "evidence": [E1]}, on=dt.date(2024, 7, 1))
    session.say("violations.v1.elements.act", ["e1"])
    assert [row.status for row in session.verdict.results[0].evidence][:2] == ["proven", "unproved"]
    session.say("violations.v1.elements.committed_by_party", {"refuted_by": ["e1"]})
    assert session.verdict.results[0].evidence[1].status == "refuted"
    session.withdraw("violations.v1.elements.act")
    assert session.verdict.results[0].evidence[0].status == "unproved"


def test_the_library_holds_cases_to_the_status_of_elements(reviewed):
    seen = reviewed(stated("organ", "proven"), [E1, E2])
    expected = Expectation(evidence={"act": "refuted", "harm": "not_listed", "induced_trade": "proven"})
    assert list(expected.differences(seen.verdict, None)) == [
        ("evidence.act", "refuted", ["proven"]),
        ("evidence.induced_trade", "proven", []),
    ]
