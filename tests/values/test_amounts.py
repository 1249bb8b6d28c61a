"""Amounts, ranges and citations."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from enforcement_rules.values.citation import chinese_number, citation_covers, citation_parts
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.money import parse_amount, ratio
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import UNKNOWN, Unknown

AMOUNTS = st.integers(0, 40).map(lambda n: Decimal(n) / 4)


@pytest.mark.parametrize(
    "text", ["１２３", "1_000", " 12 ", "1,000", "-1", "+1", "1e5", "0x10", "012", "1.234", "", ".5", "NaN", "Infinity"]
)
def test_what_is_no_exact_amount_is_refused(text):
    with pytest.raises(ValueError):
        parse_amount(text)


@pytest.mark.parametrize("value", [1.5, True, None, [1]])
def test_floats_and_booleans_are_no_amounts(value):
    with pytest.raises(TypeError):
        parse_amount(value)


def test_amounts_keep_every_digit():
    assert money(parse_amount("123456789.10")) == "123456789.10"
    assert money(Decimal("0.1") * 3) == "0.30"


@pytest.mark.parametrize(
    ("amount", "holds"),
    [("49999.99", False), ("50000", True), ("100000", True), ("100000.01", False)],
)
def test_closed_ends_belong_to_a_range(amount, holds):
    assert Range(Decimal(50000), Decimal(100000)).holds(Decimal(amount)) is holds


def test_open_ends_do_not():
    half = Range(Decimal(1), Decimal(2), low_open=True, high_open=True)
    assert [half.holds(Decimal(n)) for n in ("1", "1.5", "2")] == [False, True, False]


def test_bounds_and_unknown_amounts_decide_only_when_they_must():
    wide = Range(Decimal(10), Decimal(20))
    assert wide.holds(UNKNOWN) is None
    assert wide.holds(Interval(Decimal(12), Decimal(13))) is True
    assert wide.holds(Interval(Decimal(12), Decimal(30))) is None
    assert wide.holds(Interval(Decimal(21), None)) is False


@st.composite
def ranges(draw):
    low, high = sorted([draw(AMOUNTS), draw(AMOUNTS)])
    return Range(low, high, draw(st.booleans()), draw(st.booleans()))


@given(ranges(), ranges(), AMOUNTS)
def test_a_joined_range_holds_whatever_either_holds(one, other, amount):
    if one.holds(amount) or other.holds(amount):
        assert one.joined(other).holds(amount) is True


@given(ranges(), ranges(), AMOUNTS)
def test_a_range_within_another_holds_nothing_beyond_it(inner, outer, amount):
    if inner.within(outer) and inner.holds(amount):
        assert outer.holds(amount) is True


@given(ranges(), AMOUNTS, st.integers(1, 9))
def test_scaling_range_and_amount_changes_nothing(range_, amount, factor):
    assert range_.scaled(Decimal(factor)).holds(amount * factor) is range_.holds(amount)


def test_a_ratio_to_nothing_is_unknown():
    assert ratio(Decimal(5), Decimal(0)) is UNKNOWN
    assert ratio(Decimal(5), UNKNOWN) is UNKNOWN
    assert ratio(UNKNOWN, Decimal(5)) is UNKNOWN
    assert ratio(Decimal(5), Decimal(2)) == Decimal("2.5")


def test_unknown_compares_false_with_everything_and_has_no_truth():
    assert isinstance(UNKNOWN, Unknown)
    for other in (1, "a", None, Decimal(1), UNKNOWN):
        assert not (other == UNKNOWN or other != UNKNOWN or (UNKNOWN is other and other is not UNKNOWN))
    with pytest.raises(TypeError):
        bool(UNKNOWN)


@pytest.mark.parametrize(
    ("text", "number"), [("三", 3), ("十", 10), ("二十", 20), ("八十六", 86), ("一百零五", 105), ("一千零六十", 1060)]
)
def test_chinese_numbers(text, number):
    assert chinese_number(text) == number


def test_an_article_covers_its_paragraphs_and_items_only():
    assert citation_covers("第三十三条", "第三十三条第一款")
    assert citation_covers("第六十三条第一款", "第六十三条第一款第（三）项")
    assert not citation_covers("第三十三条第一款", "第三十三条")
    assert not citation_covers("第三条", "第三十三条")
    assert citation_parts("序号52") == ()
    assert citation_covers("序号52", "序号52")
