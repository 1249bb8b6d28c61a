"""What an outline is made of: lines and tables."""

from __future__ import annotations

from typing import TypeVar, cast

from msgspec import Struct

from enforcement_rules.evaluation.verdict import Cited
from enforcement_rules.values.visible import visible

T = TypeVar("T")
PAIR = "▪"
"""The mark of a line that names a violation or a party: a name of a file begins no line of a page."""


class Line(Struct, frozen=True):
    """A line: its depth below the section, a mark, the text, and at the right where it stands in law or file.

    `cites` are the rules whose words stand below it where texts of statutes are attached.
    """

    text: str
    depth: int = 0
    mark: str = ""
    right: str = ""
    cites: tuple[Cited, ...] = ()


class Table(Struct, frozen=True):
    """A table: the names of its columns, its rows, and what stands above it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


def seen(part: T) -> T:
    """Return an outline, a sheet or a part of one with every text in it visible: no text of a file draws a line."""
    if isinstance(part, str):
        return cast("T", visible(part))
    if isinstance(part, tuple):
        return cast("T", tuple(map(seen, part)))
    if isinstance(part, Struct):
        return type(part)(*(seen(getattr(part, name)) for name in part.__struct_fields__))
    return part
