"""Which versions concern an organ's field and place, and which instruments speak of a violation there."""

from __future__ import annotations

from functools import cached_property, lru_cache, partial
from typing import Any, Literal

from msgspec import Struct

from enforcement_rules.evaluation.plan.in_force import Chosen, version_between, versions_between
from enforcement_rules.rules.instrument import Instrument
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN, Truth

Chapter = Literal[
    "circumstances",
    "listings",
    "requirements",
    "penalties",
    "benchmarks",
    "schemes",
    "gains",
    "interplay",
    "elements",
    "definitions",
    "questions",
    "catalogues",
    "gaps",
]
"""What an instrument may hold rules of."""
_PLACES_KEPT, _DAYS_KEPT = 1024, 16384
"""How many answers are kept: of fields and places, and of these with causes and days."""


class Where(Struct, frozen=True):
    """What decides which instruments concern a violation: the organ's field and place, the cause, what the case cites.

    Field and place may be `UNKNOWN`, the cause `None`.
    """

    field: Any
    place: Any
    cause: str | None
    cited: frozenset[str]


def concerned(head: Instrument, field: Any, place: Any) -> Truth:
    """Say whether an instrument concerns a field and place; unknown where the case does not tell them."""
    if head.fields and field is not UNKNOWN and field not in head.fields:
        return False
    if head.places and place is not UNKNOWN and not place.startswith(head.places):
        return False
    return None if (head.fields and field is UNKNOWN) or (head.places and place is UNKNOWN) else True


class Reach:
    """How far rulesets reach: in fields and places, for causes, in time. What was found is kept, for a while."""

    def __init__(self, rulesets: Rulesets) -> None:
        """Keep the rulesets."""
        self._rulesets = rulesets
        self.versions = lru_cache(_PLACES_KEPT)(self._versions)
        """The versions that surely concern a field and place."""
        self.instruments = lru_cache(_DAYS_KEPT)(self._instruments)
        """The instruments that concern a violation, in order; with chapters, those that hold rules of one of them."""
        self._between = lru_cache(_DAYS_KEPT)(partial(version_between, rulesets))
        self._deciding = lru_cache(_DAYS_KEPT)(self._in_force)
        self._holding: dict[Chapter, tuple[str, ...]] = {}

    def version_at(self, instrument: str, day: Any) -> Chosen:
        """Return the version in force on a day of which perhaps only bounds are known."""
        # Kept by the bounds: an interval that is not exact equals nothing, itself included.
        return self._between(instrument, *ends(day))

    def deciding(self, where: Where, chapter: Chapter, day: Any, *, perhaps: bool = False) -> tuple[Version, ...]:
        """Return the versions in force on a day that hold rules of a chapter, of what concerns a violation.

        With `perhaps` also those of which the day leaves open whether they are.
        """
        return self._deciding(where, chapter, *ends(day), perhaps)

    def holding(self, chapter: Chapter) -> tuple[str, ...]:
        """Return the instruments that hold rules of a chapter in any version, in order."""
        if chapter not in self._holding:
            self._holding[chapter] = tuple(
                name
                for name, versions in sorted(self._rulesets.versions.items())
                if any(chapter in version.kinds for version in versions)
            )
        return self._holding[chapter]

    @cached_property
    def causes(self) -> dict[str, frozenset[str]]:
        """The causes that the rules of an instrument name, in any of its versions."""
        return {
            name: frozenset[str]().union(*(version.causes for version in versions))
            for name, versions in self._rulesets.versions.items()
        }

    def _in_force(self, where: Where, chapter: Chapter, low: Any, high: Any, perhaps: bool) -> tuple[Version, ...]:
        names = self.instruments(where, chapter)
        if perhaps:
            found = [each for name in names for each in versions_between(self._rulesets, name, low, high)]
        else:
            chosen = (self._between(name, low, high).version for name in names)
            found = [version for version in chosen if version is not None]
        return tuple(version for version in found if chapter in version.kinds)

    def _versions(self, field: Any, place: Any) -> frozenset[Version]:
        every = self._rulesets.all_versions()
        return frozenset(version for version in every if concerned(version.head, field, place) is True)

    def _instruments(self, where: Where, *chapters: Chapter) -> tuple[str, ...]:
        if chapters:
            holding = {name for chapter in chapters for name in self.holding(chapter)}
            return tuple(name for name in self.instruments(where) if name in holding)
        sure = self.versions(where.field, where.place)
        return tuple(
            name
            for name, versions in sorted(self._rulesets.versions.items())
            if name in where.cited or (self._reaches(versions[-1].head, where.cause) and not sure.isdisjoint(versions))
        )

    def _reaches(self, head: Instrument, cause: str | None) -> bool:
        """Say whether an instrument of the field and place speaks of a cause without being cited."""
        if head.reach == "own":
            return cause in self.causes[head.instrument]
        return head.reach == "general"
