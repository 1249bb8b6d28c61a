"""What an outline is made of: lines and tables."""

from __future__ import annotations

from msgspec import Struct


class Line(Struct, frozen=True):
    """A line: its depth below the section, a mark, the text, and at the right where it stands in law or file."""

    text: str
    depth: int = 0
    mark: str = ""
    right: str = ""


class Table(Struct, frozen=True):
    """A table: the names of its columns, its rows, and what stands above it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
