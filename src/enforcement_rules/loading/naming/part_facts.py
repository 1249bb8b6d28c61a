"""Which facts a part of a case may state, by the names under which files write them: worked out once a vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from msgspec import Struct

from enforcement_rules.loading.vocabulary import NUMBERS
from enforcement_rules.model.computed import COMPUTED, STATED_OTHERWISE
from enforcement_rules.model.vocabulary import Fact, Vocabulary


def may_be_stated(fact: Fact) -> bool:
    """Say whether a case file may state a fact, that is, whether it is not worked out from others or from fields."""
    return not (
        (fact.entry.derived and not fact.entry.stated)
        or fact.implicit
        or fact.type.kind == "moment"
        or fact.id in COMPUTED.keys() - STATED_OTHERWISE
    )


class PartFacts(Struct, frozen=True):
    """The facts of which a part may speak, by their names without the scope.

    Attributes:
        named: name → the fact; of two scopes that have one of that name, the nearest decides.
        stated: the names that a file may state.
        begun: what longer names begin with (`content` of `content.penalty`), at every dot.
        numbers: the names of numbers that a file may state, in the order of the vocabulary.
    """

    named: Mapping[str, Fact]
    stated: frozenset[str]
    begun: frozenset[str]
    numbers: tuple[str, ...]

    def suggestions(self) -> Iterator[str]:
        """Yield every name, and the part of it before its first dot."""
        for name in self.named:
            yield name
            yield name.partition(".")[0]


_KNOWN: WeakKeyDictionary[Vocabulary, dict[tuple[str, ...], PartFacts]] = WeakKeyDictionary()


def part_facts(vocabulary: Vocabulary, scopes: tuple[str, ...]) -> PartFacts:
    """Return the facts of some scopes, the nearest scope first."""
    known = _KNOWN.setdefault(vocabulary, {})
    found = known.get(scopes)
    if found is None:
        found = known[scopes] = _gathered(vocabulary, scopes)
    return found


def base_facts(vocabulary: Vocabulary) -> list[str]:
    """Return the names of the facts that may stand under `bases`: the numbers of a violation."""
    return list(part_facts(vocabulary, ("violation",)).numbers)


def _gathered(vocabulary: Vocabulary, scopes: tuple[str, ...]) -> PartFacts:
    named: dict[str, Fact] = {}
    for scope in scopes:
        for id_, fact in vocabulary.facts.items():
            if id_.startswith(f"{scope}."):
                named.setdefault(id_.removeprefix(f"{scope}."), fact)
    stated = frozenset(name for name, fact in named.items() if may_be_stated(fact))
    numbers = tuple(name for name, fact in named.items() if name in stated and fact.type.kind in NUMBERS)
    return PartFacts(named, stated, frozenset(begin for name in named for begin in _begins(name)), numbers)


def _begins(name: str) -> Iterator[str]:
    return (name[:at] for at, sign in enumerate(name) if sign == ".")
