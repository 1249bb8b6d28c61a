"""Facts that are computed from other facts, by the closed set of derivations the vocabulary may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from enforcement_rules.values.dates import age_at, days_between, years_between
from enforcement_rules.values.money import ratio
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.workdays import workdays_backward, workdays_forward


def _sum(*values: Any) -> Any:
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


def _difference(first: Any, *others: Any) -> Any:
    for other in others:
        first = UNKNOWN if first is UNKNOWN or other is UNKNOWN else first + other * -1
    return first


DERIVATIONS: Mapping[str, Callable[..., Any]] = {
    "days": days_between,
    "workdays": workdays_forward,
    "workdays_before": workdays_backward,
    "years": years_between,
    "age": age_at,
    "ratio": ratio,
    "sum": _sum,
    "difference": _difference,
}


def derive(derived: Mapping[Any, tuple[str, ...]], facts: Mapping[str, Any]) -> Any:
    """Return the value of a derived fact; unknown as far as what it comes from is."""
    ((name, parts),) = derived.items()
    return DERIVATIONS[name](*(facts[part] for part in parts))
