"""Duties that run together, and what can be told of each before any case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from enforcement_rules.evaluation.evaluators import compile_rules
from enforcement_rules.evaluation.facts import counting_workdays
from enforcement_rules.evaluation.plan.bundles import Bundle
from enforcement_rules.evaluation.plan.evaluators import Compiler
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import Condition, facts_of
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Version


class Period(Struct, frozen=True):
    """A fact that counts the days from one date to another."""

    fact: str
    begins: str
    ends: str


class Duty(Struct, frozen=True):
    """A duty as it stands in its version.

    Attributes:
        due: the step by which it must be met.
        asks: the facts that what must be so speaks of.
        periods: those of them that count days, where the version says since when it is in force.
        in_workdays: the parts of what must be so, and of the exceptions, that count working days.
        sleeps: whether its condition, and what must be so, speak of facts unknown while nobody raises their event.
    """

    rule: Requirement
    ref: RuleRef
    due: str
    asks: tuple[str, ...]
    periods: tuple[Period, ...]
    in_workdays: tuple[Condition, ...]
    sleeps: tuple[bool, bool]


class DutyBundle(Bundle[Requirement]):
    """Duties of one version that are run together."""

    def __init__(
        self,
        rules: Sequence[Requirement],
        version: Version,
        vocabulary: Vocabulary,
        compiler: Compiler = compile_rules,
    ) -> None:
        """Compile the duties; the vocabulary tells how their facts are counted."""
        super().__init__(rules, version, compiler)
        self.vocabulary = vocabulary

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties, in the order of the rules."""
        return tuple(self._duty(rule, ref) for rule, ref in zip(self.rules, self.refs, strict=True))

    def _duty(self, rule: Requirement, ref: RuleRef) -> Duty:
        asks = tuple(facts_of(rule.then))
        conditions = (rule.then, *(each.when for each in rule.unless))
        return Duty(
            rule,
            ref,
            rule.due_step,
            asks,
            tuple(self._periods(asks)) if self.version.head.in_force.from_ is not None else (),
            tuple(part for each in conditions for part in counting_workdays(each, self.vocabulary)),
            (self._sleeps(facts_of(rule.when)), self._sleeps(asks)),
        )

    def _sleeps(self, ids: Iterable[str]) -> bool:
        return not self.vocabulary.sleeping.isdisjoint(ids)

    def _periods(self, ids: Sequence[str]) -> Iterator[Period]:
        for id_ in ids:
            fact = self.vocabulary.fact(id_)
            parts = fact.entry.derived.get("days") if fact and fact.entry.derived else None
            if parts:
                yield Period(id_, *parts[:2])
