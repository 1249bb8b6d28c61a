"""Rules that run together: one compiled function, and what was read of each rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from enforcement_rules.evaluation.evaluators import Block, compile_rules
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan.evaluators import Compiler
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import facts_of
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.truth import Truth

RuleType = TypeVar("RuleType", bound=Rule)


@dataclass(frozen=True)
class Reading:
    """The truths of one rule in one frame: `when`, `then` (of a requirement) and each exception."""

    when: Truth
    then: Truth
    unless: tuple[Truth, ...]


class Bundle(Generic[RuleType]):
    """Rules that are run together by one compiled function."""

    def __init__(self, rules: Sequence[RuleType], version: Version, compiler: Compiler = compile_rules) -> None:
        """Compile the rules."""
        self.rules = tuple(rules)
        self.version = version
        self.refs = tuple(reference(rule, version) for rule in self.rules)
        self.widths = tuple(2 + len(rule.unless) for rule in self.rules)
        self.block: Block = compiler(self.rules)

    def run(self, facts: Facts) -> list[Reading]:
        """Return the reading of every rule, in order."""
        truths = self.block(facts)
        readings: list[Reading] = []
        start = 0
        for width in self.widths:
            readings.append(Reading(truths[start], truths[start + 1], truths[start + 2 : start + width]))
            start += width
        return readings

    @cached_property
    def speaks_of(self) -> tuple[frozenset[str], ...]:
        """The facts that the condition of each rule rests on."""
        return tuple(frozenset(facts_of(rule.when)) for rule in self.rules)

    def awake(self, facts: Facts) -> list[Reading] | None:
        """Return the truths with nothing assumed; `None` where nothing is, and they are the same."""
        return self.run(facts.awake) if facts.assumed else None


def reference(rule: Rule, version: Version) -> RuleRef:
    """Return how verdicts name a rule."""
    return RuleRef(
        rule=version.rule_id(rule.name),
        article=rule.article,
        instrument=version.head.instrument,
        version=version.head.version,
        says=rule.says,
        says_en=rule.says_en,
        place=rule.place.of_line if rule.place else None,
    )
