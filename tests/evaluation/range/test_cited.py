"""The provision cited governs: causes choose inside it and never take its place; places of the law are told apart."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.values.citation import citation_covers, citation_parts

RULESETS = load_rulesets("rulesets")


def reviewed(violation, *, field="ecology_environment", decided="2024-05-06", fine=None, party="legal_person"):
    """Return the verdict on one made-up act, decided on a day."""
    case = {
        "schema": "enforcement_rules/case/1",
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": field, "rank": "county", "place": "110116"},
        "parties": [{"id": "p1", "kind": party}],
        "violations": [{"id": "v1", "parties": ["p1"], **violation}],
        "steps": [{"step": "decision", "on": decided}] if decided else [],
    }
    if fine is not None:
        case["proposed"] = [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}]
    return review(load_case(case, RULESETS), RULESETS, dt.date.fromisoformat(decided or "2026-11-28"))


ACTED = {"began": "2024-02-18", "ended": "2024-03-31"}
UNLOADED = {"title": "虚构保护法", "rank": "law", "article": "第五十九条"}
WATER = {"cause": "water_discharge_over_standard", **ACTED}
FOOD = {"cause": "food_residue_over_limit", "bases": {"goods_value": 100}, **ACTED}
STATED = {"exactly": 1500000, "by": "来源所述"}


@pytest.mark.parametrize(
    ("violation", "field", "fine"),
    [
        (WATER, "ecology_environment", 1500000),
        (WATER, "ecology_environment", 1000000),
        ({**WATER, "cause": "building_site_dust"}, "ecology_environment", 500000),
        (FOOD, "market_regulation", 500),
        ({**ACTED, "cause": "tax_return_late"}, "tax", 50000),
    ],
)
def test_no_cause_takes_the_place_of_a_law_that_is_cited_and_not_loaded(violation, field, fine):
    verdict = reviewed({**violation, "penalised_by": [UNLOADED]}, field=field, fine=fine)
    (found,) = verdict.results
    assert found.statutory.range is None
    assert found.proposal.statute is None
    assert verdict.outcome == "undetermined"
    assert ("虚构保护法", "第五十九条", "not_loaded") in {
        (each.instrument, each.article, each.reason) for each in verdict.not_checked
    }


@pytest.mark.parametrize("cited", [{"penalised_by": [UNLOADED]}, {}])
@pytest.mark.parametrize("violation", [WATER, {**WATER, "cause": "building_site_dust"}, {**WATER, "cause": None}])
def test_no_cause_displaces_the_range_that_the_file_states(cited, violation):
    told = {key: value for key, value in violation.items() if value is not None}
    verdict = reviewed({**told, **cited, "stated_range": STATED}, fine=1500000)
    (found,) = verdict.results
    assert (found.statutory.source, found.statutory.range.low, found.statutory.range.high) == ("file", 1500000, 1500000)
    assert verdict.outcome == "undetermined"


def test_where_nothing_is_cited_or_stated_the_cause_leads_to_the_law():
    (found,) = reviewed(WATER).results
    assert (found.statutory.ref.article, found.statutory.range.high) == ("第八十三条第二项", 1000000)


def test_a_law_cited_that_is_loaded_is_not_left_for_that_of_the_cause():
    violation = {**WATER, "penalised_by": [{"instrument": "air_pollution_law", "article": "第一百一十五条"}]}
    (found,) = reviewed(violation).results
    assert (found.statutory.ref.instrument, found.statutory.range.high) == ("air_pollution_law", 100000)


@pytest.mark.parametrize("article", ["第二十八条第二款", "第三十三条", "第五十七条第一款"])
@pytest.mark.parametrize("stated", [{}, {"stated_range": {"at_least": 500, "at_most": 5000, "by": "来源所述"}}])
def test_an_article_on_how_penalties_are_imposed_threatens_nothing(article, stated):
    beside = {"instrument": "administrative_penalty_law", "article": article}
    water = {"instrument": "water_pollution_law", "article": "第八十三条第二项"}
    for cited in ([beside, water], [water, beside], [beside, UNLOADED]):
        verdict = reviewed({**WATER, **stated, "penalised_by": cited})
        without = reviewed({**WATER, **stated, "penalised_by": [each for each in cited if each is not beside]})
        assert verdict.results[0].statutory == without.results[0].statutory
        assert verdict.not_checked == without.not_checked
    alone = reviewed({**WATER, **stated, "penalised_by": [beside]})
    assert alone.results[0].statutory == reviewed({**WATER, **stated}).results[0].statutory


ITEMS = """
penalties:
  - {article: 第九条第一项, name: one, says: 一, says_en: one, causes: [made_up_one], then: [{kind: fine, fine: {at_most: 1000}}]}
  - {article: 第九条第三项, name: three, says: 三, says_en: three, causes: [made_up_three], then: [{kind: fine, fine: {at_most: 9000}}]}
  - {article: 第九条之一, name: inserted, says: 之一, says_en: inserted, then: [{kind: fine, fine: {at_most: 70}}]}
  - {article: 第十条第一款, name: paragraph, says: 款, says_en: paragraph, causes: [made_up_two], then: [{kind: fine, fine: {at_most: 500}}]}
"""
ARTICLES = "{第九条: partly, 第九条之一: encoded, 第十条: STATUS}"
OPEN = ("item_not_named", None)


@pytest.mark.parametrize(
    ("article", "cause", "status", "expected"),
    [
        ("第九条", None, "partly", OPEN),
        ("第九条第一款", None, "partly", OPEN),
        ("第九条", "made_up_two", "partly", OPEN),
        ("第九条", "made_up_three", "partly", ("three", 9000)),
        ("第九条第三项", None, "partly", ("three", 9000)),
        ("第九条第一款第三项", "made_up_one", "partly", ("three", 9000)),
        ("第九条第二项", "made_up_one", "partly", ("provision_not_encoded", None)),
        ("第九条之一", None, "partly", ("inserted", 70)),
        ("第九条之一第二款", "made_up_one", "partly", ("inserted", 70)),
        ("第九条之二", "made_up_one", "partly", ("provision_not_encoded", None)),
        ("第十条", None, "partly", OPEN),
        ("第十条", None, "encoded", ("paragraph", 500)),
        ("第十条第一款", None, "partly", ("paragraph", 500)),
        ("第十条第一款第四项", None, "partly", ("paragraph", 500)),
    ],
)
def test_an_article_cited_whole_is_not_its_one_encoded_item(act, article, cause, status, expected):
    rules = act(ITEMS, articles=ARTICLES.replace("STATUS", status))
    cited = {"penalised_by": [{"instrument": "act", "article": article}]} | ({"cause": cause} if cause else {})
    case = {
        "schema": "enforcement_rules/case/1",
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [{"id": "v1", "parties": ["p1"], "began": "2024-01-10", "ended": "2024-01-10", **cited}],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 60}]}],
    }
    verdict = review(load_case(case, rules), rules)
    (found,) = verdict.results
    name, high = expected
    if high is None:
        assert name in {each.reason for each in verdict.not_checked}
        assert found.statutory.range is None
        assert found.proposal.statute is None
    else:
        assert (found.statutory.ref.rule, found.statutory.range.high) == (f"act/{name}", high)
        assert found.proposal.statute is True
    if expected == OPEN:
        assert "violations.v1.cause" in {fact.path for ask in verdict.asks for fact in ask.facts}


@pytest.mark.parametrize(
    ("wide", "narrow", "covers"),
    [
        ("第五十条", "第五十条之一", False),
        ("第五十条之一", "第五十条", False),
        ("第五十条之一", "第五十条之一第二款", True),
        ("第五十条之一", "第五十条之十一", False),
        ("第五十条之一第一款", "第五十条第一款", False),
        ("第50条之1", "第五十条之一第一款第（二）项", True),
        ("第五条第一款第（三）项", "第五条第一款第（三）项之一", False),
        ("第八十三条第一款", "第八十三条第二项", True),
        ("第八十三条第一款第二项", "第八十三条第二项", True),
        ("第八十三条第二款", "第八十三条第二项", False),
        ("第三条之一般规定", "第三条第一款", True),
    ],
)
def test_places_of_the_law_are_told_apart(wide, narrow, covers):
    assert citation_covers(wide, narrow) is covers


def test_inserted_articles_stand_behind_theirs():
    articles = ["第五十一条", "第五十条之十", "第五十条之二", "第五十条", "第五十条之一"]
    in_order = ["第五十条", "第五十条之一", "第五十条之二", "第五十条之十", "第五十一条"]
    assert sorted(articles, key=citation_parts) == in_order


@pytest.mark.parametrize(
    ("cause", "when"),
    [
        ("water_discharge_over_standard", {}),
        ("straw_burning", {}),
        ("social_noise", {}),
        ("water_discharge_over_standard", {"ended": {"from": "2026-08-01", "to": "2026-09-01"}}),
        ("building_site_dust", {"ended": {"from": "2026-01-01", "to": "2026-10-01"}}),
    ],
)
@pytest.mark.parametrize("decided", ["2026-10-08", None])
def test_old_law_and_code_are_alternatives_and_do_not_compete(cause, when, decided):
    (found,) = reviewed({"cause": cause, "facts": {}, **when}, decided=decided, fine=600).results
    assert found.candidates == ()
    assert not found.statutory.decided


def test_the_hull_of_old_law_and_code_holds_both():
    """Toxic liquid costs 100 000 to 1 000 000 under art. 85 of the water law, 200 000 to 2 000 000 under the code."""
    (found,) = reviewed({"cause": "toxic_liquid_discharged"}, decided=None, fine=150000).results
    assert (found.statutory.range.low, found.statutory.range.high) == (100000, 2000000)
    assert found.proposal.statute is None


@pytest.mark.parametrize(
    ("article", "cause", "high"),
    [
        ("第一千一百三十六条", None, None),
        ("第一千一百三十六条", "building_site_dust", None),
        ("第一千一百三十六条第一项", None, 1000000),
        ("第一千一百三十六条", "hot_or_pathogenic_water", 200000),
    ],
)
def test_the_code_cited_for_an_older_act_leads_to_the_provision_that_became_what_is_cited(article, cause, high):
    cited = {"penalised_by": [{"instrument": "ecological_environment_code", "article": article}]}
    told = {"cause": cause} if cause else {}
    (found,) = reviewed({**ACTED, **cited, **told}, decided="2026-10-08").results
    assert (None if found.statutory.range is None else found.statutory.range.high) == high


@pytest.mark.parametrize(
    ("ended", "fine", "statute"),
    [
        ({"from": "2026-08-01", "to": "2026-09-01"}, 2000001, False),
        ({"from": "2026-08-01", "to": "2026-09-01"}, 1500000, None),
        ({"from": "2026-08-01", "to": "2026-09-01"}, 500000, None),
        ({"from": "2016-08-01", "to": "2026-09-01"}, 2000001, None),
        (None, 2000001, None),
    ],
)
def test_an_amount_beyond_old_law_and_code_is_beyond_both(ended, fine, statute):
    """Toxic liquid: at most 1 000 000 until 2026-08-14, 2 000 000 from then on; the water law of before 2018 is not loaded."""
    told = {"ended": ended} if ended else {}
    (found,) = reviewed({"cause": "toxic_liquid_discharged", **told}, decided="2026-10-12", fine=fine).results
    assert found.proposal.statute is statute
