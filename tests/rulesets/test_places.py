"""Places, items and references of the law that is shipped; all cases are made up (虚构)."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review

RULESETS = load_rulesets()
ON = dt.date(2024, 6, 3)


def reviewed(field, cited, *, fine, party="legal_person", **violation):
    case = {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": field, "rank": "county", "place": "140105"},
        "parties": [{"id": "p1", "kind": party}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "began": "2024-03-01",
                "ended": "2024-03-01",
                "penalised_by": [{"instrument": law, "article": article} for law, article in cited],
                **violation,
            }
        ],
        "steps": [{"step": "decision", "on": ON.isoformat()}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}],
    }
    return review(load_case(case, RULESETS), RULESETS, ON)


PRICE = "price_penalty_provisions"


@pytest.mark.parametrize("articles", [["第七条", "第十一条第一款"], ["第十一条第一款", "第七条"], ["第十一条第一款"]])
def test_a_person_fined_for_deceptive_prices_may_be_fined_by_article_11_which_is_cited_beside(articles):
    """价格违法行为行政处罚规定 arts. 7, 11(1): a person without gains may be fined up to 100 000 yuan."""
    cause = {"cause": "price_deception", "bases": {"illegal_gains": 0}}
    found = reviewed("market_regulation", [(PRICE, a) for a in articles], fine=1000, party="natural_person", **cause)
    assert found.results[0].statutory.ref.rule == f"{PRICE}/deception"
    assert "provision_not_encoded" not in {each.reason for each in found.not_checked}


def test_article_11_alone_tells_neither_of_the_acts_that_rest_on_it():
    found = reviewed("market_regulation", [(PRICE, "第十一条第一款")], fine=1000, party="natural_person")
    assert "item_not_named" in {each.reason for each in found.not_checked}
    assert found.results[0].proposal.statute is None


@pytest.mark.parametrize(
    ("article", "value", "low", "high"),
    [("第一百二十四条第二款", 500, 50000, 100000), ("第一百二十四条第二款", 20000, 200000, 400000)],
)
def test_other_substandard_food_is_fined_as_in_paragraph_1(article, value, low, high):
    """食品安全法 art. 124(2) refers to paragraph 1."""
    found = reviewed("market_regulation", [("food_safety_law", article)], fine=low, bases={"goods_value": value})
    statutory = found.results[0].statutory
    assert (statutory.ref.article, statutory.range.low, statutory.range.high) == (article, low, high)


def test_building_before_the_assessment_is_approved_is_fined_as_not_filing_it():
    """环境影响评价法 art. 31(2) refers to paragraph 1: one to five percent of the total investment."""
    law = "environmental_impact_assessment_law"
    invested = {"facts": {"total_investment": 1000000}}
    found = reviewed("ecology_environment", [(law, "第三十一条第二款")], fine=10000, **invested)
    assert (found.results[0].statutory.range.low, found.results[0].statutory.range.high) == (10000, 50000)


TAX = "tax_collection_law"


@pytest.mark.parametrize(
    ("item", "cause", "clash"),
    [
        ("第六十条第一款第一项", "tax_registration_late", False),
        ("第六十条第一款第五项", "tax_control_device_misused", False),
        ("第六十条第一款第五项", "tax_registration_late", True),
        ("第六十条第一款第一项", "tax_evasion", True),
        ("第六十条第一款", "tax_books_not_kept", False),
    ],
)
def test_items_of_article_60_of_the_tax_law_have_their_causes(item, cause, clash):
    found = reviewed("tax", [(TAX, item)], fine=500, cause=cause)
    assert ("cause_of_other_item" in {each.code for each in found.warnings}) is clash
    assert not (clash and found.outcome == "may_decide")


def test_the_cause_of_an_item_that_is_cited_needs_no_asking():
    found = reviewed("tax", [(TAX, "第六十条第一款第四项")], fine=500)
    assert "violations.v1.cause" not in {fact.path for ask in found.asks for fact in ask.facts}
    assert reviewed("tax", [(TAX, "第六十条第一款")], fine=500).results[0].statutory.ref is not None


@pytest.mark.parametrize(
    ("article", "cause", "clash"),
    [
        ("第一百二十四条第一款第三项", "food_additive_over_limit", False),
        ("第一百二十四条第一款第三项", "food_expired_material_used", True),
        ("第一百二十四条第一款第二项", "food_additive_over_limit", True),
        ("第一百二十四条第一款第五项", "food_expired", False),
        ("第一百二十四条第一款", "food_additive_over_limit", False),
    ],
)
def test_items_of_article_124_of_the_food_law(article, cause, clash):
    found = reviewed("market_regulation", [("food_safety_law", article)], fine=50000, cause=cause)
    assert ("cause_of_other_item" in {each.code for each in found.warnings}) is clash
