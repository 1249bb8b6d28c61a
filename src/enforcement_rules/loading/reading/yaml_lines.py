"""The lines of a file while slips in them are mended, each character with the column where it stood."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from msgspec import Struct, field

_BREAK = re.compile(r"\r\n|\n|\r")


class Slip(Struct, frozen=True):
    """A slip of syntax: the sentence that says it, the line and column where it stood, what the sentence names."""

    name: str
    line: int
    column: int
    args: dict[str, Any] = field(default_factory=dict)


Edit: TypeAlias = tuple[int, int, int, str]
"""Line, begin and end of what is replaced, counted from zero, and what stands there instead."""


class MendedLines:
    """Lines of a text; what is edited still knows where it stood."""

    def __init__(self, text: str) -> None:
        """Split a text."""
        self.lines = _BREAK.split(text)
        self.slips: list[Slip] = []
        self._noted: set[tuple[int, int]] = set()
        self._origins: dict[int, list[int]] = {}

    @property
    def text(self) -> str:
        """The text as it stands now; its lines are those of the file."""
        return "\n".join(self.lines)

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Return line and column of the file, from one, for a line and column of what stands now, from zero."""
        origins = self._origins.get(line)
        if origins is None:
            return line + 1, column + 1
        return line + 1, (origins[column] if column < len(origins) else origins[-1]) + 1

    def at(self, place: tuple[int, int]) -> tuple[int, int]:
        """Return where a place of what stands now, from one, stood in the file."""
        return self.place(place[0] - 1, place[1] - 1) if place[0] - 1 in self._origins else place

    def slip(self, name: str, line: int, column: int, **args: Any) -> None:
        """Note a slip, once a place."""
        place = self.place(line, column)
        if place not in self._noted:
            self._noted.add(place)
            self.slips.append(Slip(name, *place, args))

    def edit(self, line: int, begin: int, end: int, instead: str) -> None:
        """Replace a part of a line."""
        old = self.lines[line]
        origins = self._origins.get(line) or list(range(len(old) + 1))
        self.lines[line] = old[:begin] + instead + old[end:]
        self._origins[line] = origins[:begin] + [origins[begin]] * len(instead) + origins[end:]

    def next_content(self, line: int) -> int | None:
        """Return the next line with anything but blanks and comments."""
        for n in range(line + 1, len(self.lines)):
            if not is_empty(self.lines[n]):
                return n
        return None

    def previous_content(self, line: int) -> int | None:
        """Return the line before with anything but blanks and comments."""
        for n in range(line - 1, -1, -1):
            if not is_empty(self.lines[n]):
                return n
        return None


def is_empty(line: str) -> bool:
    """Say whether a line holds nothing but blanks and a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def indentation(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip(" \t"))
