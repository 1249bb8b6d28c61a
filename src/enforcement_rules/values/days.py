"""Whole days as rule files write them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def day(raw: Any) -> Any:
    """Read a whole ISO date; nothing is left as it is."""
    if raw is None or isinstance(raw, dt.date):
        return raw
    if not isinstance(raw, str) or _DAY.match(raw) is None:
        raise PydanticCustomError("expected_day", "a whole ISO date")
    try:
        return dt.date.fromisoformat(raw)
    except ValueError:
        raise PydanticCustomError("expected_day", "a whole ISO date") from None


Day = Annotated[dt.date, BeforeValidator(day)]
PerhapsDay = Annotated[dt.date | None, BeforeValidator(day)]
