"""The numerals of the second reader: their values, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from enforcement_rules.statutes.outwards.numbers import number_value, written_value
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.refused import Doubt

VALUES = {
    "五": 5,
    "十": 10,
    "十五": 15,
    "二十": 20,
    "一百零五": 105,
    "一千五百": 1500,
    "两千": 2000,
    "五万": 50000,
    "十万": 100000,
    "一百二十万": 1200000,
    "一万五千": 15000,
    "一亿五千万": 150000000,
    "5万": 50000,
    "1.5万": 15000,
    "2000": 2000,
}


@pytest.mark.parametrize("text", VALUES)
def test_value(text):
    assert number_value(text) == Decimal(VALUES[text])


@pytest.mark.parametrize("text", ["二三", "十百", "一千五", "一万五", "百万", "万", "", "1,000", "五十十"])
def test_what_makes_no_number_has_no_value(text):
    assert number_value(text) is None


def test_a_value_is_written_without_an_exponent():
    assert written_value(Decimal("1E+5")) == "100000"
    assert written_value(Decimal("1.50")) == "1.5"


def ends(text):
    (found,) = ranges_in(text, 0, len(text))
    low, high = found.bounds.low, found.bounds.high
    return tuple(None if each is None else (each.type, each.value, each.closed) for each in (low, high))


RANGES = {
    "五千元以上5万元以下": (("amount", "5000", True), ("amount", "50000", True)),
    "一万元以上不足三万元": (("amount", "10000", True), ("amount", "30000", False)),
    "五百元以下": (None, ("amount", "500", True)),
    "不超过十万元": (None, ("amount", "100000", True)),
    "不足一万元": (None, ("amount", "10000", False)),
    "超过二万元": (("amount", "20000", False), None),
    "三百元": (("amount", "300", True), ("amount", "300", True)),
    "一至三倍": (("multiple", "1", True), ("multiple", "3", True)),
    "百分之十以上百分之三十以下": (("percent", "10", True), ("percent", "30", True)),
    "10%以上2倍以下": (("percent", "10", True), ("multiple", "2", True)),
    "六个月以上一年以下": (("months", "6", True), ("years", "1", True)),
    "五日以下": (None, ("days", "5", True)),
}


@pytest.mark.parametrize("text", RANGES)
def test_range(text):
    assert ends(text) == RANGES[text]


@pytest.mark.parametrize("text", ["第三条", "统一", "县级以上", "三次以上", "第二项至第五项", "第二十条第一款", "零售"])
def test_other_numerals_are_no_range(text):
    assert ranges_in(text, 0, len(text)) == ()


MISPRINTS = {
    "二千元以上二万以下": "misprint",
    "五千以上二万元以下": "misprint",
    "五万元以上二万元以下": "misprint",
    "五万元以上五万元以下": "misprint",
    "一万元以上五倍以下": "unclear_numeral",
    "一千五元以下": "unclear_numeral",
}


@pytest.mark.parametrize("text", MISPRINTS)
def test_what_is_misprinted_is_refused_and_not_repaired(text):
    with pytest.raises(Doubt) as refused:
        ranges_in(text, 0, len(text))
    assert refused.value.refused.reason == MISPRINTS[text]
