"""Field types of the case: amounts, dates, limits of size."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from msgspec import Struct
from pydantic import BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from enforcement_rules.model.key import BOUNDS
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.identifier import IDENTIFIER
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.range import money
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

NOT_CALCULABLE = "not_calculable"
"""What a file writes for a base that cannot be worked out."""

_DATE = FactType("date")
_COUNT = FactType("count")
_AMOUNT = FactType("amount")
_CURRENCY = 30
"""The longest name of a currency."""


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


class ForeignSum(Struct, frozen=True):
    """A sum in a foreign currency, and what it comes to in yuan where the file says so; nobody converts it."""

    amount: Decimal
    currency: str
    yuan: Decimal | None = None

    def to_dict(self) -> dict[str, str]:
        """Return it as files write it."""
        yuan = {} if self.yuan is None else {"yuan": money(self.yuan)}
        return {"amount": money(self.amount), "currency": self.currency} | yuan


def _base(raw: Any) -> Any:
    if isinstance(raw, str) and raw == NOT_CALCULABLE:
        return raw
    if isinstance(raw, Mapping):
        return _foreign(raw) if "currency" in raw else _bounds(raw)
    return raw if isinstance(raw, Interval | ForeignSum) else read_amount(raw)


def _foreign(raw: Mapping[str, Any]) -> ForeignSum:
    currency, yuan = raw["currency"], raw.get("yuan")
    if set(raw) - {"amount", "currency", "yuan"} or not isinstance(currency, str) or not 0 < len(currency) <= _CURRENCY:
        raise PydanticCustomError("expected_foreign", "amount, currency and perhaps yuan")
    return ForeignSum(read_amount(raw.get("amount")), currency, None if yuan is None else read_amount(yuan))


def _bounds(raw: Mapping[str, Any]) -> Any:
    try:
        return _AMOUNT.stated(raw)
    except ValueError:
        raise PydanticCustomError("expected_bounds", "bounds of an amount") from None


def _show_base(value: Any) -> Any:
    if isinstance(value, Interval):
        ends = {"at_least": value.low, "at_most": value.high}
        return {name: end for name, end in ends.items() if end is not None}
    return value.to_dict() if isinstance(value, ForeignSum) else value


# A bare year is a number for most readers of YAML.
_DAY_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2})$"},
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

_BOUNDS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": dict.fromkeys(BOUNDS, AMOUNT_SCHEMA),
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 2,
}
_FOREIGN_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "amount": AMOUNT_SCHEMA,
        "currency": {"type": "string", "minLength": 1, "maxLength": _CURRENCY},
        "yuan": AMOUNT_SCHEMA,
    },
    "required": ["amount", "currency"],
    "additionalProperties": False,
}
BASE_SCHEMA: dict[str, Any] = {
    "anyOf": [*AMOUNT_SCHEMA["anyOf"], {"const": NOT_CALCULABLE}, _BOUNDS_SCHEMA, _FOREIGN_SCHEMA]
}
"""A base as files write it: an amount, its bounds, a sum in another currency, or that it cannot be worked out."""

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema(COUNT_SCHEMA)]
PartialDate = Annotated[Any, BeforeValidator(_date), PlainSerializer(_DATE.show), WithJsonSchema(DATE_SCHEMA)]
Base = Annotated[Any, BeforeValidator(_base), PlainSerializer(_show_base), WithJsonSchema(BASE_SCHEMA)]

_UNITS = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?\Z")
SIX_DECIMALS: dict[str, Any] = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^(0|[1-9][0-9]*)(\.[0-9]{1,6})?$"}]
}


def read_six(raw: Any) -> Decimal:
    """Read a number with at most six decimals; refuse what is not exact."""
    text = format(raw, "f") if isinstance(raw, Decimal) else str(raw)
    if isinstance(raw, bool | float) or _UNITS.match(text) is None:
        raise PydanticCustomError("expected_six_decimals", "a number with at most six decimals")
    return Decimal(text)


Units = Annotated[Decimal, BeforeValidator(read_six), WithJsonSchema(SIX_DECIMALS)]
Wan = Units
"""A number of units; an amount in 万元."""
