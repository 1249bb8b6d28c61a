"""Tiers, schemes, what is counted twice, illegal gains, arithmetic."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from enforcement_rules import load_case, review

PENALTY = """
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: threat
    causes: [food_residue_over_limit]
    then: [{kind: fine, fine: {at_least: 20000, at_most: 200000}}]
"""
TIERS = (
    PENALTY
    + """
benchmarks:
  - article: 第一条
    name: tiers
    says: 基准
    says_en: tiers
    causes: [food_residue_over_limit]
    penalised_by: {instrument: act, article: 第一条}
    statutory: {fine: {at_least: 20000, at_most: 200000}}
    statute_verified: true
    tiers:
      - name: spared
        says: 不罚
        says_en: none
        when: {violation.gravity: minor, violation.corrected_in_time: true, violation.harm: none}
        spares: no_penalty
      - name: first
        says: 第一次
        says_en: first
        when: {violation.times_in_one_year: {at_most: 1}, violation.gravity: {at_least: ordinary}}
        fine: {at_least: 20000, below: 80000}
      - name: again
        says: 再次
        says_en: again
        when: {violation.times_in_one_year: {at_least: 2}, violation.gravity: {at_least: ordinary}}
        fine: {at_least: 80000, at_most: 200000}
        penalties: [warning]
circumstances:
  - {article: 第一条, name: repeated, says: 屡犯, says_en: repeated, when: {violation.times_in_one_year: {at_least: 2}}, then: {shall: heavier}}
"""
)
CAUSE = {"cause": "food_residue_over_limit", "gravity": "ordinary"}


def fine(amount, *others, **more):
    return {"penalties": [{"kind": "fine", "amount": amount}, *({"kind": kind} for kind in others)], **more}


@pytest.mark.parametrize(
    ("amount", "tier", "benchmark"),
    [(20000, "first", True), ("79999.99", "first", True), (80000, "first", False), (20001, "first", True)],
)
def test_on_and_beside_the_end_of_a_tier(act, result, amount, tier, benchmark):
    found = result(act(TIERS), **CAUSE, times_in_one_year=1, proposed=fine(amount))
    assert found.tier.tiers == (tier,)
    assert found.proposal.statute is True
    assert found.proposal.benchmark is benchmark
    if not benchmark:
        assert found.proposal.deviation is None


@pytest.mark.parametrize(
    ("deviation", "known"),
    [
        ({"reason": "情况特殊", "approved_by": "负责人"}, True),
        ({"approved_by": "负责人"}, False),
        ({"reason": "情况特殊"}, None),
        (None, None),
    ],
)
def test_leaving_the_tier_needs_a_reason_and_an_approval(act, result, deviation, known):
    proposed = fine(80000, **({"deviation": deviation} if deviation else {}))
    found = result(act(TIERS), **CAUSE, times_in_one_year=1, proposed=proposed)
    assert found.proposal.deviation is known


@pytest.mark.parametrize(("kinds", "benchmark"), [(("warning",), True), ((), False)])
def test_a_tier_calls_for_its_other_kinds(act, result, kinds, benchmark):
    found = result(act(TIERS), **CAUSE, times_in_one_year=2, proposed=fine(100000, *kinds))
    assert found.proposal.benchmark is benchmark


def test_no_tier_is_taken_by_default_and_every_answer_is_shown(act, result):
    found = result(act(TIERS), **CAUSE, proposed=fine(100000))
    assert found.tier.status == "open"
    assert dict(found.tier.each)["first"].high == 80000
    assert dict(found.tier.each)["again"].low == 80000
    assert found.proposal.benchmark is None
    assert "violation.times_in_one_year" in found.tier.waits


@pytest.mark.parametrize(
    ("priors", "complete", "tiers"),
    [
        ([], True, ("first",)),
        ([{"on": "2023-01-10", "same_kind": True}], True, ("again",)),
        ([{"on": "2023-01-09", "same_kind": True}], True, ("first",)),
        ([{"on": "2023-06-01", "same_kind": False}], True, ("first",)),
        ([{"on": "2023-06-01", "same_kind": True}], False, ("again",)),
        ([], False, ("first", "again")),
        ([{"on": "2023-06-01"}], True, ("first", "again")),
    ],
)
def test_earlier_penalties_are_counted_within_one_year(act, priors, complete, tiers):
    rules = act(TIERS)
    case = {
        "schema": "enforcement_rules/case/1",
        "complete": ["prior_penalties"] if complete else [],
        "parties": [{"id": "p1"}],
        "violations": [{"id": "v1", "ended": "2024-01-10", **CAUSE}],
        "prior_penalties": priors,
    }
    found = review(load_case(case, rules), rules, dt.date(2024, 3, 1)).results[0]
    assert found.tier.tiers == tiers


def test_a_circumstance_that_chose_the_tier_is_not_counted_again(act, result):
    found = result(act(TIERS), **CAUSE, times_in_one_year=2, proposed=fine(100000, "warning", treatment="heavier"))
    assert [rule for rule, _ in found.treatment.twice] == ["act/repeated"]
    assert "heavier_counted_twice" in [code for code, _ in found.proposal.findings]


def test_without_the_tier_the_circumstance_counts(act, result):
    text = TIERS[: TIERS.index("benchmarks:")] + TIERS[TIERS.index("circumstances:") :]
    found = result(act(text), **CAUSE, times_in_one_year=2, proposed=fine(100000, treatment="heavier"))
    assert found.treatment.twice == ()
    assert found.proposal.findings == ()


BANDS = (
    PENALTY
    + """
schemes:
  - article: 第一条
    name: thirty_seventy
    says: 三七分段
    says_en: thirty and seventy percent
    bands:
      lighter: {at_least: 0, below: 0.3}
      ordinary: {at_least: 0.3, at_most: 0.7}
      heavier: {more_than: 0.7, at_most: 1}
"""
)


@pytest.mark.parametrize(
    ("treatment", "amount", "benchmark"),
    [
        ("lighter", 20000, True),
        ("lighter", "73999.99", True),
        ("lighter", 74000, False),
        ("ordinary", 74000, True),
        ("ordinary", 146000, True),
        ("ordinary", "146000.01", False),
        ("heavier", 146000, False),
        ("heavier", "146000.01", True),
        ("heavier", 200000, True),
    ],
)
def test_who_owns_the_ends_of_the_bands_is_as_written(act, result, treatment, amount, benchmark):
    found = result(act(BANDS), **CAUSE, proposed=fine(amount, treatment=treatment))
    assert found.scheme.applies == treatment
    assert found.proposal.benchmark is benchmark


def test_the_other_owner_of_the_ends(act, result):
    text = BANDS.replace("below: 0.3", "at_most: 0.3").replace("{at_least: 0.3,", "{more_than: 0.3,")
    found = result(act(text), **CAUSE, proposed=fine(74000, treatment="lighter"))
    assert found.proposal.benchmark is True


SHARE = (
    PENALTY
    + """
schemes:
  - article: 第一条
    name: factors
    says: 因子累加
    says_en: factors added up
    share: [violation.units]
"""
)


@pytest.mark.parametrize(("points", "amount"), [(0, 20000), (5, 29000), (100, 200000), (130, 200000)])
def test_shares_add_up_as_the_published_example_does(act, result, points, amount):
    found = result(act(SHARE), **CAUSE, bases={"units": points}, proposed=fine(amount))
    assert (found.scheme.range.low, found.scheme.range.high) == (Decimal(amount), Decimal(amount))
    assert found.proposal.benchmark is True


def test_an_unknown_share_leaves_an_interval(act, result):
    found = result(act(SHARE), **CAUSE, proposed=fine(29000))
    assert (found.scheme.range.low, found.scheme.range.high) == (Decimal(20000), Decimal(200000))


APOLOGY = (
    PENALTY
    + """
schemes:
  - article: 第一条
    name: apology
    says: 道歉下调
    says_en: reduction for an apology
    of: proposal.before_reduction
    adjustments:
      - {name: sorry, says: 公开道歉, says_en: public apology, when: {violation.corrected_in_time: true}, lower_by: 50}
    most_lowered_by: 200000
    rounding: {to: 100, towards: party}
"""
)


@pytest.mark.parametrize(("before", "after"), [(140000, 70000), (30000, 20000), (199999, 99900), (20000, 20000)])
def test_a_reduction_is_rounded_for_the_party_and_never_leaves_the_range(act, result, before, after):
    proposed = fine(after, before_reduction=before)
    found = result(act(APOLOGY), **CAUSE, corrected_in_time=True, proposed=proposed)
    assert found.scheme.range.low == found.scheme.range.high == after
    assert found.proposal.benchmark is True


def test_a_reduction_is_capped_in_yuan(act, result):
    wide = APOLOGY.replace("at_most: 200000}", "at_most: 2000000}")
    found = result(act(wide), **CAUSE, corrected_in_time=True, proposed=fine(1, before_reduction=900000))
    assert found.scheme.range.low == 700000


@pytest.mark.parametrize(
    ("penalty", "codes"),
    [
        ({"amount": 50000, "each": 5000, "units": 10}, []),
        ({"amount": 50000, "each": 5000, "units": "9.5"}, ["units_differ"]),
        ({"amount": 50000, "in_words": "伍万元整"}, []),
        ({"amount": 50000, "in_words": "人民币伍萬圆整"}, []),
        ({"amount": 50000, "in_words": "伍仟元整"}, ["words_differ"]),
        ({"amount": 50000, "in_words": "若干元"}, ["words_unreadable"]),
        ({"amount": 50000, "wan": 5}, []),
        ({"amount": "50000.01", "wan": "5.000001"}, []),
        ({"amount": 50000, "wan": 50}, ["wan_differs"]),
    ],
)
def test_the_arithmetic_of_a_penalty(act, result, penalty, codes):
    found = result(act(PENALTY), **CAUSE, proposed={"penalties": [{"kind": "fine", **penalty}]})
    assert [code for code, _ in found.proposal.findings] == codes


@pytest.mark.parametrize(
    ("penalty", "codes"),
    [
        ({"amount": 50000, "in_words": "玖" * 28}, ["words_unreadable"]),
        ({"amount": "228.04", "in_words": "贰佰贰拾捌元零肆分"}, []),
        ({"amount": "0.50", "in_words": "伍角整"}, []),
        ({"amount": 50000, "in_words": "5万元"}, []),
        ({"amount": 50000, "in_words": "伍佰元"}, ["words_differ"]),
        ({"amount": 600007738, "in_words": "陆亿柒仟柒佰叁拾捌元整"}, []),
        ({"amount": 1, "each": "9999999999999.99", "units": "999999999999"}, ["units_differ"]),
    ],
)
def test_words_are_read_whatever_they_say(act, result, penalty, codes):
    found = result(act(PENALTY), **CAUSE, proposed={"penalties": [{"kind": "fine", **penalty}]}).proposal.findings
    assert [code for code, _ in found if code.startswith(("words_", "units_"))] == codes


@pytest.mark.parametrize(
    ("treatment", "amount", "codes"),
    [
        ("mitigated", 19999, {"below_floor_ground_open", "no_stated_basis"}),
        ("mitigated", 20000, {"mitigated_not_below_floor"}),
        ("lighter", 19999, {"below_floor_ground_open", "no_stated_basis", "named_other_than_mitigated"}),
        ("lighter", 20000, set()),
        ("ordinary", 200001, {"above_ceiling"}),
    ],
)
def test_lighter_stays_inside_and_mitigated_goes_below(act, result, treatment, amount, codes):
    found = result(act(PENALTY), **CAUSE, proposed=fine(amount, treatment=treatment))
    assert {code for code, _ in found.proposal.findings} == codes


def test_a_benchmark_past_its_validity_is_named_and_not_applied(act, result):
    act(PENALTY, load=False)
    tiers = TIERS[TIERS.index("benchmarks:") : TIERS.index("circumstances:")]
    rules = act(tiers, name="table", end="2023-12-31")
    found = result(rules, **CAUSE, times_in_one_year=1, proposed=fine(30000))
    assert found.tier is None
    assert [code for code, _ in found.proposal.findings] == ["benchmark_expired"]
    assert found.proposal.benchmark is None


GROUND = "administrative_penalty_law/removed_or_reduced_harm"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"removed_or_reduced_harm": True}, None),
        ({"removed_or_reduced_harm": False}, "named_ground_fails"),
        ({}, "named_ground_open"),
    ],
)
def test_a_ground_that_is_named_must_hold(act, result, said, code):
    proposed = fine(15000, treatment="mitigated", basis=[GROUND])
    found = result(act(PENALTY), **CAUSE, **said, proposed=proposed).proposal
    named = [each for each, _ in found.findings if each.startswith("named_ground")]
    assert named == ([] if code is None else [code])
    assert found.statute is (True if said.get("removed_or_reduced_harm") else None)
