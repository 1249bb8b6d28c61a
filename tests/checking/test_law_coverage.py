"""How many penalty articles are encoded: made-up statutes and rules (虚构), and the page of the docs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from enforcement_rules import load_law_text, load_rulesets
from enforcement_rules.checking import law_coverage

PIGEONS = """# 虚构放鸽条例

2020年1月2日 虚构会议通过

## 第一章 责任

第一条 夜间放飞的，处一百元以下的罚款。

第二条 在机场附近放飞的，处二百元以下的罚款。

在机场内放飞的，处五百元以上一千元以下的罚款。

第三条 未登记的，给予警告。

第四条 拒不登记的，处五十元以下的罚款。

第五条 处一千元以上罚款的，应当告知有权要求听证。

第六条 自2020年3月1日起施行。
"""
RULES = {
    "instrument.yaml": """instrument: pigeon_regulations
version: "2020"
title: {zh: 虚构放鸽条例, en: Pigeon Regulations (made up)}
short: {zh: 虚构放鸽条例, en: Pigeon Regulations}
rank: administrative_regulation
issuer: 虚构会议
fields: [market_regulation]
in_force: {from: 2020-03-01}
sources: [{title: 全文, verification: full_text}]
checked: 2026-11-01
articles_complete: false
articles: {第一条: encoded, 第二条: partly, 第三条: pending}
""",
    "penalties.yaml": """penalties:
  - article: 第一条
    name: night_flight
    says: 夜间放飞的罚款
    then: [{kind: fine, fine: {at_most: 100}}]
    whole: true
  - article: 第二条第一款
    name: near_airport
    says: 机场附近放飞的罚款
    then: [{kind: fine, fine: {at_most: 200}}]
    whole: true
gaps:
  - {article: 第三条至第四条, name: unregistered, reason: pending, says: 未登记的罚则未编码}
""",
}


@pytest.fixture
def pigeons(tmp_path: Path) -> tuple[Path, Path]:
    texts, rules = tmp_path / "texts", tmp_path / "rules"
    texts.mkdir()
    (texts / "虚构放鸽条例(2020-01-02).md").write_text(PIGEONS, encoding="utf-8")
    (rules / "pigeons").mkdir(parents=True)
    for name, text in RULES.items():
        (rules / "pigeons" / name).write_text(text, encoding="utf-8")
    return texts, rules


def test_an_article_is_encoded_where_each_paragraph_that_threatens_has_a_whole_provision(pigeons):
    texts, rules = pigeons
    (found,) = law_coverage(load_rulesets(rules), load_law_text(texts))
    assert {each.article: each.status for each in found.articles} == {
        "第一条": "encoded",
        "第二条": "partly",
        "第三条": "gap",
        "第四条": "gap",  # within 第三条至第四条
    }
    assert found.articles[1].paragraphs == (2,)
    assert found.articles[2].gaps == (("unregistered", "pending"),)
    assert dict(found.excluded) == {"hearing": 1}


def test_a_provision_that_was_not_read_as_a_whole_is_only_a_part(pigeons):
    texts, rules = pigeons
    file = rules / "pigeons" / "penalties.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("    whole: true\n", "", 1), encoding="utf-8")
    (found,) = law_coverage(load_rulesets(rules), load_law_text(texts))
    assert [each.status for each in found.articles][:1] == ["partly"]


def test_a_text_that_no_ruleset_rests_on_is_missing(pigeons):
    texts, _ = pigeons
    (found,) = law_coverage(load_rulesets(), load_law_text(texts))
    assert found.versions == () and found.count("missing") == len(found.articles) == 4


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "enforcement_rules", "coverage", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_counts_and_names_what_is_missing(pigeons, lang):
    texts, rules = pigeons
    done = run("--law-text", str(texts), "--rulesets", str(rules), "--encoded", "--lang", lang)
    assert done.returncode == 0 and done.stderr == ""
    assert "4 / 1 / 1 / 0 / 2 / 0  虚构放鸽条例(2020-01-02)" in done.stdout
    assert ("第二条  部分编码、未尽的款：2" if lang == "zh" else "第二条  partly, paragraphs left: 2") in done.stdout
    table = run("--law-text", str(texts), "--rulesets", str(rules), "--format", "md", "--lang", lang)
    assert "| 虚构放鸽条例(2020-01-02) |" in table.stdout and "| 4 | 1 | 1 | 0 | 2 | 0 |" in table.stdout


def test_the_command_gives_json(pigeons):
    texts, rules = pigeons
    (record,) = json.loads(run("--law-text", str(texts), "--rulesets", str(rules), "--format", "json").stdout)
    assert (record["penalty_articles"], record["encoded"], record["gap"]) == (4, 1, 2)
    assert record["articles"][1]["open_paragraphs"] == [2]


def test_a_folder_that_is_not_there_and_a_text_that_cannot_be_read_are_told(pigeons):
    texts, _ = pigeons
    assert run("--law-text", "nowhere").returncode == 2
    (texts / "坏.md").write_bytes(b"# \xff\xfe")
    done = run("--law-text", str(texts))
    assert done.returncode == 0 and "坏.md" in done.stderr


def test_the_page_is_what_the_rulesets_hold():
    texts = Path("../shared/law/text")
    if not texts.is_dir():
        pytest.skip("no statute texts beside the checkout: they are not part of the repository")
    done = subprocess.run(
        [sys.executable, "tools/coverage.py", str(texts)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
