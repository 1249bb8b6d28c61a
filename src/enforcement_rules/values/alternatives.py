"""A choice of which only some values are still possible, such as an organisation of unknown legal form."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from enforcement_rules.values.truth import UNKNOWN


class Alternatives(Struct, frozen=True, eq=False):
    """One of several values, it is not known which; `name` is what files and pages call it.

    Comparisons say what is *sure*, as those of `values.interval` do.

    >>> organization = Alternatives("organization", frozenset({"legal_person", "other_organization"}))
    >>> organization == "legal_person", organization != "legal_person", organization != "natural_person"
    (False, False, True)
    """

    name: str
    any_of: frozenset[str]

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        if isinstance(other, Alternatives):
            return self.any_of.isdisjoint(other.any_of)
        return isinstance(other, str) and other not in self.any_of

    def __hash__(self) -> int:
        return hash(self.any_of)

    def __str__(self) -> str:
        return self.name


def among(value: Any, texts: frozenset[Any]) -> bool:
    """Say whether a value surely is one of some texts.

    >>> among(Alternatives("a_or_b", frozenset("ab")), frozenset("abc"))
    True
    """
    return value.any_of <= texts if type(value) is Alternatives else value in texts


def not_among(value: Any, texts: frozenset[Any]) -> bool:
    """Say whether a value surely is none of some texts."""
    if type(value) is Alternatives:
        return bool(value.any_of.isdisjoint(texts))
    return value is not UNKNOWN and value not in texts
