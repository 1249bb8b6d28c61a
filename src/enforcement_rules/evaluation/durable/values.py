"""Values of facts as whole numbers for the network: comparisons of the numbers say what those of the values say."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.durable.network import LARGEST, Unsupported
from enforcement_rules.values.interval import ends

_SCALE = 10_000


def number(value: Any) -> int:
    """Return an order-preserving whole number of a day or a number; exact values are even.

    A number with more decimals than are kept becomes the odd one between its neighbours, so that it is never equal to
    a bound and lies on the right side of every one.

    Raises:
        Unsupported: where the value is too large or no number.
    """
    if isinstance(value, dt.date):
        return value.toordinal() * 2
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise Unsupported("a value that is no number")
    scaled = value * _SCALE
    whole = int(scaled // 1)
    found = whole * 2 + (scaled != whole)
    if not -LARGEST < found < LARGEST:
        raise Unsupported("a number too large")
    return found


def bound(value: Any) -> int:
    """Return the number of a constant that rules compare with.

    Raises:
        Unsupported: where it cannot be written exactly.
    """
    found = number(value)
    if found % 2:
        raise Unsupported("a bound with more than four decimals")
    return found


def limits(value: Any, *, exact: bool = False) -> dict[str, int]:
    """Return the lower and upper end of a value as fields; an open end has none.

    Raises:
        Unsupported: where it cannot be written; with `exact`, also where it lies between two numbers.
    """
    low, high = ends(value)
    fields = {name: number(end) for name, end in (("lo", low), ("hi", high)) if end is not None}
    if exact and any(each % 2 for each in fields.values()):
        raise Unsupported("a number with more than four decimals compared with another fact")
    return fields
