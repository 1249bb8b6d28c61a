"""A ruleset for one's own use needs no English; one that is meant to be shared says what lacks it."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import InputError, load_case, load_rulesets, review
from enforcement_rules.checking import check_rulesets, without_english
from enforcement_rules.explanation.verdict import as_text

HEAD = """
instrument: my_city_list
version: "2026"
title: {zh: 虚构市轻微违法不罚清单}
short: {zh: 虚构市清单}
rank: normative_document
issuer: 虚构市市场监督管理局
fields: [market_regulation]
places: ["1499"]
in_force: {from: 2026-01-01, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-24
articles: {第一条: no_rule, 第二条: encoded}
"""
VOCABULARY = """
facts:
  violation.stall_size:
    type: graded
    key_zh: 摊位规模
    values: {small: [小摊, "", 小摊], large: [大摊, "", 大摊]}
    zh: 摊位规模
    ask: {zh: 摊位有多大？}
steps:
  stall_check: {key_zh: 摊位检查, zh: 摊位检查}
"""
CAUSES = "causes: {stall_without_sign: {key_zh: 摊位未亮照, zh: 摊位未亮照}}\n"
RULES = """
listings:
  - name: small_stalls
    article: 第二条
    says: 首次违法、及时改正的，可以不予处罚
    list: first_violation_no_penalty
    when: {violation.first: true, violation.corrected_in_time: true}
    then: {may: no_penalty}
    ground: {instrument: administrative_penalty_law, article: 第三十三条第一款}
    entries:
      - article: 第1项
        name: no_sign
        says: 小摊未亮照
        causes: [stall_without_sign]
        penalised_by: [{title: 虚构条例, article: 第九条}]
        when: {violation.stall_size: small}
"""
CASE = """
number: 虚构〔2026〕1号
organ: {field: market_regulation, place: "149901", rank: county}
parties: [{id: p1, kind: individual_business}]
violations:
  - {id: v1, parties: [p1], cause: stall_without_sign, began: 2026-03-01, ended: 2026-03-01, facts: {stall_size: small},
     penalised_by: [{title: 虚构条例, article: 第九条}], first: true, corrected_in_time: true}
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "my_city_list_2026"
    made.mkdir()
    for name, text in {
        "instrument.yaml": HEAD,
        "vocabulary.yaml": VOCABULARY,
        "causes.yaml": CAUSES,
        "list.yaml": RULES,
    }.items():
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture
def verdict(folder, tmp_path):
    law = load_rulesets(folder)
    (tmp_path / "case.yaml").write_text(CASE, "utf-8")
    return review(load_case(tmp_path / "case.yaml", law), law, dt.date(2026, 4, 1))


def test_it_loads_and_is_clean_for_its_own_use(folder):
    assert [remark.line() for remark in check_rulesets(load_rulesets(folder, only=True))] == []


def test_what_lacks_english_is_named_at_its_place_where_it_is_to_be_shared(folder):
    remarks = check_rulesets(load_rulesets(folder, only=True), to_share=True)
    assert {remark.code for remark in remarks} == {"no_english"}
    lines = [remark.line("zh") for remark in remarks]
    for wanted in (
        "small_stalls：没有英文（says_en）",
        "no_sign：没有英文（says_en）",
        "violation.stall_size：没有英文（en）",
    ):
        assert any(wanted in line for line in lines), wanted
    for wanted in ("stall_check", "stall_without_sign", "values.small", "values.large"):
        assert any(wanted in line for line in lines), wanted
    assert any(line.startswith(f"{folder}/list.yaml:1: no_english small_stalls") for line in lines)
    assert any(line.startswith(f"{folder}/list.yaml:11: no_english no_sign") for line in lines)
    assert sum("instrument.yaml" in line for line in lines) == 2  # title and short title


def test_an_english_text_that_is_there_must_say_something(folder):
    (folder / "list.yaml").write_text(RULES.replace("    list:", '    says_en: ""\n    list:'), "utf-8")
    with pytest.raises(InputError, match=r"list\.yaml:6:14: empty text"):
        load_rulesets(folder, only=True)


def test_the_page_in_english_shows_the_chinese_text_with_a_mark(verdict):
    chinese, english = as_text(verdict, "zh"), as_text(verdict, "en", everything=True)
    assert "小摊未亮照" in chinese
    assert "[zh]" not in chinese
    assert "[zh] 小摊未亮照" in english
    assert "[zh] 虚构市清单" in english


def test_an_entry_is_cited_below_the_article_that_heads_its_list(verdict):
    (ground,) = [each for each in verdict.results[0].treatment.grounds if each.ref.instrument == "my_city_list"]
    assert ground.ref.article == "第二条第1项"
    assert ground.ref.to_dict()["says_en"] == ""


def test_an_article_that_heads_a_list_has_a_rule(folder):
    """It need not be marked no_rule, and the entries need no line of their own among the articles."""
    head = HEAD.replace("第二条: encoded", "第二条: encoded, 第三条: encoded")
    (folder / "instrument.yaml").write_text(head, "utf-8")
    assert [each.code for each in check_rulesets(load_rulesets(folder, only=True))] == ["article_without_rule"]
    (folder / "instrument.yaml").write_text(HEAD.replace("第二条: encoded", "第二条: no_rule"), "utf-8")
    assert [each.code for each in check_rulesets(load_rulesets(folder, only=True))] == ["article_not_encoded"]


def test_articles_and_numbered_items_are_two_series(folder):
    (folder / "list.yaml").write_text(RULES.replace("    article: 第二条\n", ""), "utf-8")
    for articles, found in {
        "{第1项: encoded, 第一条: no_rule}": [],
        "{第1项: encoded, 第三条: no_rule}": ["第一条、第二条"],
        "{第1项: encoded, 第3项: no_rule, 第一条: no_rule}": ["第二项"],
    }.items():
        (folder / "instrument.yaml").write_text(HEAD.replace("{第一条: no_rule, 第二条: encoded}", articles), "utf-8")
        remarks = check_rulesets(load_rulesets(folder, only=True))
        assert [each.args["missing"] for each in remarks if each.code == "articles_missing"] == found


def test_everything_shipped_stands_in_both_languages():
    assert [remark.line() for remark in without_english(load_rulesets())] == []
