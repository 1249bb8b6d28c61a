"""A set of which perhaps not all members are known."""

from __future__ import annotations

from msgspec import Struct


class Choices(Struct, frozen=True):
    """Members that are known to belong, and whether there can be no others."""

    known: frozenset[str]
    complete: bool = True
