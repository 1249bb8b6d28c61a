"""Scalars that cases and rulesets read alike: exact amounts, and true or false and nothing like it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from enforcement_rules.values.money import parse_amount

AMOUNT_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^(0|[1-9][0-9]*)(\.[0-9]{1,2})?$"}]
}
"""An amount as files write it, in JSON Schema."""


def read_amount(raw: Any) -> Decimal:
    """Read yuan, or an exact factor; refuse what is not exact."""
    try:
        return parse_amount(raw)
    except (TypeError, ValueError):
        raise PydanticCustomError("expected_amount", "an amount in yuan") from None


def read_yes_no(raw: Any) -> Any:
    """Read `true` or `false`; `yes`, `no`, `on` and `1` are none."""
    if raw is True or raw is False:
        return raw
    if raw in ("true", "false"):
        return raw == "true"
    raise PydanticCustomError("expected_yes_no", "true or false")


Amount = Annotated[Decimal, BeforeValidator(read_amount), WithJsonSchema(AMOUNT_SCHEMA)]
YesNo = Annotated[bool, BeforeValidator(read_yes_no), WithJsonSchema({"type": "boolean"})]
