"""Points of an appraisal: exact decimals, and spans of them while something is open."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from msgspec import Struct
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_POINTS = re.compile(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,2})?\Z")
_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^(0|[1-9][0-9]{0,5})(\.[0-9]{1,2})?$"}]
}


def _read(raw: Any) -> Decimal:
    text = format(raw, "f") if isinstance(raw, Decimal) else str(raw)
    if isinstance(raw, bool | float) or _POINTS.match(text) is None:
        raise PydanticCustomError("expected_points", "points")
    return Decimal(text)


Points = Annotated[Decimal, BeforeValidator(_read), WithJsonSchema(_SCHEMA)]


def points_text(points: Decimal) -> str:
    """Return points as people write them: exact, without zeros that say nothing.

    >>> points_text(Decimal("2.50")), points_text(Decimal("100"))
    ('2.5', '100')
    """
    text = format(points, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class PointSpan(Struct, frozen=True):
    """The fewest and the most points there can be; both are the same once nothing is open."""

    lowest: Decimal = Decimal(0)
    highest: Decimal = Decimal(0)

    def __add__(self, other: PointSpan) -> PointSpan:
        return PointSpan(self.lowest + other.lowest, self.highest + other.highest)

    def at_most(self, cap: Decimal) -> PointSpan:
        """Return the span with neither end above a cap."""
        return PointSpan(min(self.lowest, cap), min(self.highest, cap))

    @property
    def settled(self) -> bool:
        """Whether there is but one number left."""
        return self.lowest == self.highest

    def to_dict(self) -> dict[str, str]:
        """Return the JSON form."""
        return {"lowest": points_text(self.lowest), "highest": points_text(self.highest)}
