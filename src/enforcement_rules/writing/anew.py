"""Case data as the text of a new YAML or JSON file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from enforcement_rules.loading.naming import NOTHING, Names
from enforcement_rules.model.key import YES_NO

_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:]{5,8})?)?\Z")
_PLAIN = re.compile(r"[^\W\d_](?:[\w（）()〔〕、，。；：·《》/ -]*[\w（）()〔〕、，。；·《》])?\Z")
"""Text that every reader of YAML takes for text, wherever it stands."""
_NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_INDENT = 2


def as_json_text(data: Any, names: Names) -> str:
    """Return JSON: amounts and counts as numbers, truth values as such, all else as text."""
    text = json.dumps(_typed(data, names), ensure_ascii=False, indent=_INDENT)
    return _DIGITS.sub(lambda found: found[1], text) + "\n"


_MARK = "\x00"
_DIGITS = re.compile(r'"\\u0000([0-9.]+)"')
"""A number on its way into JSON with every digit it was written with."""


def _typed(raw: Any, names: Names) -> Any:
    if isinstance(raw, Mapping):
        names = names.of(raw)
        return {key: _typed(value, names.inside.get(names.english(key), NOTHING)) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_typed(each, names) for each in raw]
    if names.values == YES_NO and raw in YES_NO:
        return raw == "true"
    return _MARK + raw if names.numeric and isinstance(raw, str) and _NUMBER.match(raw) else raw


def as_yaml_text(data: Any, names: Names) -> str:
    """Return YAML in block style, an entry a line; text that a reader could take for something else is quoted."""
    return "\n".join(_lines(data, names, 0)) + "\n"


def _lines(raw: Any, names: Names, depth: int) -> Iterator[str]:
    margin = " " * depth
    if isinstance(raw, Mapping) and raw:
        names = names.of(raw)
        for key, value in raw.items():
            below = names.inside.get(names.english(key), NOTHING)
            yield from _entry(f"{margin}{_scalar(key, NOTHING)}:", value, below, depth)
    elif isinstance(raw, list) and raw:
        for each in raw:
            first, *rest = list(_lines(each, names, depth + _INDENT))
            yield f"{margin}- {first.lstrip(' ')}"
            yield from rest
    else:
        yield margin + _scalar(raw, names)


def _entry(head: str, value: Any, names: Names, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping | list) and value:
        yield head
        yield from _lines(value, names, depth + _INDENT)
    else:
        yield f"{head} {_scalar(value, names)}"


def _scalar(raw: Any, names: Names) -> str:
    if raw is None or raw is True or raw is False:
        return json.dumps(raw)
    if isinstance(raw, Mapping | list):
        return "{}" if isinstance(raw, Mapping) else "[]"
    text = str(raw)
    plain = _DAY.match(text) or (names.numeric and _NUMBER.match(text)) or (_PLAIN.match(text) and _is_text(text))
    return text if plain or (names.values == YES_NO and text in YES_NO) else json.dumps(text, ensure_ascii=False)


def _is_text(text: str) -> bool:
    return text.lower() not in _NOT_TEXT
