"""Numerals in a clause: where they stand, what they come to, and the clause with digits in their place.

This is the reading that trees are held against. Readers of clauses have their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_DIGITS = {each: n for n, each in enumerate("零一二三四五六七八九")} | {"\u3007": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_OF = "[百千万]分之"
_CHAR = "".join([*_DIGITS, *_SMALL, *_LARGE])
_RUN = re.compile(rf"(?:(?!{_OF})(?:[0-9]+(?:\.[0-9]+)?|[{_CHAR}]))+")
_TOKEN = re.compile(rf"[0-9]+(?:\.[0-9]+)?|[{_CHAR}]")
_LONGEST = 40


class Occurrence(NamedTuple):
    """A numeral in a text: `value` is `None` where its characters make no number, as in 万元."""

    start: int
    end: int
    value: Decimal | None


def numerals_in(text: str) -> Iterator[Occurrence]:
    """Yield the numerals of a normal text; 百分之 and its like are no numerals but what follows them is."""
    for found in _RUN.finditer(text):
        yield Occurrence(found.start(), found.end(), number_of(found[0]))


def number_of(run: str) -> Decimal | None:
    """Return what a numeral comes to, in Chinese, in digits or in both; `None` where it is no number.

    >>> [plain_number(number_of(each)) for each in ("一万五千", "1.5万", "二百零五", "5千", "二〇二一", "十")]
    ['15000', '15000', '205', '5000', '2021', '10']
    >>> [number_of(each) for each in ("一百二", "万", "三百五千", "二十二十")]
    [None, None, None, None]
    """
    tokens = _TOKEN.findall(run) if len(run) <= _LONGEST else []
    if len(tokens) > 1 and all(each in _DIGITS for each in tokens):
        return Decimal("".join(str(_DIGITS[each]) for each in tokens)) if "两" not in tokens else None
    total: Decimal | None = Decimal(0)
    for unit in ("亿", "万"):
        if total is not None and unit in tokens:
            place = tokens.index(unit)
            before = _section(tokens[:place])
            total = None if not before else total + before * _LARGE[unit]
            tokens = tokens[place + 1 :]
            if not tokens:
                return total
    rest = _section(tokens)
    return None if total is None or rest is None else total + rest


def _section(tokens: list[str]) -> Decimal | None:
    """Return a number without 万 and 亿; its units go down, and a figure without one follows 十 or 零."""
    if not tokens:
        return None
    total, number, last, bare = Decimal(0), None, 10_000, False
    for each in tokens:
        if each in _SMALL:
            unit = _SMALL[each]
            if unit >= last or (number is None and (unit != _SMALL["十"] or total)):
                return None
            total, number, last, bare = total + (1 if number is None else number) * unit, None, unit, False
        elif each in _LARGE or number is not None:
            return None
        elif each in ("零", "\u3007") and len(tokens) > 1:
            bare = True
        else:
            number = Decimal(_DIGITS[each]) if each in _DIGITS else Decimal(each)
    clear = number is None or not total or bare or last == _SMALL["十"]
    return total + (number or 0) if clear else None


def plain_number(value: Decimal) -> str:
    """Return a number in digits, without a fraction where it has none.

    >>> plain_number(Decimal("15000.0")), plain_number(Decimal("0.5"))
    ('15000', '0.5')
    """
    return str(int(value)) if value == value.to_integral_value() else format(value.normalize(), "f")


def in_digits(text: str) -> str:
    """Return a normal text with digits for every numeral that is a number.

    >>> in_digits("处五万元以上十万元以下罚款，百分之五十"), in_digits("第一百零二条之一")
    ('处50000元以上100000元以下罚款，百分之50', '第102条之1')
    """
    return _RUN.sub(lambda found: _digits(found[0]), text)


def _digits(run: str) -> str:
    value = number_of(run)
    return run if value is None else plain_number(value)
