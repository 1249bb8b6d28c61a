"""Rulesets made ready to run: indexed by what each rule needs to apply."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from enforcement_rules.evaluation.evaluators import compile_rules
from enforcement_rules.evaluation.plan.evaluators import Compiler, Evaluator, compiler_of
from enforcement_rules.evaluation.plan.in_force import Chosen
from enforcement_rules.evaluation.plan.reach import Chapter, Reach
from enforcement_rules.evaluation.plan.version import VersionPlan
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import places_of


class Plan:
    """Rulesets made ready to run."""

    def __init__(self, rulesets: Rulesets, compiler: Compiler = compile_rules) -> None:
        """Prepare every version; compiling waits until a case needs it."""
        self.rulesets = rulesets
        self.vocabulary: Vocabulary = rulesets.vocabulary
        self.by_version = {
            version: VersionPlan(version, self.vocabulary, compiler, rulesets) for version in rulesets.all_versions()
        }
        self.reach = Reach(rulesets)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The instruments, in order."""
        return tuple(sorted(self.rulesets.versions))

    def version_at(self, instrument: str, day: Any) -> Chosen:
        """Return the version in force on a day of which perhaps only bounds are known."""
        return self.reach.version_at(instrument, day)

    def holding(self, chapter: Chapter) -> tuple[str, ...]:
        """Return the instruments that hold rules of a chapter in any version, in order."""
        return self.reach.holding(chapter)

    @cached_property
    def for_every_field(self) -> frozenset[str]:
        """The instruments of which some version speaks of every field."""
        return frozenset(
            name
            for name, versions in self.rulesets.versions.items()
            if any(not version.head.fields for version in versions)
        )

    @cached_property
    def matters(self) -> frozenset[str]:
        """The facts of the organ on which it depends which instruments concern a case: its field, its place."""
        heads = [version.head for version in self.rulesets.all_versions()]
        by = {"organ.field": any(head.fields for head in heads), "organ.place": any(head.places for head in heads)}
        return frozenset(id_ for id_, matters in by.items() if matters)

    @cached_property
    def refined(self) -> frozenset[str]:
        """The instruments, and the places of the law in them, inside which some rule names a place."""
        named = [place.partition(" ") for version in self.rulesets.all_versions() for place in version.places]
        inside = {f"{name} {wide}" for name, _, place in named for wide in places_of(place)[:-1]}
        return frozenset(inside | {name for name, _, _ in named})

    @cached_property
    def ranks(self) -> dict[str, str]:
        """The rank of every instrument."""
        return {name: versions[-1].head.rank for name, versions in self.rulesets.versions.items()}

    @cached_property
    def _heirs(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset().union(*(version.heirs for version in versions))
            for name, versions in self.rulesets.versions.items()
        }

    def leads_to(self, old: str, new: str) -> bool:
        """Say whether provisions of one instrument became provisions of another."""
        return new in self._heirs[old]

    def threatens(self, instrument: str | None) -> bool:
        """Say whether citing an instrument can name a penalty provision; what is not loaded can."""
        versions = self.rulesets.versions.get(instrument or "", ())
        return not versions or any(version.head.threatens for version in versions)

    @cached_property
    def titles(self) -> dict[str, tuple[str, str]]:
        """The short title of every instrument, Chinese and English."""
        heads = {name: versions[-1].head.short for name, versions in self.rulesets.versions.items()}
        return {name: (short.zh, short.en) for name, short in heads.items()}

    def of(self, version: Version) -> VersionPlan:
        """Return the plan of one version."""
        return self.by_version[version]


def plan_of(rulesets: Rulesets, evaluator: Evaluator = "compiled") -> Plan:
    """Return the plan of rulesets for an evaluator, made once and kept with them.

    Raises:
        InputError: when the evaluator cannot be used here; the message says how it is installed.
    """
    plans: dict[str, Plan] = rulesets.__dict__.setdefault("_plans", {})
    if evaluator not in plans:
        plans[evaluator] = Plan(rulesets, compiler_of(evaluator, rulesets))
    return plans[evaluator]
