"""Conditions run on the network: from facts to truths, as the compiled functions do, with the way to each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from enforcement_rules.evaluation.compile import Block, compile_block
from enforcement_rules.evaluation.durable.building import Builder, supported
from enforcement_rules.evaluation.durable.encoding import encoded
from enforcement_rules.evaluation.durable.engine import EngineFaultError
from enforcement_rules.evaluation.durable.hosted import HostedNetwork
from enforcement_rules.evaluation.durable.network import Unsupported, check
from enforcement_rules.evaluation.durable.tracing import Derived, derived
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.faults import note
from enforcement_rules.rules.condition import Condition
from enforcement_rules.values.truth import Truth

KEPT = 256
"""Latest runs of a network that are kept: its answer is a function of the facts, and most steps leave most of them."""
_Facts = tuple[tuple[tuple[str, int], ...], ...]


class _Shard:
    """Some conditions that fit into one network."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self.builder = Builder()
        self.goals = [(self.builder.goal(each, True), self.builder.goal(each, False)) for each in conditions]
        check(self.builder.rules)
        self.network = HostedNetwork(self.builder.rules)
        self._kinds = lru_cache(maxsize=KEPT)(self._run)

    def run(self, facts: Facts) -> list[Truth]:
        kinds = self._kinds(tuple(tuple(fact.items()) for fact in encoded(self.builder.wanted, facts)))
        return [True if holds in kinds else False if fails in kinds else None for holds, fails in self.goals]

    def _run(self, facts: _Facts) -> frozenset[int]:
        found, _ = self.network.run([dict(fact) for fact in facts])
        return frozenset(fact["k"] for fact in found)

    def trace(self, facts: Facts) -> list[Derived]:
        return derived(self.builder, *self.network.run(list(encoded(self.builder.wanted, facts))))


class DurableBlock:
    """A block of conditions on one or several networks; a condition that cannot go there is left to the reference."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Sort the conditions into networks; they are built when first run."""
        self._conditions = tuple(conditions)
        self._reference: Block = compile_block(conditions)
        self._shards: list[tuple[list[int], _Shard]] | None = None
        self.left: dict[int, str] = {}

    def _prepared(self) -> list[tuple[list[int], _Shard]]:
        if self._shards is None:
            numbers = []
            for n, condition in enumerate(self._conditions):
                reason = supported([condition])
                if reason is None:
                    numbers.append(n)
                else:
                    self.left[n] = reason
            self._shards = list(self._sharded(numbers)) if numbers else []
        return self._shards

    def _sharded(self, numbers: list[int]) -> list[tuple[list[int], _Shard]]:
        try:
            return [(numbers, _Shard([self._conditions[n] for n in numbers]))]
        except Unsupported:
            middle = len(numbers) // 2
            if not middle:
                self.left[numbers[0]] = "too much for one network"
                return []
            return [*self._sharded(numbers[:middle]), *self._sharded(numbers[middle:])]

    def __call__(self, facts: Facts) -> tuple[Truth, ...]:
        """Return the truth of each condition, in order."""
        shards = self._prepared()
        truths: list[Truth] = [None] * len(self._conditions)
        try:
            for numbers, shard in shards:
                for n, known in zip(numbers, shard.run(facts), strict=True):
                    truths[n] = known
        except (EngineFaultError, Unsupported) as fault:
            note(f"{type(fault).__name__}: {fault}")
            return self._reference(facts)
        if self.left:
            reference = self._reference(facts)
            for n in self.left:
                truths[n] = reference[n]
        return tuple(truths)

    def close(self) -> None:
        """Free the networks; the block is not used again."""
        for _, shard in self._shards or ():
            shard.network.close()

    def trace(self, facts: Facts) -> list[Derived]:
        """Return every derived fact with the facts it came from.

        Raises:
            EngineFaultError: when the native engine failed.
        """
        return [each for _, shard in self._prepared() for each in shard.trace(facts)]
