"""Field types of the case: amounts, dates, limits of size."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.identifier import IDENTIFIER
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.scalars import AMOUNT_SCHEMA, read_amount

Text = Annotated[str, StringConstraints(max_length=2000)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Pages = Annotated[
    str,
    StringConstraints(max_length=100),
    # A bare number of pages is a number for most readers of YAML.
    WithJsonSchema({"anyOf": [{"type": "string", "maxLength": 100}, {"type": "integer", "minimum": 0}]}),
]
Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER)]

_DATE = FactType("date")
_COUNT = FactType("count")


def _date(raw: Any) -> Any:
    if raw is None or isinstance(raw, Interval):
        return raw
    try:
        return _DATE.parse(raw)
    except ValueError:
        raise PydanticCustomError("expected_date", "an ISO date") from None


def _count(raw: Any) -> int:
    try:
        return int(_COUNT.parse(raw))
    except ValueError:
        raise PydanticCustomError("expected_count", "a whole number") from None


def _base(raw: Any) -> Any:
    return raw if raw == "not_calculable" else read_amount(raw)


# A bare year is a number for most readers of YAML.
_DAY_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        {"type": "integer", "minimum": 1900, "maximum": 2200},
    ]
}
_SPAN_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"from": _DAY_SCHEMA, "to": _DAY_SCHEMA},
    "additionalProperties": False,
    "minProperties": 1,
}
DATE_SCHEMA: dict[str, Any] = {"anyOf": [*_DAY_SCHEMA["anyOf"], _SPAN_SCHEMA]}
COUNT_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}]
}
"""Dates and counts as files write them, in JSON Schema."""

BASE_SCHEMA: dict[str, Any] = {"anyOf": [*AMOUNT_SCHEMA["anyOf"], {"const": "not_calculable"}]}
"""A base as files write it: an amount, or that it cannot be worked out."""

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema(COUNT_SCHEMA)]
PartialDate = Annotated[Any, BeforeValidator(_date), PlainSerializer(_DATE.show), WithJsonSchema(DATE_SCHEMA)]
Base = Annotated[
    Decimal | Literal["not_calculable"],
    BeforeValidator(_base),
    WithJsonSchema(BASE_SCHEMA),
]

_UNITS = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?\Z")
SIX_DECIMALS: dict[str, Any] = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^(0|[1-9][0-9]*)(\.[0-9]{1,6})?$"}]
}


def _six(raw: Any) -> Decimal:
    text = format(raw, "f") if isinstance(raw, Decimal) else str(raw)
    if isinstance(raw, bool | float) or _UNITS.match(text) is None:
        raise PydanticCustomError("expected_six_decimals", "a number with at most six decimals")
    return Decimal(text)


Units = Annotated[Decimal, BeforeValidator(_six), WithJsonSchema(SIX_DECIMALS)]
Wan = Units
"""A number of units; an amount in 万元."""
