"""Terms of two provisions (行政处罚法 art. 37): which is milder, by both ends, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enforcement_rules.rules.amount import Penalty
from enforcement_rules.values.length import Length, Lengths
from enforcement_rules.values.truth import Truth

_SHORTEST, _LONGEST = Length(), Length(for_life=True)
_Threatened = Sequence[tuple[Penalty, Truth]]


def compare_terms(one: _Threatened, other: _Threatened) -> Iterator[str]:
    """Yield of every kind that both threaten whether the first term is the same, lower, higher or not comparable.

    A kind that sets no term allows any.
    """
    kinds = {penalty.kind for penalty, known in one if known is not False}
    for kind in sorted(kinds & {penalty.kind for penalty, known in other if known is not False}):
        yield _compared(_ends(kind, one), _ends(kind, other))


def _ends(kind: str, threatened: _Threatened) -> tuple[Length, Length] | None:
    """Return the shortest and the longest term of a kind; `None` where the calendar or an open condition decides."""
    mine = [(penalty, known) for penalty, known in threatened if penalty.kind == kind and known is not False]
    sure = [_lengths(penalty) for penalty, known in mine if known is True]
    found = sure or [_lengths(penalty) for penalty, _ in mine]
    low, high = {each.low or _SHORTEST for each in found}, {_longest(each) for each in found}
    return (low.pop(), high.pop()) if len(low) == len(high) == 1 else None


def _lengths(penalty: Penalty) -> Lengths:
    if penalty.term is not None:
        return penalty.term.lengths
    span = penalty.days
    low, high = (None, None) if span is None or span.base is not None else (span.low, span.high)
    least, most = (None if end is None else Length(days=int(end)) for end in (low, high))
    return Lengths(least, most)


def _longest(lengths: Lengths) -> Length:
    return _LONGEST if lengths.or_for_life or lengths.high is None else lengths.high


def _compared(one: tuple[Length, Length] | None, other: tuple[Length, Length] | None) -> str:
    if one == other:
        return "same"
    orders = [None] if one is None or other is None else [_order(*ends) for ends in zip(one, other, strict=True)]
    told = [order for order in orders if order is not None]
    if len(told) < len(orders):
        return "incomparable"
    if not any(told):
        return "same"
    return "lower" if max(told) <= 0 else "higher" if min(told) >= 0 else "incomparable"


def _order(one: Length, other: Length) -> int | None:
    before, after = one.shorter(other), other.shorter(one)
    return None if before is None or after is None else bool(after) - bool(before)
