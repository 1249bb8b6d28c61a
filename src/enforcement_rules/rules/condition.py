"""Conditions: a closed, typed set of tests on facts. There is no expression language.

A condition is a tree of these nodes; `loading.vocabulary` reads it from a file and `evaluation.evaluators` turns it
into Python functions once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from msgspec import Struct

Operator = Literal[
    "is",
    "at_least",
    "more_than",
    "at_most",
    "below",
    "one_of",
    "has",
    "has_any",
    "same_as",
    "precedes",
    "known",
]
LIMITS: tuple[Operator, ...] = ("at_least", "more_than", "at_most", "below")
Collection = Literal["officers", "acts", "performers", "evidence", "prior_penalties", "steps"]
ELEMENT_SCOPES: dict[str, tuple[str, ...]] = {
    "officers": ("officer",),
    "acts": ("act",),
    "performers": ("act", "officer"),
    "evidence": ("evidence",),
    "prior_penalties": ("prior",),
    "steps": ("step",),
}
"""The scopes in which the facts of a collection's elements are named; a performer is one officer at one act."""


class FactBound(Struct, frozen=True):
    """A bound that is another fact, with an offset (calendar units, working days or a number) or a factor.

    `rolls`: a last day on a day off rolls over to the next working day.
    """

    fact: str
    years: int = 0
    months: int = 0
    days: int = 0
    workdays: int = 0
    rolls: bool = False
    amount: Decimal | int | None = None
    times: Decimal | int | None = None


class Test(Struct, frozen=True):
    """One fact against one bound: a constant already of the fact's type, or a `FactBound`."""

    fact: str
    operator: Operator
    bound: Any


@dataclass(frozen=True, slots=True)  # no struct: pydantic writes it into schemas, as the default of `when`
class All:
    """Every part holds. No parts: always."""

    parts: tuple[Condition, ...] = ()


class AnyOf(Struct, frozen=True):
    """At least one part holds."""

    parts: tuple[Condition, ...]


class Not(Struct, frozen=True):
    """The part does not hold."""

    part: Condition


class Quantified(Struct, frozen=True):
    """Every (or some) element of a collection that meets `where` meets `holds`."""

    every: bool
    of: Collection
    where: Condition
    holds: Condition


Condition = Test | All | AnyOf | Not | Quantified
ALWAYS = All()


def facts_of(condition: Condition) -> Iterator[str]:
    """Yield every fact a condition speaks of, in order, also those of elements and of bounds."""
    for test in tests_of(condition):
        yield test.fact
        if isinstance(test.bound, FactBound):
            yield test.bound.fact


def tests_of(condition: Condition) -> Iterator[Test]:
    """Yield every test of a condition, in order, also those on elements."""
    waiting = [condition]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Test):
            yield part
        elif isinstance(part, Not):
            waiting.append(part.part)
        elif isinstance(part, Quantified):
            waiting += (part.holds, part.where)
        else:
            waiting.extend(reversed(part.parts))


_SEVERAL = ("one_of", "has_any")
_CONSTANTS = ("is", "has", *_SEVERAL)


def constants_of(condition: Condition, fact: str) -> Iterator[Any]:
    """Yield the values that a condition compares a fact with, outside negations."""
    if isinstance(condition, Test):
        if condition.fact == fact and condition.operator in _CONSTANTS:
            yield from condition.bound if condition.operator in _SEVERAL else (condition.bound,)
    elif isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from constants_of(part, fact)
