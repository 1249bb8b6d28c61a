"""The facts of a case as facts of the network: only those its rules want, each under the number of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from enforcement_rules.evaluation.durable.patterns import Wanted, stated_text
from enforcement_rules.evaluation.durable.values import limits
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import bound_value, truth
from enforcement_rules.values.truth import UNKNOWN

_ROLES_OF_LISTS = frozenset({"first", "next", "last", "empty", "complete"})
Fact = dict[str, int]


def encoded(wanted: Mapping[Wanted, int], facts: Facts) -> Iterator[Fact]:
    """Yield the facts of a frame that a network wants; what is unknown is not given.

    Raises:
        Unsupported: where a value cannot be written as a number.
    """
    for each, kind in wanted.items():
        if each.role in _ROLES_OF_LISTS:
            yield from _list(each, kind, facts["@" + str(each.of)])
        elif each.of is None:
            yield from ({"k": kind} | fields for fields in _fields(each, facts))
        else:
            for n, element in enumerate(facts["@" + each.of]):
                yield from ({"k": kind, "e": n} | fields for fields in _fields(each, element))


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


def _of_fact(wanted: Wanted, value: Any) -> Iterator[Fact]:
    if value is UNKNOWN:
        return
    elif wanted.role == "text":
        yield {"v": stated_text(value)}
    else:
        yield from _limits(value, exact=wanted.exact)


def _limits(value: Any, *, exact: bool) -> Iterator[Fact]:
    fields = limits(value, exact=exact)
    if fields:
        yield fields
