"""Values of facts as plain data for verdicts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from enforcement_rules.values.fact_type import FactType, show_moment
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment
from enforcement_rules.values.truth import UNKNOWN

_HUNDREDTH = Decimal("0.01")


def shown(kind: FactType, value: Any) -> Any:
    """Return a value, or the bound of a test, as JSON-ready data."""
    if value is UNKNOWN:
        return None
    if value.__class__ is bool and kind.kind != "graded":
        return value
    if isinstance(value, frozenset):
        return sorted(shown(kind, member) for member in value)
    if isinstance(value, Moment):
        return show_moment(value)
    if kind.kind == "graded" and not isinstance(value, int | Interval):
        return None
    if isinstance(value, Decimal) and kind.kind != "amount":
        return format(value.quantize(_HUNDREDTH) if value != value.quantize(_HUNDREDTH) else value, "f")
    if isinstance(value, dt.date | Decimal | Interval) or kind.kind == "graded":
        return kind.show(value)
    return value if isinstance(value, bool | int | str) else kind.show(value)
