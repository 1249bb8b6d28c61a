"""A ground that binds and holds bars every kind it speaks of (行政处罚法 arts. 30–33), whatever the amount."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.values.kinds import PENALTY_KINDS

RULESETS = load_rulesets()
SPARED = {"gravity": "minor", "harm": "none", "corrected_in_time": "true"}
CITED = {"penalised_by": [{"instrument": "food_safety_law", "article": "第一百二十四条第一款"}]}


def proposal(penalties, facts, *, field="market_regulation", cited=CITED, party="legal_person", **more):
    case = {
        "record": "excerpt",
        "organ": {"field": field, "rank": "county", "place": "350121"},
        "parties": [{"id": "p1", "kind": party}],
        "violations": [
            {"id": "v1", "parties": ["p1"], "began": "2024-03-01", "ended": "2024-03-01", "discovered": "2024-03-04"}
            | cited
            | facts
        ],
        "steps": [{"step": "decision", "on": "2024-05-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": penalties, **more}],
    }
    verdict = review(load_case(case, RULESETS), RULESETS, dt.date(2024, 5, 1))
    return verdict.outcome, verdict.results[0].proposal


@pytest.mark.parametrize("kind", sorted(set(PENALTY_KINDS) - {"confiscation_of_illegal_gains"}))
def test_what_shall_be_spared_bars_every_kind(kind):
    outcome, found = proposal([{"kind": kind}], SPARED)
    assert outcome == "must_not_decide"
    assert found.statute is False
    assert "contradicts_binding_ground" in [code for code, _ in found.findings]


def test_gains_are_no_ones_to_keep_though_the_act_is_spared():
    """What art. 28(2) takes is not barred by art. 33(1): that has its own reading."""
    taken = [{"kind": "confiscation_of_illegal_gains", "amount": 20}]
    _, found = proposal(taken, SPARED | {"bases": {"illegal_gains": "20"}}, treatment="no_penalty")
    assert found.statute is True
    assert found.spared


def test_a_fine_of_nothing_is_no_fine():
    _, found = proposal([{"kind": "fine", "amount": 0}], SPARED, treatment="no_penalty")
    assert "contradicts_binding_ground" not in [code for code, _ in found.findings]


def test_called_spared_and_fined_all_the_same_is_not_spared():
    _, found = proposal([{"kind": "fine", "amount": 60000}], {}, treatment="no_penalty")
    assert not found.spared
    outcome, found = proposal([{"kind": "fine", "amount": 60000}], SPARED, treatment="no_penalty")
    assert (outcome, found.spared) == ("must_not_decide", False)


def test_a_penalty_of_unknown_kind_is_compared_with_nothing():
    case_facts = SPARED
    _, found = proposal(None, case_facts, imposes_penalty="true")
    assert found.statute is None
    assert "binding_ground_not_compared" in [code for code, _ in found.findings]


COERCED = {"cause": "assault", "coerced_or_induced": "true", "gravity": "ordinary"}
ASSAULT = {"penalised_by": [{"instrument": "public_security_penalty_law", "article": "第四十三条第一款"}]}


@pytest.mark.parametrize(
    ("named", "days", "fine", "contradicts"),
    [
        ("lighter", 5, 200, True),
        ("ordinary", 7, 300, True),
        (None, 5, 200, True),
        ("mitigated", 5, 200, True),
        ("mitigated", 4, 100, False),
        (None, 4, 100, False),
    ],
)
def test_a_choice_between_two_treatments_is_held_against_what_is_proposed(named, days, fine, contradicts):
    """治安管理处罚法 (2012) art. 19: mitigated or spared; a lighter penalty inside the range is neither."""
    penalties = [{"kind": "administrative_detention", "days": days}, {"kind": "fine", "amount": fine}]
    more = {"treatment": named} if named else {}
    _, found = proposal(penalties, COERCED, field="public_security", cited=ASSAULT, party="natural_person", **more)
    assert ("contradicts_binding_ground" in [code for code, _ in found.findings]) is contradicts
    if contradicts:
        assert found.statute is False


HELPED = {"removed_or_reduced_harm": "true", "harm": "slight", "bases": {"goods_value": "3000"}}


@pytest.mark.parametrize(
    ("fine", "named", "contradicts"),
    [(100000, None, True), (50000, "ordinary", True), (50000, None, False), (20000, "mitigated", False)],
)
def test_who_must_be_treated_more_lightly_does_not_get_the_most(fine, named, contradicts):
    """行政处罚法 art. 32: lighter or mitigated; the most that the statute allows is neither."""
    _, found = proposal([{"kind": "fine", "amount": fine}], HELPED, **({"treatment": named} if named else {}))
    assert ("contradicts_binding_ground" in [code for code, _ in found.findings]) is contradicts


@pytest.mark.parametrize(("named", "outcome"), [("heavier", False), ("ordinary", False), ("lighter", False)])
def test_the_lightest_kind_that_a_provision_gives_is_no_mitigation(named, outcome):
    # 治安管理处罚法（2012）第十九条：应当减轻处罚或者不予处罚；警告是第二十三条第一款规定的种类，不是减轻
    facts = {"public_order_matter": "true", "coerced_or_induced": "true", "gravity": "ordinary"}
    cited = {"penalised_by": [{"instrument": "public_security_penalty_law", "article": "第二十三条第一款"}]}
    more = {"field": "public_security", "cited": cited, "party": "natural_person", "treatment": named}
    _, found = proposal([{"kind": "warning"}], facts, **more)

    assert found.statute is outcome
    assert "contradicts_binding_ground" in [code for code, _ in found.findings]
