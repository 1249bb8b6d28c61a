"""Amounts as decisions write them in words (大写金额) and in 万元, read and written exactly.

The forms are those of 《正确填写票据和结算凭证的基本规定》, and the looser ones that decisions use: 人民币：…元整,
5万元, 一百二十元. docs/decisions/0021-amounts-in-words.md says why they are read here.
"""

from __future__ import annotations

import re
from decimal import Decimal

_LONGEST = 60
_TEN, _WAN = 10, 10_000
_LIMIT = Decimal(10) ** 13
_FEN = Decimal("0.01")
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))
_PLAIN = str.maketrans(
    "零〇○壹一弌贰二貳两兩叁三參叄参肆四伍五陆六陸柒七捌八玖九拾十仟千佰百萬億圆圓：，０１２３４５６７８９．",
    "00011122222333334455666778899拾拾仟仟佰佰万亿元元:,0123456789.",
)
"""Every way to write a numeral or a unit → the one that is read."""
_FRAMED = re.compile(r"(?:人民币:?|RMB:?|[¥￥])?(.+?)[整正]?\Z")
_AMOUNT = re.compile(r"(?:([^元角分]+)(?:元|\Z))?(?:0?([0-9])角)?(?:0?([0-9])分)?\Z")
_DIGITS = re.compile(r"(?:[0-9]{1,13}|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]{1,6})?\Z")


def read_amount_words(text: str) -> Decimal | None:
    """Return the amount of a text in words, in yuan; `None` where it is none, or ten trillion or more.

    A numeral that may stand for two amounts (伍万陆: 50 006 or 56 000) is none.

    >>> read_amount_words("贰佰贰拾捌元零肆分"), read_amount_words("人民币：5万元"), read_amount_words("五元人")
    (Decimal('228.04'), Decimal('50000'), None)
    """
    plain = "".join(text.split()).translate(_PLAIN)
    framed = _FRAMED.match(plain) if 0 < len(text) <= _LONGEST else None
    found = None if framed is None else _AMOUNT.match(framed[1])
    if found is None or found[0] == "":
        return None
    yuan, jiao, fen = found.groups()
    whole = Decimal(0) if yuan is None else _number(yuan)
    if whole is None or whole >= _LIMIT or whole % _FEN or ((jiao or fen) and whole % 1):
        return None
    return whole + Decimal(int(jiao or 0) * 10 + int(fen or 0)) / 100


def amount_words(amount: Decimal) -> str:
    """Return an amount of yuan in capital numerals.

    Raises:
        ValueError: below zero, finer than a 分, or ten trillion or more.

    >>> amount_words(Decimal("136.50")), amount_words(Decimal("228.04")), amount_words(Decimal(50000))
    ('壹佰叁拾陆元伍角', '贰佰贰拾捌元零肆分', '伍万元整')
    """
    if not 0 <= amount < _LIMIT or amount % _FEN:
        raise ValueError("an amount of yuan has at most two decimals, no sign, and is below ten trillion")
    yuan, (jiao, fen) = int(amount), divmod(int(amount * 100) % 100, 10)
    whole = f"{_whole(yuan)}元" if yuan or not (jiao or fen) else ""
    if not (jiao or fen):
        return f"{whole}整"
    small = f"{_CAPITALS[jiao]}角" if jiao else "零" if whole else ""
    return whole + small + (f"{_CAPITALS[fen]}分" if fen else "")


def in_wan(amount: Decimal) -> Decimal:
    """Return yuan as 万元, which the published columns write with six decimals.

    >>> in_wan(Decimal(50000))
    Decimal('5.000000')
    """
    return (amount / _WAN).quantize(Decimal("0.000001"))


def _number(plain: str) -> Decimal | None:
    """Return what stands before 元: a number before the largest unit, times that unit, and what follows."""
    for unit, name in _UNITS:
        before, found, after = plain.rpartition(name)
        if found:
            factor = Decimal(1) if not before and unit == _TEN else _number(before)
            rest = _rest(after, unit)
            if factor is None or rest is None or (after and factor % 1) or (unit < _WAN and factor >= _TEN):
                return None
            return factor * unit + rest
    return Decimal(plain.replace(",", "")) if _DIGITS.match(plain) else None


def _rest(plain: str, unit: int) -> Decimal | None:
    """Return what follows a unit; a numeral alone, as in 五万六, may be of the next smaller unit."""
    if not plain:
        return Decimal(0)
    filled = plain[0] == "0" and plain[1:2].isdecimal()
    value = _number(plain[1:] if filled else plain)
    unclear = len(plain) == 1 and unit > _TEN
    return None if value is None or value >= unit or unclear else value


def _whole(yuan: int) -> str:
    """Return whole yuan in capitals, with a 零 where a figure is left out between others."""
    for unit, name in _UNITS:
        if yuan >= unit:
            before, after = divmod(yuan, unit)
            gap = "零" if after < unit // 10 else ""
            return _whole(before) + name + (gap + _whole(after) if after else "")
    return _CAPITALS[yuan]
