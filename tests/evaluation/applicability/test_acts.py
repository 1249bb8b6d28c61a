"""Items of the law and their causes: each known from the other, and a clash of both is told (made-up acts, 虚构)."""

from __future__ import annotations

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

RULES = """
penalties:
  - article: 第九条第一款
    name: several
    says: 三项行为
    says_en: three acts
    acts:
      - {item: 第一项, cause: made_up_one}
      - {item: 第九条第一款第二项, cause: made_up_two}
      - {item: 第三款第一项, cause: made_up_far}
    rests_on: [第三款]
    then: [{kind: fine, fine: {at_least: 100, at_most: 900}}]
  - article: 第九条第二款
    name: others
    says: 其他行为
    says_en: other acts
    acts: [{item: 第一项, cause: made_up_other}]
    then: [{kind: fine, fine: {at_least: 5000, at_most: 90000}}]
  - article: 第十条第四项
    name: numbered
    says: 单项
    says_en: an item of its own
    causes: [made_up_ten]
    then: [{kind: fine, fine: {at_least: 100, at_most: 900}}]
circumstances:
  - article: 第十一条
    name: by_cause
    says: 该案由可以从轻
    says_en: this cause may be lighter
    when: {violation.cause: made_up_two}
    then: {may: lighter}
  - article: 第十一条
    name: by_place
    says: 该项可以从轻
    says_en: this item may be lighter
    when: {violation.cited_provisions: {has_any: [act 第九条第一款第二项]}}
    then: {may: lighter}
"""
ARTICLES = "{第九条: encoded, 第十条: partly, 第十一条: encoded}"
CODE = "cause_of_other_item"


def reviewed(rules, articles, cause=None, fine=500, instrument="act", **violation):
    case = {
        "schema": "enforcement_rules/case/1",
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "began": "2024-01-10",
                "ended": "2024-01-10",
                "penalised_by": [{"instrument": instrument, "article": each} for each in articles],
                **({"cause": cause} if cause else {}),
                **violation,
            }
        ],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": fine}]}],
    }
    return review(load_case(case, rules), rules)


def grounds(found):
    return {each.ref.rule: each.status for each in found.results[0].treatment.grounds if each.ref.instrument == "act"}


def clash(found):
    return [each for each in found.warnings if each.code == CODE]


@pytest.fixture
def rules(act):
    return act(RULES, articles=ARTICLES)


@pytest.mark.parametrize(
    ("articles", "cause", "items"),
    [
        (["第九条第一款第一项"], "made_up_two", ["第九条第一款第一项"]),
        (["第九条第一项"], "made_up_two", ["第九条第一款第一项"]),
        (["第九条第一款第一项"], "made_up_other", ["第九条第一款第一项"]),
        (["第九条第二款第一项"], "made_up_one", ["第九条第二款第一项"]),
        (["第十条第四项"], "made_up_one", ["第十条第一款第四项"]),
        (["第九条第一款第一项"], "made_up_ten", ["第九条第一款第一项"]),
        (["第九条第一款第一项"], "uncatalogued", ["第九条第一款第一项"]),
        (["第九条第一款第一项", "第九条第一款第二项"], "made_up_other", ["第九条第一款第一项", "第九条第一款第二项"]),
    ],
)
def test_an_item_and_a_cause_that_disagree_are_told_and_nothing_may_be_decided(rules, articles, cause, items):
    found = reviewed(rules, articles, cause)
    assert [each.args["item"] for each in clash(found)] == items
    assert all(each.blocks for each in clash(found))
    assert found.outcome != "may_decide"
    assert clash(found)[0].to_dict(found.case)["path"] == "violations.0.cause"
    shown = as_text(found, "zh"), as_text(found, "en")
    assert "不是所引" in shown[0]
    assert "is not that of" in shown[1]


@pytest.mark.parametrize(
    ("articles", "cause"),
    [
        (["第九条第一款第一项"], "made_up_one"),
        (["第九条第三款第一项"], "made_up_far"),
        (["第九条第一款第一项", "第九条第一款第二项"], "made_up_two"),
        (["第九条第一款"], "made_up_two"),
        (["第九条"], "made_up_other"),
        (["第九条第一款第五项"], "made_up_two"),
        (["第十条第四项"], "made_up_ten"),
        (["第十条第三项"], "made_up_ten"),
        (["第九条第一款第一项"], None),
        (["第九条第一款第一项", "第十条第四项"], "made_up_ten"),
    ],
)
def test_what_agrees_or_binds_nothing_is_no_clash(rules, articles, cause):
    assert clash(reviewed(rules, articles, cause)) == []


@pytest.mark.parametrize(
    ("articles", "by_cause"),
    [
        (["第九条第一款第二项"], "yes"),
        (["第九条第二项"], "yes"),
        (["第九条第一款第一项"], "no"),
        (["第九条第一款"], "unknown"),
        (["第九条第一款第一项", "第九条第一款第二项"], "unknown"),
        (["第九条第一款第七项"], "unknown"),
    ],
)
def test_a_cause_that_is_not_stated_is_that_of_the_item(rules, articles, by_cause):
    assert grounds(reviewed(rules, articles))["act/by_cause"] == by_cause


@pytest.mark.parametrize(
    ("articles", "cause", "by_place"),
    [
        (["第九条"], "made_up_two", "yes"),
        (["第九条第一款"], "made_up_two", "yes"),
        (["第九条第一款"], "made_up_one", "no"),
        (["第九条第一款第一项"], "made_up_two", "no"),
        (["第九条第一款"], None, "unknown"),
        (["第九条第二款"], "made_up_two", "no"),
    ],
)
def test_an_item_that_is_not_cited_is_that_of_the_cause(rules, articles, cause, by_place):
    assert grounds(reviewed(rules, articles, cause))["act/by_place"] == by_place


def test_the_cause_of_an_item_asks_for_no_cause(rules):
    asked = {fact.path for ask in reviewed(rules, ["第九条第一款第二项"]).asks for fact in ask.facts}
    assert "violations.v1.cause" not in asked


OLD = """
penalties:
  - {article: 第三条第一项, name: old, says: 旧法一项, says_en: old, causes: [made_up_two], then: [{kind: warning}],
     becomes: [{instrument: act, article: 第九条第一款第二项}]}
"""


@pytest.mark.parametrize(("cause", "told"), [("made_up_two", False), ("made_up_one", True), (None, False)])
def test_a_law_that_began_after_the_act_is_cited_by_its_own_items(act, cause, told):
    act(OLD, name="old", articles="{第三条: encoded}", end="2023-12-31", load=False)
    rules = act(RULES, articles=ARTICLES, start="2024-01-01")
    found = reviewed(rules, ["第九条第一款第二项"], cause, began="2023-05-01", ended="2023-05-01")
    assert bool(clash(found)) is told
    if not told:
        assert found.results[0].statutory.ref is None or found.results[0].law[0].applied == "1"


@pytest.mark.parametrize(("cause", "told"), [("made_up_two", False), ("made_up_one", True)])
def test_a_law_that_ended_before_the_act_is_cited_by_its_own_items(act, cause, told):
    act(OLD, name="old", articles="{第三条: encoded}", end="2023-12-31", load=False)
    rules = act(RULES, articles=ARTICLES, start="2024-01-01")
    assert bool(clash(reviewed(rules, ["第三条第一项"], cause, instrument="old"))) is told


def test_only_what_all_versions_that_may_govern_say_alike_is_known(act):
    """While the day of the act is open an item that had another cause before tells none, and clashes with none."""
    older = RULES.replace("made_up_two}", "made_up_old}")
    act(older, articles=ARTICLES, version="2000", end="2023-12-31", load=False)
    rules = act(RULES, articles=ARTICLES, version="2024", start="2024-01-01")
    open_ = {"began": None, "ended": {"from": "2023-06-01", "to": "2024-02-01"}}
    open_ = {key: value for key, value in open_.items() if value}
    assert grounds(reviewed(rules, ["第九条第一款第二项"], **open_, began="2023-05-01"))["act/by_cause"] == "unknown"
    assert clash(reviewed(rules, ["第九条第一款第二项"], "made_up_two", **open_, began="2023-05-01")) == []
    assert clash(reviewed(rules, ["第九条第一款第一项"], "made_up_two", **open_, began="2023-05-01"))
    old = {"began": "2023-01-01", "ended": "2023-01-01"}
    assert clash(reviewed(rules, ["第九条第一款第二项"], "made_up_two", **old))


@pytest.mark.parametrize(
    ("written", "code", "line", "column"),
    [
        ("{item: 二, cause: made_up_one}", "no_item", 8, 16),
        ("{item: 第四款第一项, cause: made_up_one}", "item_elsewhere", 8, 16),
        ("{item: 第十条第一项, cause: made_up_one}", "item_elsewhere", 8, 16),
        ("{item: 第一款第二项, cause: made_up_one}", "item_twice", 9, 16),
        ("{item: 第一项, cause: made_up_two}", "cause_of_two_items", 9, 34),
        ("{item: 第一项}", "missing_key", 8, 9),
        ("{item: 第一项, cause: made_up_one, more: 1}", "unexpected_key", 8, 41),
    ],
)
def test_an_act_that_binds_nothing_is_told(act, declared, written, code, line, column):
    with pytest.raises(InputError) as caught:
        act(RULES.replace("{item: 第一项, cause: made_up_one}", written), articles=ARTICLES, whole=False)
    found = {(each.code, each.place.line, each.place.column) for each in caught.value.problems}
    assert (code, line, column) in found, caught.value.lines()


def test_an_item_has_one_cause_in_all_provisions_of_a_version(act):
    text = RULES.replace(
        "acts: [{item: 第一项, cause: made_up_other}]", "acts: [{item: 第九条第一款第一项, cause: made_up_other}]"
    )
    text = text.replace("article: 第九条第二款", "article: 第九条第二款\n    rests_on: [第一款]")
    with pytest.raises(InputError) as caught:
        act(text, articles=ARTICLES, whole=False)
    assert [each.code for each in caught.value.problems] == ["item_of_two_causes"]


def test_causes_of_acts_are_causes_of_the_provision(rules):
    (version,) = [each for each in rules.all_versions() if each.head.instrument == "act"]
    assert version.penalties[0].causes == ("made_up_one", "made_up_two", "made_up_far")
    assert version.items["第九条第一款第二项"] == {"made_up_two"}
    assert version.items["第十条第一款第四项"] == {"made_up_ten"}


def test_a_cause_that_nobody_declares_is_told(act, tmp_path):
    act(RULES, articles=ARTICLES, load=False)
    causes = tmp_path / "act_1" / "causes.yaml"
    causes.write_text(causes.read_text("utf-8").replace("made_up_far:", "made_up_farther:"), "utf-8")
    with pytest.raises(InputError) as caught:
        load_rulesets(tmp_path, only=True)
    assert [caught.value.problems[0].args[key] for key in ("cause", "near")] == ["made_up_far", "made_up_farther"]
    assert "rules.yaml" in caught.value.lines()[0]
