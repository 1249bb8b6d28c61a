"""Numerals of a text: what each of them is, and how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from enforcement_rules.statutes.proving.atoms import Numeral
from enforcement_rules.statutes.proving.words import NO_NUMERALS, NUMBER, NUMERALS

_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"\u3007": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_WRITTEN = re.compile(r"(?P<digits>\d+(?:\.\d+)?)(?P<units>[百千万亿]*)")
_TYPED = re.compile("|".join(f"(?P<{name}>{pattern})" for pattern, name in NUMERALS))
_BARE = re.compile(NUMBER)


def number_in(text: str) -> Decimal | None:
    """Return the number that Chinese numerals, digits, or digits with 万 write; `None` for anything else.

    >>> [str(number_in(each)) for each in ("一百二十", "5万", "十", "二千", "1.5万", "两")]
    ['120', '50000', '10', '2000', '15000.0', '2']
    """
    mixed = _WRITTEN.fullmatch(text)
    if mixed is not None:
        total = Decimal(mixed["digits"])
        for unit in mixed["units"]:
            total *= (_SMALL | _LARGE)[unit]
        return total
    if not text or any(char not in _DIGITS and char not in _SMALL and char not in _LARGE for char in text):
        return None
    return Decimal(_spelt(text))


def _spelt(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        else:
            total += (section + digit or 1) * _LARGE[char]
            section = digit = 0
    return total + section + digit


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numerals of normal text, each with what it is; `unknown` where no word beside it says so."""
    plain = NO_NUMERALS.sub(lambda found: "*" * len(found[0]), text)
    at = 0
    for found in _TYPED.finditer(plain):
        yield from _bare(plain, at, found.start())
        yield Numeral(found[0], found.lastgroup or "unknown", found.start(), found.end())
        at = found.end()
    yield from _bare(plain, at, len(plain))


def _bare(text: str, start: int, end: int) -> Iterator[Numeral]:
    for found in _BARE.finditer(text, start, end):
        yield Numeral(found[0], "unknown", found.start(), found.end())
