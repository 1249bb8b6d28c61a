"""The words of a place in the wording of a version; the statute is made up (虚构)."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules.statutes.text import Edition, Entry, LawText, NotQuoted, Quotation, quoted, split_statute

TEXT = """# 虚构养蜂法

第一条 有下列情形之一的，责令改正：

（一）甲；

（二）乙，包括：

1. 丙；

2. 丁。

第二条 前段。

后段。
"""
DAY = dt.date(2020, 3, 1)
NOW = Edition("虚构养蜂法", "2020", DAY, None)


def law(*days):
    entries = [Entry(f"{day}.md", "虚构养蜂法", day, day, True) for day in days]
    return LawText(entries, lambda entry: split_statute(TEXT, entry.file))


@pytest.mark.parametrize(
    ("place", "name", "text", "line"),
    [
        ("第一条第二项", "第一条第一款第二项", "有下列情形之一的，责令改正：\n(二)乙，包括：\n1. 丙；\n2. 丁。", 7),
        ("第一条第一项", "第一条第一款第一项", "有下列情形之一的，责令改正：\n(一)甲；", 5),
        ("第一条第二项第2目", "第一条第一款第二项第二目", "有下列情形之一的，责令改正：\n(二)乙，包括：\n丁。", 11),
        ("第二条第二款", "第二条第二款", "后段。", 15),
        ("第二条", "第二条", "前段。\n后段。", 13),
    ],
)
def test_a_place_is_quoted_with_what_introduces_it(place, name, text, line):
    found = quoted(law(DAY), NOW, place)
    assert isinstance(found, Quotation)
    assert (found.place, found.text, found.line, found.file) == (name, text, line, f"{DAY}.md")
    assert found.matched == "first_day" and found.remarks == ()


def test_the_first_item_and_the_number_of_items_are_known():
    places = ("第一条", "第一条第一项", "第一条第二项", "第二条")
    found = [quoted(law(DAY), NOW, each) for each in places]
    assert [(each.items, each.first) for each in found] == [(2, True), (0, True), (0, False), (0, True)]


@pytest.mark.parametrize(
    ("texts", "place", "why"),
    [
        (LawText((), lambda entry: None), "第一条", "no_text"),
        (law(dt.date(2015, 1, 1)), "第一条", "other_wordings"),
        (law(DAY), "第三条", "not_in_text"),
        (law(DAY), "第一条第三项", "not_in_text"),
        (law(DAY), "第二条第一项", "not_in_text"),
        (law(DAY), "附件一", "not_in_text"),
    ],
)
def test_why_a_place_is_not_quoted(texts, place, why):
    found = quoted(texts, NOW, place)
    assert isinstance(found, NotQuoted) and (found.place, found.why) == (place, why)
    assert (found.problem is None) is (why != "not_in_text")


def test_of_several_wordings_only_that_of_the_version_speaks():
    earlier = dt.date(2015, 1, 1)
    both = law(earlier, DAY)
    assert quoted(both, NOW, "第二条").file == f"{DAY}.md"
    assert quoted(both, Edition("虚构养蜂法", "2015", earlier, DAY), "第二条").file == f"{earlier}.md"
    assert quoted(both, Edition("虚构养蜂法", "2017", dt.date(2017, 1, 1), None), "第二条").why == "other_wordings"
