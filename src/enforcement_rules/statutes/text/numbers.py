"""Numbers of articles and items, read only where they are written in one of the two usual ways."""

from __future__ import annotations

import unicodedata

from enforcement_rules.values.citation import chinese_number, in_chinese

LARGEST = 9999
_KNOWN = frozenset("零一二三四五六七八九十百千")
_ZEROS = str.maketrans("\u3007○", "零零")


def strict_number(text: str) -> int | None:
    """Return the number from 1 to 9999 that Chinese numerals or digits write; `None` where they are mixed or unusual.

    >>> strict_number("一百零二"), strict_number("１２"), strict_number("一十二"), strict_number("三十 三")
    (102, 12, 12, 33)
    >>> strict_number("一百2十"), strict_number("一二"), strict_number("百二"), strict_number("零")
    (None, None, None, None)
    """
    plain = unicodedata.normalize("NFKC", "".join(text.split())).translate(_ZEROS)
    if plain.isascii() and plain.isdecimal():
        number = int(plain) if len(plain) <= len(str(LARGEST)) else 0
        return number or None
    if not plain or len(plain) > len("九千九百九十九") or not _KNOWN.issuperset(plain):
        return None
    number = chinese_number(plain)
    return number if 0 < number <= LARGEST and plain in _ways(number) else None


def _ways(number: int) -> tuple[str, ...]:
    usual = in_chinese(number)
    return (usual, f"一{usual}") if usual.startswith("十") else (usual,)


def written_in_digits(text: str) -> bool:
    """Say whether a number that could be read is written in digits."""
    return unicodedata.normalize("NFKC", "".join(text.split())).isdecimal()
