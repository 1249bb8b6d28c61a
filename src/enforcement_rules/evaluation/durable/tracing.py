"""What the network derived, in readable form: every derived fact with the rule and the facts it came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.durable.building import Builder
from enforcement_rules.evaluation.durable.engine import Fired
from enforcement_rules.evaluation.durable.patterns import Wanted
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.rules.condition import FactBound, Test
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.truth import UNKNOWN


class Derived(Struct, frozen=True):
    """One derived fact.

    Attributes:
        says: what it says, such as `holds: all` or `duty arises: notice_given`.
        element: the number of the element it is about; `None` for the case.
        ways: each way it followed, by the facts that were matched: given ones as `fact = value`, derived ones by what
            they say.
        duty: where it says of a duty that it `arises`, is `kept`, `excused` or `broken`: the duty, and which.
    """

    says: str
    element: int | None
    ways: tuple[tuple[str, ...], ...]
    duty: tuple[Requirement, str] | None = None


def derived(
    builder: Builder, given: Facts, facts: Sequence[dict[str, int]], fired: Sequence[tuple[int, tuple[int, ...]]]
) -> list[Derived]:
    """Return every derived fact of a run, in the order in which they first followed.

    Args:
        builder: what built the network.
        given: the facts of the case that it was run with.
        facts: all facts of the run, derived ones behind those given.
        fired: the rules that fired, each with the facts it matched.
    """
    return _Telling(builder, given, facts).told(fired)


class _Telling:
    """Puts the facts of one run into words."""

    def __init__(self, builder: Builder, given: Facts, facts: Sequence[dict[str, int]]) -> None:
        self.builder, self.given, self.facts = builder, given, facts
        self.wanted = {kind: wanted for wanted, kind in builder.wanted.items()}
        self.derived: set[int] = set()

    def told(self, fired: Sequence[Fired]) -> list[Derived]:
        ways: dict[tuple[int, int | None, int | None], dict[tuple[str, ...], None]] = {}
        for number, matched in fired:
            rule = self.builder.rules[number]
            element = None if rule.of_element is None else self.facts[matched[rule.of_element]]["e"]
            premises = tuple(self.named(self.facts[each]) for each in matched)
            ways.setdefault((rule.derives, element, rule.value), {})[premises] = None
        return [
            Derived(self.kind(kind, value), element, tuple(each), self.builder.duties.get(kind))
            for (kind, element, value), each in ways.items()
        ]

    def kind(self, kind: int, value: int | None) -> str:
        """Say what a derived fact says."""
        if value is None:
            return self.builder.names[kind]
        fact = self.wanted[kind].fact
        return f"defined: {fact} = {self.shown(fact, self.given)}"

    def named(self, fact: dict[str, int]) -> str:
        """Name a fact of the run."""
        wanted, element = self.wanted.get(fact["k"]), fact.get("e")
        if wanted is None:
            return self.builder.names[fact["k"]] + ("" if element is None else f" [{element}]")
        facts = self.given if element is None else self.given["@" + str(wanted.of)][element]
        return self.stated(wanted, facts) + ("" if element is None else f" [{element}]")

    def stated(self, wanted: Wanted, facts: Facts) -> str:
        """Say what a fact that was given says."""
        if wanted.role == "in_force":
            return f"in force: {wanted.fact.name}"
        if isinstance(wanted.fact, Test):
            return f"{wanted.fact.fact} {wanted.fact.operator} …"
        if isinstance(wanted.fact, FactBound):
            return f"bound: {wanted.fact.fact} = {self.shown(wanted.fact.fact, facts)}"
        id_ = wanted.fact[0] if isinstance(wanted.fact, tuple) else wanted.fact
        return f"{wanted.of or 'case'}: {wanted.role}" if id_ is None else f"{id_} = {self.shown(id_, facts)}"

    def shown(self, id_: str, facts: Facts) -> Any:
        """Show the value of a fact."""
        fact, value = facts.vocabulary.fact(id_), facts[id_]
        return "?" if fact is None or value is UNKNOWN else fact.type.show(value)
