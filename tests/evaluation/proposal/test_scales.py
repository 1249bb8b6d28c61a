"""Scales (直至; 食品安全法 arts. 125 and 134): of the steps exactly one is chosen (虚构)."""

from __future__ import annotations

import pytest

RULE = """
penalties:
  - article: 第一条
    name: threat
    says: 虚构罚则
    says_en: made-up provision
    causes: [made_up]
    then:
      - {kind: warning, force: shall}
      - {kind: business_restriction, force: FORCE, up_to: scale}
      - {kind: order_to_suspend_business, force: FORCE, up_to: scale}
      - {kind: licence_revocation, force: FORCE, up_to: scale}
"""
SETTLED = {
    "first": "false",
    "gravity": "ordinary",
    "harm": "ordinary",
    "corrected_in_time": "false",
    "absence_of_fault": "false",
    "removed_or_reduced_harm": "false",
    "coerced_or_induced": "false",
    "discovered": "2024-01-10",
    "bases": {"illegal_gains": "0"},
}
LIMIT, STOP, REVOKE = "business_restriction", "order_to_suspend_business", "licence_revocation"


@pytest.mark.parametrize(
    ("force", "chosen", "answer", "codes"),
    [
        ("shall", [LIMIT], True, []),
        ("shall", [STOP], True, []),
        ("shall", [REVOKE], True, []),
        ("shall", [], False, ["mandatory_penalty_missing"]),
        ("shall", [STOP, REVOKE], False, ["steps_together"]),
        ("shall", [LIMIT, STOP, REVOKE], False, ["steps_together"]),
        ("shall", ["order_to_close"], False, ["kind_not_given", "mandatory_penalty_missing"]),
        ("may", [], True, []),
        ("may", [STOP], True, []),
        ("may", [LIMIT, REVOKE], False, ["steps_together"]),
    ],
)
def test_of_a_scale_one_step_is_chosen(act, result, force, chosen, answer, codes):
    proposal = {"penalties": [{"kind": kind} for kind in ("warning", *chosen)]}
    found = result(act(RULE.replace("FORCE", force)), proposed=proposal, record="working", **SETTLED).proposal
    assert found.statute is answer
    assert [code for code, _ in found.findings] == codes


def test_what_is_left_out_of_a_scale_is_its_lightest_step(act, result):
    found = result(
        act(RULE.replace("FORCE", "shall")), proposed={"penalties": [{"kind": "warning"}]}, record="working", **SETTLED
    ).proposal
    assert found.findings == (("mandatory_penalty_missing", {"kinds": [LIMIT], "rule": "act/threat"}),)


def test_a_step_that_another_penalty_gives_as_well_stands_beside_another_step(act, result):
    more = RULE + "      - {kind: order_to_suspend_business, force: may}\n"
    proposal = {"penalties": [{"kind": kind} for kind in ("warning", STOP, REVOKE)]}
    found = result(act(more.replace("FORCE", "shall")), proposed=proposal, record="working", **SETTLED).proposal
    assert (found.statute, found.findings) == (True, ())
