"""Each static check fires where it should and is silent where it should be."""

from __future__ import annotations

import textwrap

import pytest

from enforcement_rules import InputError, load_rulesets
from enforcement_rules.checking import CHECKS, check_rulesets
from enforcement_rules.checking.remark import MESSAGES

HEAD = """
instrument: act
version: "1"
title: {zh: 虚构条例, en: made-up act}
short: {zh: 虚构条例, en: made-up act}
rank: law
issuer: 虚构机关
in_force: {from: 2000-01-01, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-24
articles: ARTICLES
articles_complete: COMPLETE
"""
GOOD = """
circumstances:
  - article: 第一条
    name: spared
    says: 不罚
    says_en: spared
    when: {violation.gravity: minor}
    then: {shall: no_penalty}
"""


def codes(tmp_path, rules, *, articles="{第一条: encoded}", complete="false", to_share=False):
    folder = tmp_path / "act_1"
    folder.mkdir(exist_ok=True)
    head = HEAD.replace("ARTICLES", articles).replace("COMPLETE", complete)
    (folder / "instrument.yaml").write_text(head, "utf-8")
    (folder / "rules.yaml").write_text(textwrap.dedent(rules), "utf-8")
    remarks = check_rulesets(load_rulesets(tmp_path, only=True), to_share=to_share)
    for remark in remarks:
        assert "{" not in remark.line("zh")
        assert "{" not in remark.line("en")
        assert remark.line().split(":")[0].startswith(str(tmp_path))
    return [remark.code for remark in remarks]


def test_a_sound_ruleset_has_no_remarks(tmp_path):
    assert codes(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("article: 第一条", "article: 附则", "no_citation"),
        ("article: 第一条", "article: 第九条", "article_not_listed"),
        ("says_en: spared", "says_en: 不罚", "same_in_both"),
        (
            "{violation.gravity: minor}",
            "{violation.gravity: minor, violation.harm: none, all: [{violation.gravity: serious}]}",
            "never_holds",
        ),
        (
            "{violation.gravity: minor}",
            "{violation.goods_value: {at_least: 10, below: 10}}",
            "never_holds",
        ),
    ],
)
def test_single_faults_are_found(tmp_path, old, new, code):
    assert code in codes(tmp_path, GOOD.replace(old, new), articles="{第一条: encoded}")


def test_articles_are_marked_as_they_are(tmp_path):
    assert codes(tmp_path, GOOD, articles="{第一条: pending}") == ["article_not_encoded"]
    assert codes(tmp_path, GOOD, articles="{第一条: encoded, 第二条: encoded}") == ["article_without_rule"]
    assert codes(tmp_path, GOOD, articles="{第一条: encoded, 第三条: no_rule}", complete="true") == ["articles_missing"]


def test_opposite_binding_effects_on_one_condition_are_a_conflict(tmp_path):
    other = GOOD + GOOD.replace("circumstances:\n", "").replace("spared", "heavy").replace("no_penalty", "heavier")
    assert codes(tmp_path, other) == ["conflict"]


DUTY = """
requirements:
  - article: 第一条
    name: duty
    says: 义务
    says_en: duty
    at: notice
    then: {notice.done: true}
    severity: fatal
    consequence: revoked
"""


def test_duties_are_checked(tmp_path):
    assert codes(tmp_path, DUTY) == []
    assert codes(tmp_path, DUTY.replace("    consequence: revoked\n", "")) == ["harsh_without_consequence"]


LIST = """
circumstances:
  - {article: 第一条, name: repair, says: 修复, says_en: repair, when: {violation.removed_or_reduced_harm: true}, then: {shall: {one_of: [lighter, mitigated]}}}
listings:
  - name: list
    says: 清单
    says_en: list
    list: lighter
    then: {may: lighter}
    ground: {instrument: act, article: 第一条}
    entries:
      - article: 第一条
        name: entry
        says: 甲
        says_en: a
        causes: [food_residue_over_limit]
        penalised_by: [{title: 某法, article: 第九条}]
        when: {violation.first: true}
"""
MITIGATED = LIST.replace("list: lighter", "list: mitigated").replace("{may: lighter}", "{may: mitigated}")
MINOR = LIST.replace("list: lighter", "list: minor_no_penalty").replace("{may: lighter}", "{shall: no_penalty}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LIST, []),
        (LIST.replace("        when: {violation.first: true}\n", ""), ["entry_without_condition"]),
        (LIST.replace("{may: lighter}", "{may: mitigated}"), ["entry_effect"]),
        (LIST.replace("    ground: {instrument: act, article: 第一条}\n", ""), ["list_without_ground"]),
        (LIST.replace("act, article: 第一条}", "act, article: 第七条}"), ["ground_unknown"]),
        (LIST.replace("        penalised_by: [{title: 某法, article: 第九条}]\n", ""), ["entry_without_basis"]),
        (MITIGATED, ["mitigation_without_ground"]),
        (MITIGATED.replace("violation.first: true", "violation.removed_or_reduced_harm: true"), []),
        (MINOR, ["minor_narrowed"]),
        (MINOR.replace("{shall: no_penalty}", "{may: no_penalty}"), []),
        (LIST.replace("    ground:", "    accepted: {entry_without_condition: 照录}\n    ground:"), []),
    ],
)
def test_lists_are_checked(tmp_path, text, found):
    assert codes(tmp_path, text) == found


BENCHMARK = """
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: threat
    then: [{kind: fine, fine: {at_least: 1000, at_most: 5000}}]
benchmarks:
  - article: 第一条
    name: tiers
    says: 基准
    says_en: tiers
    penalised_by: {instrument: act, article: 第一条}
    statutory: {fine: {at_least: 1000, at_most: 5000}}
    statute_verified: true
    tiers:
      - {name: low, says: 低, says_en: low, when: {violation.gravity: minor}, fine: {at_least: 1000, below: 2000}}
      - {name: high, says: 高, says_en: high, when: {violation.gravity: serious}, fine: {at_least: 2000, at_most: 5000}}
"""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        ("below: 2000}", "at_most: 2000}", ["tier_overlap"]),
        ("below: 2000}", "below: 2500}", ["tier_overlap"]),
        ("below: 2000}", "below: 1900}", ["tier_gap"]),
        ("{at_least: 2000, at_most: 5000}", "{more_than: 2000, at_most: 5000}", ["tier_gap"]),
        ("{at_least: 1000, below: 2000}", "{at_least: 900, below: 2000}", ["tier_outside"]),
        ("{at_least: 2000, at_most: 5000}", "{at_least: 2000, at_most: 5001}", ["tier_outside"]),
        (
            "statutory: {fine: {at_least: 1000",
            "statutory: {fine: {at_least: 500",
            ["statute_differs", "tiers_begin_late"],
        ),
        (
            "{at_least: 1000, below: 2000}}",
            "{at_least: 2, below: 3, times: violation.goods_value}}",
            ["tier_shape", "tiers_begin_late"],
        ),
    ],
)
def test_tiers_partition_the_statute(tmp_path, old, new, found):
    assert codes(tmp_path, BENCHMARK.replace(old, new) if old else BENCHMARK) == found


def test_a_benchmark_names_an_article_that_threatens_something(tmp_path):
    other = BENCHMARK.replace("instrument: act, article: 第一条", "instrument: act, article: 第二条")
    assert codes(tmp_path, other, articles="{第一条: encoded, 第二条: no_rule}") == ["statute_missing"]
    with pytest.raises(InputError, match="第二条"):
        codes(tmp_path, other, articles="{第一条: encoded}")


def test_what_a_published_table_is_kept_with_is_not_reported_again(tmp_path):
    kept = BENCHMARK.replace("below: 2000}", "at_most: 2000}") + "    accepted: {tier_overlap: 原表如此}\n"
    assert codes(tmp_path, kept) == []


def test_ranges_from_published_decisions_name_them(tmp_path):
    rules = BENCHMARK.replace("then: [{", "range_source: published_decisions\n    then: [{")
    assert codes(tmp_path, rules) == ["no_source"]


def test_every_check_and_message_is_used():
    assert len(CHECKS) == len(set(CHECKS))
    assert all(len(texts) == 2 for texts in MESSAGES.values())


def test_a_list_or_benchmark_does_not_outlive_the_provision_it_cites(tmp_path):
    old = tmp_path / "old_1"
    old.mkdir()
    head = HEAD.replace("instrument: act", "instrument: old").replace("to: null", "to: 2020-12-31")
    (old / "instrument.yaml").write_text(
        head.replace("ARTICLES", "{第一条: encoded}").replace("COMPLETE", "false"), "utf-8"
    )
    threat = BENCHMARK[: BENCHMARK.index("benchmarks:")]
    (old / "rules.yaml").write_text(threat, "utf-8")
    table = BENCHMARK[BENCHMARK.index("benchmarks:") :].replace("instrument: act", "instrument: old")
    listed = LIST.replace("{title: 某法, article: 第九条}", "{instrument: old, article: 第一条}")
    assert codes(tmp_path, table) == ["basis_expired"]
    assert codes(tmp_path, listed) == ["basis_expired"]
    becomes = "    becomes: [{instrument: act, article: 第一条}]\n    then:"
    (old / "rules.yaml").write_text(threat.replace("    then:", becomes), "utf-8")
    assert codes(tmp_path, table) == []
    assert codes(tmp_path, listed) == []


VOCABULARY = """
facts:
  violation.one: {type: yes_no, key_zh: 甲项, zh: 甲, en: a}
  violation.two: {type: choice, key_zh: 乙项, values: {a: [甲, a, 甲值], b: [乙, b, 乙值]}, zh: 乙, en: b}
  notice.paper.page: {type: count, key_zh: 纸面.页数, zh: 页, en: page}
  notice.paper.line: {type: count, key_zh: 纸面.行数, zh: 行, en: line}
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", None),
        ("key_zh: 甲项, ", "", "key_zh_missing violation.one has no key_zh"),
        ("[乙, b, 乙值]", "[乙, b]", "key_zh_missing violation.two: b has no key_zh"),
        ("key_zh: 乙项", "key_zh: 甲项", "key_zh_shared violation: two and one share"),
        ("key_zh: 甲项", "key_zh: 案由", "key_zh_shared violation: one and cause share the Chinese key 案由"),
        ("key_zh: 甲项", "key_zh: 情节", "share the Chinese key 情节"),
        ("乙值", "甲值", "key_zh_shared violation.two: b and a share the Chinese key 甲值"),
        ("纸面.行数", "纸张.行数", "key_zh_differs notice: paper has two Chinese keys"),
        ("纸面.行数", "纸面.页数", "key_zh_shared notice: paper.line and paper.page share"),
        ("纸面.行数", "纸面行数", "key_zh_dots notice.paper.line: its Chinese key 纸面行数"),
    ],
)
def test_chinese_keys_are_there_and_unique_in_their_place(tmp_path, old, new, said):
    folder = tmp_path / "act_1"
    folder.mkdir()
    (folder / "vocabulary.yaml").write_text(VOCABULARY.replace(old, new), "utf-8")
    found = codes(tmp_path, GOOD)
    remarks = [each.line() for each in check_rulesets(load_rulesets(tmp_path, only=True))]
    assert (remarks == []) if said is None else any(said in line for line in remarks), remarks
    assert (found == []) is (said is None)


@pytest.mark.parametrize("key", ["甲", "陈述、申辩", "甲 乙", "甲项，乙项", "一二三四五六七八九十一二三", "甲项."])
def test_a_chinese_key_that_is_none_is_refused_with_its_place(tmp_path, key):
    folder = tmp_path / "act_1"
    folder.mkdir()
    (folder / "vocabulary.yaml").write_text(VOCABULARY.replace("甲项", f"'{key}'"), "utf-8")
    with pytest.raises(InputError) as caught:
        codes(tmp_path, GOOD)
    (line,) = caught.value.lines("zh")
    assert "vocabulary.yaml:3:" in line
    assert f"{key} 不能作为中文键" in line
