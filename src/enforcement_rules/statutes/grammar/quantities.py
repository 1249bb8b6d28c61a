"""Numbers and quantities: amounts, multiples, percentages, terms; the numerals of acts by what they count."""

from __future__ import annotations

import re
from decimal import Decimal

from enforcement_rules.statutes.clauses import (
    Numeral,
    NumeralType,
    Quantity,
    QuantityType,
)

_DIGITS = "零〇一二三四五六七八九"
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
NUMBER = r"(?:[0-9]+(?:\.[0-9]+)?[百千]?[万亿]?|[零〇一二两三四五六七八九十百千万亿]+)"

_FORMS: tuple[tuple[QuantityType, str, str], ...] = (
    ("amount", "{}元", "(?P<n>{n})元(?!人民币)"),
    ("multiple", "{}倍", "(?P<n>{n})倍"),
    ("percent", "百分之{}", "百分之(?P<n>{n})"),
    ("percent", "{}%", "(?P<n>[0-9.]+)%"),
    ("per_mille", "千分之{}", "千分之(?P<n>{n})"),
    ("per_mille", "{}‰", "(?P<n>[0-9.]+)‰"),
    ("per_ten_thousand", "万分之{}", "万分之(?P<n>{n})"),
    ("months", "{}个月", "(?P<n>{n})个月"),
    ("days", "{}日", "(?P<n>{n})日"),
    ("days", "{}天", "(?P<n>{n})天"),
    ("years", "{}年", "(?P<n>{n})年(?!度)"),
)
_PATTERNS = tuple((kind, form, re.compile(pattern.replace("{n}", NUMBER))) for kind, form, pattern in _FORMS)
_EQUAL, _LIFE = re.compile("等值"), re.compile("终[身生]")
_BARE = re.compile(NUMBER)


def number(text: str) -> Decimal | None:
    """Return what a number in digits or Chinese numerals comes to; `None` where it is not written in a usual way."""
    mixed = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)([百千]?)([万亿]?)", text)
    if mixed:
        return Decimal(mixed[1]) * _TENS.get(mixed[2], 1) * _MYRIADS.get(mixed[3], 1)
    found = re.fullmatch("(?:([^亿万]+)亿)?(?:([^亿万]+)万)?([^亿万]+)?", text)
    if not found or not text:
        return None
    if text in ("零", "〇"):  # noqa: RUF001 - a Chinese zero
        return Decimal(0)
    total = 0
    for part, size in zip(found.groups(), (10**8, 10**4, 1), strict=True):
        value = 0 if part is None else _below_myriad(part.removeprefix("零").removeprefix("〇"))  # noqa: RUF001 - a Chinese zero
        if value is None:
            return None
        total += value * size
    return Decimal(total)


def _below_myriad(text: str) -> int | None:
    found = re.fullmatch(
        "(?:([一二两三四五六七八九])千)?零?(?:([一二两三四五六七八九])百)?零?"
        "(?:([一二三四五六七八九]?)十)?零?([一二两三四五六七八九])?",
        text,
    )
    if not found or not text:
        return None
    thousands, hundreds, tens, ones = found.groups()
    parts = ((thousands, 1000), (hundreds, 100), (tens, 10), (ones, 1))
    return sum((1 if each == "" else _digit(each)) * size for each, size in parts if each is not None)


def _digit(numeral: str) -> int:
    return 2 if numeral == "两" else _DIGITS.index(numeral) - 1


def plain(value: Decimal) -> str:
    """Return a decimal without an exponent and without zeros at its end."""
    whole = value.to_integral_value()
    return str(int(whole)) if whole == value else format(value.normalize(), "f")


def quantity_at(text: str, at: int) -> Quantity | None:
    """Return the quantity with its unit that stands at a place, the number at its full length; else `None`."""
    if _EQUAL.match(text, at):
        return Quantity(type="multiple", value="1", form="等值", start=at, end=at + 2)
    if _LIFE.match(text, at):
        return Quantity(type="life", value="1", form=text[at : at + 2], start=at, end=at + 2)
    for kind, form, pattern in _PATTERNS:
        found = pattern.match(text, at)
        value = number(found["n"]) if found else None
        if found and value is not None:
            return Quantity(type=kind, value=plain(value), form=form, start=at, end=found.end())
    return None


def bare_at(text: str, at: int, like: QuantityType) -> Quantity | None:
    """Return a number that shares the unit of the one behind it (一至三倍)."""
    found = _BARE.match(text, at)
    value = number(found[0]) if found else None
    if not found or value is None:
        return None
    return Quantity(type=like, value=plain(value), form="{}", start=at, end=found.end())


_COUNTED: tuple[tuple[NumeralType, str], ...] = (
    ("months", "个月"),
    ("years", "年(?!度|[0-9])"),
    ("days", "日|天|个工作日"),
    ("hours", "小时"),
    ("age", "周岁"),
    ("count", "次|人|名|家|个(?!月|工作日)|辆|件|种|份|处|株|支|只|头|张|座|艘|台|套|倍以上"),
    ("measure", "公里|海里|公斤|千克|毫克|克|平方米|立方米|公顷|厘米|毫米|米|吨|亩|升|度|千瓦|瓦"),
    ("article", "条"),
    ("paragraph", "款"),
    ("item", "项|目"),
    ("ordinal", "级(?!别)|类|章|节|编|分编"),
)
_CITED = frozenset({"article", "paragraph", "item"})
_NUMERAL = re.compile(r"(?![百千万]分之)(?:[0-9]+(?:\.[0-9]+)?[百千]?[万亿]?|[零〇一二两三四五六七八九十百千万亿]+)")
_ORDINAL = re.compile("第.+[类级方层]|上.+年")
_IN_WORDS = re.compile(
    "统一|一致|一般|一律|一并|一切|任一|唯一|同一|单一|一旦|进一步|一次性|另一|一方|零售|第三方|第三人|第三者|万一|一键|一同|一线|一定|一经|一起|两侧|两端|两者|二者|两旁|零部件|零配件|零件|拆零|零散|三门峡|一体|统筹|三同时|三包|三无|千方百计|百货|万里|十字"
)


def numerals_of(text: str, start: int, end: int) -> tuple[Numeral, ...] | None:
    """Return the numerals between two places by what they count; `None` where one of them is not surely known."""
    found: list[Numeral] = []
    words = [(each.start(), each.end()) for each in _IN_WORDS.finditer(text, start, end)]
    for each in _NUMERAL.finditer(text, start, end):
        value = number(each[0])
        if any(left <= each.start() and each.end() <= right for left, right in words):
            kind: NumeralType | None = "word"
        elif _ORDINAL.fullmatch(text, max(start, each.start() - 1), min(end, each.end() + 1)):
            kind = "ordinal"
        elif text.startswith("百分之", each.start() - 3) or text.startswith("%", each.end()):
            kind = "percent"
        elif text.startswith("之", each.start() - 1) and each[0] == "一":
            kind = "count"
        else:
            kind = next((name for name, unit in _COUNTED if re.compile(unit).match(text, each.end(), end)), None)
            kind = None if kind in _CITED and text[each.start() - 1] not in "第(" else kind
        if kind is None or value is None:
            return None
        found.append(Numeral(start=each.start(), end=each.end(), type=kind, value=plain(value)))
    return tuple(found)
