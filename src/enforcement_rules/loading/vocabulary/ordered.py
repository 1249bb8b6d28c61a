"""责令…: a word that stands where a kind of penalty or an order is expected is told to be the one or the other."""

from __future__ import annotations

from collections.abc import Mapping

from enforcement_rules.model.vocabulary import Fact, Ordered, Vocabulary
from enforcement_rules.values.errors import InputError, Problem

KINDS, ORDERS = "proposal.kinds", "proposal.orders"
_EITHER = "ordered_either_way"
_CODES_OF_KINDS = {(True, False): "ordered_kind", (False, True): "order_no_kind", (True, True): _EITHER}
_CODES_OF_ORDERS = {(True, False): "kind_no_order", (False, True): "ordered_order", (True, True): _EITHER}
"""Whether some words are a kind, whether they are an order → what to say where the one or the other is expected."""
_LEAD, _SOON = "责令", ("其", "限期", "立即")


def told_apart(error: InputError, vocabulary: Vocabulary) -> InputError:
    """Return an error in which every word behind 责令 that stands in the wrong place is told where it belongs."""
    kinds, orders = vocabulary.fact(KINDS), vocabulary.fact(ORDERS)
    if kinds is None or orders is None or not vocabulary.ordered:
        return error
    return InputError([_told(each, kinds, orders, vocabulary.ordered) for each in error.problems])


def ordered_as(text: str, table: Mapping[str, Ordered]) -> Ordered | None:
    """Return what some words are by the table, with or without 责令 and how soon before them.

    >>> ordered_as("责令限期改正", {"改正": Ordered(order="order_to_correct")}).order
    'order_to_correct'
    """
    rest = text.strip().removeprefix(_LEAD)
    while rest not in table and (lead := next((each for each in _SOON if rest.startswith(each)), "")):
        rest = rest.removeprefix(lead)
    return table.get(rest)


def _told(problem: Problem, kinds: Fact, orders: Fact, table: Mapping[str, Ordered]) -> Problem:
    value, expected = problem.args.get("value"), problem.args.get("expected")
    if not isinstance(value, str) or not isinstance(expected, list | tuple) or not expected:
        return problem
    found = ordered_as(value, table)
    if found is None:
        return problem
    args = {"value": value, "kind": _named(kinds, found.kind), "order": _named(orders, found.order)}
    if _are_of(kinds, expected):
        code = _CODES_OF_KINDS[found.kind is not None, found.order is not None]
        code = "order_in_rule" if code == "order_no_kind" and "then" in problem.path else code
    elif _are_of(orders, expected):
        code = _CODES_OF_ORDERS[found.kind is not None, found.order is not None]
    else:
        return problem
    return Problem(code, args, problem.path, problem.place)


def _are_of(fact: Fact, expected: list[str] | tuple[str, ...]) -> bool:
    """Say whether the values that were expected are those of a fact, in whatever language the file is."""
    return set(expected) <= {*fact.type.values, *fact.entry.value_keys.values()}


def _named(fact: Fact, value: str | None) -> str:
    """Return a value by its id, and by its Chinese key."""
    if value is None:
        return ""
    key = fact.entry.value_keys.get(value)
    return value if key is None else f"{value} ({key})"
