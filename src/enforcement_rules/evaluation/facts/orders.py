"""Whether the time that an order of the organ set had run out: what a penalty for refusing it presupposes."""

from __future__ import annotations

from functools import partial
from typing import Any

from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction


def _ran_out(kind: str, done: Any, _deadline: Any, _at_once: Any, decided: Any, steps: Any) -> Any:
    """Return whether an order of a kind was made whose time had run out by the decision; unknown where that is open.

    The elements are the orders that concern the violation: one that names others is none of them. A last day still
    counts in full, so that the time has run out on the day behind it; an order to act at once sets none. The deadline
    that governs is taken from each order by itself: a later order does not take back what an earlier one set.
    """
    if done is False:
        return False
    orders = [step for step in steps if step.get("step.kind") == kind] if isinstance(steps, tuple) else []
    if not orders:
        return False if getattr(steps, "complete", False) else UNKNOWN
    found = disjunction(_of_one(order, decided) for order in orders)
    return UNKNOWN if found is None else found


def _of_one(order: Any, decided: Any) -> Truth:
    given = _precedes(order.get("step.on", UNKNOWN), decided, or_equals=True)
    if order.get("step.at_once", UNKNOWN) is True:
        return given
    ended = _precedes(order.get("step.deadline", UNKNOWN), decided)
    # Nobody sets a last day before the order: where it has run out the order was given.
    return ended if given is None else conjunction((given, ended))


def _precedes(one: Any, other: Any, *, or_equals: bool = False) -> Truth:
    """Say whether one day lies before another, of both of which only bounds may be known."""
    if one <= other if or_equals else one < other:
        return True
    return False if (one > other if or_equals else one >= other) else None


def overdue(refused: Any, ran_out: Any, deadline: Any, corrected: Any) -> Any:
    """Return whether an order was not followed in its time, from what is told of the refusal and of the correction.

    Who refuses until the time runs out has let it run out. Who corrected is late where that was behind the last day.
    Whoever did not refuse may have been late all the same: that follows from nothing.
    """
    if ran_out is False:
        return False
    late = _precedes(deadline, corrected)
    if late is False:
        return False
    return True if ran_out is True and (refused is True or late is True) else UNKNOWN


ORDERS = {
    "correction_ran_out": partial(_ran_out, "correction_order"),
    "payment_ran_out": partial(_ran_out, "payment_order"),
}
"""Derivation → what computes it."""
