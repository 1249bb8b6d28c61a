"""Both languages say everything, and the same."""

from __future__ import annotations

import functools
import re

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_markdown, as_text
from enforcement_rules.explanation.wording.words import CHINESE, ENGLISH
from enforcement_rules.library import read_library

RULESETS = load_rulesets()
HOLE = re.compile(r"\{(\w+)\}")
CHINESE_TEXT = re.compile(r"[\u4e00-\u9fff]")


@functools.cache
def verdicts():
    return [review(case.case, RULESETS, case.on) for case in read_library("cases", RULESETS)]


def test_both_tables_have_the_same_keys_in_the_same_order():
    assert list(CHINESE) == list(ENGLISH)


@pytest.mark.parametrize("code", CHINESE)
def test_both_languages_are_given_the_same_arguments(code):
    assert set(HOLE.findall(CHINESE[code])) == set(HOLE.findall(ENGLISH[code]))


def test_english_words_are_english():
    assert not [code for code, text in ENGLISH.items() if CHINESE_TEXT.search(text)]


@pytest.mark.parametrize("view", [as_text, as_markdown])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_published_case_can_be_put_into_words(view, lang):
    for verdict in verdicts():
        text = view(verdict, lang, everything=True)
        assert "None" not in text
        assert "UNKNOWN" not in text
        assert "Decimal(" not in text
        assert not HOLE.search(text)


def test_the_record_carries_every_question_in_both_languages():
    for verdict in verdicts()[:20]:
        record = verdict.to_dict()
        assert all(fact["question"]["zh"] and fact["question"]["en"] for ask in record["asks"] for fact in ask["facts"])


def test_both_languages_have_the_same_lines():
    for verdict in verdicts()[:30]:
        assert as_text(verdict, "zh").count("\n") == as_text(verdict, "en").count("\n")


CELERY = review(load_case("cases/market_regulation/celery_2022.yaml"), RULESETS)


@pytest.mark.parametrize(
    "line",
    [
        # Filed and sampled before 2021-07-15, under a penalty law that is not loaded.
        "结论  尚不能断定：从材料看有1项程序违法；当时施行的",
        "部法律未载入，所管程序未核对；罚款在法定幅度内，处理是否合法尚不能断定；另有",
        "◐ 自立案之日起九十日内作出处罚决定（从材料看违反；较重，可能被确认违法；事后不能补正）    [行政处罚法（2021）第六十条]",
        "立案日期  2021-02-08    [celery_2022.yaml:20]",
        "处罚决定日期  2022-04-22    [celery_2022.yaml:21]",
        "立案至决定的日数  438日",
        "自新法施行之日（2021-07-15）起算为281日，结论相同",
        "法定  货值金额136.50元，不足1万元，处5万元以上10万元以下    [食品安全法（2015）第一百二十四条第一款]",
        "拟罚  警告、没收违法所得14.00元、罚款50,000.00元、责令改正或者限期改正；罚款在法定幅度内，处理是否合法尚不能断定",
        "罚款与货值之比  366.3倍",
        "→ 若该情节成立：应当不予处罚（行政处罚法（2021）第三十三条第一款）",
    ],
)
def test_what_the_court_found_stands_on_the_page(line):
    assert line in as_text(CELERY, "zh")


def test_the_sections_come_in_the_order_of_a_review():
    text = as_text(CELERY, "zh")
    places = [
        text.index(title) for title in ("结论", "一、问题", "二、处理与金额", "三、待查", "四、未检查", "假定未发生")
    ]
    assert places == sorted(places)


def test_the_page_shows_at_most_five_groups_of_questions():
    text = as_text(CELERY, "zh")
    waiting = text[text.index("三、待查") : text.index("四、未检查")]
    assert len(re.findall(r"^  \d+ ", waiting, re.MULTILINE)) == 5
    assert "其余8组从略" in waiting


def test_text_of_a_case_cannot_change_the_structure_of_markdown():
    case = CELERY.case.model_copy(update={"number": "a\n# b <script> [x](y) `c`"})
    text = as_markdown(review(case, RULESETS), "zh")
    assert text.splitlines()[0] == r"# a\\n\# b \<script\> \[x\](y) \`c\`"
