"""Why a condition holds, fails or is open: the same facts walked as a tree.

`truth` is the plain reading of a condition, a second opinion on what `compile` generates (they are tested to agree).
`prove` builds the node a verdict shows as `because`; it runs only when somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.facts import Facts, who_took_part
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.condition import All, Condition, FactBound, Not, Quantified, Test
from enforcement_rules.values.alternatives import among
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
    "one_of": (among, lambda x, b: all(x != member for member in b)),
    "has": (lambda x, b: b in x.known, lambda x, b: x.complete and b not in x.known),
    "has_any": (lambda x, b: bool(b & x.known), lambda x, b: x.complete and not b & x.known),
    "precedes": (lambda x, b: precedes(x, b) is True, lambda x, b: precedes(x, b) is False),
    "known": (lambda x, b: (x is not UNKNOWN) is b, lambda x, b: (x is not UNKNOWN) is not b),
}


class Node(Struct, frozen=True):
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
    children: tuple[Node, ...] = ()


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
    return _compared(test.operator, facts[test.fact], bound_value(test.bound, facts))


def _compared(operator: str, value: Any, bound: Any) -> Truth:
    holds, fails = _COMPARE[operator]
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
    each = [(truth(condition.where, element), truth(condition.holds, element)) for element in elements]
    return of_elements(condition, each, complete=elements.complete)


def of_elements(condition: Quantified, each: Iterable[tuple[Truth, Truth]], *, complete: bool) -> Truth:
    """Return whether every chosen element holds, or some does; where the list is not complete there may be others.

    `each` says of one element whether it is chosen, and whether it holds.
    """
    if condition.every:
        known = [disjunction([negation(chosen), holds]) for chosen, holds in each]
        return conjunction(known if complete else [*known, None])
    known = [conjunction(both) for both in each]
    return disjunction(known if complete else [*known, None])


def prove(condition: Condition, facts: Facts) -> Node:
    """Return the proof of a condition's truth."""
    if isinstance(condition, Test):
        return _prove_test(condition, facts)
    if isinstance(condition, Not):
        part = prove(condition.part, facts)
        return Node("not", negation(part.status), children=(part,))
    if isinstance(condition, Quantified):
        children = tuple(
            _prove_element(condition, element)
            for element in facts["@" + condition.of]
            if truth(condition.where, element) is not False
        )
        kind = "every" if condition.every else "some"
        return Node(kind, truth(condition, facts), fact=condition.of, children=children)
    children = tuple([prove(part, facts) for part in condition.parts])
    if len(children) == 1:
        return children[0]
    found = [child.status for child in children]
    if isinstance(condition, All):
        return Node("all", conjunction(found), children=children)
    return Node("any", disjunction(found), children=children)


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
    fact = facts.vocabulary.fact(test.fact)
    value, bound = facts[test.fact], bound_value(test.bound, facts)
    return Node(
        "fact",
        _compared(test.operator, value, bound),
        fact=test.fact,
        operator=test.operator,
        bound=bound,
        bound_fact=test.bound.fact if isinstance(test.bound, FactBound) else None,
        value=value,
        path=statements[0].path if statements else None,
        by=tuple(dict.fromkeys([statement.by for statement in statements if statement.by])) if statements else (),
        contested=test.fact in facts.contested,
        assumed=_is_assumed(fact, facts),
        children=_sources(test, fact, facts),
    )


def _statements(id_: str, facts: Facts) -> tuple[Any, ...]:
    found = facts.statements.get(id_, ())
    around = getattr(facts, "around", None)
    return found or (around.statements.get(id_, ()) if around is not None else ())


def _is_assumed(fact: Fact | None, facts: Facts) -> bool:
    if fact is None or fact.entry.dormant is None:
        return False
    return fact.entry.dormant.event in facts.assumed and fact.id not in facts.statements


def _those_who_took_part(test: Test, parts: Iterable[str], facts: Facts) -> Iterator[Node]:
    """Yield the persons and acts by which somebody took part; of a listed investigator what the list says."""
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


def _sources(test: Test, fact: Fact | None, facts: Facts) -> tuple[Node, ...]:
    """Return what a derived fact and a bound that is a fact come from."""
    derived = (fact.entry.derived if fact else None) or {}
    ids = [part for parts in derived.values() for part in parts if not part.startswith("@")]
    if isinstance(test.bound, FactBound):
        ids.append(test.bound.fact)
    stated = test.fact in facts.statements
    defined = None if stated else facts.definitions.get(test.fact)
    told = getattr(facts, "sources", None)
    if not derived and not ids and defined is None and not told:
        return ()
    below = _told(test, facts, (told or {}).get(test.fact, ()))
    if defined is not None:
        below += tuple(defined.sources(facts))
    below += tuple(_source(id_, facts) for id_ in dict.fromkeys(ids))
    if "took_part" in derived:
        below += tuple(_those_who_took_part(test, derived["took_part"], facts))
    return below


def _told(test: Test, facts: Facts, told: Iterable[Any]) -> tuple[Node, ...]:
    """Return the elements of lists that a fact was counted from, each with the facts that were read of it."""
    return tuple(
        Node(
            "element",
            _test(test, facts),
            path=path,
            element=named,
            children=tuple(Node("source", True, fact=id_, value=value, path=at) for id_, value, at in read),
        )
        for named, path, read in told
    )


def _source(id_: str, facts: Facts) -> Node:
    statements, value = _statements(id_, facts), facts[id_]
    path = statements[0].path if statements else None
    return Node("source", None if value is UNKNOWN else True, fact=id_, value=value, path=path)
