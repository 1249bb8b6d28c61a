"""Rules run on the network: from facts to truths, as the compiled functions do, with the way to each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from enforcement_rules.evaluation.durable.building import Builder, Definitions, supported
from enforcement_rules.evaluation.durable.encoding import Encoder
from enforcement_rules.evaluation.durable.engine import EngineFaultError
from enforcement_rules.evaluation.durable.hosted import HostedNetwork
from enforcement_rules.evaluation.durable.network import Unsupported, check
from enforcement_rules.evaluation.durable.tracing import Derived, derived
from enforcement_rules.evaluation.evaluators import Reading, Readings, compile_rules, conditions_of, note, ran
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.truth import Truth

KEPT = 256
"""Latest runs of a network that are kept: its answer is a function of the facts, and most steps leave most of them."""
_Facts = tuple[tuple[tuple[str, int], ...], ...]
Numbers = Sequence[int]


class _Shard:
    """Some rules that fit into one network; with `states`, also what it says of duties, which no truth needs."""

    def __init__(self, rules: Sequence[Rule], definitions: Definitions, *, states: bool = False) -> None:
        self.builder = Builder(definitions)
        self.goals = [
            [(self.builder.goal(each, True), self.builder.goal(each, False)) for each in conditions_of(rule)]
            for rule in rules
        ]
        for rule in rules if states else ():
            if isinstance(rule, Requirement):
                self.builder.duty(rule)
        check(self.builder.rules)
        self.encoder = Encoder(self.builder.wanted, rules)
        self.network = HostedNetwork(self.builder.rules)
        self._kinds = lru_cache(maxsize=KEPT)(self._run)

    def run(self, facts: Facts) -> list[list[Truth]]:
        """Return the truths of the conditions of each rule."""
        kinds = self._kinds(tuple(tuple(fact.items()) for fact in self.encoder.encoded(facts)))
        return [
            [True if holds in kinds else False if fails in kinds else None for holds, fails in goals]
            for goals in self.goals
        ]

    def _run(self, facts: _Facts) -> frozenset[int]:
        found, _ = self.network.run([dict(fact) for fact in facts])
        return frozenset(fact["k"] for fact in found)

    def trace(self, facts: Facts) -> list[Derived]:
        return derived(self.builder, facts, *self.network.run(list(self.encoder.encoded(facts))))


class DurableBlock:
    """Rules on one or several networks; a rule that cannot go there is left to the reference.

    `left` says of such rules, by their number, why.
    """

    def __init__(self, rules: Sequence[Rule], definitions: Definitions | None = None) -> None:
        """Keep the rules; the networks are built when first run.

        Args:
            rules: what is read of each is returned, as by `compile_rules`.
            definitions: those that the networks chain to: facts that other rules derive.
        """
        self._rules = tuple(rules)
        self._definitions = definitions or {}
        self._reference: Readings = compile_rules(rules)
        self.left: dict[int, str] = {}

    @cached_property
    def _shards(self) -> list[tuple[Numbers, _Shard]]:
        numbers = []
        for n, rule in enumerate(self._rules):
            reason = supported(conditions_of(rule), self._definitions)
            if reason is None:
                numbers.append(n)
            else:
                self.left[n] = reason
        return self._sharded(numbers, states=False)

    @cached_property
    def _tracing(self) -> list[tuple[Numbers, _Shard]]:
        return self._sharded([n for numbers, _ in self._shards for n in numbers], states=True)

    def _sharded(self, numbers: Numbers, *, states: bool) -> list[tuple[Numbers, _Shard]]:
        if not numbers:
            return []
        try:
            return [(numbers, _Shard([self._rules[n] for n in numbers], self._definitions, states=states))]
        except Unsupported:
            middle = len(numbers) // 2
            if not middle:
                self.left[numbers[0]] = "too much for one network"
                return []
            return [*self._sharded(numbers[:middle], states=states), *self._sharded(numbers[middle:], states=states)]

    def __call__(self, facts: Facts) -> tuple[Reading, ...]:
        """Return what is read of every rule, in order."""
        ran(self, facts)
        found: dict[int, list[Truth]] = {}
        try:
            for numbers, shard in self._shards:
                found |= zip(numbers, shard.run(facts), strict=True)
        except (EngineFaultError, Unsupported) as fault:
            note(f"{type(fault).__name__}: {fault}")
            return self._reference(facts)
        told = self._reference(facts) if self.left else ()
        return tuple(_reading(found[n]) if n in found else told[n] for n in range(len(self._rules)))

    def close(self) -> None:
        """Free the networks; the block is not used again."""
        for _, shard in self._shards:
            shard.network.close()

    def trace(self, facts: Facts) -> list[Derived]:
        """Return every derived fact with the facts it came from, what is so of each duty among them.

        Raises:
            EngineFaultError: when the native engine failed.
        """
        return [each for _, shard in self._tracing for each in shard.trace(facts)]


def _reading(truths: list[Truth]) -> Reading:
    when, then, *unless = truths
    return Reading(when, then, tuple(unless))
