"""Quantities with their units, which no fact of the vocabulary holds: kept and shown, judged by people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from enforcement_rules.model.fields import SIX_DECIMALS, Text, Title, read_six
from enforcement_rules.model.key import BOUNDS, Key
from enforcement_rules.values.interval import Interval

_BOUND = {"at_least": 0, "more_than": 0, "at_most": 1, "below": 1}


def _number(raw: Any) -> Any:
    if not isinstance(raw, Mapping):
        return raw if isinstance(raw, Interval) else read_six(raw)
    found: list[Any] = [None, None]
    for key, each in raw.items():
        if key not in _BOUND or found[_BOUND[key]] is not None:
            raise PydanticCustomError("expected_bounds", "bounds of a number")
        found[_BOUND[key]] = read_six(each)
    low, high = found
    if not raw or (low is not None and high is not None and low > high):
        raise PydanticCustomError("expected_bounds", "bounds of a number")
    return Interval(low, high)


def _show(value: Any) -> Any:
    if not isinstance(value, Interval):
        return value
    ends = {"at_least": value.low, "at_most": value.high}
    return {name: end for name, end in ends.items() if end is not None}


_SCHEMA: dict[str, Any] = {
    "anyOf": [
        *SIX_DECIMALS["anyOf"],
        {
            "type": "object",
            "properties": dict.fromkeys(BOUNDS, SIX_DECIMALS),
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 2,
        },
    ]
}
Number = Annotated[Any, BeforeValidator(_number), PlainSerializer(_show), WithJsonSchema(_SCHEMA)]


class Quantity(BaseModel):
    """How much of what: a number, or bounds of one, with its unit."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, arbitrary_types_allowed=True)
    of: Annotated[Title, Key("事项", "什么的数量", "of what")]
    number: Annotated[Number, Key("数量", "数目或者界限", "the number, or bounds of it")]
    unit: Annotated[Text | None, Key("单位", "计量单位", "the unit")] = None
