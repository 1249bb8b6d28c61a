"""Terms in years, months and for life (行政处罚法 art. 9): made-up acts, one provision each."""

from __future__ import annotations

import pytest

from enforcement_rules.values.errors import InputError

RULE = """
penalties:
  - article: 第一条
    name: threat
    says: 虚构罚则
    says_en: made-up provision
    causes: [made_up]
    then:
      - {kind: occupation_restriction, term: TERM}
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
HALF_TO_ONE = "{at_least: {months: 6}, at_most: {years: 1}}"
TEN_OR_LIFE = "{exactly: {years: 10}, or_for_life: true}"
TEN_TO_LIFE = "{at_least: {years: 10}, at_most: {for_life: true}}"
LIFE = "{exactly: {for_life: true}}"


@pytest.mark.parametrize(
    ("term", "stated", "answer", "codes"),
    [
        (HALF_TO_ONE, {"term": {"months": 6}}, True, []),
        (HALF_TO_ONE, {"term": {"months": 12}}, True, []),
        (HALF_TO_ONE, {"term": {"years": 1, "days": 1}}, False, ["term_outside"]),
        (HALF_TO_ONE, {"term": {"months": 5}}, False, ["term_outside"]),
        (HALF_TO_ONE, {"term": {"for_life": True}}, False, ["term_outside"]),
        (HALF_TO_ONE, {"days": 200}, True, []),
        (HALF_TO_ONE, {"days": 183}, None, ["term_not_comparable"]),
        (HALF_TO_ONE, {"days": 400}, False, ["term_outside"]),
        (HALF_TO_ONE, {}, None, ["term_not_stated"]),
        (TEN_OR_LIFE, {"term": {"years": 10}}, True, []),
        (TEN_OR_LIFE, {"term": {"months": 120}}, True, []),
        (TEN_OR_LIFE, {"term": {"for_life": True}}, True, []),
        (TEN_OR_LIFE, {"term": {"years": 11}}, False, ["term_outside"]),
        (TEN_TO_LIFE, {"term": {"years": 20}}, True, []),
        (TEN_TO_LIFE, {"term": {"years": 9, "months": 11}}, False, ["term_outside"]),
        (LIFE, {"term": {"years": 99}}, False, ["term_outside"]),
        (LIFE, {"term": {"for_life": True}}, True, []),
    ],
)
def test_a_term_lies_within_the_months_and_years_of_the_provision(act, result, term, stated, answer, codes):
    proposal = {"penalties": [{"kind": "occupation_restriction"} | stated]}
    found = result(act(RULE.replace("TERM", term), whole=True), proposed=proposal, record="working", **SETTLED)
    assert found.proposal.statute is answer
    assert [code for code, _ in found.proposal.findings] == codes


def test_a_term_in_months_is_held_against_days(act, result):
    text = RULE.replace("term: TERM", "days: {at_least: 5, at_most: 15}")
    for term, answer in (({"months": 1}, False), ({"days": 10}, True), ({"for_life": True}, False)):
        proposal = {"penalties": [{"kind": "occupation_restriction", "term": term}]}
        found = result(act(text, whole=True), proposed=proposal, record="working", **SETTLED)
        assert found.proposal.statute is answer, term


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"days": 5, "term": {"years": 1}}, "one of days and term"),
        ({"term": {}}, "years, months or days"),
        ({"term": {"years": 1, "for_life": True}}, "for_life: true alone"),
        ({"term": {"months": -1}}, "no whole number"),
    ],
)
def test_a_term_that_says_nothing_or_two_things_is_refused(act, result, stated, said):
    proposal = {"penalties": [{"kind": "occupation_restriction"} | stated]}
    with pytest.raises(InputError) as refused:
        result(act(RULE.replace("TERM", LIFE), whole=True), proposed=proposal, **SETTLED)
    assert any(said in each.text("en") for each in refused.value.problems)
