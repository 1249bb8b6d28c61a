"""Arguments of the library's functions, held to their types: a wrong one is named, not met with far inside."""

from __future__ import annotations

import datetime as dt
import os
from typing import Any

from enforcement_rules.values.errors import refuse


def hold_argument(name: str, value: object, types: type | tuple[type, ...], expected: str) -> None:
    """Refuse an argument of another type.

    Args:
        name: of the argument.
        value: what was given.
        types: what it may be.
        expected: these in words of Python, as in `a Rulesets from load_rulesets()`.

    Raises:
        InputError: when it is none of them.
    """
    if not isinstance(value, types):
        raise _wrong(name, value, expected)


def hold_day(name: str, value: object) -> None:
    """Refuse what is no `datetime.date`, also a `datetime.datetime`, whose time would mean nothing.

    Raises:
        InputError: when it is none.
    """
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise _wrong(name, value, "datetime.date")


def hold_calendar(value: object) -> None:
    """Refuse what cannot say which days are working days.

    Raises:
        InputError: when it is no calendar.
    """
    if isinstance(value, type) or not callable(getattr(value, "is_workday", None)):
        raise _wrong("calendar", value, "a calendar, as load_calendar() returns it")


def hold_path(name: str, value: object) -> None:
    """Refuse what is no path.

    Raises:
        InputError: when it is none, or the text of a file instead of its name.
    """
    hold_argument(name, value, (str, os.PathLike), "a path (str or pathlib.Path)")
    if isinstance(value, str) and "\n" in value:
        raise refuse("content_for_path", (name,))


def _wrong(name: str, value: object, expected: str) -> Any:
    return refuse("wrong_argument", (name,), type=type(value).__name__, expected=expected)
