"""The lawful answer to a question: of the values a fact can have the one that the goals of the waiting rules favour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import bound_value, truth
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.condition import FactBound, Test
from enforcement_rules.testing.twins.goals import Goal, leaves
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.truth import UNKNOWN

_USUAL_AMOUNT, _USUAL_COUNT = Decimal(5000), 3
_USUAL_COUNTS = 45
"""How much it weighs that a value is the usual one: more than that one duty of lesser weight does not apply."""
_MEMBERS = ("has", "has_any")
Own = tuple[Test, bool, Goal]
"""A test of the fact that is asked for, whether it shall hold, and for which goal."""


def lawful_value(fact: Fact, goals: Sequence[Goal], usual: Sequence[Any], day: dt.date) -> Any:
    """Return the value, as a case file states it, that meets the goals best; of equals the first that is usual.

    `usual` are values to try first, the first of which is preferred; `day` is one on which nothing else turns.
    """
    tests = [
        (test, wanted, goal)
        for goal in goals
        for test, wanted in leaves(goal.condition, goal.facts, wanted=goal.wanted)
    ]
    own = [(test, wanted, goal) for test, wanted, goal in tests if test.fact == fact.id]
    raw = list(dict.fromkeys([*usual, *_values(fact, own, day)]))
    if not raw:
        return None
    preferred = next(iter(usual), None)
    scores = [_score(fact, each, own, goals) + (_USUAL_COUNTS if each == preferred else 0) for each in raw]
    return raw[scores.index(max(scores))]


def _values(fact: Fact, own: Sequence[Own], day: dt.date) -> Iterator[Any]:
    kind = fact.type.kind
    if kind == "yes_no":
        yield from (True, False)
    elif kind in ("choice", "graded"):
        yield from fact.type.values
        yield from (member for test, _, _ in own for member in _constants(test) if isinstance(member, str))
    elif kind == "choices":
        wanted = {m for test, want, _ in own for m in _constants(test) if want and test.operator in _MEMBERS}
        yield from (*((each,) for each in sorted(wanted)), tuple(sorted(wanted)))
        yield from (*((each,) for each in fact.type.values), ())
    elif kind in ("amount", "number", "count", "days"):
        yield from _numbers(kind, own)
    elif kind in ("date", "time"):
        yield from _days(own, day)
    elif kind == "text":
        yield "虚构"


def _constants(test: Test) -> Iterator[Any]:
    if isinstance(test.bound, FactBound):
        return
    yield from test.bound if isinstance(test.bound, frozenset | set | tuple) else (test.bound,)


def _numbers(kind: str, own: Sequence[Own]) -> Iterator[Any]:
    whole = kind in ("count", "days")
    yield _USUAL_COUNT if whole else str(_USUAL_AMOUNT)
    for test, _, goal in own:
        bounds = [bound_value(test.bound, goal.facts)] if isinstance(test.bound, FactBound) else list(_constants(test))
        for bound in bounds:
            if isinstance(bound, Decimal | int):
                near = (bound, bound + 1, bound - 1, 0)
                yield from (int(each) if whole else str(each) for each in near if each >= 0)


def _days(own: Sequence[Own], day: dt.date) -> Iterator[str]:
    yield day.isoformat()
    for test, _, goal in own:
        bound = bound_value(test.bound, goal.facts) if isinstance(test.bound, FactBound) else test.bound
        if type(bound) is dt.date:
            yield from ((bound + dt.timedelta(days=each)).isoformat() for each in (0, -1, 1))


def _score(fact: Fact, raw: Any, own: Sequence[Own], goals: Sequence[Goal]) -> float:
    """Return how far a value takes the goals: a whole goal counts three times the tests of it."""
    try:
        value = fact.type.parse(list(raw) if isinstance(raw, tuple) else raw)
    except ValueError:
        return float("-inf")
    score = 0.0
    for goal in goals:
        facts = goal.facts.with_given({fact.id: value})
        points = [_points(_tested(test, value, facts), wanted) for test, wanted, of in own if of is goal]
        score += goal.weight * (sum(points) / len(points) if points else 0)
        score += goal.weight * 3 * _points(truth(goal.condition, facts), goal.wanted)
    return score


def _tested(test: Test, value: Any, facts: Facts) -> bool | None:
    """Return what a test says of a value, whatever else is known."""
    bound = bound_value(test.bound, facts) if isinstance(test.bound, FactBound) else test.bound
    if bound is UNKNOWN or (isinstance(value, Choices) and test.operator not in _MEMBERS):
        return None
    return truth(Test(test.fact, test.operator, bound), {test.fact: value})  # type: ignore[arg-type]


def _points(known: bool | None, wanted: bool) -> int:
    return 0 if known is None else 1 if known is wanted else -1
