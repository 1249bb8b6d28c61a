"""Why a condition holds, fails or is open: the same facts walked as a tree.

`truth` is the plain reading of a condition, a second opinion on what `compile` generates (they are tested to agree).
`prove` builds the node a verdict shows as `because`; it runs only when somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from enforcement_rules.evaluation.facts import Facts, who_took_part
from enforcement_rules.rules.condition import All, Condition, FactBound, Not, Quantified, Test
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import shift
from enforcement_rules.values.moment import precedes
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction, negation
from enforcement_rules.values.workdays import after_workdays, rolled

_COMPARE: dict[str, tuple[Callable[[Any, Any], Any], Callable[[Any, Any], Any]]] = {
    "is": (lambda x, b: x == b, lambda x, b: x != b),
    "same_as": (lambda x, b: x == b, lambda x, b: x != b),
    "at_least": (lambda x, b: x >= b, lambda x, b: x < b),
    "more_than": (lambda x, b: x > b, lambda x, b: x <= b),
    "at_most": (lambda x, b: x <= b, lambda x, b: x > b),
    "below": (lambda x, b: x < b, lambda x, b: x >= b),
    "one_of": (lambda x, b: x in b, lambda x, b: all(x != member for member in b)),
    "has": (lambda x, b: b in x.known, lambda x, b: x.complete and b not in x.known),
    "has_any": (lambda x, b: bool(b & x.known), lambda x, b: x.complete and not b & x.known),
    "precedes": (lambda x, b: precedes(x, b) is True, lambda x, b: precedes(x, b) is False),
    "known": (lambda x, b: (x is not UNKNOWN) is b, lambda x, b: (x is not UNKNOWN) is not b),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the proof: a fact tested against a bound, or a combination of nodes."""

    kind: str
    status: Truth
    fact: str | None = None
    operator: str | None = None
    bound: Any = None
    bound_fact: str | None = None
    value: Any = None
    path: Path | None = None
    by: tuple[str | None, ...] = ()
    contested: bool = False
    assumed: bool = False
    element: tuple[tuple[str, Any], ...] = ()
    children: tuple[Node, ...] = field(default=())


def bound_value(bound: Any, facts: Facts) -> Any:
    """Return the value of a bound: itself, or that of another fact with its offset and factor."""
    if not isinstance(bound, FactBound):
        return bound
    value = facts[bound.fact]
    if bound.years or bound.months or bound.days:
        value = shift(value, years=bound.years, months=bound.months, days=bound.days)
    if bound.workdays:
        value = after_workdays(value, bound.workdays, facts.calendar)
    if bound.rolls:
        value = rolled(value, facts.calendar)
    if bound.times is not None:
        value = value * bound.times
    return value + bound.amount if bound.amount is not None else value


def _test(test: Test, facts: Facts) -> Truth:
    value, bound = facts[test.fact], bound_value(test.bound, facts)
    holds, fails = _COMPARE[test.operator]
    return True if holds(value, bound) else False if fails(value, bound) else None


def truth(condition: Condition, facts: Facts) -> Truth:
    """Return whether a condition holds, in three values."""
    if isinstance(condition, Test):
        return _test(condition, facts)
    if isinstance(condition, Not):
        return negation(truth(condition.part, facts))
    if isinstance(condition, Quantified):
        return _quantified(condition, facts)
    parts = [truth(part, facts) for part in condition.parts]
    return conjunction(parts) if isinstance(condition, All) else disjunction(parts)


def _quantified(condition: Quantified, facts: Facts) -> Truth:
    elements = facts["@" + condition.of]
    each: list[Truth] = []
    for element in elements:
        chosen, holds = truth(condition.where, element), truth(condition.holds, element)
        each.append(disjunction([negation(chosen), holds]) if condition.every else conjunction([chosen, holds]))
    if not elements.complete:
        each.append(None)
    return conjunction(each) if condition.every else disjunction(each)


def prove(condition: Condition, facts: Facts) -> Node:
    """Return the proof of a condition's truth."""
    if isinstance(condition, Test):
        return _prove_test(condition, facts)
    status = truth(condition, facts)
    if isinstance(condition, Not):
        return Node("not", status, children=(prove(condition.part, facts),))
    if isinstance(condition, Quantified):
        children = tuple(
            _prove_element(condition, element)
            for element in facts["@" + condition.of]
            if truth(condition.where, element) is not False
        )
        return Node("every" if condition.every else "some", status, fact=condition.of, children=children)
    children = tuple(prove(part, facts) for part in condition.parts)
    if len(children) == 1:
        return children[0]
    return Node("all" if isinstance(condition, All) else "any", status, children=children)


_NAMED_BY: dict[str, tuple[str, ...]] = {
    "officers": ("officer.name", "officer.id"),
    "acts": ("act.kind", "act.on"),
    "performers": ("officer.name", "officer.id", "act.kind", "act.on"),
    "evidence": ("evidence.id", "evidence.kind"),
    "prior_penalties": ("prior.on", "prior.organ"),
    "steps": ("step.kind", "step.on"),
}
"""The facts by which a reader knows the elements of a collection."""


def named_by(of: str, element: Facts) -> tuple[tuple[str, Any], ...]:
    """Return the facts by which a reader knows an element of a collection."""
    known = {id_: element[id_] for id_ in _NAMED_BY[of] if element[id_] is not UNKNOWN}
    if "officer.name" in known:
        known.pop("officer.id", None)
    return tuple(known.items())


def _prove_element(condition: Quantified, element: Any) -> Node:
    proven = prove(condition.holds, element)
    named = named_by(condition.of, element)
    return Node("element", proven.status, fact=condition.of, path=element.path, element=named, children=(proven,))


def _prove_test(test: Test, facts: Facts) -> Node:
    statements = _statements(test.fact, facts)
    return Node(
        "fact",
        _test(test, facts),
        fact=test.fact,
        operator=test.operator,
        bound=bound_value(test.bound, facts),
        bound_fact=test.bound.fact if isinstance(test.bound, FactBound) else None,
        value=facts[test.fact],
        path=statements[0].path if statements else None,
        by=tuple(dict.fromkeys(statement.by for statement in statements if statement.by)),
        contested=test.fact in facts.contested,
        assumed=_is_assumed(test.fact, facts),
        children=tuple(_sources(test, facts)),
    )


def _statements(id_: str, facts: Facts) -> tuple[Any, ...]:
    found = facts.statements.get(id_, ())
    around = getattr(facts, "around", None)
    return found or (around.statements.get(id_, ()) if around is not None else ())


def _is_assumed(id_: str, facts: Facts) -> bool:
    fact = facts.vocabulary.fact(id_)
    return bool(
        fact and fact.entry.dormant and fact.entry.dormant.event in facts.assumed and id_ not in facts.statements
    )


def _those_who_took_part(test: Test, facts: Facts) -> Iterator[Node]:
    """Yield the persons and acts by which somebody took part; of a listed investigator what the list says."""
    fact = facts.vocabulary.fact(test.fact)
    for parts in [ids for name, ids in ((fact.entry.derived if fact else None) or {}).items() if name == "took_part"]:
        for collection, element in who_took_part(*(facts[part] for part in parts)):
            role = Node("source", True, fact="officer.role", value=element["officer.role"], path=element.path)
            yield Node(
                "element",
                _test(test, facts),
                fact=collection,
                path=element.path,
                element=named_by(collection, element),
                children=(role,) if collection == "officers" else (),
            )


def _sources(test: Test, facts: Facts) -> Iterator[Node]:
    """Yield what a derived fact and a bound that is a fact come from."""
    for named, path, told in getattr(facts, "sources", {}).get(test.fact, ()):
        below = tuple(Node("source", True, fact=id_, value=value, path=at) for id_, value, at in told)
        yield Node("element", _test(test, facts), path=path, element=named, children=below)
    defined = facts.definitions.get(test.fact)
    if defined is not None and test.fact not in facts.statements:
        yield from defined.sources(facts)
    ids: list[str] = []
    fact = facts.vocabulary.fact(test.fact)
    if fact and fact.entry.derived:
        ids.extend(part for parts in fact.entry.derived.values() for part in parts if not part.startswith("@"))
    if isinstance(test.bound, FactBound):
        ids.append(test.bound.fact)
    for id_ in dict.fromkeys(ids):
        statements = _statements(id_, facts)
        value = facts[id_]
        yield Node(
            "source",
            None if value is UNKNOWN else True,
            fact=id_,
            value=value,
            path=statements[0].path if statements else None,
        )
    yield from _those_who_took_part(test, facts)
