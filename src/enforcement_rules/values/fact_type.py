"""The types a fact can have: how its text is read and how its value is shown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from msgspec import Struct, field

from enforcement_rules.values.alternatives import Alternatives
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.dates import in_range, parse_date, without_year
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment, day_moment, parse_moment
from enforcement_rules.values.money import parse_amount
from enforcement_rules.values.range import money
from enforcement_rules.values.truth import UNKNOWN

FactKind = Literal[
    "yes_no", "graded", "choice", "choices", "count", "number", "amount", "days", "date", "time", "text", "moment"
]
ORDERED: frozenset[str] = frozenset({"graded", "count", "number", "amount", "days", "date"})
_LONGEST_TEXT = 2000
_LARGEST_COUNT = 10**9
MOST_DAYS = 73_000
"""Two hundred years: no period of the law is longer, and a date moved by it is still one."""
_COUNT = re.compile(r"(?:0|[1-9][0-9]{0,10})\Z")


BOUNDED: Mapping[str, Decimal | int | None] = {
    "count": 1,
    "days": 1,
    "amount": Decimal("0.01"),
    "number": None,
    "graded": 1,
}
"""The kinds of fact of which a file may state bounds, with the step from one value to the next, where there is one."""
_ENDS = {"at_least": 0, "more_than": 0, "at_most": 1, "below": 1}


class FactType(Struct, frozen=True):
    """A kind and, for `graded`, `choice` and `choices`, the values with their names (Chinese, English).

    `wider` are names that files may write where only some of the values are possible, each with these.
    """

    kind: FactKind
    values: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    wider: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def stated(self, raw: Any) -> Any:
        """Read a value as case files state it: as rules write it, or wider, or as bounds (`{at_most: 5}`).

        Raises:
            ValueError: as `parse` does.
        """
        if isinstance(raw, str) and raw in self.wider:
            return self._wide(raw)
        if isinstance(raw, Mapping) and self.kind in BOUNDED:
            return self._bounded(raw)
        return self.parse(raw)

    def _wide(self, name: str) -> Any:
        members = self.wider[name]
        if self.kind != "graded":
            return Alternatives(name, frozenset(members))
        places = [tuple(self.values).index(each) for each in members]
        return Interval(min(places), max(places))

    def _bounded(self, raw: Mapping[str, Any]) -> Any:
        if not raw or set(raw) - _ENDS.keys() or len({_ENDS[key] for key in raw}) < len(raw):
            raise ValueError("not the bounds of a value")
        found: list[Any] = [None, None]
        for key, each in raw.items():
            found[_ENDS[key]] = self._end(key, self.parse(each))
        low, high = found
        if low is not None and high is not None and low > high:
            raise ValueError("the bounds are upside down")
        return low if low == high else Interval(low, high)

    def _end(self, key: str, value: Any) -> Any:
        """Return the outermost value that a bound admits; a number without a next one keeps the bound itself."""
        step = BOUNDED[self.kind]
        if step is None or key in ("at_least", "at_most"):
            return value
        return value + step if key == "more_than" else value - step

    def wider_name(self, value: Any) -> str | None:
        """Return the name that files may write for a value of which only some are possible; `None` for any other."""
        if isinstance(value, Alternatives):
            return value.name
        if not isinstance(value, Interval) or self.kind != "graded":
            return None
        return next((name for name in self.wider if hash(self._wide(name)) == hash(value)), None)

    def parse(self, raw: Any) -> Any:
        """Read a value as files or callers state it.

        Raises:
            ValueError: with `expected(…)` as the only sensible message when the value is not of this type.
        """
        try:
            return _READERS[self.kind](self, raw)
        except (TypeError, ArithmeticError) as error:
            raise ValueError(str(error)) from error

    def expected(self) -> str:
        """Return the code of the message that says what was expected."""
        return f"expected_{self.kind}"

    def show(self, value: Any) -> Any:
        """Return a JSON-ready form: names for grades, text for dates and amounts, `None` for unknown."""
        if value is UNKNOWN or value is None:
            return None
        if isinstance(value, Alternatives):
            return value.name
        if isinstance(value, Interval):
            if (day := without_year(value.low, value.high)) is not None:
                return day
            return {"from": self.show(value.low), "to": self.show(value.high)}
        if self.kind == "graded":
            return tuple(self.values)[value]
        return _shown(value)


def _shown(value: Any) -> Any:
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Moment):
        return show_moment(value)
    if isinstance(value, Choices):
        return sorted(value.known)
    return value if isinstance(value, bool | int | str) else str(value)


def show_moment(value: Moment) -> str | dict[str, str | None] | None:
    """Return a moment as text: to the minute where it is known, the day where only that is, else its ends."""
    first, last = value.earliest, value.latest
    if first is not None and first == last:
        return first.isoformat(timespec="minutes")
    if first is not None and last is not None and last - first == dt.timedelta(days=1) and first.time() == dt.time.min:
        return first.date().isoformat()
    if first is None and last is None:
        return None
    return {
        "from": None if first is None else first.isoformat(timespec="minutes"),
        "to": None if last is None else last.isoformat(timespec="minutes"),
    }


def _yes_no(_: FactType, raw: Any) -> bool:
    if raw is True or raw is False:
        return bool(raw)
    if raw in ("true", "false"):
        return bool(raw == "true")
    raise ValueError("not true or false")


def _named(kind: FactType, raw: Any) -> str:
    if not isinstance(raw, str) or (kind.values and raw not in kind.values):
        raise ValueError("not one of the values")
    return raw


def _graded(kind: FactType, raw: Any) -> int:
    return tuple(kind.values).index(_named(kind, raw))


def _choices(kind: FactType, raw: Any) -> Choices:
    members = raw if isinstance(raw, list | tuple | set | frozenset) else [raw]
    return Choices(frozenset(_named(kind, member) for member in members))


def _count(_: FactType, raw: Any) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        number = raw
    elif isinstance(raw, str) and _COUNT.match(raw):
        number = int(raw)
    else:
        raise ValueError("not a whole number")
    if not 0 <= number <= _LARGEST_COUNT:
        raise ValueError("out of bounds")
    return number


def _days(kind: FactType, raw: Any) -> int:
    days = _count(kind, raw)
    if days > MOST_DAYS:
        raise ValueError("more days than any period of the law has")
    return days


def _date(_: FactType, raw: Any) -> Any:
    if isinstance(raw, dt.datetime):
        raise TypeError("a date, not a datetime")
    if isinstance(raw, dt.date):
        return in_range(raw)
    if isinstance(raw, Mapping):
        return _date_span(raw)
    if not isinstance(raw, str):
        raise TypeError("not a date")
    return parse_date(raw)


def _time(kind: FactType, raw: Any) -> Moment:
    if isinstance(raw, Moment):
        return raw
    if isinstance(raw, dt.datetime):
        return parse_moment(raw.isoformat(timespec="seconds"))
    if isinstance(raw, str) and "T" in raw:
        return parse_moment(raw)
    return day_moment(_date(kind, raw))


def _date_span(raw: Mapping[str, Any]) -> Any:
    if not raw or set(raw) - {"from", "to"} or not all(isinstance(end, str | dt.date) for end in raw.values()):
        raise ValueError("not a span of dates")
    low, high = (_end(raw.get(key), lower=key == "from") for key in ("from", "to"))
    if low is not None and high is not None and low > high:
        raise ValueError("the span ends before it begins")
    return low if low == high and low is not None else Interval(low, high)


def _end(raw: Any, *, lower: bool) -> dt.date | None:
    if raw is None:
        return None
    day = in_range(raw) if isinstance(raw, dt.date) else parse_date(raw)
    if isinstance(day, Interval):
        return day.low if lower else day.high  # type: ignore[no-any-return]
    return day


def _amount(_: FactType, raw: Any) -> Decimal:
    return parse_amount(raw)


def _text(_: FactType, raw: Any) -> str:
    if not isinstance(raw, str) or len(raw) > _LONGEST_TEXT:
        raise ValueError("not a text")
    return raw


def _never(_: FactType, raw: Any) -> Any:
    raise ValueError("computed, never stated")


_READERS = {
    "yes_no": _yes_no,
    "graded": _graded,
    "choice": _named,
    "choices": _choices,
    "count": _count,
    "days": _days,
    "number": _amount,
    "amount": _amount,
    "date": _date,
    "time": _time,
    "text": _text,
    "moment": _never,
}
