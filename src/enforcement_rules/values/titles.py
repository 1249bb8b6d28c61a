"""Titles of documents and of laws, brought to one form so that the same title is the same text."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_BRACKETS = str.maketrans("〔〕[]【】{}〈〉<>", "()" * 6)
_SHOWN_EDITION = re.compile(r"[(（](?:19|20)\d\d[^()（）]*[)）]$")
STATE = "中华人民共和国"
"""The name of the state, which titles of its laws begin with and which is left out in daily use."""
_EDITION = re.compile(r"\(((?:19|20)\d\d)[^()]*\)$")
_MARKS = str.maketrans("", "", '《》「」『』“”"')


def normal_title(text: str) -> str:
    """Return a title without spaces and title marks, full-width characters and all brackets in one form each.

    Nothing else is changed: two titles are the same or they are not.

    >>> normal_title("《现场检查（勘验） 笔录》") == normal_title("现场检查[勘验]笔录")
    True
    >>> normal_title("询问笔录") == normal_title("调查询问笔录")
    False
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_MARKS)
    return _SPACES.sub("", folded.translate(_BRACKETS))


def law_title(text: str) -> str:
    """Return the title of a law as it is compared: without the name of the state and the year of an edition.

    >>> law_title("《中华人民共和国食品安全法》（2021修正）") == law_title("食品安全法")
    True
    >>> law_title("食品安全法实施条例") == law_title("食品安全法")
    False
    """
    return _EDITION.sub("", normal_title(text)).removeprefix(STATE)


def daily_title(text: str) -> str:
    """Return the title of a law as it is called in daily use: without the name of the state and the year of an edition.

    Unlike `law_title` it keeps the signs as they are.

    >>> daily_title("中华人民共和国食品安全法（2025修正）")
    '食品安全法'
    """
    return _SHOWN_EDITION.sub("", text).removeprefix(STATE)


def edition_of(text: str) -> int | None:
    """Return the year of the edition that a title names; `None` where it names none.

    >>> edition_of("《中华人民共和国食品安全法》（2015修订）"), edition_of("食品安全法")
    (2015, None)
    """
    found = _EDITION.search(normal_title(text))
    return int(found[1]) if found else None
