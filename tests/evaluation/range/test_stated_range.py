"""Ranges and tiers that only the file states: second tiers, deemed bases, multiples; they decide nothing (虚构)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review

RULESETS = load_rulesets()
CITED = {"title": "某法", "rank": "law", "article": "第十条"}
SWITCHED = {
    "switch": {"base": "goods_value", "at": 10000},
    "below": {"at_least": 20000, "at_most": 50000},
    "otherwise": {"at_least": 10, "at_most": 20, "times": "goods_value"},
}


def verdict_of(stated: dict[str, Any], bases: dict[str, Any], **proposal: Any) -> Any:
    case = {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": "market_regulation", "rank": "county", "place": "330902"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "penalised_by": [CITED],
                "stated_range": stated,
                "bases": bases,
                "ended": "2024-02-01",
                "discovered": "2024-02-01",
            }
        ],
        "steps": [{"step": "decision", "on": "2024-04-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 30000}], **proposal}],
    }
    return review(load_case(case, RULESETS), RULESETS)


def ends(verdict: Any) -> tuple[Any, Any]:
    found = verdict.results[0].statutory.range
    return (None, None) if found is None else (found.low, found.high)


@pytest.mark.parametrize(
    ("stated", "bases", "expected"),
    [
        (SWITCHED, {"goods_value": 9999}, (20000, 50000)),
        (SWITCHED, {"goods_value": 10000}, (100000, 200000)),
        (SWITCHED, {"goods_value": 30000}, (300000, 600000)),
        (SWITCHED, {"goods_value": {"below": 10000}}, (20000, 50000)),
        (SWITCHED, {"goods_value": {"at_least": 10000, "at_most": 12000}}, (100000, 240000)),
        (SWITCHED, {}, (20000, None)),
        (
            {"at_least": 15, "at_most": 30, "times": "goods_value", "deemed_at_least": 100000},
            {"goods_value": 300},
            (1500000, 3000000),
        ),
        (
            {"at_least": 15, "at_most": 30, "times": "goods_value", "deemed_at_least": 100000},
            {"goods_value": 200000},
            (3000000, 6000000),
        ),
        ({"at_most": 5, "times": "illegal_gains", "capped_at": 30000}, {"illegal_gains": 90000}, (None, 30000)),
        ({"at_least": 5, "at_most": 10, "percent_of": "turnover"}, {"turnover": 1000}, (50, 100)),
        (
            {"at_least": 1, "at_most": 2, "times": "goods_value"},
            {"goods_value": {"amount": 9, "currency": "USD", "yuan": 70}},
            (70, 140),
        ),
        (
            {"at_least": 1, "at_most": 2, "times": "goods_value"},
            {"goods_value": {"amount": 9, "currency": "USD"}},
            (None, None),
        ),
    ],
)
def test_the_range_follows_from_what_is_stated(stated, bases, expected):
    verdict = verdict_of(stated, bases)
    assert ends(verdict) == tuple(None if each is None else Decimal(each) for each in expected)
    assert verdict.outcome != "may_decide"


@pytest.mark.parametrize("stated", [SWITCHED, {"at_least": 1, "at_most": 3, "times": "goods_value"}])
def test_the_base_that_is_not_stated_is_asked_for(stated):
    assert "violation.goods_value" in {fact.fact for ask in verdict_of(stated, {}).asks[:5] for fact in ask.facts}
    told = verdict_of(stated, {"goods_value": 3000})
    assert "violation.goods_value" not in {fact.fact for ask in told.asks for fact in ask.facts}


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"switch": {"base": "goods_value", "at": 1}, "below": {"at_least": 1}}, "stated_range_shape"),
        ({"otherwise": {"at_least": 1}}, "stated_range_shape"),
        ({"at_least": 2, **SWITCHED}, "stated_range_shape"),
        ({"below": {"at_least": 9}}, "stated_range_shape"),
        ({**SWITCHED, "switch": {"base": "goods", "at": 1}}, "unknown_base"),
        ({**SWITCHED, "otherwise": {"at_least": 9, "at_most": 1}}, "range_upside_down"),
        ({"at_least": 2, "deemed_at_least": 1}, "deemed_without_base"),
        ({"at_least": 2, "times": "cause"}, "unknown_base"),
    ],
)
def test_a_range_of_no_form_is_refused(stated, code):
    with pytest.raises(InputError) as refused:
        verdict_of(stated, {})
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize(
    ("tier", "holds", "blocks"),
    [
        ({"name": "较轻", "at_least": 20000, "at_most": 40000}, "yes", False),
        ({"name": "较重", "at_least": 60000}, "no", True),
        ({"at_least": 2, "at_most": 4, "times": "goods_value"}, "yes", False),
        ({"at_least": 200, "at_most": 400, "times": "goods_value"}, "no", True),
        ({"at_least": 2, "at_most": 4, "times": "turnover"}, "unknown", False),
        ({"name": "一般"}, "unknown", False),
    ],
)
def test_a_stated_tier_is_never_checked_but_a_fine_outside_it_keeps_the_case_open(tier, holds, blocks):
    stated = {"at_least": 10000, "at_most": 90000}
    verdict = verdict_of(stated, {"goods_value": 10000}, stated_tier=tier, benchmark={"title": "某基准"})
    proposal = verdict.to_dict()["results"][0]["proposal"]
    assert proposal["stated"]["tier"]["holds"] == holds
    assert proposal["benchmark"] == "unknown"
    (entry,) = [each for each in verdict.not_checked if each.reason == "benchmark_not_loaded"]
    assert entry.blocks is blocks
    reasoned = verdict_of(stated, {"goods_value": 10000}, stated_tier=tier, deviation={"reason": "首案"})
    assert not [each for each in reasoned.not_checked if each.reason == "tier_stated_by_file" and each.blocks]


@pytest.mark.parametrize("tier", [{"at_least": 9, "at_most": 1}, {"exactly": 1, "at_least": 1}])
def test_a_tier_of_no_form_is_refused(tier):
    with pytest.raises(InputError):
        verdict_of({"at_least": 1}, {}, stated_tier=tier)
