"""Circumstances that run together, and what can be told of each before any case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from enforcement_rules.evaluation.evaluators import compile_rules
from enforcement_rules.evaluation.plan.bundles import Bundle
from enforcement_rules.evaluation.plan.evaluators import Compiler
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.rules.circumstance import Circumstance
from enforcement_rules.rules.condition import facts_of
from enforcement_rules.rules.ruleset import Version


class PossibleGround(NamedTuple):
    """A circumstance as it stands in its version.

    `list` is the list whose entry it is; `speaks_of` are the facts that its condition rests on.
    """

    rule: Circumstance
    ref: RuleRef
    binding: bool
    effects: tuple[str, ...]
    list: str | None
    speaks_of: frozenset[str]


class GroundBundle(Bundle[Circumstance]):
    """Circumstances of one version that are run together."""

    def __init__(
        self,
        rules: Sequence[Circumstance],
        version: Version,
        lists: Mapping[str, str],
        compiler: Compiler = compile_rules,
    ) -> None:
        """Compile the circumstances; `lists` are the lists of entries, by the entry's name."""
        super().__init__(rules, version, compiler)
        self.lists = lists

    @cached_property
    def grounds(self) -> tuple[PossibleGround, ...]:
        """The circumstances, in the order of the rules."""
        return tuple(
            PossibleGround(
                rule,
                ref,
                rule.then.binding,
                rule.then.effects,
                self.lists.get(rule.name),
                frozenset(facts_of(rule.when)),
            )
            for rule, ref in zip(self.rules, self.refs, strict=True)
        )
