"""Terms in years, months and for life (行政处罚法 art. 9): made-up acts, one provision each."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.values.errors import InputError

RULESETS = load_rulesets()

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


def _asked(rulesets, penalty):
    case = {
        "schema": "enforcement_rules/case/1",
        "parties": [{"id": "p1", "kind": "natural_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "began": "2024-01-10",
                "ended": "2024-01-10",
                "penalised_by": [{"instrument": "act", "article": "第一条"}],
            }
        ],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [penalty]}],
    }
    verdict = review(load_case(case, rulesets), rulesets, dt.date(2024, 3, 1))
    return [fact for ask in verdict.asks for fact in ask.facts if fact.fact == "proposal.term"]


@pytest.mark.parametrize("set_", ["days: {at_least: 5, at_most: 15}", f"term: {LIFE}", f"term: {HALF_TO_ONE}"])
def test_a_term_that_the_law_sets_and_nobody_states_is_asked(act, set_):
    rulesets = act(RULE.replace("term: TERM", set_), whole=True)
    [asked] = _asked(rulesets, {"kind": "occupation_restriction"})
    assert (asked.path, asked.rules) == ("proposed.v1.p1.penalties[].term", ("act/threat",))


def test_a_term_is_not_asked_where_it_is_stated_or_the_law_sets_none(act):
    assert not _asked(act(RULE.replace("TERM", LIFE), whole=True), {"kind": "occupation_restriction", "days": 5})
    none = RULE.replace(", term: TERM", "")
    assert not _asked(act(none, whole=True), {"kind": "occupation_restriction"})


def test_what_is_outside_names_the_provision(act, result):
    proposal = {"penalties": [{"kind": "occupation_restriction", "term": {"years": 2}}]}
    rulesets = act(RULE.replace("TERM", HALF_TO_ONE), whole=True)
    [(code, args)] = result(rulesets, proposed=proposal, record="working", **SETTLED).proposal.findings
    assert (code, args["rule"], args["least"], args["most"]) == ("term_outside", "act/threat", "P6M", "P1Y")


def test_of_two_provisions_cited_one_that_sets_no_term_allows_any(act, result):
    second = (
        RULE.replace(", term: TERM", "")
        .replace("penalties:\n", "")
        .replace("threat", "other")
        .replace("第一条", "第二条")
    )
    articles = "{第一条: encoded, 第二条: encoded}"
    rulesets = act(RULE.replace("TERM", HALF_TO_ONE) + second.lstrip("\n"), whole=True, articles=articles)
    cited = [{"instrument": "act", "article": article} for article in ("第一条", "第二条")]
    for stated in ({"term": {"years": 2}}, {}):
        proposal = {"penalties": [{"kind": "occupation_restriction"} | stated]}
        found = result(rulesets, proposed=proposal, record="working", penalised_by=cited, **SETTLED).proposal
        assert found.statute is True, stated


@pytest.mark.parametrize(
    ("days", "stated", "answer"),
    [
        ({"days": 5}, 5, "satisfied"),
        ({"term": {"days": 5}}, 5, "satisfied"),
        ({"term": {"days": 6}}, 5, "breached"),
        ({"days": 6}, 5, "breached"),
        ({"term": {"months": 1}}, 15, "breached"),
        ({"term": {"months": 1}}, 30, "undetermined"),
        ({"term": {"months": 1}}, 31, "satisfied"),
        ({}, 5, "undetermined"),
    ],
)
def test_days_of_detention_are_counted_in_whatever_units_they_are_stated(act, days, stated, answer):
    """The notice told so many days; more are not decided than it told (行政处罚法 art. 44)."""
    case = {
        "schema": "enforcement_rules/case/1",
        "procedure": "ordinary",
        "parties": [{"id": "p1", "kind": "natural_person"}],
        "violations": [{"id": "v1", "parties": ["p1"]}],
        "steps": [
            {"step": "notice", "on": "2024-02-10", "served": "2024-02-10", "written": {"detention_days": stated}},
            {"step": "decision", "on": "2024-03-10"},
        ],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "administrative_detention"} | days]}],
    }
    verdict = review(load_case(case, RULESETS), RULESETS, dt.date(2024, 3, 10))
    [found] = [each for each in verdict.findings if each.ref.rule.endswith("/detention_as_notified")]
    assert found.status == answer
