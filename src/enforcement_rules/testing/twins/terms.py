"""Terms that a provision allows and terms that it does not, as a case states them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.values.length import Length, Lengths

_FIFTY_YEARS = Length(months=600)
"""A term shorter than one for life."""
_LESS_THAN_A_MONTH = 27


def stated(length: Length) -> dict[str, Any]:
    """Return a length as a case file has it under `term`."""
    years, months = divmod(length.months, 12)
    parts = {"years": years, "months": months, "days": length.days, "for_life": length.for_life}
    return {unit: part for unit, part in parts.items() if part}


def inside(lengths: Lengths) -> Length:
    """Return a length that a range allows: its lower end, else its upper one, else one for life."""
    return lengths.low or lengths.high or Length(for_life=True)


def outside(lengths: Lengths, *, ceiling: bool) -> Iterator[Length]:
    """Yield lengths beyond one end of a range, each surely outside; none where it has no such end."""
    tried = _longer(lengths.high) if ceiling else _shorter(lengths.low)
    yield from (each for each in tried if lengths.holds(each) is False)


def _shorter(low: Length | None) -> Iterator[Length]:
    if low is None:
        return
    if low.for_life:
        yield _FIFTY_YEARS
    elif low.months:
        yield Length(low.months - 1, low.days) if low.months > 1 else Length(days=_LESS_THAN_A_MONTH + low.days)
    elif low.days > 1:
        yield Length(days=low.days - 1)


def _longer(high: Length | None) -> Iterator[Length]:
    if high is not None and not high.for_life:
        yield Length(high.months, high.days + 1)
        yield Length(for_life=True)
