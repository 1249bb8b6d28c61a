"""How each fact is found that nobody states: read off the vocabulary once, when first needed."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.facts.derived import DERIVATIONS, WITH_CALENDAR
from enforcement_rules.model.vocabulary import ELEMENTS, Fact, Vocabulary
from enforcement_rules.values.truth import UNKNOWN


class Unstated(Struct, frozen=True):
    """How a fact is found that nobody states.

    Attributes:
        scope, name: what stands before and behind the first dot of its id; empty for what is in no vocabulary.
        derive: what computes it from the other facts.
        implicit: part of a kind of step, which is its scope.
        event, asleep: the value it is assumed to have while nobody raises its event.
        earliest, latest: what a date cannot precede and cannot follow.
    """

    scope: str = ""
    name: str = ""
    derive: Callable[[Any], Any] | None = None
    implicit: bool = False
    event: str | None = None
    asleep: Any = None
    earliest: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()


_NOT_IN_VOCABULARY = Unstated()


class Ways(dict[str, Unstated]):
    """How facts are found, by id; filled as they are asked for.

    `plain` are the facts of a case that are unknown unless stated or defined, each with `UNKNOWN`; `dormant` those that
    would be, were they not assumed while nobody raises their event.
    """

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        """Start with the facts of a vocabulary."""
        super().__init__()
        self.facts = facts
        simple = [fact for fact in facts.values() if _is_simple(fact)]
        self.plain = {fact.id: UNKNOWN for fact in simple if not fact.entry.dormant}
        self.dormant = frozenset(fact.id for fact in simple if fact.entry.dormant)

    def __missing__(self, id_: str) -> Unstated:
        fact = self.facts.get(id_)
        if fact is None:
            return _NOT_IN_VOCABULARY
        way = self[id_] = _way(fact)
        return way


def _is_simple(fact: Fact) -> bool:
    """Say whether a fact of the case follows from no others, where nobody states it and no definition gives it."""
    found = fact.implicit or fact.entry.derived or fact.entry.bounds
    return not found and fact.scope not in ELEMENTS


def _way(fact: Fact) -> Unstated:
    entry = fact.entry
    scope, _, name = fact.id.partition(".")
    derivation, parts = next(iter((entry.derived or {}).items()), (None, ()))
    return Unstated(
        scope,
        name,
        None if derivation is None else _deriver(derivation, parts),
        fact.implicit,
        entry.dormant.event if entry.dormant else None,
        fact.asleep,
        entry.bounds.earliest if entry.bounds else (),
        entry.bounds.latest if entry.bounds else (),
    )


def _deriver(derivation: str, parts: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return what computes a derived fact from all facts; most are of two others."""
    compute = DERIVATIONS[derivation]
    if derivation in WITH_CALENDAR:
        return lambda facts: compute(*[facts[part] for part in parts], facts.calendar)
    if len(parts) == 2:  # noqa: PLR2004 - two parts
        one, other = parts
        return lambda facts: compute(facts[one], facts[other])
    return lambda facts: compute(*[facts[part] for part in parts])


_WAYS: weakref.WeakKeyDictionary[Vocabulary, Ways] = weakref.WeakKeyDictionary()


def unstated_in(vocabulary: Vocabulary) -> Ways:
    """Return how each fact of a vocabulary is found that nobody states; of others nothing can be found."""
    found = _WAYS.get(vocabulary)
    if found is None:
        found = _WAYS[vocabulary] = Ways(vocabulary.facts)
    return found
