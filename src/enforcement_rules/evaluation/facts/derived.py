"""Facts that are computed from other facts, by the closed set of derivations the vocabulary may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from enforcement_rules.evaluation.facts.orders import ORDERS, overdue
from enforcement_rules.evaluation.facts.periods import days_extended, days_stopped, extended_until, took_part
from enforcement_rules.values.dates import age_at, days_between, years_between
from enforcement_rules.values.interval import interval, shift
from enforcement_rules.values.moment import hours_between
from enforcement_rules.values.money import ratio
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.workdays import workdays_backward, workdays_forward


def _sum(*values: Any) -> Any:
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


def _difference(first: Any, other: Any) -> Any:
    if type(first) is int and type(other) is int:
        return first - other
    return UNKNOWN if first is UNKNOWN or other is UNKNOWN else first + other * -1


def _times_in(priors: Any, day: Any, years: int) -> Any:
    """Return how often the same kind was penalised within so many years before a day, this time included."""
    if not isinstance(priors, tuple):
        return UNKNOWN
    start = shift(day, years=-years)
    least, most = 1, 1
    for prior in priors:
        same, on = prior["prior.same_kind"], prior["prior.on"]
        if same is False or on < start or on > day or prior["prior.revoked"] is True:
            continue
        most += 1
        least += same is True and on >= start and on <= day and "prior.revoked" not in prior.contested
    return interval(least, most if getattr(priors, "complete", False) else None)


_SAYS_NOTHING = frozenset({"情节严重", "情节恶劣", "情节较重", "情节特别严重", "serious", "unknown", "none"})
_LEAST_WORDS = 4


def _told(text: Any) -> Any:
    """Return whether a text says something: a mark, a yes or the words of the question itself are no ground."""
    if text is UNKNOWN or not isinstance(text, str):
        return UNKNOWN
    words = "".join(char for char in text if char.isalpha())
    return True if len(words) >= _LEAST_WORDS and words.casefold() not in _SAYS_NOTHING else UNKNOWN


def _times_in_one_year(priors: Any, day: Any) -> Any:
    return _times_in(priors, day, 1)


def _times_in_two_years(priors: Any, day: Any) -> Any:
    return _times_in(priors, day, 2)


DERIVATIONS: Mapping[str, Callable[..., Any]] = {
    "days": days_between,
    "hours": hours_between,
    "workdays": workdays_forward,
    "workdays_before": workdays_backward,
    "years": years_between,
    "age": age_at,
    "ratio": ratio,
    "sum": _sum,
    "times_in_one_year": _times_in_one_year,
    "times_in_two_years": _times_in_two_years,
    "difference": _difference,
    "days_stopped": days_stopped,
    "days_extended": days_extended,
    "extended_until": extended_until,
    "took_part": took_part,
    "overdue": overdue,
    "told": _told,
    **ORDERS,
}


WITH_CALENDAR = frozenset({"workdays", "workdays_before"})
