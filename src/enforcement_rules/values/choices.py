"""A set of which perhaps not all members are known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """Members that are known to belong, and whether there can be no others."""

    known: frozenset[str]
    complete: bool = True
