"""What an outline is made of: lines and tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line: its depth below the section, a mark, the text, and at the right where it stands in law or file."""

    text: str
    depth: int = 0
    mark: str = ""
    right: str = ""


@dataclass(frozen=True)
class Table:
    """A table: the names of its columns, its rows, and what stands above it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
