"""Rulesets made ready to run: indexed by what each rule needs to apply."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from enforcement_rules.evaluation.evaluators import compile_rules
from enforcement_rules.evaluation.plan.evaluators import Compiler, Evaluator, compiler_of
from enforcement_rules.evaluation.plan.version import VersionPlan
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.ruleset import Rulesets, Version


class Plan:
    """Rulesets made ready to run."""

    def __init__(self, rulesets: Rulesets, compiler: Compiler = compile_rules) -> None:
        """Prepare every version; compiling waits until a case needs it."""
        self.rulesets = rulesets
        self.vocabulary: Vocabulary = rulesets.vocabulary
        self.by_version = {
            version: VersionPlan(version, self.vocabulary, compiler) for version in rulesets.all_versions()
        }
        self._holding: dict[str, tuple[str, ...]] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The instruments, in order."""
        return tuple(sorted(self.rulesets.versions))

    def holding(self, chapter: Literal["requirements", "definitions", "catalogues"]) -> tuple[str, ...]:
        """Return the instruments that hold rules of a chapter in any version, in order; found once."""
        if chapter not in self._holding:
            self._holding[chapter] = tuple(
                name for name in self.names if any(chapter in version.kinds for version in self.rulesets.versions[name])
            )
        return self._holding[chapter]

    @cached_property
    def ranks(self) -> dict[str, str]:
        """The rank of every instrument."""
        return {name: versions[-1].head.rank for name, versions in self.rulesets.versions.items()}

    @cached_property
    def causes(self) -> dict[str, frozenset[str]]:
        """The causes that the rules of an instrument name, in any of its versions."""
        return {
            name: frozenset().union(*(version.causes for version in versions))
            for name, versions in self.rulesets.versions.items()
        }

    @cached_property
    def _heirs(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset().union(*(version.heirs for version in versions))
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
