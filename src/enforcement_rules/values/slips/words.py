"""Words where a file takes others: 是 for true, `Minor` for minor, a blank in an id, 不详 for what is not known."""

from __future__ import annotations

import re
from typing import Any

from enforcement_rules.values.slips.marks import plain

Slip = tuple[str, dict[str, Any]]
_YES = frozenset(["是", "有", "对", "真", "已", "√", "✓", "✔", "yes", "y", "true", "t", "on", "1"])
_NO = frozenset(
    ["否", "无", "没有", "不", "未", "没", "不是", "假", "×", "✗", "✘", "no", "n", "false", "f", "off", "0"]
)
_UNKNOWN = frozenset(
    ["不详", "未知", "不明", "不清", "不清楚", "不知道", "待查", "待定", "待核实", "无法查明", "暂无", "空", "略"]
)
_EMPTY = frozenset(["unknown", "n/a", "na", "none", "nil", "tbd", "?", "-", "—", "/"])
"""Words and signs for nothing; of a choice they might be a misspelt value."""
_ID = re.compile(r"[\w\-]{1,60}\Z")
_NO_ID = re.compile(r"[^\w\-]+")
_LISTED = re.compile(r"\s*[,、;]\s*")
_BRACKETS = "[]【】「」()"


def yes_no_slip(text: str) -> Slip | None:
    """Read true or false."""
    word = plain(text).lower()
    meant = "true" if word in _YES else "false" if word in _NO else None
    return None if meant is None else _write(text, meant)


def choice_slip(text: str, expected: list[Any]) -> Slip | None:
    """Read one of the words expected, written with capitals, blanks or quotes."""
    word = re.sub(r"[\s\-]+", "_", plain(text)).lower()
    for each in expected:
        if isinstance(each, str) and each.lower() == word and each != text:
            return _write(text, each)
    return ("choose_or_leave_out", {"value": text}) if plain(text) in _UNKNOWN else None


def id_slip(text: str) -> Slip | None:
    """Read an id, or several in one text."""
    words = [word for word in _LISTED.split(plain(text).strip(_BRACKETS)) if word]
    if len(words) > 1 and all(_ID.match(word) for word in words):
        return _write(text, f"[{', '.join(words)}]")
    word = _NO_ID.sub("_", words[0]).strip("_") if words else ""
    return _write(text, word) if len(words) == 1 and word != text and _ID.match(word) and word.isascii() else None


def list_slip(text: str) -> Slip | None:
    """Read words that should stand in a list."""
    words = [word for word in _LISTED.split(plain(text).strip(_BRACKETS)) if word]
    listed = bool(words) and all(_ID.match(word) for word in words)
    return _write(text, f"[{', '.join(words)}]") if listed else None


def unknown_slip(text: str) -> Slip | None:
    """Read a word that says that nothing is known."""
    return ("leave_out", {"value": text}) if plain(text).lower() in _UNKNOWN | _EMPTY else None


def _write(text: str, instead: str) -> Slip:
    return "write_instead", {"value": text, "instead": instead}
