"""A measure as it was scanned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from enforcement_rules.statutes.clauses import Condition, Leaf, Range, Word

Node: TypeAlias = Leaf | Range
Found: TypeAlias = tuple[list[Node], str, int]
"""The nodes of a measure, its kind, and where it ends."""


class Scanned(Struct):
    """A measure at a place: the words before it, its own nodes, its kind, and where it ends."""

    before: Sequence[Node | Condition]
    nodes: list[Node]
    kind: str
    end: int

    @property
    def forced(self) -> bool:
        """Whether it says of itself how strictly it holds."""
        return any(isinstance(each, Word) and each.role == "force" for each in self.before)
