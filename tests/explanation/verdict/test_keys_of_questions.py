"""Every question on the page shows the key that answers it, in the language of the page, and what it takes."""

import re

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_markdown, as_text
from enforcement_rules.loading.naming import case_names, english_path

# 虚构
CASE = {
    "number": "某市监案〔2024〕1号",
    "record": "working",
    "procedure": "ordinary",
    "organ": {"field": "market_regulation", "rank": "county", "place": "350121"},
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [
        {
            "id": "v1",
            "parties": ["p1"],
            "penalised_by": [{"instrument": "food_safety_law", "article": "第一百二十四条第一款"}],
            "began": "2024-03-01",
            "ended": "2024-03-01",
            "discovered": "2024-03-02",
        }
    ],
    "steps": [
        {"step": "case_filing", "on": "2024-03-05"},
        {"step": "inspection", "on": "2024-03-05"},
        {"step": "decision", "on": "2024-05-05"},
    ],
    "proposed": [{"violation": "v1", "party": "p1", "penalties": [{"kind": "fine", "amount": 50000}]}],
}


@pytest.fixture(scope="module")
def law():
    return load_rulesets()


@pytest.fixture(scope="module")
def verdict(law):
    return review(load_case(CASE, law), law)


def section(page):
    """Return the lines of the section of questions."""
    lines = page.splitlines()
    begin = next(n for n, line in enumerate(lines) if line.startswith(("三、", "3. ")))
    end = next(n for n, line in enumerate(lines) if n > begin and line.startswith(("四、", "4. ")))
    return lines[begin:end]


def keys(page):
    return [
        line.rpartition("    [")[2].removesuffix("]") for line in section(page) if line.endswith("]") and "？" in line
    ]


def test_every_question_in_english_shows_its_path(verdict):
    page = "\n".join(section(as_text(verdict, "en", everything=True)))
    for ask in verdict.asks:
        for fact in ask.facts:
            if not fact.element and not fact.fact.startswith("@"):
                list_, id_, *rest = [*fact.path.split("."), ""]
                rest = rest[:-1]
                if list_ in ("violations", "parties"):
                    assert f"[{list_}[{id_}].{'.'.join(part for part in rest if part != 'facts')}: " in page, fact.path


def test_a_question_in_chinese_shows_a_key_that_a_case_file_takes(verdict, law):
    names = case_names(law)
    paths = {fact.path.replace(".facts.", ".") for ask in verdict.asks for fact in ask.facts}
    shown = keys(as_text(verdict, "zh", everything=True))
    assert len(shown) > 20
    found = 0
    for each in shown:
        key = each.partition(":")[0]
        if key.startswith("违法行为["):
            path = english_path(names, re.sub(r"\[(\w+)\]", r".\1", key))
            assert path in paths, each
            found += 1
    assert found > 3


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "是否初次违法（已查询违法记录）？    [违法行为[v1].初次违法: 是/否]"),
        ("zh", "[违法行为[v1].情节: 轻微/一般/严重]"),
        ("zh", "[违法行为[v1].计罚基数.货值金额: 元]"),
        ("zh", "[已列全: [程序步骤]]"),
        ("en", "[violations[v1].first: true/false]"),
        ("en", "[violations[v1].gravity: minor/ordinary/serious]"),
        ("en", "[violations[v1].bases.goods_value: yuan]"),
        ("en", "[complete: [steps]]"),
        ("en", "[steps[notice]: its date, or done: false]"),
    ],
)
def test_what_stands_behind_a_question(verdict, lang, line):
    assert line in as_text(verdict, lang, everything=True)


def test_markdown_shows_the_same_keys(verdict):
    page = as_markdown(verdict, "en", everything=True)
    assert r"*violations\[v1\].first: true/false*" in page


def test_a_question_stays_on_one_line(verdict):
    for line in section(as_text(verdict, "zh", everything=True)):
        assert len(line) < 200, line


def test_no_english_key_stands_in_a_chinese_question(verdict):
    for each in keys(as_text(verdict, "zh", everything=True)):
        words = re.sub(r"\[[\w#, …]*\]", "", each)
        assert not re.search(r"[a-z]{3,}", words), each
