"""Texts of statutes, all made up (虚构), split into articles, paragraphs, items and sub-items; hostile ones are told."""

import contextlib
import time

import pytest

from enforcement_rules.statutes.text import normal_text, passage, split_statute, strict_number
from enforcement_rules.values.errors import InputError

PLAIN = """\
# 虚构条例

2020年1月2日 虚构会议通过

<!-- INFO END -->

## 第一章 总则

第一条 甲。

第二条 有下列情形之一的，乙：

（一）丙；

（二）丁：

1.戊；

2.己。

前款规定的，庚。

## 第二章 附　则

第三条 自2021年1月1日起施行。
"""


def split(text):
    return split_statute(text, "虚构条例(2020-01-02).md")


def codes(text):
    return [(each.code, each.place.line) for each in split(text).problems]


def shape(wording):
    return [(each.name, [len(part.items) for part in each.paragraphs]) for each in wording.articles]


def test_articles_paragraphs_items_and_sub_items():
    wording = split(PLAIN)
    assert wording.title == "虚构条例"
    assert shape(wording) == [("第一条", [0]), ("第二条", [2, 0]), ("第三条", [0])]
    assert [each.text for each in wording.articles[1].paragraphs[0].items[1].subitems] == ["戊；", "己。"]
    assert wording.articles[0].headings == ("第一章 总则",)
    assert wording.articles[2].headings == ("第二章 附　则",)
    assert [each.text for each in wording.notes] == ["2020年1月2日 虚构会议通过"]
    assert not wording.problems


def test_every_part_has_its_line():
    article = split(PLAIN).articles[1]
    assert str(article.place) == "虚构条例(2020-01-02).md:11:1"
    assert [item.place.line for item in article.paragraphs[0].items] == [13, 15]
    assert article.paragraphs[0].items[1].subitems[0].place.line == 17
    assert article.paragraphs[1].place.line == 21


SAME = {
    "full-width spaces": PLAIN.replace("第二条 ", "　　第二条　"),
    "digits": PLAIN.replace("第一条", "第1条").replace("第二条", "第 2 条").replace("第三条", "第３条"),
    "brackets": PLAIN.replace("（", "(").replace("）", ")"),
    "enclosed numbers": PLAIN.replace("（一）", "㈠").replace("（二）", "㈡").replace("1.", "①").replace("2.", "②"),
    "a mark behind the number": PLAIN.replace("第二条 ", "第二条、")
    .replace("第三条 ", "第三条：")
    .replace("第一条 ", "第一条."),
    "bold": PLAIN.replace("第二条 ", "**第二条** "),
    "headings": PLAIN.replace("第二条 ", "### 第二条\n\n"),
    "windows": PLAIN.replace("\n", "\r\n").replace("\r\n", "\n"),
    "no blank lines": PLAIN.replace("\n\n", "\n"),
    "items in one line": PLAIN.replace("乙：\n\n（一）丙；\n\n（二）", "乙：（一）丙；（二）"),
    "contents": PLAIN.replace("<!-- INFO END -->", "目　录\n\n第一章　总则\n\n第二章　附则"),
    "contents with articles": PLAIN.replace("<!-- INFO END -->", "目录\n第一条 目的\n第二条 情形\n第三条 施行\n"),
    "contents with pages": PLAIN.replace("<!-- INFO END -->", "目录\n第一条 目的…………1\n第二条 情形…………2\n"),
    "a comment": "<!-- source: made up\n第九条 no article -->\n" + PLAIN,
    "a revision note": PLAIN.replace("（二）丁", "〔2021年3月4日虚构决定修正〕\n\n（二）丁"),
    "invisible characters": PLAIN.replace("第二条", "\u200b第\ufeff二条"),
    "no heading marks": PLAIN.replace("## ", ""),
    "an annex": PLAIN + "\n附件：虚构表\n\n第一条 附件的第一条。\n",
    "a break within a sentence": PLAIN.replace("的，乙：", "的，\n乙："),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_the_same_words_have_the_same_hashes_however_they_are_set(text):
    wording = split(text)
    assert shape(wording) == shape(split(PLAIN))
    assert [each.sha256 for each in wording.articles] == [each.sha256 for each in split(PLAIN).articles]
    assert not wording.problems


@pytest.mark.parametrize(
    "changed",
    [("乙", "丑"), ("（二）丁", "丁"), ("\n\n前款", "前款"), ("一的，乙", "一的。乙")],
)
def test_other_words_or_another_division_have_other_hashes(changed):
    assert split(PLAIN.replace(*changed)).articles[1].sha256 != split(PLAIN).articles[1].sha256


def test_what_was_inserted_is_an_article_of_its_own():
    wording = split("第一条 甲。\n第一条之一 乙。\n第一条之二　丙。\n第二条 丁。")
    assert [each.name for each in wording.articles] == ["第一条", "第一条之一", "第一条之二", "第二条"]
    assert not wording.problems


def test_a_table_stays_with_its_paragraph():
    article = split("第一条 如下表：\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n前款表中，戊。").articles[0]
    assert [len(part.rows) for part in article.paragraphs] == [3, 0]
    assert "| 丙 | 丁 |" in article.text


@pytest.mark.parametrize(
    "line",
    [
        "第九条规定的期限，丙。",
        "第九条第一款规定的期限，丙。",
        "第九条、第十条所列的，丙。",
        "第九条之规定，丙。",
        "第九条 第二款所称的，丙。",
        "第三条规定的期限，丙。",
        "第二条和第九条规定的，丙。",
    ],
)
def test_a_sentence_that_begins_with_the_number_of_an_article_begins_none(line):
    wording = split(f"第一条 甲。\n\n第二条 乙。\n\n{line}\n\n第三条 丁。")
    assert shape(wording) == [("第一条", [0]), ("第二条", [0, 0]), ("第三条", [0])]
    assert not wording.problems


def test_a_sentence_broken_before_the_number_of_an_article_goes_on():
    wording = split("第一条 甲。\n第二条 依照本法\n第九条 给予处罚。\n第三条 丁。")
    assert wording.articles[1].text == "依照本法第九条 给予处罚。"


def test_texts_without_spaces_behind_the_numbers_are_split_and_gaps_told():
    text = "第一条甲。\n第二条乙。\n第四条中华人民共和国丁。"
    assert [each.name for each in split(text).articles] == ["第一条", "第二条", "第四条"]
    assert codes(text) == [("articles_missing", 3)]


def test_items_inside_a_line_begin_anew_in_each_paragraph():
    text = "第一条 有下列之一的： （一）甲；（二）乙。\n\n另有：（一）丙；\n（二）丁，前款第（一）项，戊。"
    article = split(text).articles[0]
    assert [[item.text for item in part.items] for part in article.paragraphs] == [
        ["甲；", "乙。"],
        ["丙；", "丁，前款第（一）项，戊。"],
    ]
    assert not split(text).problems


def test_items_go_on_behind_paragraphs_that_belong_to_one_of_them():
    text = "第一条 如下：\n\n（一）甲；\n\n（二）乙。\n\n乙的说明。\n\n（三）丙。\n\n前款，丁。"
    article = split(text).articles[0]
    assert [[item.number for item in part.items] for part in article.paragraphs] == [[1, 2, 3], []]
    assert article.paragraphs[0].items[1].text == "乙。\n乙的说明。"
    assert not split(text).problems


TOLD = {
    "missing": ("第一条 甲。\n第四条 乙。", [("articles_missing", 2)]),
    "missing before an insert": ("第一条 甲。\n第二条之一 乙。", [("articles_missing", 2)]),
    "not from the first": ("第七条 甲。\n第八条 乙。", [("articles_missing", 1)]),
    "twice": ("第一条 甲。\n第二条 乙。\n第二条 丙。\n第三条 丁。", [("article_twice", 3)]),
    "out of order": ("第一条 甲。\n第三条 乙。\n第二条 丙。", [("articles_missing", 2), ("article_out_of_order", 3)]),
    "mixed in one number": (
        "第一条 甲。\n第1二条 乙。\n第三条 丙。",
        [("unreadable_number", 2), ("articles_missing", 3)],
    ),
    "figures in a row": ("第一条 甲。\n第一二三条 乙。", [("unreadable_number", 2)]),
    "capitals": ("第一条 甲。\n第贰条 乙。", [("unreadable_number", 2)]),
    "two kinds of numerals": ("第一条 甲。\n第2条 乙。\n第3条 丙。", [("mixed_numerals", 2)]),
    "items": ("第一条 如下：\n（一）甲；\n（三）乙。", [("items_broken", 3)]),
    "items twice": ("第一条 如下：\n（一）甲；\n（一）乙。", [("items_broken", 3)]),
    "empty": ("第一条\n第二条 甲。", [("article_empty", 1)]),
    "unfinished": ("第一条 甲\n\n乙。\n\n第二条 丙。", [("text_unfinished", 1)]),
    "outside": ("第一条 甲。\n## 第二章 乙\n丙。\n第二条 丁。", [("text_outside_article", 3)]),
    "perhaps": ("第一条 甲。\n第九条乙。\n第二条 丙。", [("perhaps_article", 2)]),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_what_is_unclear_is_told_with_its_line(text, expected):
    assert codes(text) == expected


def test_the_line_of_an_unreadable_number_belongs_to_no_article():
    wording = split("第一条 甲。\n第1二条 乙。\n第三条 丙。")
    assert [each.text for each in wording.articles] == ["甲。", "丙。"]
    assert [each.text for each in wording.notes] == ["乙。"]


REFUSED = {
    "nothing": ("", "no_articles"),
    "prose": ("甲。\n\n" * 1000, "no_articles"),
    "only references": ("第一条规定的，甲。\n", "no_articles"),
    "two wordings": (PLAIN + PLAIN, "two_wordings"),
    "two wordings without a title": ("第一条 甲。\n第二条 乙。\n第一条 丙。\n第二条 丁。", "two_wordings"),
    "too long": ("第一条 甲。\n" * 800_000, "law_text_too_long"),
    "a long line": (f"第一条 {'甲' * 100_001}", "law_line_too_long"),
    "too many articles": ("\n".join(f"第{n}条 甲。" for n in range(1, 6000)), "too_many_articles"),
}


@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_split_is_refused(text, code):
    with pytest.raises(InputError) as refused:
        split(text)
    assert [each.code for each in refused.value.problems] == [code]
    assert refused.value.problems[0].place.file == "虚构条例(2020-01-02).md"


def test_the_second_of_two_wordings_is_named_with_both_lines():
    with pytest.raises(InputError) as refused:
        split(PLAIN + PLAIN)
    assert refused.value.lines("en")[0].startswith("虚构条例(2020-01-02).md:34:1: begins again")
    assert "虚构条例(2020-01-02).md:9)" in refused.value.lines("en")[0]


HOSTILE = {
    "brackets": "第一条 如下：" + "（一）" * 30_000,
    "articles in a line": "第一条 甲，" + "第二条" * 30_000,
    "digits": "第一条 甲。\n" + f"第{'1' * 90_000}条 乙。",
    "hashes": "第一条 甲。\n" + "#" * 90_000,
    "spaces": "第一条 甲。\n第" + " " * 90_000 + "二",
    "numerals and spaces": "第一条 甲。\n第" + "一 " * 45_000 + "二",
    "dots": "目录\n第一条 甲" + "…" * 90_000 + "乙\n第一条 甲。",
    "brackets of notes": "第一条 甲。\n〔" + "2020年" * 20_000,
    "continuations": "第一条 甲" + "\n乙" * 40_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_and_no_faster(text):
    usual = "第一条 如下：\n" + "\n\n".join(f"（一）甲乙丙丁戊己庚辛{n}；" for n in range(5_000))
    start = time.process_time()
    split(usual)
    middle = time.process_time()
    with contextlib.suppress(InputError):
        split(text)
    assert time.process_time() - middle < 20 * (middle - start) + 0.5


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_end_in_a_wording_or_a_refusal(text):
    try:
        wording = split(text)
    except InputError as error:
        wording, lines = None, error.lines("zh")
    assert wording.articles if wording else lines


@pytest.mark.parametrize("number", [1, 10, 11, 20, 100, 101, 110, 115, 999, 1000, 1010, 1171, 1242, 9999])
def test_numbers_are_read_as_they_are_written(number):
    from enforcement_rules.values.citation import in_chinese

    assert strict_number(in_chinese(number)) == strict_number(str(number)) == number


def test_normal_text_leaves_words_and_punctuation():
    assert normal_text("处５万元 以上；（含）") == "处5万元以上;(含)"


def test_items_are_found_by_number_and_paragraph():
    wording = split(PLAIN)
    assert passage(wording, "第二条第二项").text == passage(wording, "2条1款（二）项").text == "丁：\n1. 戊；\n2. 己。"
    assert passage(wording, "第二条第（二）项第1目").text == "戊；"
    assert passage(wording, "2").name == "第二条"


@pytest.mark.parametrize(
    ("citation", "code"),
    [
        ("第九条", "no_such_article"),
        ("第二条之一", "no_such_article"),
        ("第二条第三款", "no_such_paragraph"),
        ("第二条第九项", "no_such_item"),
        ("第一条第一项", "no_items"),
        ("第二条第一项第1目", "no_subitems"),
        ("第二条第二项第3目", "no_such_subitem"),
        ("第一条和第二条", "no_citation"),
        ("第一款", "no_citation"),
        ("第二条第二项第一款", "no_citation"),
        ("第1二条", "no_citation"),
        ("二条吧", "no_citation"),
        ("", "no_citation"),
        ("第" + "一" * 5000 + "条", "no_citation"),
    ],
)
def test_what_a_citation_does_not_name_is_told(citation, code):
    with pytest.raises(InputError) as refused:
        passage(split(PLAIN), citation)
    assert [each.code for each in refused.value.problems] == [code]


def test_an_article_that_is_there_twice_has_no_text():
    with pytest.raises(InputError) as refused:
        passage(split("第一条 甲。\n第二条 乙。\n第二条 丙。"), "第二条")
    assert refused.value.problems[0].code == "article_here_twice"
    assert ":2, " in refused.value.lines("en")[0]


def test_an_item_of_two_paragraphs_is_not_chosen():
    text = "第一条 如下：\n（一）甲；\n（二）乙。\n\n另有下列：\n\n（一）丙；\n（二）丁。"
    with pytest.raises(InputError) as refused:
        passage(split(text), "第一条第二项")
    assert refused.value.problems[0].code == "item_in_several_paragraphs"
    assert passage(split(text), "第一条第二款第二项").text == "丁。"
