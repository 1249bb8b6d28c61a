"""Numerals of this reader: where they stand and what they come to.

It shares nothing with `statutes.clauses.numerals`: the value of two readers is that a slip of one is not the other's.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {character: n for n, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
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
    """Return the value of characters below 万; `None` where they are no number. 一千五 (for 1500) is none."""
    total, last, digit = 0, 10**4, None
    for character in text:
        if character in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[character]
        elif character in _SMALL:
            unit = _SMALL[character]
            if unit >= last or digit == 0 and unit != 10:
                return None
            if digit is None and unit != 10:
                return None
            total, last, digit = total + (1 if digit is None else digit or 1) * unit, unit, None
        else:
            return None
    if digit and last > 10 and total and "零" not in text and "〇" not in text:
        return None
    if not text or (not bare and len(text) == 1 and digit is not None):
        return None
    return total + (digit or 0)


def written_value(value: Decimal) -> str:
    """Return a value as atoms have it: decimals as text, without an exponent or empty decimals."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
