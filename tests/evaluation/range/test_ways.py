"""Where it is open which of several ranges applies, each is shown behind its condition, and the hull of all."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULESETS = load_rulesets("rulesets")


def reviewed(instrument, article, *, field, decided="2023-05-05", **violation):
    case = {
        "schema": "enforcement_rules/case/1",
        "number": "虚构",
        "organ": {"field": field, "rank": "county", "place": "110116"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {"id": "v1", "parties": ["p1"], "ended": "2023-03-01"}
            | {"penalised_by": [{"instrument": instrument, "article": article}], **violation}
        ],
        "steps": [{"step": "decision", "on": decided}],
    }
    verdict = review(load_case(case, RULESETS), RULESETS, dt.date.fromisoformat(decided))
    return verdict, verdict.results[0].statutory


FOOD = {"instrument": "food_safety_law", "field": "market_regulation"}


@pytest.mark.parametrize(
    ("article", "fixed", "factors", "low"),
    [
        ("第一百二十三条第一款", (100000, 150000), ("15", "30"), 100000),
        ("第一百二十四条第一款", (50000, 100000), ("10", "20"), 50000),
        ("第一百二十五条第一款第四项", (5000, 50000), ("5", "10"), 5000),
    ],
)
def test_both_sides_of_a_switch_are_shown(article, fixed, factors, low):
    verdict, amount = reviewed(article=article, **FOOD)
    below, beyond = amount.ways
    assert (below.range.low, below.range.high) == fixed
    assert (beyond.base, beyond.factors) == ("violation.goods_value", factors)
    assert (amount.range.low, amount.range.high, amount.decided) == (low, None, False)
    page = as_text(verdict)
    assert "货值金额不足1万元：" in page
    assert f"货值金额达到1万元：货值金额{factors[0]}倍以上{factors[1]}倍以下" in page


def test_turnover_switches_as_goods_do():
    _, amount = reviewed("internet_cafe_regulations", "第二十七条", field="culture_tourism")
    assert [(way.at, way.factors) for way in amount.ways] == [("below", None), ("from", ("5", "10"))]
    assert (amount.range.low, amount.range.high) == (10000, None)


def test_branches_are_shown_where_no_hull_is_known():
    """Advertising law art. 55(1): 3 to 5 times the cost, or 200 000 to 1 000 000; raised, 5 to 10 times or 1 to 2 million."""
    verdict, amount = reviewed("advertising_law", "第五十五条第一款", field="market_regulation", gravity="serious")
    assert amount.range is None
    assert {way.at: way.factors for way in amount.ways} == {"raised_by_cost": ("5", "10"), "raised_fixed": None}
    assert "升档，广告费用可以计算：广告费用5倍以上10倍以下" in as_text(verdict)
    assert "升档，广告费用无法计算或者明显偏低：100万元以上200万元以下" in as_text(verdict)
    assert verdict.to_dict()["results"][0]["range"]["statutory"]["ways"][0]["factors"] == ["5", "10"]


@pytest.mark.parametrize("goods", [100, 20000])
def test_what_is_known_has_one_way(goods):
    verdict, amount = reviewed(article="第一百二十五条第一款", bases={"goods_value": goods}, **FOOD)
    assert amount.ways == ()
    assert amount.decided
    assert "达到1万元：" not in as_text(verdict)
