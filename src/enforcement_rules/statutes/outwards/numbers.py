"""Numerals of this reader: where they stand and what they come to.

It shares nothing with `statutes.clauses.numerals`: the value of two readers is that a slip of one is not the other's.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {character: n for n, character in enumerate("零一二三四五六七八九")} | {"\u3007": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_ZERO = {"零", "\u3007"}
_TEN = 10
_LARGE = {"万": 10**4, "亿": 10**8}

NUMBER = r"(?:[0-9]+(?:\.[0-9]+)?[千百]?[万亿]?|[零〇一二两三四五六七八九十百千万亿]+)"
"""A numeral: Arabic digits with at most a large unit behind them, or Chinese characters."""

_ARABIC = re.compile(r"([0-9]+(?:\.[0-9]+)?)([千百]?)([万亿]?)")


def number_value(text: str) -> Decimal | None:
    """Return what a numeral comes to; `None` where its characters make no number (十百, 二三, 1,000)."""
    arabic = _ARABIC.fullmatch(text)
    if arabic:
        return Decimal(arabic[1]) * _SMALL.get(arabic[2], 1) * _LARGE.get(arabic[3], 1)
    total = section_start = 0
    for large in ("亿", "万"):
        head, unit, text_behind = text[section_start:].partition(large)
        if not unit:
            continue
        below = _below_ten_thousand(head)
        if not below:
            return None
        total += below * _LARGE[large]
        section_start = len(text) - len(text_behind)
    rest = text[section_start:]
    if not rest:
        return Decimal(total) if total else None
    below = _below_ten_thousand(rest, bare=not total)
    return None if below is None else Decimal(total + below)


def _below_ten_thousand(text: str, *, bare: bool = True) -> int | None:
    """Return the value of characters below 万; `None` where they are no number.

    A digit at the end counts ones: behind hundreds it needs a 零 (一千零五; 一千五 may mean 1500 and is none).
    """
    total, last, digit = 0, 10**4, None
    for character in text:
        unit = _SMALL.get(character)
        if unit is None:
            if character not in _DIGITS or digit not in (None, 0):
                return None
            digit = _DIGITS[character]
            continue
        if unit >= last or (digit in (None, 0) and unit != _TEN):
            return None
        total, last, digit = total + (digit or 1) * unit, unit, None
    alone = not bare and len(text) == 1 and digit is not None
    skipped = digit and total and last > _TEN and not _ZERO & set(text)
    return None if not text or alone or skipped else total + (digit or 0)


def written_value(value: Decimal) -> str:
    """Return a value as atoms have it: decimals as text, without an exponent or empty decimals."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
