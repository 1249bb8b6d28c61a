"""Whole days as rule files write them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from enforcement_rules.values.dates import in_range, parse_day


def day(raw: Any) -> Any:
    """Read a whole ISO date; nothing is left as it is."""
    if raw is None:
        return raw
    try:
        return in_range(raw) if isinstance(raw, dt.date) else parse_day(raw)
    except (TypeError, ValueError):
        raise PydanticCustomError("expected_day", "a whole ISO date") from None


Day = Annotated[dt.date, BeforeValidator(day)]
PerhapsDay = Annotated[dt.date | None, BeforeValidator(day)]
