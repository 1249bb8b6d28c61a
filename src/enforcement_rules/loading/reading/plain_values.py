"""Plain Python values become a document, as if they had been read from a file."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from enforcement_rules.loading.reading.documents import MOST_NODES, Document, Raw
from enforcement_rules.loading.reading.tokens import DEEPEST, forbidden_character
from enforcement_rules.values.errors import InputError, Path, Problem, refuse

_LARGEST = 10**13
_NAMED: Mapping[bool | None, str | None] = {True: "true", False: "false", None: None}


def plain_document(source: Mapping[str, Any]) -> Document:
    """Return a mapping of JSON types, dates and Decimals as a document without places.

    Raises:
        InputError: on floats of more digits than a float surely keeps, other types, keys that are no text, control
            characters, numbers of 10 trillion or more, and what is nested or long beyond the limits of files.
    """
    reader = _Reader()
    data = reader.value(source, ())
    if reader.problems:
        raise InputError(reader.problems)
    return Document("", data)


class _Reader:
    """Turns values into text and gathers what cannot be."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.nodes = 0

    def value(self, value: Any, path: Path) -> Raw:
        self.nodes += 1
        self._hold_to_limits(path)
        if isinstance(value, Mapping):
            items = value.items()
            return {key: self._inner(each, path, key) for key, each in items if self._is_key(key, path)}
        if isinstance(value, list | tuple):
            return [self._inner(each, path, n) for n, each in enumerate(value)]
        return self._scalar(value, path)

    def _inner(self, value: Any, path: Path, key: str | int) -> Raw:
        """Return what stands under a key; its path is put together only for what is no common scalar."""
        text: str | None
        kind = type(value)
        if kind is str and value.isprintable():
            text = value
        elif kind is bool or value is None:
            text = _NAMED[value]
        elif kind is int and -_LARGEST < value < _LARGEST:
            text = str(value)
        else:
            return self.value(value, (*path, key))
        self.nodes += 1
        if self.nodes > MOST_NODES or len(path) >= DEEPEST:
            self._hold_to_limits((*path, key))
        return text

    def _hold_to_limits(self, path: Path) -> None:
        if self.nodes > MOST_NODES:
            raise refuse("too_many_nodes", path[:1], most=MOST_NODES)
        if len(path) > DEEPEST:
            raise refuse("too_deep", path[:1], most=DEEPEST)

    def _is_key(self, key: Any, path: Path) -> bool:
        if type(key) is str and key.isprintable():
            return True
        if isinstance(key, bool):
            self.problems.append(Problem("key_true", {"key": _NAMED[key]}, path))
        elif not isinstance(key, str):
            self.problems.append(Problem("key_not_text", {}, path))
        elif found := forbidden_character(key):
            self.problems.append(Problem("bad_character", {"character": found[1]}, path))
        else:
            return True
        return False

    def _scalar(self, value: Any, path: Path) -> str | None:
        if isinstance(value, str):
            if found := forbidden_character(value):
                self.problems.append(Problem("bad_character", {"character": found[1]}, path))
            return str.__str__(value)
        if value is None or isinstance(value, bool):
            return _NAMED[value]
        if isinstance(value, int | Decimal):
            return self._number(value, path)
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, float):
            return self._float(value, path)
        self.problems.append(Problem("wrong_type", {"type": type(value).__name__}, path))
        return None

    def _float(self, value: float, path: Path) -> str | None:
        """Return the text that a float was read from: with so few digits there is but one (docs/decisions/0025)."""
        number = Decimal(float.__repr__(value))
        if not number.is_finite() or len(number.normalize().as_tuple().digits) > sys.float_info.dig:
            self.problems.append(Problem("float", {"value": float.__repr__(value)}, path))
            return None
        whole = number.to_integral_value()
        return self._number(whole if number == whole else number, path)

    def _number(self, value: int | Decimal, path: Path) -> str:
        # Checked before it is written out: a power of ten can stand for more digits than memory has.
        if (isinstance(value, Decimal) and not value.is_finite()) or not -_LARGEST < value < _LARGEST:
            self.problems.append(Problem("number_out_of_bounds", {}, path))
            return ""
        return format(value, "f") if isinstance(value, Decimal) else str(int(value))
