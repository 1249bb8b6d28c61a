"""Rulesets made ready to run: indexed by what each rule needs to apply."""

from __future__ import annotations

from functools import cached_property, lru_cache, partial
from typing import Literal

from enforcement_rules.evaluation.evaluators import compile_rules
from enforcement_rules.evaluation.plan.evaluators import Compiler, Evaluator, compiler_of
from enforcement_rules.evaluation.plan.in_force import version_at
from enforcement_rules.evaluation.plan.reach import Reach
from enforcement_rules.evaluation.plan.version import VersionPlan
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.ruleset import Rulesets, Version

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
_DAYS_KEPT = 16384
"""Answers of `Plan.version_at` that are kept: a few reviews' worth, since each asks of all instruments on few days."""


class Plan:
    """Rulesets made ready to run."""

    def __init__(self, rulesets: Rulesets, compiler: Compiler = compile_rules) -> None:
        """Prepare every version; compiling waits until a case needs it."""
        self.rulesets = rulesets
        self.vocabulary: Vocabulary = rulesets.vocabulary
        self.by_version = {
            version: VersionPlan(version, self.vocabulary, compiler) for version in rulesets.all_versions()
        }
        self.version_at = lru_cache(_DAYS_KEPT)(partial(version_at, rulesets))
        """The version of an instrument in force on a day: `(instrument, day) → Chosen`; one review asks the same often."""
        self._holding: dict[Chapter, tuple[str, ...]] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The instruments, in order."""
        return tuple(sorted(self.rulesets.versions))

    def holding(self, chapter: Chapter) -> tuple[str, ...]:
        """Return the instruments that hold rules of a chapter in any version, in order; found once."""
        if chapter not in self._holding:
            self._holding[chapter] = tuple(
                name
                for name in self.names
                if any(getattr(version, chapter) for version in self.rulesets.versions[name])
            )
        return self._holding[chapter]

    @cached_property
    def reach(self) -> Reach:
        """How far the rulesets reach: by field, place and cause."""
        return Reach(self.rulesets, self.causes)

    @cached_property
    def for_every_field(self) -> frozenset[str]:
        """The instruments of which some version speaks of every field."""
        return frozenset(
            name
            for name, versions in self.rulesets.versions.items()
            if any(not version.head.fields for version in versions)
        )

    @cached_property
    def ranks(self) -> dict[str, str]:
        """The rank of every instrument."""
        return {name: versions[-1].head.rank for name, versions in self.rulesets.versions.items()}

    @cached_property
    def causes(self) -> dict[str, frozenset[str]]:
        """The causes that the rules of an instrument name, in any of its versions."""
        return {
            name: frozenset(cause for version in versions for cause in version.causes())
            for name, versions in self.rulesets.versions.items()
        }

    @cached_property
    def _heirs(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(
                cited.instrument
                for version in versions
                for rule in version.penalties
                for cited in rule.becomes
                if cited.instrument
            )
            for name, versions in self.rulesets.versions.items()
        }

    def leads_to(self, old: str, new: str) -> bool:
        """Say whether provisions of one instrument became provisions of another."""
        return new in self._heirs[old]

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
