"""Amounts in yuan: exact decimals with at most two places, never floats."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from enforcement_rules.values.interval import Interval
from enforcement_rules.values.truth import UNKNOWN

_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,2})?\Z")


def parse_amount(value: object) -> Decimal:
    """Read an amount of yuan from text, an int or a Decimal.

    Raises:
        ValueError: on signs, exponents, separators, full-width digits, more than two decimals, 10 trillion or more.
        TypeError: on floats, which have already lost their decimals, and on booleans.

    >>> parse_amount("136.50")
    Decimal('136.50')
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise TypeError("an amount is text, an int or a Decimal")
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    if _AMOUNT.match(text) is None:
        raise ValueError("an amount in yuan has at most two decimals and no sign or separator")
    return Decimal(text)


def ratio(one: Any, other: Any) -> Any:
    """Return `one` divided by `other`, or bounds of it; unknown when the divisor may be zero."""
    if isinstance(other, Decimal | int):
        return _quotient(one, Decimal(other)) if other > 0 else UNKNOWN
    return UNKNOWN


def _quotient(one: Any, other: Decimal) -> Any:
    if isinstance(one, Interval):
        low, high = (None if end is None else end / other for end in (one.low, one.high))
        return Interval(low, high)
    return one / other
