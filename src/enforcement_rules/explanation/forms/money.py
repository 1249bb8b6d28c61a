"""Sums of money and ranges of fines as statutes write them: 50,000.00元, 5万元以上10万元以下.

A range is shown to the fen: its floor rounded up, its ceiling rounded down, so that every sum on the page that lies in
what is shown lies in the range. Comparisons are made elsewhere, with the exact ends.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from enforcement_rules.explanation.wording import Words
from enforcement_rules.values.range import Range

FEN = Decimal("0.01")
_TEN_THOUSAND = 10_000
_HUNDRED_MILLION = 100_000_000


def grouped(amount: Decimal, *, places: int | None = None) -> str:
    """Write a number with commas between groups of three digits; without `places` its own decimals, none added.

    >>> grouped(Decimal("1234567.50"), places=2)
    '1,234,567.50'
    """
    if places is None:
        whole = amount == amount.to_integral_value()
        return f"{amount.quantize(Decimal(1)) if whole else amount.normalize():,f}"
    return f"{amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):,f}"


def yuan(amount: Any, words: Words) -> str:
    """Return a sum with its fen, as the head of a page, a proposal and a finding write it."""
    return words.say("yuan", amount=grouped(Decimal(str(amount)), places=2))


def short_yuan(amount: Any, words: Words) -> str:
    """Return a limit as statutes write it: 5万元, 1亿元, 16,200元; with fen only where there are any."""
    exact = Decimal(str(amount))
    if words.lang == "zh":
        for unit, code in ((_HUNDRED_MILLION, "hundred_million"), (_TEN_THOUSAND, "ten_thousand")):
            if exact >= unit and exact % (unit // 10) == 0:
                return words.say(code, amount=grouped(exact / unit))
    return words.say("yuan", amount=grouped(exact, places=0 if exact == exact.to_integral_value() else 2))


def floor_of(range_: Range) -> tuple[Decimal | None, bool]:
    """Return the lower end to the fen, and whether it is excluded; one between two fen includes the next above."""
    return _end(range_.low, ROUND_CEILING, is_open=range_.low_open)


def ceiling_of(range_: Range) -> tuple[Decimal | None, bool]:
    """Return the upper end to the fen, and whether it is excluded; one between two fen includes the next below."""
    return _end(range_.high, ROUND_FLOOR, is_open=range_.high_open)


def _end(end: Decimal | None, rounding: str, *, is_open: bool) -> tuple[Decimal | None, bool]:
    if end is None:
        return None, is_open
    fen = end.quantize(FEN, rounding=rounding)
    return fen, is_open and fen == end


def fines(range_: Range, words: Words) -> str:
    """Return a range of fines as a statute would: 5万元以上10万元以下; ends that do not belong to it say so."""
    (low, low_open), (high, high_open) = floor_of(range_), ceiling_of(range_)
    if low is not None and low == high and not (low_open or high_open):
        return short_yuan(low, words)
    return span(
        None if low is None else short_yuan(low, words),
        None if high is None else short_yuan(high, words),
        words,
        low_open=low_open,
        high_open=high_open,
    )


def span(low: str | None, high: str | None, words: Words, *, low_open: bool = False, high_open: bool = False) -> str:
    """Return what lies between two ends in words: 以上 and 以下 include the end, 超过 and 不足 do not."""
    if low is None and high is None:
        return words.say("span.any")
    lower = f"span.{'more' if low_open else 'low'}"
    upper = f"span.{'less' if high_open else 'high'}"
    if low is None:
        return words.say(upper, high=high)
    if high is None:
        return words.say(lower, low=low)
    return words.say(f"{lower}.{upper.partition('.')[2]}", low=low, high=high)


def factors(ends: tuple[str | None, str | None], unit: str, words: Words) -> str:
    """Return multiples or percentages between two ends; `unit` is the code of what they count."""
    low, high = (None if end is None else grouped(Decimal(end)) for end in ends)
    if low is not None and high is not None and (low != high or unit not in words.table):
        return words.say(f"{unit}.between", low=low, high=high)
    lower, upper = (None if end is None else words.say(unit, n=end) for end in (low, high))
    return lower if lower is not None and lower == upper else span(lower, upper, words)
