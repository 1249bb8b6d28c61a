"""The sentences for everything that can be wrong with an input, in both languages.

Each says what is wrong and what was expected. Arguments are put in as text; none is ever executed or formatted
as a template of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MESSAGES: dict[str, tuple[str, str]] = {}
"""Code → (Chinese, English)."""

_LONGEST_ARGUMENT = 200


def message(code: str, args: Mapping[str, Any], lang: str) -> str:
    """Return the sentence of a code with its arguments filled in."""
    chinese, english = MESSAGES[code]
    text = chinese if lang == "zh" else english
    for name, value in args.items():
        text = text.replace("{" + name + "}", _short(value))
    return text


def _short(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple | set | frozenset) else str(value)
    text = "".join(char if char.isprintable() else "�" for char in text)
    return text if len(text) <= _LONGEST_ARGUMENT else text[: _LONGEST_ARGUMENT - 1] + "…"
