"""Which evidence the decision relies on: only that must be verified, lawful and of a legal kind (art. 46)."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.layout import reliance_of
from enforcement_rules.explanation.verdict import as_text

GOOD = {"id": "e1", "kind": "site_record", "verified": True, "lawful": True}
BAD = {"id": "e2", "kind": "witness", "verified": True, "lawful": False}
REST = {"committed_by_party": ["e1"], "time_and_place": ["e1"]}


def relied(violation, evidence=({"id": "e1"}, {"id": "e2"}), **more):
    case = load_case({"violations": [{"id": "v1"} | violation], "evidence": list(evidence)} | more)
    return {id_: (each.known, each.named) for id_, each in reliance_of(case).items()}


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (["e2"], (True, True)),
        ({"proven_by": ["e2"], "by": "organ"}, (True, True)),
        ({"refuted_by": ["e2"], "by": "organ"}, (True, True)),
        ({"refuted_by": ["e2"]}, (None, True)),  # the file notes it; whether the decision rests on it is open
        ([{"by": "party", "refuted_by": ["e2"]}], (False, True)),
        ([{"by": "party", "proven_by": ["e2"]}], (False, True)),
        ([{"by": "party", "proven_by": ["e2"]}, {"by": "organ", "proven_by": ["e2"]}], (True, True)),
        (["e1"], (None, False)),
    ],
)
def test_who_names_a_piece_says_whether_the_decision_relies_on_it(said, known):
    assert relied({"elements": {"act": said}})["e2"] == known


def test_a_file_that_lists_no_elements_relies_on_all_its_evidence_but_what_only_the_party_names():
    assert relied({}) == {"e1": (True, False), "e2": (True, False)}
    by_party = {"absence_of_fault": {"value": True, "by": "party", "evidence": ["e2"]}}
    assert relied(by_party) == {"e1": (True, False), "e2": (False, True)}


@pytest.mark.parametrize("value", [True, False])
def test_evidence_of_a_stated_fact_is_relied_on_whatever_its_value(value):
    assert relied({"elements": {}, "first": {"value": value, "evidence": ["e2"]}})["e2"] == (True, True)
    assert relied({}, parties=[{"id": "p1", "committed_violation": {"value": value, "evidence": ["e2"]}}])["e2"] == (
        True,
        True,
    )


def lawful(reviewed, elements, *more, **changed):
    seen = reviewed(REST | elements, [GOOD, BAD | changed, *more])
    (finding,) = [each for each in seen.verdict.findings if each.ref.rule.endswith("/evidence_lawful")]
    return finding.status, seen


def test_unlawful_evidence_of_the_party_bars_no_decision(reviewed):
    said = [{"by": "organ", "proven_by": ["e1"]}, {"by": "party", "refuted_by": ["e2"]}]
    status, seen = lawful(reviewed, {"act": said})
    assert status == "undetermined"  # the list of evidence is open, nothing else
    assert [each.id for each in seen.rows["act"].standing.excluded] == ["e2"]
    assert seen.verdict.outcome == "undetermined"


def test_unlawful_evidence_that_the_organ_relies_on_is_a_breach_though_other_evidence_suffices(reviewed):
    status, seen = lawful(reviewed, {"act": ["e1", "e2"]})
    assert (status, seen.status("act")) == ("breached", "proven")


def test_what_the_file_says_of_reliance_stands(reviewed):
    assert lawful(reviewed, {"act": ["e1", "e2"]}, relied_on=False)[0] == "undetermined"
    assert lawful(reviewed, {"act": ["e1"]}, relied_on=True)[0] == "breached"


def test_evidence_named_nowhere_is_asked_for_and_named_below_the_table(reviewed):
    status, seen = lawful(reviewed, {"act": ["e1"]})
    assert status == "undetermined"
    assert "evidence.1.relied_on" in seen.asks()
    assert "没有用来证明任何要件或者事实的证据：e2（证人证言）" in as_text(seen.verdict, "zh")
    assert "evidence that is named for no element and no fact: e2 (witness statement)" in as_text(seen.verdict, "en")


def test_evidence_found_after_the_decision_counts_only_where_it_is_relied_on(reviewed):
    late = {"id": "e2", "kind": "witness", "verified": True, "lawful": True, "collected_on": "2024-08-01"}
    rule = "administrative_litigation_law/evidence_before_decision"

    def status(said):
        found = reviewed(REST | {"act": said}, [GOOD, late]).verdict.findings
        return {each.ref.rule: each.status for each in found}[rule]

    assert status(["e1", "e2"]) == "breached"
    assert status([{"by": "organ", "proven_by": ["e1"]}, {"by": "party", "refuted_by": ["e2"]}]) == "undetermined"


def monitored(checked, by_monitoring, said=("e1",)):
    piece = GOOD | {"kind": "electronic"} | ({} if by_monitoring is None else {"by_monitoring": by_monitoring})
    case = {
        "monitoring_equipment": True,
        "parties": [{"id": "p1"}],
        "violations": [{"id": "v1", "parties": ["p1"], "elements": {"act": list(said)}}],
        "evidence": [piece],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 200}]}],
    } | ({} if checked is None else {"monitoring_record_checked": checked})
    (result,) = review(load_case(case), load_rulesets(), dt.date(2024, 7, 1)).results
    row = result.evidence[0]
    return row.status, [(each.reason.partition("/")[2], each.sure) for each in row.standing.excluded]


@pytest.mark.parametrize(
    ("checked", "by_monitoring", "found"),
    [
        (True, True, ("proven", [])),
        (True, None, ("proven", [])),
        (False, False, ("proven", [])),
        (False, True, ("unproved", [("monitoring_evidence_checked", True)])),
        (False, None, ("unproved", [("monitoring_evidence_checked", False)])),
        (None, True, ("unproved", [("monitoring_evidence_checked", False)])),
    ],
)
def test_a_recording_that_was_not_checked_proves_nothing(checked, by_monitoring, found):
    assert monitored(checked, by_monitoring) == found


def test_speakers_are_named_in_the_language_of_the_text(reviewed):
    said = [{"by": "organ", "proven_by": ["e1"]}, {"by": "party", "refuted_by": ["e2"], "says": "当日停业"}]
    verdict = lawful(reviewed, {"act": said})[1].verdict
    assert "违反行政管理秩序的行为：当日停业（当事人）" in as_text(verdict, "zh")
    assert "the act that breaks the law: 当日停业 (party)" in as_text(verdict, "en")
