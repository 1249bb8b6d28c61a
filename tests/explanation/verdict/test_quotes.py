"""What a verdict cites, in the words of attached texts. All texts, the pigeon law and its case are made up (虚构)."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from enforcement_rules import as_markdown, as_text, load_case, load_law_text, load_rulesets, review
from enforcement_rules.evaluation.verdict import About, Cited
from enforcement_rules.explanation.forms import Formatter
from enforcement_rules.explanation.verdict import verdict_schema
from enforcement_rules.explanation.verdict.quotes import MOST, Quotes, cut, in_one_line
from enforcement_rules.explanation.wording import Words

RULES = {
    "instrument.yaml": """instrument: pigeon_law
version: "2020"
title: {zh: 虚构放鸽法, en: Pigeon Law (made up)}
short: {zh: 虚构放鸽法, en: Pigeon Law}
rank: law
issuer: 虚构会议
fields: [market_regulation]
in_force: {from: 2020-03-01}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-01
articles_complete: false
articles: {第二条: partly, 第三条: partly, 第五条: partly}
""",
    "causes.yaml": """causes:
  pigeon_night_flight: {zh: 夜间放飞（虚构）, en: flying pigeons at night (made up)}
  pigeon_unregistered: {zh: 未登记鸽舍（虚构）, en: unregistered loft (made up)}
  pigeon_on_the_road: {zh: 在道路上放飞（虚构）, en: flying pigeons on a road (made up)}
  pigeon_in_rain: {zh: 雨天放飞（虚构）, en: flying pigeons in rain (made up)}
""",
    "penalties.yaml": """penalties:
  - article: 第二条第一款
    name: night_or_unregistered
    says: 夜间放飞、未登记的罚款
    says_en: fine for night flights and unregistered lofts
    rests_on: [第二款]
    acts:
      - {item: 第一项, cause: pigeon_unregistered}
      - {item: 第二项, cause: pigeon_night_flight}
    then: [{kind: fine, fine: {at_least: 100, at_most: 500}}]
    whole: true
  - article: 第三条
    name: on_the_road
    says: 道路放飞的，依照第二条第一款处罚
    says_en: flying on a road is punished as in art. 2(1)
    causes: [pigeon_on_the_road]
    as_in: {instrument: pigeon_law, article: 第二条第一款}
    whole: true
  - article: 第五条
    name: in_rain
    says: 雨天放飞的罚款
    says_en: fine for flying in rain
    causes: [pigeon_in_rain]
    then: [{kind: fine, fine: {at_most: 50}}]
    whole: true
""",
}
LAW = """# 虚构放鸽法

2020年1月2日 虚构会议通过

第一条 本法是虚构的。

第二条 有下列情形之一的，由虚构的部门依照第二款处罚：

（一）未登记鸽舍；

（二）夜间放飞；

（三）其他情形。

有前款情形的，处一百元以上五百元以下的罚款。

第三条 在道路上放飞的，依照第二条第一款的规定处罚。

第四条 自2020年3月1日起施行。
"""
OLDER = LAW.replace("夜间放飞", "夜里放飞（旧文）").replace("2020年3月1日", "2015年3月1日")
CASE = """schema: enforcement_rules/case/1
number: 虚构〔2024〕1号
record: excerpt
organ: {name: 某局, field: market_regulation, rank: county}
parties: [{id: p1, kind: legal_person, name: 某鸽舍}]
violations: [{id: v1, parties: [p1], cause: CAUSE, began: 2024-03-01, ended: 2024-03-01, penalised_by: [GIVEN]}]
steps: [{step: case_filing, on: 2024-03-06}, {step: decision, on: 2024-04-10}]
proposed: [{violation: v1, party: p1, penalties: [{kind: fine, amount: AMOUNT}]}]
"""
PENALTY_LAW = """# 行政处罚法（虚构文字）

第六十条 这是虚构的第六十条，不是法律原文。

第六十一条 这是虚构的第六十一条。
"""
PENALTY_LAW_FILE = "行政处罚法(2021-01-22).md"
INDEX = "- {file: 行政处罚法(2021-01-22).md, title: 行政处罚法, adopted: 2021-01-22, in_force_from: 2021-07-15, verified: true}\n"
PIGEON_INDEX = """- {file: a.md, title: 虚构放鸽法, adopted: 2015-01-02, in_force_from: 2015-03-01, verified: true}
- {file: b.md, title: 虚构放鸽法, adopted: 2020-01-02, in_force_from: 2020-03-01, verified: true}
"""
CELERY = Path("cases/market_regulation/celery_2022.yaml")


@pytest.fixture(scope="module")
def pigeon_law(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules") / "pigeons"
    folder.mkdir()
    for name, text in RULES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_rulesets(folder.parent)


@pytest.fixture
def texts(tmp_path):
    """Return a function that loads a folder of texts, by the names of the files."""

    def made(**files):
        folder = tmp_path / "texts"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_law_text(folder)

    return made


@pytest.fixture
def verdict_on(pigeon_law, tmp_path):
    def made(cause="pigeon_night_flight", given="{instrument: pigeon_law, article: 第二条第一款}", amount=200):
        file = tmp_path / "case.yaml"
        text = CASE.replace("CAUSE", cause).replace("GIVEN", given).replace("AMOUNT", str(amount))
        file.write_text(text, encoding="utf-8")
        return review(load_case(file, pigeon_law), pigeon_law)

    return made


@pytest.fixture(scope="module")
def celery():
    law = load_rulesets()
    return review(load_case(CELERY, law), law)


def both(texts):
    return texts(**{"INDEX.yaml": PIGEON_INDEX, "a.md": OLDER, "b.md": LAW})


def quoted_lines(page):
    return [line.strip() for line in page.splitlines() if line.strip().startswith(("原文", "text"))]


def test_the_item_of_the_cause_is_quoted_behind_the_words_that_introduce_it_and_the_paragraph_of_the_amount(
    verdict_on, texts
):
    page = as_text(verdict_on(), law_text=both(texts))
    assert quoted_lines(page) == [
        "原文（第二条第一款第二项）  有下列情形之一的，由虚构的部门依照第二款处罚：…（二）夜间放飞；    [b.md:11]",
        "原文（第二条第二款）  有前款情形的，处一百元以上五百元以下的罚款。    [b.md:15]",
    ]


def test_the_first_item_skips_nothing(verdict_on, texts):
    page = as_text(verdict_on("pigeon_unregistered"), law_text=both(texts))
    assert "依照第二款处罚：（一）未登记鸽舍；    [b.md:9]" in page


def test_an_item_that_only_the_file_cites_is_quoted_where_the_rule_has_none_for_the_cause(verdict_on, texts):
    given = "{instrument: pigeon_law, article: 第二条第一款第三项}"
    page = as_text(verdict_on("pigeon_on_the_road", given), law_text=both(texts))
    assert "…（三）其他情形。    [b.md:13]" in page


def test_an_item_that_is_not_there_is_told_and_the_provision_is_quoted_all_the_same(verdict_on, texts):
    given = "{instrument: pigeon_law, article: 第二条第一款第九项}"
    page = as_text(verdict_on("pigeon_on_the_road", given), law_text=both(texts))
    assert page.count("没有第 9 项") == 1
    assert (
        "原文  有下列情形之一的，由虚构的部门依照第二款处罚：（一）未登记鸽舍；（二）夜间放飞；（三）其他情形。" in page
    )


def test_what_a_provision_takes_its_penalties_from_is_quoted_beside_it(verdict_on, texts):
    given = "{instrument: pigeon_law, article: 第三条}"
    (first, second) = quoted_lines(as_text(verdict_on("pigeon_on_the_road", given), law_text=both(texts)))
    assert first.startswith("原文  在道路上放飞的，依照第二条第一款的规定处罚。")
    assert second.startswith("原文（第二条第一款）  有下列情形之一的")


def test_each_place_is_quoted_once_and_referred_to_after(verdict_on, texts):
    page = as_text(verdict_on(amount=900), law_text=both(texts))  # above the ceiling: unlawful, among the problems
    problems, rest = page.split("二、处理与金额")
    assert "…（二）夜间放飞；    [b.md:11]" in problems
    assert page.count("夜间放飞；") == page.count("处一百元以上五百元以下的罚款。") == 1
    assert "原文（第二条第一款第二项）  见上    [b.md:11]" in rest


def test_what_stands_within_a_wider_quote_is_only_referred_to(pigeon_law, verdict_on, texts):
    page = Quotes(verdict_on(), both(texts), Formatter(verdict_on(), Words("zh")))
    ref = next(each.ref for each in verdict_on().cited() if each.ref.rule == "pigeon_law/night_or_unregistered")
    wide, amount = page.of(Cited(ref, About("pigeon_in_rain")))  # of no item: the paragraph, and that of the amount
    assert "（二）夜间放飞；" in wide.text and "五百元" in amount.text
    assert [each.text for each in page.of(Cited(ref, About("pigeon_night_flight")))] == [
        "原文（第二条第一款第二项）  见上",
        "原文（第二条第二款）  见上",
    ]


def test_what_introduces_two_items_is_quoted_once(verdict_on, texts):
    page = Quotes(verdict_on(), both(texts), Formatter(verdict_on(), Words("zh")))
    ref = next(each.ref for each in verdict_on().cited() if each.ref.rule == "pigeon_law/night_or_unregistered")
    first = [each.text for each in page.of(Cited(ref, About("pigeon_unregistered")))]
    second = [each.text for each in page.of(Cited(ref, About("pigeon_night_flight")))]
    assert first[0] == "原文（第二条第一款第一项）  有下列情形之一的，由虚构的部门依照第二款处罚：（一）未登记鸽舍；"
    assert second[0] == "原文（第二条第一款第二项）  …（二）夜间放飞；"


def test_english_says_the_same_around_the_chinese_words(verdict_on, texts):
    assert quoted_lines(as_text(verdict_on(), "en", law_text=both(texts))) == [
        "text (art. 2(1), item 2)  有下列情形之一的，由虚构的部门依照第二款处罚：…（二）夜间放飞；    [b.md:11]",
        "text (art. 2(2))  有前款情形的，处一百元以上五百元以下的罚款。    [b.md:15]",
    ]


def test_only_the_wording_of_the_version_is_quoted(verdict_on, texts):
    page = as_text(verdict_on(), law_text=texts(**{"INDEX.yaml": PIGEON_INDEX.splitlines()[0] + "\n", "a.md": OLDER}))
    assert not quoted_lines(page)
    assert page.count("未引原文，没有唯一对应所适用版本的文本：虚构放鸽法（2020）") == 1


def test_of_two_texts_that_both_claim_to_be_the_version_neither_is_quoted(verdict_on, texts):
    claims = PIGEON_INDEX.replace("2015-03-01", "2020-03-01").replace("2015-01-02", "2020-01-02")
    attached = texts(**{"INDEX.yaml": claims, "a.md": OLDER, "b.md": LAW})
    page = as_text(verdict_on(), "en", law_text=attached)
    assert not quoted_lines(page)
    assert page.count("none or several of the texts supplied fit the version that applies: Pigeon Law (2020)") == 1


def test_a_place_that_is_not_there_is_said_once_at_the_foot(verdict_on, texts):
    given = "{instrument: pigeon_law, article: 第五条}"
    page = as_text(verdict_on("pigeon_in_rain", given, amount=70), law_text=both(texts))
    assert not quoted_lines(page)
    assert page.count("未引原文，文本中没有该处：虚构放鸽法（2020）：《虚构放鸽法》的这一文本没有第五条") == 1


def test_a_law_of_which_there_is_no_text_is_said_once_at_the_foot(verdict_on, texts):
    attached = texts(**{"a.md": "# 虚构别的法\n\n第一条 虚构。\n"})
    for lang, said in (
        ("zh", "未引原文，没有该法的文本：虚构放鸽法（2020）"),
        ("en", "Not quoted, no text of the law is supplied: Pigeon Law (2020)"),
    ):
        page = as_text(verdict_on(amount=900), lang, law_text=attached)
        assert not quoted_lines(page) and page.count(said) == 1


def test_a_page_without_texts_is_as_it_was(celery, verdict_on, texts):
    attached = both(texts)
    for verdict in (celery, verdict_on()):
        plain = as_text(verdict)
        assert "原文  " not in plain and "未引原文" not in plain
        lines = as_text(verdict, law_text=attached).splitlines()
        kept = [line for line in lines if not line.strip().startswith(("原文", "未引原文"))]
        assert kept == plain.splitlines()


def test_the_receipt_does_not_depend_on_texts(celery, texts):
    attached = texts(**{"INDEX.yaml": INDEX, PENALTY_LAW_FILE: PENALTY_LAW})
    plain, quoting = celery.to_dict(), celery.to_dict(law_text=attached)
    assert quoting["receipt"] == plain["receipt"]
    assert {key: quoting[key] for key in plain} == plain and set(quoting) - set(plain) == {"quotes", "not_quoted"}
    assert celery.to_dict("all", law_text=attached)["receipt"] == plain["receipt"]


def test_the_record_has_rule_article_text_place_and_hash_and_fits_its_schema(celery, texts):
    attached = texts(**{"INDEX.yaml": INDEX, PENALTY_LAW_FILE: PENALTY_LAW})
    record = json.loads(json.dumps(celery.to_dict(law_text=attached)))
    jsonschema.validate(record, verdict_schema())
    (quote,) = record["quotes"]
    article = attached.wording(attached.entries[0]).articles[0]
    assert quote == {
        "rule": "administrative_penalty_law/decided_within_90_days",
        "version": "2021",
        "article": "第六十条",
        "text": "这是虚构的第六十条，不是法律原文。",
        "file": attached.entries[0].file,
        "line": 3,
        "sha256": article.sha256,
        "matched": "first_day",
        "remarks": quote["remarks"],
    }
    assert [each["code"] for each in quote["remarks"]] == ["articles_missing"]  # articles 1 to 59 are not supplied
    assert record["not_quoted"] == [
        {
            "rule": "food_safety_law/unsafe_food",
            "version": "2015",
            "article": "第一百二十四条第一款",
            "why": "no_text",
            "remarks": [],
        }
    ]


def test_the_record_has_the_whole_text_and_what_introduces_an_item(verdict_on, texts):
    record = verdict_on().to_dict(law_text=both(texts))
    assert [(each["article"], each["text"]) for each in record["quotes"]] == [
        ("第二条第一款第二项", "有下列情形之一的，由虚构的部门依照第二款处罚：\n(二)夜间放飞；"),
        ("第二条第二款", "有前款情形的，处一百元以上五百元以下的罚款。"),
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_the_page_quotes_is_what_the_record_quotes(celery, verdict_on, texts, lang):
    attached = both(texts)
    for verdict in (celery, verdict_on(), verdict_on(amount=900), verdict_on("pigeon_on_the_road")):
        places = {f"[{Path(q['file']).name}:{q['line']}]" for q in verdict.to_dict(law_text=attached)["quotes"]}
        page = quoted_lines(as_text(verdict, lang, law_text=attached))
        assert {line[line.rindex("[") :] for line in page} == places


def test_a_long_place_is_cut_at_a_sentence_and_its_items_are_counted(verdict_on, texts):
    long = LAW.replace("由虚构的部门", "由虚构的部门，" + "虚" * MOST)
    page = as_text(
        verdict_on("pigeon_on_the_road"), law_text=texts(**{"INDEX.yaml": PIGEON_INDEX, "b.md": long, "a.md": OLDER})
    )
    (line,) = [each for each in quoted_lines(page) if "虚虚" in each]
    assert line.partition("    [")[0].endswith("…（3项从略）")
    assert len(line) < MOST + 60
    assert cut("甲" * 150 + "。" + "乙" * 150, MOST) == "甲" * 150 + "。…"
    assert cut("甲" * 300, MOST) == "甲" * MOST + "…"
    assert cut("甲" * MOST, MOST) == "甲" * MOST


def test_a_long_introduction_gives_way_to_the_item(verdict_on, texts):
    long = LAW.replace("由虚构的部门", "由虚构的部门，" + "虚" * MOST)
    page = as_text(verdict_on(), law_text=texts(**{"INDEX.yaml": PIGEON_INDEX, "b.md": long, "a.md": OLDER}))
    assert "虚…（二）夜间放飞；" in page


def test_markdown_quotes_without_letting_a_text_change_its_structure(verdict_on, texts):
    bold = LAW.replace("夜间放飞", "夜间*放飞* [甲](https://a.example) <b>")
    page = as_markdown(verdict_on(), law_text=texts(**{"INDEX.yaml": PIGEON_INDEX, "b.md": bold, "a.md": OLDER}))
    assert "\\[甲\\]" in page and "\\<b\\>" in page


def test_text_of_a_statute_draws_no_line_of_the_page(verdict_on, texts):
    marked = LAW.replace("夜间放飞", "夜间\u202e放飞")
    page = as_text(verdict_on(), law_text=texts(**{"INDEX.yaml": PIGEON_INDEX, "b.md": marked, "a.md": OLDER}))
    assert "\u202e" not in page and "（二）夜间放飞；" in page
    assert in_one_line("甲：\n(一)乙；\n(二)丙。\n丁。") == "甲：（一）乙；（二）丙。　丁。"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("第一条 虚构。\n\n第二条 甲。\n\n第二条 乙。\n", "第二条 在文本中出现多次"),
        ("第一条 虚构。\n\n第二条 甲。\n\n第一条 又一个文本。\n", "b.md:5:1: 又从第一条开始"),
        ("第一条 虚构。\n\n第二十三百条 甲。\n\n第四条 乙。\n", "没有第二条"),
        ("没有条文的文字。\n", "没有一条条文"),
        (b"\xff\xfe\x00", "b.md"),
        ("", "b.md"),
    ],
    ids=["twice", "two-wordings", "unreadable-number", "no-articles", "not-utf8", "empty"],
)
def test_a_text_that_cannot_be_relied_on_is_told_with_its_place_and_not_quoted(verdict_on, texts, text, says):
    attached = texts(**{"INDEX.yaml": PIGEON_INDEX, "a.md": OLDER, "b.md": text})
    verdict = verdict_on()
    page = as_text(verdict, law_text=attached)
    assert not quoted_lines(page)
    assert says in page and "未引原文" in page
    record = verdict.to_dict(law_text=attached)
    assert record["quotes"] == [] and {each["why"] for each in record["not_quoted"]} <= {"unreadable", "not_in_text"}
    assert "not quoted" in as_text(verdict, "en", law_text=attached).lower()


def test_numbers_that_are_broken_elsewhere_are_told_beside_the_quote(verdict_on, texts):
    broken = LAW.replace("第四条 自", "第七条 自")
    page = as_text(verdict_on(), law_text=texts(**{"INDEX.yaml": PIGEON_INDEX, "a.md": OLDER, "b.md": broken}))
    assert "夜间放飞；" in page
    (line,) = [each for each in page.splitlines() if each.startswith("所附文本须核对")]
    assert "b.md:19:1: 第七条 之前缺 3 条" in line


def test_a_wording_that_was_found_by_its_year_alone_says_so(pigeon_law, verdict_on, texts):
    attached = texts(**{"虚构放鸽法(2020-01-02).md": LAW})
    page = as_text(verdict_on(), law_text=attached)
    assert "夜间放飞；" in page
    assert "只按版本的年份认定，施行日期未与规则核对：虚构放鸽法（2020）" in page
    assert "its first day in force not compared: Pigeon Law (2020)" in as_text(verdict_on(), "en", law_text=attached)


def test_the_supplied_texts_are_quoted(celery, law_texts):
    """The one test with real texts, which lie beside the checkout; the words themselves are not repeated here."""
    (quote,) = celery.to_dict(law_text=law_texts)["quotes"]
    assert quote["article"] == "第六十条" and "九十日" in quote["text"] and quote["remarks"] == []
    assert "九十日" in as_text(celery, law_text=law_texts)
