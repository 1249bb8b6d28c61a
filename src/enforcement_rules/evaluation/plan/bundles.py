"""Rules that run together: one compiled function, and what was read of each rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from enforcement_rules.evaluation.evaluators import Reading, Readings, compile_rules
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan.evaluators import Compiler
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.ruleset import Version

RuleType = TypeVar("RuleType", bound=Rule)


class Bundle(Generic[RuleType]):
    """Rules that are run together by one compiled function."""

    def __init__(self, rules: Sequence[RuleType], version: Version, compiler: Compiler = compile_rules) -> None:
        """Compile the rules."""
        self.rules = tuple(rules)
        self.version = version
        self.refs = tuple(reference(rule, version) for rule in self.rules)
        self._readings: Readings = compiler(self.rules)

    def run(self, facts: Facts) -> tuple[Reading, ...]:
        """Return the reading of every rule, in order."""
        return self._readings(facts)

    def read(self, facts: Facts) -> Iterator[tuple[RuleType, RuleRef, Reading]]:
        """Yield every rule with its name in verdicts and its reading."""
        return zip(self.rules, self.refs, self._readings(facts), strict=True)


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
