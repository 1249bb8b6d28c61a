"""An item that is cited has the range of its own act, whatever the cause says; exceptions of provisions count (虚构)."""

from __future__ import annotations

import pytest

from enforcement_rules import load_case, review

SPLIT = """
penalties:
  - article: 第九条第一款第三项
    name: third
    says: 第三项
    says_en: item 3
    causes: [made_up_third]
    rests_on: [第二款]
    then: [{kind: fine, fine: {at_least: 50, at_most: 500}}]
  - article: 第九条第一款
    name: others
    says: 其余各项
    says_en: the other items
    ACTS
    rests_on: [第二款]
    then: [{kind: fine, fine: {at_least: 100, at_most: 1000}}]
"""
ACTS = "acts: [{item: 第一项, cause: made_up_first}, {item: 第二项, cause: made_up_second}]"
CAUSES = "causes: [made_up_first, made_up_second]"


def reviewed(rules, articles, cause=None, fine=60, record="working", **violation):
    case = {
        "record": record,
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "began": "2024-01-10",
                "ended": "2024-01-10",
                "penalised_by": [{"instrument": "act", "article": each} for each in articles],
                **({"cause": cause} if cause else {}),
                **violation,
            }
        ],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}],
    }
    return review(load_case(case, rules), rules)


@pytest.mark.parametrize("written", [ACTS, CAUSES])
@pytest.mark.parametrize(
    ("articles", "cause", "expected", "clash"),
    [
        (["第九条第一款第三项"], "made_up_third", "third", False),
        (["第九条第一款第三项"], "made_up_first", "third", True),
        (["第九条第一款第三项"], None, "third", False),
        (["第九条第一款第三项", "第九条第二款"], None, "third", False),
        (["第九条第一款第三项", "第九条第二款"], "made_up_first", "third", True),
        (["第九条第二款", "第九条第一款第一项"], "made_up_first", "others", False),
        (["第九条第二款"], "made_up_third", "third", False),
        (["第九条第二款"], "made_up_second", "others", False),
        (["第九条第一款"], "made_up_third", "third", False),
        (["第九条"], "made_up_second", "others", False),
    ],
)
def test_an_item_has_the_range_of_its_own_act(act, written, articles, cause, expected, clash):
    found = reviewed(act(SPLIT.replace("ACTS", written), articles="{第九条: partly}"), articles, cause)
    statutory = found.results[0].statutory
    assert (statutory.ref.rule, statutory.range.high) == (f"act/{expected}", {"third": 500, "others": 1000}[expected])
    assert ("cause_of_other_item" in {each.code for each in found.warnings}) is clash
    assert not (clash and found.outcome == "may_decide")


EXCEPTED = """
penalties:
  - article: 第九条
    name: excepted
    says: 罚款，他人提起的除外
    says_en: a fine, unless another law speaks of it
    unless:
      - {name: other_law, says: 首次的, says_en: a first act, when: {violation.first: true}, shown_by: WHO}
    then: [{kind: fine, fine: {at_least: 50, at_most: 500}}]
"""


@pytest.mark.parametrize("who", ["organ", "party", "either"])
@pytest.mark.parametrize(("first", "statute"), [(True, False), (False, True), (None, None)])
def test_an_exception_of_a_provision_that_holds_takes_the_penalty_away(act, who, first, statute):
    rules = act(EXCEPTED.replace("WHO", who), articles="{第九条: encoded}")
    stated = {} if first is None else {"first": first}
    found = reviewed(rules, ["第九条"], **stated)
    assert found.results[0].proposal.statute is statute
    assert ("provision_not_met" in {code for code, _ in found.results[0].proposal.findings}) is (first is True)
    asked = {fact.path for ask in found.asks for fact in ask.facts}
    assert ("violations.v1.first" in asked) is (first is None)


@pytest.mark.parametrize(("who", "statute"), [("party", True), ("organ", True), ("either", None)])
def test_silence_on_a_complete_record_makes_out_no_exception_that_one_side_must_show(act, who, statute):
    rules = act(EXCEPTED.replace("WHO", who), articles="{第九条: encoded}")
    assert reviewed(rules, ["第九条"], record="complete").results[0].proposal.statute is statute
