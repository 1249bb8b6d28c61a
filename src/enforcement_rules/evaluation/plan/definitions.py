"""Definitions of the law, ready to give a fact its value."""

from __future__ import annotations

from typing import Any

from enforcement_rules.evaluation.evaluators import compile_block
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import open_facts
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.circumstance import Definition
from enforcement_rules.rules.condition import All, AnyOf
from enforcement_rules.values.truth import UNKNOWN


class DefinedFact:
    """A definition ready to run: from facts to the value it gives, or `UNKNOWN`."""

    def __init__(self, rule: Definition, vocabulary: Vocabulary) -> None:
        """Compile the condition and read the value it gives."""
        self.rule = rule
        self.condition = All((rule.where, rule.when))
        self.block = compile_block([rule.where, rule.when])
        fact = vocabulary.fact(rule.defines)
        self.value = fact.type.parse(rule.value) if fact is not None and rule.value is not None else None

    def __call__(self, facts: Facts) -> Any:
        """Return the value for these facts."""
        speaks, truth = self.block(facts)
        if speaks is not True:
            return UNKNOWN
        if self.value is None:
            return UNKNOWN if truth is None else truth
        return self.value if truth else UNKNOWN

    def waits(self, facts: Facts) -> list[str]:
        """Return what its condition waits for; a definition that does not speak of this case waits for nothing."""
        return list(open_facts(self.condition, facts)) if self.value is None else []

    def sources(self, facts: Facts) -> tuple[()]:
        """Return nothing: the facts of the condition are asked for and shown by themselves."""
        return ()


class Definers:
    """Several definitions of one fact: what they agree on; where two contradict each other the fact stays unknown."""

    rule = None

    def __init__(self, each: tuple[DefinedFact, ...]) -> None:
        """Keep the definitions."""
        self.each = each
        self.condition = AnyOf(tuple(defined.condition for defined in each))

    def __call__(self, facts: Facts) -> Any:
        """Return the value that all definitions that speak give."""
        given = {value for value in (defined(facts) for defined in self.each) if value is not UNKNOWN}
        return given.pop() if len(given) == 1 else UNKNOWN

    def waits(self, facts: Facts) -> list[str]:
        """Return what any of them waits for."""
        return list(open_facts(self.condition, facts))

    def sources(self, facts: Facts) -> tuple[()]:
        """Return nothing, as each of them does."""
        return ()
