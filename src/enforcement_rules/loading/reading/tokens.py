"""What YAML and JSON have in common for the reader of files: a stream of tokens with their places."""

from __future__ import annotations

import bisect
import re
from typing import Any, Literal, TypeAlias

from enforcement_rules.values.errors import InputError, Place, Problem

DEEPEST = 60
"""Mappings and lists inside one another."""
_BREAK = re.compile(r"\r\n|\n|\r")
# U+0085, U+2028 and U+2029 are line breaks for some readers and not for others; U+FEFF cannot be seen.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


Kind: TypeAlias = Literal["map", "list", "end", "scalar"]
Token: TypeAlias = tuple[Kind, int, int, str | None]
"""The begin of a mapping or list, its end, or a scalar; its line; its column; the text of a scalar.

The text of a plain null is `None`. Plain tuples, since a library of rules is half a million of them.
"""


class Lines:
    """Turns offsets into a text into lines and columns, both counted from one."""

    def __init__(self, text: str) -> None:
        """Note where the lines begin."""
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column."""
        return self._starts[line - 1] + column - 1


def forbidden_character(text: str) -> tuple[int, str] | None:
    """Return offset and name (`U+0000`) of the first control character or lone surrogate, if there is one."""
    if text.isprintable():
        return None  # said at once of nearly every text; what is forbidden is never printable
    match = _FORBIDDEN.search(text)
    return None if match is None else (match.start(), f"U+{ord(match[0]):04X}")


def refused(code: str, file: str, line: int = 0, column: int = 0, **args: Any) -> InputError:
    """Return an error of one problem at a place of a file, ready to be raised."""
    return InputError([Problem(code, args, place=Place(file, line, column))])
