"""Whether a rule speaks of the case as a whole, or of a violation, a party, a proposal."""

from __future__ import annotations

from collections.abc import Iterable

from enforcement_rules.evaluation.evaluators import conditions_of
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import facts_of

PAIR_SCOPES: frozenset[str] = frozenset({"violation", "party", "proposal"})


def speaks_of_pair(rule: Rule, vocabulary: Vocabulary) -> bool:
    """Say whether a rule speaks of a violation, a party or a proposal, directly or through derived facts."""
    names = (id_ for condition in conditions_of(rule) for id_ in facts_of(condition))
    return any(scope in PAIR_SCOPES for scope in _scopes(names, vocabulary))


def _scopes(names: Iterable[str], vocabulary: Vocabulary) -> Iterable[str]:
    for id_ in names:
        yield id_.partition(".")[0]
        fact = vocabulary.fact(id_)
        if fact is not None and fact.entry.derived:
            yield from _scopes((part for parts in fact.entry.derived.values() for part in parts), vocabulary)
