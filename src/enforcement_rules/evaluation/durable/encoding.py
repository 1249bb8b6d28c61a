"""The facts of a case as facts of the network: only those its rules want, each under the number of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from enforcement_rules.evaluation.durable.network import Unsupported
from enforcement_rules.evaluation.durable.patterns import Wanted, stated_text
from enforcement_rules.evaluation.durable.values import limits
from enforcement_rules.evaluation.evaluators import conditions_of, outside
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import bound_value, truth
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.circumstance import Definition
from enforcement_rules.rules.condition import FactBound, Test, facts_of
from enforcement_rules.values.alternatives import Alternatives
from enforcement_rules.values.truth import UNKNOWN

_ROLES_OF_LISTS = frozenset({"first", "next", "last", "empty", "complete"})
Fact = dict[str, int]


class Encoder:
    """Writes the facts of frames for one network."""

    def __init__(self, wanted: Mapping[Wanted, int], rules: Iterable[Rule]) -> None:
        """Keep what the network wants, and which facts its rules name themselves.

        Facts that only a definition names are looked at where that definition is in force and needed, as the compiled
        rules do: what is looked at shows in what is assumed.
        """
        self._wanted = [(each, kind, _named(each)) for each, kind in wanted.items()]
        self._direct = frozenset(id_ for rule in rules for each in conditions_of(rule) for id_ in facts_of(each))
        self._definitions = [each.fact for each in wanted if each.role == "in_force"]

    def encoded(self, facts: Facts) -> Iterator[Fact]:
        """Yield the facts of a frame that the network wants; what is unknown, and what it derives, is not given.

        Raises:
            Unsupported: where a value cannot be written as a number.
        """
        defined, looked_at = self._chained(facts)
        for each, kind, named in self._wanted:
            if each.role == "in_force":
                yield from [{"k": kind}] if each.fact in defined.values() else []
            elif not looked_at.issuperset(named) or (named and _derived(each, defined, facts)):
                continue
            elif each.role in _ROLES_OF_LISTS:
                yield from _list(each, kind, facts["@" + str(each.of)])
            elif each.of is None:
                yield from ({"k": kind} | fields for fields in _fields(each, facts))
            else:
                _ = [facts[id_] for id_ in outside(named, each.of)]  # as the compiled rules do
                for n, element in enumerate(facts["@" + each.of]):
                    yield from ({"k": kind, "e": n} | fields for fields in _fields(each, element))

    def _chained(self, facts: Facts) -> tuple[dict[str, Definition], set[str]]:
        """Return the definitions that the network chains to, by the fact they define, and all facts it looks at."""
        looked_at, defined = set(self._direct), dict[str, Definition]()
        waiting = [each for each in self._definitions if _in_force(each, facts)]
        while reached := [each for each in waiting if each.defines in looked_at and each.defines not in defined]:
            for each in reached:
                defined[each.defines] = each
                looked_at |= {*facts_of(each.where), *facts_of(each.when)}
        return defined, looked_at


def _named(wanted: Wanted) -> tuple[str, ...]:
    """Return the facts that something wanted is about."""
    fact = wanted.fact
    if isinstance(fact, Test):
        return tuple(facts_of(fact))
    if isinstance(fact, FactBound):
        return (fact.fact,)
    return () if fact is None or isinstance(fact, Definition) else (fact[0] if isinstance(fact, tuple) else fact,)


def _derived(wanted: Wanted, defined: Mapping[str, Definition], facts: Facts) -> bool:
    """Say whether the network derives a fact itself; it is looked up all the same, for what is assumed on the way."""
    if wanted.role != "text" or wanted.of is not None or wanted.fact not in defined:
        return False
    return facts[wanted.fact] is not UNKNOWN and wanted.fact in facts.defined


def _list(wanted: Wanted, kind: int, elements: Any) -> Iterator[Fact]:
    """Yield what is known of a list: where it begins and ends, what follows what, whether it is complete."""
    last = len(elements) - 1
    if wanted.role == "complete":
        yield from [{"k": kind}] if elements.complete else []
    elif wanted.role == "empty":
        yield from [{"k": kind}] if last < 0 else []
    elif wanted.role == "next":
        yield from ({"k": kind, "e": n, "n": n + 1} for n in range(last))
    elif last >= 0:
        yield {"k": kind, "e": 0 if wanted.role == "first" else last}


def _fields(wanted: Wanted, facts: Facts) -> Iterator[Fact]:
    if wanted.role == "always":
        yield {}
    elif wanted.role == "flag":
        known = truth(wanted.fact, facts)
        yield from [] if known is None else [{"v": int(known)}]
    elif wanted.role == "bound":
        yield from _limits(bound_value(wanted.fact, facts), exact=True)
    elif wanted.role == "member":
        id_, member = wanted.fact
        yield from [{}] if member in facts[id_].known else []
    elif wanted.role == "lacks":
        id_, members = wanted.fact
        known = facts[id_]
        yield from [{}] if known.complete and known.known.isdisjoint(members) else []
    else:
        yield from _of_fact(wanted, facts[wanted.fact])


def _in_force(definition: Definition, facts: Facts) -> bool:
    """Say whether a definition, and no other one, is what gives its fact a value: it is in force, nobody states it."""
    definer = facts.definitions.get(definition.defines)
    return definer is not None and definer.rule is definition and definition.defines not in facts.given


def _of_fact(wanted: Wanted, value: Any) -> Iterator[Fact]:
    if value is UNKNOWN:
        return
    elif isinstance(value, Alternatives):
        raise Unsupported("a choice of which several values are possible")
    elif wanted.role == "text":
        yield {"v": stated_text(value)}
    else:
        yield from _limits(value, exact=wanted.exact)


def _limits(value: Any, *, exact: bool) -> Iterator[Fact]:
    fields = limits(value, exact=exact)
    if fields:
        yield fields
