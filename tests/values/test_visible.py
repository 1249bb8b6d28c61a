"""What cannot be seen is shown as its escape; what is Chinese stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from enforcement_rules.values.visible import page_of, visible

UNSEEN = [
    *map(chr, [*range(0x20), *range(0x7F, 0xA0), 0xAD]),
    *"\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069\ufeff",
    *"\u034f\u115f\u1160\u3164\uffa0\u180e\ufe00\ufe0f\U000e0001\U000e0041\U000e007f\U000e0100\U000e01ef",
]
CHINESE = [
    "某市监案〔2023〕1号",
    "《食品安全法》第一百二十四条　第一款",  # with an ideographic space
    "\u3400\u4db5\U00020000\U0002a6d6\U0002b740\U0002ceb0\U00030000\U00031350\U0002ebf0\U000323b0",  # extensions A to J
    "䶮、㐱、𠮷野、𬭚，㊀①〇々—…·“”‘’～￥％（１２）",
    "\ue863\ue815",  # rare characters where systems still have them in the private area
    "é ñ が e\u0301 Ωμ m² ½ 50 000.00 元 → ✓ ✗ ◐",
]


@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"U+{ord(char):04X}")
def test_what_cannot_be_seen_is_shown_as_its_escape(char):
    shown = visible(f"甲{char}乙")
    assert shown == f"甲{char.encode('unicode_escape').decode()}乙"
    assert char not in shown


@pytest.mark.parametrize("text", CHINESE)
def test_chinese_and_all_other_writing_stays(text):
    assert visible(text) == text


@given(st.text())
def test_shown_twice_is_shown_once_and_on_one_line(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs") for char in shown)
    assert not any(
        unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for char in shown
    )


@given(st.lists(st.text()))
def test_a_page_has_as_many_lines_as_it_was_given(lines):
    assert page_of(lines).splitlines() == [visible(line) for line in lines]
