"""What the network derived, in readable form: every derived fact with the rule and the facts it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enforcement_rules.evaluation.durable.building import Builder
from enforcement_rules.evaluation.durable.engine import Fired
from enforcement_rules.evaluation.durable.patterns import Wanted
from enforcement_rules.rules.condition import FactBound, Test


@dataclass(frozen=True, slots=True)
class Derived:
    """One derived fact.

    Attributes:
        says: what it says, such as `holds: all` or `duty arises: notice_given`.
        element: the number of the element it is about; `None` for the case.
        ways: each way it followed, by the facts that were matched: given ones by their name, derived ones by what
            they say.
    """

    says: str
    element: int | None
    ways: tuple[tuple[str, ...], ...]


def derived(builder: Builder, facts: Sequence[dict[str, int]], fired: Sequence[Fired]) -> list[Derived]:
    """Return every derived fact of a run, in the order in which they first followed."""
    names = builder.names | {kind: _given(wanted) for wanted, kind in builder.wanted.items()}
    ways: dict[tuple[int, int | None], dict[tuple[str, ...], None]] = {}
    for number, matched in fired:
        rule = builder.rules[number]
        element = None if rule.of_element is None else facts[matched[rule.of_element]]["e"]
        premises = tuple(_named(facts[each], names) for each in matched)
        ways.setdefault((rule.derives, element), {})[premises] = None
    return [Derived(names[kind], element, tuple(each)) for (kind, element), each in ways.items()]


def _named(fact: dict[str, int], names: dict[int, str]) -> str:
    return names[fact["k"]] + (f" [{fact['e']}]" if "e" in fact else "")


def _given(wanted: Wanted) -> str:
    if isinstance(wanted.fact, Test):
        return f"{wanted.fact.fact} {wanted.fact.operator} …"
    if isinstance(wanted.fact, FactBound):
        return f"bound: {wanted.fact.fact}"
    fact = wanted.fact[0] if isinstance(wanted.fact, tuple) else wanted.fact
    return str(fact) if fact is not None else f"{wanted.of}: {wanted.role}"
