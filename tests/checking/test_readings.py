"""A provision keeps the hash of its article as it was read; a changed text sends it back to the drafts (虚构)."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata

import pytest

from enforcement_rules import InputError, load_case, load_law_text, load_rulesets, review
from enforcement_rules.checking import changed_readings, readings, with_drafts
from enforcement_rules.statutes.text import article_sha256, split_statute

TEXT = """# 虚构放鸽条例

第一条　为了放鸽，制定本条例。

第二条　夜间放飞的，处100元以上500元以下罚款：

（一）放飞一只的；

（二）放飞多只的。

前款行为情节严重的，处5000元罚款。

第三条　机场附近放飞的，处一千元罚款。
"""
HEAD = """instrument: pigeon_regulations
version: "2020"
title: {zh: 虚构放鸽条例, en: Pigeon Regulations (made up)}
short: {zh: 虚构放鸽条例, en: Pigeon Regulations}
rank: administrative_regulation
issuer: 虚构会议
fields: [market_regulation]
in_force: {from: 2020-03-01, to: null}
sources: [{title: 全文, verification: full_text}]
checked: 2026-11-01
reach: own
articles_complete: false
articles: {第二条: encoded, 第三条: encoded}
"""
RULES = """penalties:
  - article: 第二条第一款
    name: night_flight
    says: 夜间放飞的罚款
    says_en: a fine for flying at night
    then: [{kind: fine, fine: {at_least: 100, at_most: 500}}]
    whole: true
    read: {role: assistant, on: 2026-11-01, text_sha256: SHA}
  - article: 第三条
    name: near_airport
    says: 机场附近放飞的罚款
    says_en: a fine for flying near an airport
    then: [{kind: fine, fine: {exactly: 1000}}]
    whole: true
"""
SHA = article_sha256(split_statute(TEXT, "text.md"), "第二条第一款")


@pytest.fixture
def law(tmp_path):
    """Return what loads the rules with a hash."""

    def loaded(sha=SHA, rules=RULES):
        folder = tmp_path / f"rules_{sha[:5]}" / "pigeons"
        folder.mkdir(parents=True)
        (folder / "instrument.yaml").write_text(HEAD, "utf-8")
        (folder / "penalties.yaml").write_text(rules.replace("SHA", sha), "utf-8")
        return load_rulesets(folder.parent)

    return loaded


@pytest.fixture
def texts(tmp_path):
    """Return what attaches a text."""

    def attached(text=TEXT, name="虚构放鸽条例(2020-03-01).md"):
        folder = tmp_path / f"texts_{abs(hash(text))}"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
        return load_law_text(folder)

    return attached


def verdict(rules, article="第二条第一款"):
    case = {
        "number": "虚构",
        "record": "excerpt",
        "organ": {"field": "market_regulation", "rank": "county", "place": "330902"},
        "parties": [{"id": "p1", "kind": "legal_person"}],
        "violations": [
            {
                "id": "v1",
                "parties": ["p1"],
                "ended": "2024-01-10",
                "penalised_by": [{"instrument": "pigeon_regulations", "article": article}],
            }
        ],
        "steps": [{"step": "decision", "on": "2024-03-01"}],
        "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 300}]}],
    }
    return review(load_case(case, rules), rules, dt.date(2024, 3, 1))


@pytest.mark.parametrize(
    "changed",
    [
        TEXT,
        TEXT.replace("100元以上500元", "１００ 元以上 ５００元"),
        TEXT.replace("处一千元", "处二千元"),
        TEXT.replace("（一）", "(一)").replace("第一条　", "第一条 "),
        unicodedata.normalize("NFD", TEXT),
    ],
)
def test_what_reads_the_same_is_not_to_be_read_again(law, texts, changed):
    rules, attached = law(), texts(changed)
    assert list(readings(rules, attached)) == []
    assert with_drafts(rules, attached) is rules


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (TEXT.replace("500元以下", "5000元以下"), "read_again"),
        (TEXT.replace("5000元罚款", "50000元罚款"), "read_again"),
        (TEXT.replace("（二）放飞多只的。\n", "（二）放飞多只的；\n\n（三）放飞信鸽的。\n"), "read_again"),
        (TEXT.replace("\n前款行为情节严重的，处5000元罚款。\n", ""), "read_again"),
        (TEXT.replace("第二条　夜间", "第二十条　夜间"), "read_again_gone"),
    ],
)
def test_a_changed_article_is_found_and_its_provision_is_a_draft(law, texts, changed, code):
    rules, attached = law(), texts(changed)
    (found,) = readings(rules, attached)
    assert (found.code, found.args["rule"]) == (code, "pigeon_regulations/night_flight")
    assert str(found.place).endswith("penalties.yaml:2:5")
    assert found.args["kept"] == SHA
    assert "须重新对照" in found.line("zh")
    assert "read it again" in found.line("en")
    drafts = with_drafts(rules, attached)
    (version,) = drafts.versions["pigeon_regulations"]
    assert {each.name for each in version.drafts} == {"night_flight"}
    assert {each.name for each in version.penalties} == {"near_airport"}


def test_a_changed_provision_decides_nothing_and_whoever_cites_it_is_told(law, texts):
    rules = law()
    assert verdict(rules).results[0].proposal.statute is True
    told = verdict(with_drafts(rules, texts(TEXT.replace("500元以下", "5000元以下"))))
    assert told.results[0].proposal.statute is None
    assert "draft" in {each.reason for each in told.not_checked}


def test_without_a_text_nothing_is_a_draft(law, texts):
    rules = law("0" * 64)
    other = texts(name="另一虚构条例(2020-03-01).md", text=TEXT.replace("虚构放鸽条例", "另一虚构条例"))
    assert list(changed_readings(rules, other)) == []
    assert with_drafts(rules, other) is rules
    assert verdict(rules).results[0].proposal.statute is True


def test_the_receipt_names_the_rulesets_alone(law, texts):
    rules = law("0" * 64)
    drafts = with_drafts(rules, texts())
    assert drafts is not rules
    both = [verdict(each).receipt for each in (rules, drafts)]
    assert both[0]["rulesets"] == both[1]["rulesets"]
    assert both[0]["case_sha256"] == both[1]["case_sha256"]
    assert "text" not in json.dumps(both[1])


@pytest.mark.parametrize(
    ("written", "said", "column"),
    [
        ("read: {role: judge, on: 2026-11-01, text_sha256: SHA}", "tool, assistant", 18),
        ("read: {role: tool, on: 2026-11, text_sha256: SHA}", "day", 28),
        ("read: {role: tool, on: 2026-11-01, text_sha256: abc}", "abc", 53),
        ("read: {role: lawyer, on: 2026-11-01}", "text_sha256 is missing", 11),
    ],
)
def test_a_reading_that_is_none_is_told(law, written, said, column):
    rules = RULES.replace("read: {role: assistant, on: 2026-11-01, text_sha256: SHA}", written)
    with pytest.raises(InputError) as caught:
        law(rules=rules)
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.place.column) == (8, column), caught.value.lines()
    assert said in caught.value.lines()[0]
    assert "expected" in caught.value.lines()[0]
