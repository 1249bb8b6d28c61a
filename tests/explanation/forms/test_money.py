"""Sums and ranges as statutes write them; 以上 and 以下 include their number (民法典 art. 1259), 超过 and 不足 do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from enforcement_rules.explanation.forms.articles import article_in_words, behind
from enforcement_rules.explanation.forms.money import ceiling_of, factors, fines, floor_of, grouped, short_yuan, yuan
from enforcement_rules.explanation.wording import Words
from enforcement_rules.values.range import Range

ZH, EN = Words("zh"), Words("en")


def made(low=None, high=None, **open_):
    return Range(None if low is None else Decimal(low), None if high is None else Decimal(high), **open_)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "0.00元"),
        ("14", "14.00元"),
        ("50000", "50,000.00元"),
        ("1234567.5", "1,234,567.50元"),
        ("999.99", "999.99元"),
        ("26847.849", "26,847.85元"),
    ],
)
def test_sums_have_their_fen_and_commas(amount, shown):
    assert yuan(amount, ZH) == shown
    assert yuan(Decimal(amount), EN) == shown.replace("元", " yuan")


@pytest.mark.parametrize(
    ("amount", "chinese", "english"),
    [
        (500, "500元", "500 yuan"),
        (9999, "9,999元", "9,999 yuan"),
        (10000, "1万元", "10,000 yuan"),
        (27000, "2.7万元", "27,000 yuan"),
        (16200, "16,200元", "16,200 yuan"),
        ("177840.22", "177,840.22元", "177,840.22 yuan"),
        (10000000, "1,000万元", "10,000,000 yuan"),
        (100000000, "1亿元", "100,000,000 yuan"),
        (250000000, "2.5亿元", "250,000,000 yuan"),
    ],
)
def test_limits_are_written_as_in_statutes(amount, chinese, english):
    assert short_yuan(amount, ZH) == chinese
    assert short_yuan(amount, EN) == english


@pytest.mark.parametrize(
    ("range_", "chinese", "english"),
    [
        (made(50000, 100000), "5万元以上10万元以下", "50,000 yuan to 100,000 yuan"),
        (made(50000, 100000, low_open=True), "超过5万元、10万元以下", "more than 50,000 yuan, up to 100,000 yuan"),
        (made(50000, 100000, high_open=True), "5万元以上、不足10万元", "50,000 yuan or more, less than 100,000 yuan"),
        (
            made(0, 50000, low_open=True, high_open=True),
            "超过0元、不足5万元",
            "more than 0 yuan, less than 50,000 yuan",
        ),
        (made(50000), "5万元以上", "50,000 yuan or more"),
        (made(50000, low_open=True), "超过5万元", "more than 50,000 yuan"),
        (made(None, 1000), "1,000元以下", "up to 1,000 yuan"),
        (made(None, 1000, high_open=True), "不足1,000元", "less than 1,000 yuan"),
        (made(2000, 2000), "2,000元", "2,000 yuan"),
        (made(), "不限", "any amount"),
        # 罚款不足一分的部分无从缴纳: the floor goes up to the fen, the ceiling down.
        (
            made("177840.219", "1185601.46"),
            "177,840.22元以上1,185,601.46元以下",
            "177,840.22 yuan to 1,185,601.46 yuan",
        ),
        (made("26847.849", "178985.667"), "26,847.85元以上178,985.66元以下", "26,847.85 yuan to 178,985.66 yuan"),
        # The next fen above an end that is excluded belongs to the range.
        (made("26847.849", "30000", low_open=True), "26,847.85元以上3万元以下", "26,847.85 yuan to 30,000 yuan"),
        (made("100", "178985.667", high_open=True), "100元以上178,985.66元以下", "100 yuan to 178,985.66 yuan"),
    ],
)
def test_ranges_say_which_ends_belong_to_them(range_, chinese, english):
    assert fines(range_, ZH) == chinese
    assert fines(range_, EN) == english


ENDS = st.decimals(0, 10**9, places=4)


@given(ENDS, ENDS, st.booleans(), st.booleans(), st.decimals(0, 10**9, places=2))
def test_a_sum_that_can_be_paid_lies_in_what_is_shown_exactly_when_it_lies_in_the_range(one, other, low, high, sum_):
    range_ = Range(min(one, other), max(one, other), low, high)
    (floor, floor_open), (ceiling, ceiling_open) = floor_of(range_), ceiling_of(range_)
    assert Range(floor, ceiling, floor_open, ceiling_open).holds(sum_) is range_.holds(sum_)


@pytest.mark.parametrize(
    ("ends", "unit", "chinese", "english"),
    [
        (("1", "3"), "times", "1倍以上3倍以下", "1 to 3 times"),
        (("30", "200"), "percent", "30%以上200%以下", "30% to 200%"),
        (("5", "5"), "percent", "5%", "5%"),
        ((None, "5"), "times", "5倍以下", "up to 5 times"),
        (("0.5", "1"), "times", "0.5倍以上1倍以下", "0.5 to 1 times"),
        (("5", "10"), "days", "5日以上10日以下", "5 to 10 days"),
        (("15", None), "days", "15日以上", "15 days or more"),
    ],
)
def test_multiples_and_terms_too(ends, unit, chinese, english):
    assert factors(ends, unit, ZH) == chinese
    assert factors(ends, unit, EN) == english


@pytest.mark.parametrize(
    ("number", "shown"),
    [("366.30", "366.3"), ("3571.43", "3,571.43"), ("1200", "1,200"), ("9.9999", "9.9999"), ("100", "100"), ("0", "0")],
)
def test_numbers_keep_their_own_decimals(number, shown):
    assert grouped(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("article", "english"),
    [
        ("第六十条", "art. 60"),
        ("第一百二十四条第一款", "art. 124(1)"),
        ("第六十四条第四项", "art. 64, item 4"),
        ("第二十三条第一款第二项", "art. 23(1), item 2"),
        ("第八十三条、第八十五条第二款", "art. 83, art. 85(2)"),
        ("第五十条之一", "art. 50-1"),
        # Not every place of a document is an article.
        ("第3项", "第3项"),
        ("道歉从轻", "道歉从轻"),
        ("第十条及附表", "第十条及附表"),
    ],
)
def test_english_pages_cite_by_numbers(article, english):
    assert article_in_words(article, EN) == english
    assert article_in_words(article, ZH) == article


def test_a_chinese_citation_has_no_space_before_its_article():
    assert behind("某法", "第十条", ZH) == "某法第十条"
    assert behind("某法", "附表", ZH) == "某法 附表"
    assert behind("某法", None, ZH) == "某法"
    assert behind("Some Law", "第十条", EN) == "Some Law art. 10"
