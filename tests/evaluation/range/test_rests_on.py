"""A provision is found by every place it rests on; what several rest on names none of them (made-up acts, 虚构)."""

from __future__ import annotations

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review

RULES = """
penalties:
  - article: 第九条第一款
    name: paragraph
    says: 前款的行为，依照第二款罚款
    says_en: what the first paragraph names costs what the second says
    rests_on: [第九条第二款]
    then: [{kind: fine, fine: {at_least: 100, at_most: 900}}]
  - article: 第十条第一款第一项
    name: first_item
    says: 第一项
    says_en: first item
    causes: [made_up_one]
    rests_on: [第十条第二款, 第二十条]
    then: [{kind: fine, fine: {at_least: 200, at_most: 800}}]
  - article: 第十条第一款第二项
    name: second_item
    says: 第二项
    says_en: second item
    causes: [made_up_two]
    rests_on: [第二款]
    then: [{kind: fine, fine: {at_least: 2000, at_most: 8000}}]
  - article: 第十条第三款
    name: grave
    says: 前两款情节严重的
    says_en: where it is grave
    rests_on: [第十条第一款]
    when: {violation.gravity: serious}
    then: [{kind: fine, fine: {at_least: 9000, at_most: 90000}}]
  - article: 第十一条第一款第三项
    name: one_of_many
    says: 其余各项未编码
    says_en: the other items are not encoded
    causes: [made_up_three]
    rests_on: [第十一条第二款]
    then: [{kind: fine, fine: {at_least: 5, at_most: 50}}]
"""
ARTICLES = "{第九条: partly, 第十条: encoded, 第十一条: partly, 第二十条: partly}"
OPEN = "item_not_named"


def reviewed(rules, articles, cause=None, fine=None, **violation):
    case = {
        "schema": "enforcement_rules/case/1",
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
    }
    if fine is not None:
        penalties = [{"kind": "fine", "amount": fine}]
        case["proposed"] = [{"violation": "v1", "party": "p1", "penalties": penalties}]
    return review(load_case(case, rules), rules)


@pytest.mark.parametrize(
    ("articles", "cause", "expected"),
    [
        (["第九条第一款"], None, ("paragraph", 900)),
        (["第九条第二款"], None, ("paragraph", 900)),
        (["第9条第2款"], None, ("paragraph", 900)),
        (["第九条第一款", "第九条第二款"], None, ("paragraph", 900)),
        (["第九条第三款"], None, "provision_not_encoded"),
        (["第十条第一款第一项"], None, ("first_item", 800)),
        (["第十条第一款第一项", "第十条第二款"], None, ("first_item", 800)),
        (["第十条第二款", "第十条第一款第二项"], None, ("second_item", 8000)),
        (["第十条第二款"], "made_up_two", ("second_item", 8000)),
        (["第十条第二款"], "made_up_one", ("first_item", 800)),
        (["第二十条"], "made_up_one", ("first_item", 800)),
        (["第十一条第二款"], "made_up_three", ("one_of_many", 50)),
        (["第十一条第二款", "第十一条第一款第三项"], None, ("one_of_many", 50)),
        (["第十一条第二款"], None, OPEN),
        (["第十一条第二款"], "made_up_one", OPEN),
    ],
)
def test_every_place_finds_the_provision(act, articles, cause, expected):
    found = reviewed(act(RULES, articles=ARTICLES), articles, cause, fine=50)
    (result,) = found.results
    if isinstance(expected, str):
        assert expected in {each.reason for each in found.not_checked}
        assert result.statutory.range is None
    else:
        name, high = expected
        assert (result.statutory.ref.rule, result.statutory.range.high) == (f"act/{name}", high)
        assert not {each.reason for each in found.not_checked if each.instrument == "act"}


def test_a_paragraph_on_which_items_rest_names_none_of_them(act):
    """Of an article that is encoded whole the hull of its items stands, undecided."""
    (result,) = reviewed(act(RULES, articles=ARTICLES), ["第十条第二款"], fine=500).results
    assert (result.statutory.range.low, result.statutory.range.high) == (200, 8000)
    assert not result.statutory.decided
    assert result.proposal.statute is None


@pytest.mark.parametrize(
    ("articles", "gravity", "expected"),
    [
        (["第十条第三款"], "serious", "grave"),
        (["第十条第一款"], "serious", None),
        (["第十条第一款第一项", "第十条第三款"], "serious", None),
    ],
)
def test_what_is_graver_in_another_paragraph_is_found_by_its_own(act, articles, gravity, expected):
    (result,) = reviewed(
        act(RULES, articles=ARTICLES), articles, gravity=gravity, fine=10000, gravity_ground="虚构的严重情节"
    ).results
    if expected:
        assert result.statutory.ref.rule == f"act/{expected}"
        assert result.proposal.statute is True
    else:
        assert result.proposal.statute is not False


def test_another_article_can_be_what_a_provision_rests_on(act):
    (result,) = reviewed(act(RULES, articles=ARTICLES), ["第十条第一款第一项", "第二十条"], fine=500).results
    assert (result.statutory.ref.rule, result.proposal.statute) == ("act/first_item", True)


DRAFT = """
penalties:
  - article: 第九条第一款
    name: paragraph
    says: 罚款
    says_en: fine
    rests_on: [第九条第二款]
    status: draft
    then: [{kind: fine, fine: {at_least: 100, at_most: 900}}]
"""


@pytest.mark.parametrize("article", ["第九条第一款", "第九条第二款"])
def test_a_draft_is_told_of_by_every_place_it_rests_on(act, article):
    found = reviewed(act(DRAFT, articles="{第九条: pending}"), [article], fine=500)
    assert "draft" in {each.reason for each in found.not_checked}
    assert found.results[0].statutory.range is None


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("[第九条之二的, 第九条第二款]", "no_place_of_article", 16),
        ("[前款]", "no_place_of_article", 16),
        ("[act 第九条第二款]", "no_place_of_article", 16),
        ("[第九条第一款第二项]", "place_there_already", 16),
        ("[第九条第二款, 第九条第二款]", "place_there_already", 24),
        ("[第九条第一款]", "place_there_already", 16),
    ],
)
def test_a_place_that_is_none_is_told(act, tmp_path, written, code, column):
    rules = RULES.replace("rests_on: [第九条第二款]", f"rests_on: {written}", 1)
    with pytest.raises(InputError) as caught:
        act(rules, articles=ARTICLES, whole=False)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line, problem.place.column) == (code, 7, column)
    assert "expected" in str(caught.value.lines()[0])


def test_a_place_is_held_against_the_list_of_articles(act, tmp_path):
    from enforcement_rules.checking import check_rulesets

    act(RULES.replace("第二十条", "第二十一条"), articles=ARTICLES)
    found = {
        each.code: each.args for each in check_rulesets(load_rulesets(tmp_path, only=True)) if "act" in each.line()
    }
    assert found["article_not_listed"]["article"] == "第二十一条"
