"""Whether the time that an order of the organ set had run out unmet: what a penalty for refusing it presupposes."""

from __future__ import annotations

from functools import partial
from typing import Any

from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction, negation


def _ran_out(
    kind: str, done: Any, _deadline: Any, _at_once: Any, decided: Any, began: Any, in_time: Any, steps: Any
) -> Any:
    """Return whether an order of a kind was made whose time had run out by the decision without its being followed.

    The orders are those among the elements, which concern the violation: one that names others is none of them, nor is
    one from before the violation began. A last day counts in full, so that the time has run out on the day behind
    it; an order to act at once sets none. An order given before the time of an earlier one ran out, with a later day,
    takes its place; one given afterwards takes nothing back. Who corrected in time refused nothing.
    """
    if done is False or in_time is True:
        return False
    orders = _standing(kind, steps)
    if not orders:
        return False if getattr(steps, "complete", False) else UNKNOWN
    corrected = [step.get("step.on", UNKNOWN) for step in _of_kind("correction", steps)]
    found = disjunction(_unmet(order, decided, began, corrected) for order in orders)
    return UNKNOWN if found is None else found


def _of_kind(kind: str, steps: Any) -> list[Any]:
    return [step for step in steps if step.get("step.kind") == kind] if isinstance(steps, tuple) else []


def _standing(kind: str, steps: Any) -> list[Any]:
    """Return the orders without those that a later one extended before they ran out."""
    orders = _of_kind(kind, steps)
    return [one for one in orders if not any(_extends(other, one) for other in orders if other is not one)]


def _extends(other: Any, one: Any) -> bool:
    given, ends = other.get("step.on", UNKNOWN), one.get("step.deadline", UNKNOWN)
    return bool(given <= ends and given >= one.get("step.on", UNKNOWN) and other.get("step.deadline", UNKNOWN) > ends)


def _unmet(order: Any, decided: Any, began: Any, corrected: list[Any]) -> Truth:
    on, deadline = order.get("step.on", UNKNOWN), order.get("step.deadline", UNKNOWN)
    if on < began:
        return False
    if on > decided:
        return False
    if deadline is UNKNOWN:
        # An order to act at once is refused after it was given: on the day of the decision itself that is open.
        return True if order.get("step.at_once", UNKNOWN) is True and on < decided else None
    if deadline < on:
        return None  # nobody sets a last day before the order
    followed = disjunction([negation(_precedes(deadline, each)) for each in corrected]) if corrected else False
    return conjunction((_precedes(deadline, decided), negation(followed)))


def _precedes(one: Any, other: Any) -> Truth:
    """Say whether one day lies before another, of both of which only bounds may be known."""
    if one < other:
        return True
    return False if one >= other else None


def overdue(refused: Any, ran_out: Any, corrected: Any, steps: Any) -> Any:
    """Return whether an order was not followed in its time, from what is told of the refusal and of the correction.

    Who refuses until the time runs out has let it run out. Who corrected is late where that was behind the last day of
    an order. Whoever did not refuse may have been late all the same: that follows from nothing.
    """
    if ran_out is not True:
        return False if ran_out is False else UNKNOWN
    days = [step.get("step.on", UNKNOWN) for step in _of_kind("correction", steps)]
    ends = [order.get("step.deadline", UNKNOWN) for order in _standing("correction_order", steps)]
    late = any(end < day for end in ends for day in days)
    return True if refused is True or late or corrected is False else UNKNOWN


ORDERS = {
    "correction_ran_out": partial(_ran_out, "correction_order"),
    "payment_ran_out": partial(_ran_out, "payment_order"),
}
"""Derivation → what computes it."""
