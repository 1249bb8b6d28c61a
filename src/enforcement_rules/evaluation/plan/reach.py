"""Which versions concern an organ's field and place, and which instruments speak of a violation there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from enforcement_rules.rules.instrument import Instrument
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.truth import UNKNOWN, Truth

_KEPT = 512
"""Answers that are kept: organs of a few hundred fields and places."""


def concerned(head: Instrument, field: Any, place: Any) -> Truth:
    """Say whether an instrument concerns a field and place; unknown where the case does not tell them."""
    if head.fields and field is not UNKNOWN and field not in head.fields:
        return False
    if head.places and place is not UNKNOWN and not place.startswith(head.places):
        return False
    return None if (head.fields and field is UNKNOWN) or (head.places and place is UNKNOWN) else True


class Reach:
    """How far rulesets reach; what is asked again of the same field and place is found once."""

    def __init__(self, rulesets: Rulesets, causes: Mapping[str, frozenset[str]]) -> None:
        """Keep the rulesets, and the causes that each instrument names."""
        self._rulesets, self._causes = rulesets, causes
        self.versions = lru_cache(_KEPT)(self._versions)
        """The versions that surely concern a field and place, either of them perhaps unknown."""
        self.instruments = lru_cache(_KEPT)(self._instruments)
        """The instruments that speak of a cause in a field and place, whether a case cites them or not."""

    def _versions(self, field: Any, place: Any) -> frozenset[Version]:
        every = self._rulesets.all_versions()
        return frozenset(version for version in every if concerned(version.head, field, place) is True)

    def _instruments(self, field: Any, place: Any, cause: str | None) -> frozenset[str]:
        sure = self.versions(field, place)
        return frozenset(
            name
            for name, versions in self._rulesets.versions.items()
            if self._reaches(versions[-1].head, cause) and any(version in sure for version in versions)
        )

    def _reaches(self, head: Instrument, cause: str | None) -> bool:
        """Say whether an instrument of the field and place speaks of a cause without being cited."""
        if head.reach == "own":
            return cause in self._causes[head.instrument]
        return head.reach == "general"
