"""Citations as the law writes them: 第三十三条第一款第（二）项."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_PARTS = re.compile(
    r"第(?P<number>[零一二三四五六七八九十百千]+|\d+)(?P<unit>条|款)(?:之(?P<insert>[一二三四五六七八九十]+))?"
)
_ITEM = re.compile(r"第[（(]?(?P<number>[零一二三四五六七八九十百千]+|\d+)[）)]?项")


def chinese_number(text: str) -> int:
    """Read a Chinese numeral below ten thousand, or digits.

    >>> chinese_number("一百二十四"), chinese_number("十"), chinese_number("33")
    (124, 10, 33)
    """
    if text.isdecimal():  # full-width digits among them
        return int(text)
    total = digit = 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit


def citation_parts(text: str) -> tuple[tuple[str, int], ...]:
    """Return the parts of a citation, from article to item; empty when the text is no citation of an article.

    >>> citation_parts("第三十三条第一款第（二）项")
    (('条', 33), ('款', 1), ('项', 2))
    """
    parts = [(match["unit"], chinese_number(match["number"])) for match in _PARTS.finditer(text)]
    item = _ITEM.search(text)
    return tuple(parts + ([("项", chinese_number(item["number"]))] if item else []))


def citation_covers(wide: str, narrow: str) -> bool:
    """Say whether one citation contains the other: an article contains its paragraphs and items.

    >>> citation_covers("第一百二十四条", "第一百二十四条第一款"), citation_covers("第二条", "第三条")
    (True, False)
    """
    outer, inner = citation_parts(wide), citation_parts(narrow)
    if not outer or not inner:
        return wide.strip() == narrow.strip()
    return inner[: len(outer)] == outer
