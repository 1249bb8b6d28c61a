"""Which evidence proves anything (art. 46), and what is said of that which does not."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review

REST = {"committed_by_party": ["e0"], "time_and_place": ["e0"]}
GOOD = {"kind": "site_record", "verified": True, "lawful": True}
LAW = "administrative_penalty_law/"
HEAD = """
instrument: made_up
version: "1"
title: {zh: 虚构, en: made up}
short: {zh: 虚构, en: made up}
rank: law
issuer: 虚构
in_force: {from: null, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-24
articles: {第一条: encoded}
articles_complete: false
"""


def piece(id_, **changed):
    return {key: value for key, value in ({"id": id_} | GOOD | changed).items() if value is not None}


def act(reviewed, record="working", on="2024-07-01", **changed):
    seen = reviewed(REST | {"act": ["e1"]}, [piece("e0"), piece("e1", **changed)], record=record, on=on)
    return seen.rows["act"]


def reasons(row):
    return [(each.reason, each.sure) for each in row.standing.excluded]


@pytest.mark.parametrize(
    "kind",
    [
        "documentary",
        "physical",
        "audiovisual",
        "electronic",
        "witness",
        "party_statement",
        "expert_opinion",
        "site_record",
    ],
)
def test_each_of_the_eight_kinds_proves(reviewed, kind):
    assert act(reviewed, kind=kind).status == "proven"


@pytest.mark.parametrize(
    ("changed", "reason", "sure"),
    [
        ({"lawful": False}, LAW + "evidence_lawful", True),
        ({"lawful": None}, LAW + "evidence_lawful", False),
        ({"verified": False}, LAW + "evidence_verified", True),
        ({"verified": None}, LAW + "evidence_verified", False),
        ({"kind": "other"}, LAW + "evidence_of_legal_kind", True),
        ({"kind": None}, LAW + "evidence_of_legal_kind", False),
        ({"collected_on": "2024-07-02"}, "collected_after_decision", True),
        ({"collected_on": "2024-07"}, "collected_after_decision", False),
        (
            {"collected_on": [{"value": "2024-06-01", "by": "organ"}, {"value": "2024-07-05", "by": "party"}]},
            "collected_after_decision",
            False,
        ),
        ({"lawful": [{"value": True, "by": "organ"}, {"value": False, "by": "party"}]}, LAW + "evidence_lawful", False),
    ],
)
def test_evidence_that_does_not_count_says_why(reviewed, changed, reason, sure):
    row = act(reviewed, **changed)
    assert (row.status, row.standing.open) == ("unproved", True)
    assert reasons(row) == [(reason, sure)]
    assert row.standing.proven_by == ()


@pytest.mark.parametrize("day", [None, "2024-06-30", "2024-07-01", "2024-06"])
def test_evidence_collected_by_the_day_of_the_decision_counts(reviewed, day):
    assert act(reviewed, collected_on=day).status == "proven"


def test_before_there_is_a_decision_evidence_is_not_late(reviewed):
    case = {
        "violations": [{"id": "v1", "elements": {"act": ["e0"]}}],
        "evidence": [piece("e0", collected_on="2024-06-30")],
        "record": "excerpt",
    }
    (result,) = review(load_case(case), load_rulesets(), dt.date(2024, 7, 1)).results
    assert {row.element: row.status for row in result.evidence}["act"] == "proven"


def test_every_reason_is_named(reviewed):
    row = act(reviewed, lawful=False, verified=None, kind="other", collected_on="2025-01-01")
    assert {reason for reason, _ in reasons(row)} == {
        LAW + "evidence_lawful",
        LAW + "evidence_verified",
        LAW + "evidence_of_legal_kind",
        "collected_after_decision",
    }


def test_in_a_complete_record_evidence_not_shown_to_be_verified_is_not(reviewed):
    row = act(reviewed, record="complete", verified=None)
    assert reasons(row) == [(LAW + "evidence_verified", True)]
    assert not row.standing.open


def test_in_a_complete_record_lawfulness_that_nobody_stated_stays_open(reviewed):
    row = act(reviewed, record="complete", lawful=None)
    assert reasons(row) == [(LAW + "evidence_lawful", False)]
    assert row.standing.open


def test_good_evidence_beside_bad_proves_all_the_same(reviewed):
    seen = reviewed(REST | {"act": ["e0", "e1"]}, [piece("e0"), piece("e1", lawful=False)])
    row = seen.rows["act"]
    assert (row.status, row.standing.proven_by) == ("proven", ("e0",))
    assert [each.id for each in row.standing.excluded] == ["e1"]
    assert seen.facts_clear() == "satisfied"


def test_refuting_evidence_that_does_not_count_refutes_nothing(reviewed):
    said = {"proven_by": ["e0"], "refuted_by": ["e1"]}
    row = reviewed(REST | {"act": said}, [piece("e0"), piece("e1", lawful=False)]).rows["act"]
    assert (row.status, row.standing.open) == ("proven", False)
    assert [(each.id, each.side) for each in row.standing.excluded] == [("e1", "refuted_by")]


def test_without_a_law_of_evidence_nothing_is_said_to_prove(reviewed):
    seen = reviewed(REST | {"act": ["e0"]}, [piece("e0")], on="2020-01-10", began="2019-05-06", ended="2019-05-06")
    # No version of the penalty law is loaded for that day; its elements are none either.
    row = seen.rows["act"]
    assert (row.ref, row.status) == (None, "unproved")
    assert reasons(row) == [("law_of_evidence_not_loaded", False)]
    assert seen.questions().count(LAW + "facts_to_establish") == 0


LAW_OF_SOME = """
requirements:
  - article: 第一条
    name: witnesses_named
    says: 证人证言须注明来源
    says_en: a witness statement names its source
    unless: [{name: urgent, says: 紧急, says_en: urgent, when: {organ.rank: county}, shown_by: organ}]
    then: {every: {of: evidence, where: {evidence.kind: witness}, holds: {evidence.original: true}}}
    severity: minor
    admits: true
"""


@pytest.mark.parametrize(
    ("kind", "original", "rank", "status"),
    [
        ("witness", True, "township", "proven"),
        ("witness", False, "township", "unproved"),
        ("witness", False, "county", "proven"),  # the exception holds
        ("documentary", False, "township", "proven"),  # it asks nothing of other kinds
    ],
)
def test_a_duty_on_some_evidence_asks_nothing_of_other_evidence(tmp_path, kind, original, rank, status):
    folder = tmp_path / "made_up_1"
    folder.mkdir()
    (folder / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "rules.yaml").write_text(LAW_OF_SOME, encoding="utf-8")
    law = load_rulesets("rulesets", tmp_path)
    case = {
        "organ": {"rank": rank},
        "violations": [{"id": "v1", "elements": {"act": ["e0"]}}],
        "evidence": [piece("e0", kind=kind, original=original)],
    }
    (result,) = review(load_case(case, law), law, dt.date(2024, 7, 1)).results
    assert {row.element: row.status for row in result.evidence}["act"] == status
