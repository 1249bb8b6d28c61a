"""Field types of the case: amounts, dates, limits of size."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.money import parse_amount

Text = Annotated[str, StringConstraints(max_length=2000)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_\-]{1,60}$")]

_DATE = FactType("date")


def read_amount(raw: Any) -> Decimal:
    """Read yuan; refuse what is not exact."""
    try:
        return parse_amount(raw)
    except (TypeError, ValueError):
        raise PydanticCustomError("expected_amount", "an amount in yuan") from None


def _date(raw: Any) -> Any:
    if isinstance(raw, Interval):
        return raw
    try:
        return _DATE.parse(raw)
    except ValueError:
        raise PydanticCustomError("expected_date", "an ISO date") from None


def _yes_no(raw: Any) -> Any:
    if raw is True or raw is False:
        return raw
    if raw in ("true", "false"):
        return raw == "true"
    raise PydanticCustomError("expected_yes_no", "true or false")


def _base(raw: Any) -> Any:
    return raw if raw == "not_calculable" else read_amount(raw)


_DATE_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        {
            "type": "object",
            "properties": {"from": {"type": "string"}, "to": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_AMOUNT_SCHEMA = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^(0|[1-9]\d*)(\.\d{1,2})?$"}]
}

Amount = Annotated[Decimal, BeforeValidator(read_amount), WithJsonSchema(_AMOUNT_SCHEMA)]
PartialDate = Annotated[Any, BeforeValidator(_date), PlainSerializer(_DATE.show), WithJsonSchema(_DATE_SCHEMA)]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"type": "boolean"})]
Base = Annotated[
    Decimal | Literal["not_calculable"],
    BeforeValidator(_base),
    WithJsonSchema({"anyOf": [*_AMOUNT_SCHEMA["anyOf"], {"const": "not_calculable"}]}),
]
