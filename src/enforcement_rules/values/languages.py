"""Texts in both languages, of which rulesets that nobody shares may lack the English one."""

from __future__ import annotations

CHINESE_ONLY = "[zh]"
"""What stands before a Chinese text in English surroundings: nobody wrote it in English."""


def in_english(chinese: str, english: str) -> str:
    """Return the English text; where there is none, the Chinese one, marked as such.

    >>> in_english("轻微", "minor"), in_english("轻微", "")
    ('minor', '[zh] 轻微')
    """
    return english or (f"{CHINESE_ONLY} {chinese}" if chinese else "")
