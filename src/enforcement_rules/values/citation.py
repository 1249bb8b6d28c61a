"""Citations as the law writes them: 第三十三条第一款第（二）项."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_PLACES_KEPT = 8192
"""How many citations are kept as read: the same few places of the law are compared again and again."""
_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = r"[零一二三四五六七八九十百千]+|\d+"
_INSERT = r"(?:之(?P<insert>[一二三四五六七八九十]+|\d+)(?![般切些]))?"
_PARTS = re.compile(rf"第(?P<number>{_NUMBER})(?P<unit>条|款){_INSERT}")
_ITEM = re.compile(rf"第[（(]?(?P<number>{_NUMBER})[）)]?项{_INSERT}")


class Part(NamedTuple):
    """One part of a citation; `insert` is the number behind 之 of what was inserted later, 0 where there is none.

    Parts are ordered as they stand in the law: 第五十条 < 第五十条之一 < 第五十一条.
    """

    unit: str
    number: int
    insert: int = 0


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


def citation_parts(text: str) -> tuple[Part, ...]:
    """Return the parts of a citation, from article to item; empty when the text is no citation of an article.

    >>> [part.number for part in citation_parts("第三十三条第一款第（二）项")]
    [33, 1, 2]
    >>> citation_parts("第五十条之一")
    (Part(unit='条', number=50, insert=1),)
    """
    found = [*_PARTS.finditer(text), *islice(_ITEM.finditer(text), 1)]
    return tuple(Part(*_part(match)) for match in found)


def _part(match: re.Match[str]) -> tuple[str, int, int]:
    unit = match.groupdict().get("unit") or "项"
    return unit, chinese_number(match["number"]), chinese_number(match["insert"]) if match["insert"] else 0


def written(parts: tuple[Part, ...]) -> str:
    """Return parts as the law writes them.

    >>> written(citation_parts("第50条之1第（二）项"))
    '第五十条之一第二项'
    """
    return "".join(
        f"第{in_chinese(part.number)}{part.unit}" + (f"之{in_chinese(part.insert)}" if part.insert else "")
        for part in parts
    )


def in_chinese(number: int) -> str:
    """Write a number below ten thousand as citations do.

    >>> in_chinese(10), in_chinese(103), in_chinese(1107)
    ('十', '一百零三', '一千一百零七')
    """
    text, places = "", len(str(number))
    for place, digit in enumerate(str(number), start=1):
        unit = ["", "十", "百", "千"][places - place]
        text += f"{_DIGITS[int(digit)]}{unit}" if digit != "0" else "零"
    text = re.sub("零+", "零", text).rstrip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


def place_of(text: str) -> str | None:
    """Return the place that a citation names, in full and as the law writes it; `None` where it names none.

    >>> place_of("第83条第（二）项")
    '第八十三条第一款第二项'
    """
    return next(iter(places_of(text)[-1:]), None)


def places_of(text: str) -> tuple[str, ...]:
    """Return the place that a citation names and those it lies in, widest first.

    >>> places_of("第八十三条第二项")
    ('第八十三条', '第八十三条第一款', '第八十三条第一款第二项')
    """
    parts = _spelled_out(citation_parts(text))
    return tuple(written(parts[:length]) for length in range(1, len(parts) + 1))


def citation_covers(wide: str, narrow: str) -> bool:
    """Say whether one citation contains the other: an article contains its paragraphs and items.

    What was inserted behind an article (第五十条之一) is an article of its own. An item of no paragraph stands in the
    first: 第八十三条第二项 and 第八十三条第一款第二项 are one place.

    >>> citation_covers("第一百二十四条", "第一百二十四条第一款"), citation_covers("第五十条", "第五十条之一")
    (True, False)
    """
    outer, inner = _place(wide), _place(narrow)
    if not outer or not inner:
        return wide.strip() == narrow.strip()
    return inner[: len(outer)] == outer


def citations_meet(one: str, other: str) -> bool:
    """Say whether one of two citations contains the other, whichever it is.

    >>> citations_meet("第九条第一款", "第九条"), citations_meet("第九条第一款", "第九条第二款")
    (True, False)
    """
    return citation_covers(one, other) or citation_covers(other, one)


@lru_cache(_PLACES_KEPT)
def _place(text: str) -> tuple[Part, ...]:
    return _spelled_out(citation_parts(text))


def _spelled_out(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return parts with the paragraph that a citation of an item leaves out where its article has but one."""
    return (parts[0], Part("款", 1), parts[1]) if [part.unit for part in parts] == ["条", "项"] else parts
