"""Amounts in words: what the library writes it reads, and what may mean two amounts is none."""

from __future__ import annotations

import random
from decimal import Decimal

import cn2an
import pytest
from hypothesis import example, given, strategies as st

from enforcement_rules.values.amount_words import amount_words, read_amount_words

AMOUNTS = st.integers(0, 10**15 - 1).map(lambda fen: Decimal(fen) / 100)


@given(AMOUNTS)
@example(Decimal("228.04"))
@example(Decimal("0.50"))
@example(Decimal("0.07"))
@example(Decimal("600007738"))
def test_what_is_written_reads_back(amount):
    assert read_amount_words(amount_words(amount)) == amount


def held_against_another_writer(count, seed):
    """Write amounts of every length, here and by a library of the field, whose words are other where it may leave 零 out."""
    chance = random.Random(seed)  # noqa: S311 - any numbers will do
    for _ in range(count):
        amount = Decimal(chance.randrange(10 ** chance.randrange(1, 16))) / 100
        ours, theirs = amount_words(amount), cn2an.an2cn(format(amount, "f"), "rmb")
        assert read_amount_words(ours) == read_amount_words(theirs) == amount
        assert ours.replace("零", "") == theirs.replace("零", "")
        for form in (
            f"人民币：{ours}",
            "人民币" + ours.replace("零", "\u3007"),
            ours.replace("整", "正"),
            f"{amount}元",
        ):
            assert read_amount_words(form) == amount


def test_a_sample_of_amounts_is_written_as_another_library_writes_them():
    held_against_another_writer(500, seed=11)


@pytest.mark.long
def test_amounts_are_written_as_another_library_writes_them():
    held_against_another_writer(20_000, seed=12)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        # 《正确填写票据和结算凭证的基本规定》 gives the first four as examples.
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("0", "零元整"),
        ("0.50", "伍角"),
        ("0.05", "伍分"),
        ("100000", "壹拾万元整"),
        ("600007738", "陆亿零柒仟柒佰叁拾捌元整"),
        ("9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_the_forms_of_the_rules_on_bills(amount, words):
    assert amount_words(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("贰佰贰拾捌元零肆分", "228.04"),
        ("伍角整", "0.5"),
        ("玖角柒分", "0.97"),
        ("柒分", "0.07"),
        ("人民币：伍万元整", "50000"),
        ("人民币伍萬圓正", "50000"),
        ("￥50,000.00元", "50000"),
        ("5万元", "50000"),
        ("５．５万元", "55000"),
        ("3亿2000万元", "320000000"),
        ("10万5000元", "105000"),
        ("3万5千元", "35000"),
        ("两万五千元", "25000"),
        ("十五元五角", "15.5"),
        ("贰佰〇肆元", "204"),
        ("壹拾万伍佰元", "100500"),
        ("伍万零仟零佰零拾零元零角零分", "50000"),
        ("一万亿元", "1000000000000"),
    ],
)
def test_the_forms_that_decisions_use(words, amount):
    assert read_amount_words(words) == Decimal(amount)


@pytest.mark.parametrize(
    "words",
    [
        "", " ", "整", "元", "元整", "人民币", "若干元", "五元人", "佰元", "负五元", "-5元", "1e3元", "1,23元", "1_000元",
        "五万六元",  # 50 006 as it stands, 56 000 as it is said
        "一百二元",
        "12千元", "五元六元", "五角五元", "5.5元5角", "1.2345678万元", "0.005元", "一亿亿元", "十十元",
        "十万亿元", "10000000000000元", "9" * 40, "玖" * 28, "亿" * 60, "玖" * 61, "伍" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_amount_or_may_be_two_is_not_read(words):
    assert read_amount_words(words) is None


@pytest.mark.parametrize("amount", ["-1", "0.001", "10000000000000", "1E+30"])
def test_amounts_that_no_decision_states_are_not_written(amount):
    with pytest.raises(ValueError):
        amount_words(Decimal(amount))
