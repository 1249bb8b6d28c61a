"""What of an item of a catalogue (执法事项目录) holds on a day: whether it is valid, has a basis, is a township's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from enforcement_rules.rules.catalogue import Basis, Handover, Item
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import Truth, conjunction, disjunction

LOCAL = frozenset({"local_regulation", "local_government_rule"})
BINDING = LOCAL | {"law", "administrative_regulation", "departmental_rule"}
"""The ranks an item may rest on: laws, regulations and rules (Penalty Law arts. 4, 16)."""
_ONE = dt.timedelta(days=1)


def over(day: Any, changes: Iterable[dt.date | None], holds: Callable[[dt.date], Truth]) -> Truth:
    """Return what holds on a day of which perhaps only bounds are known: unknown where it changes in between.

    Args:
        day: a date, or bounds of one.
        changes: the days on which it may change.
        holds: what holds on one day.
    """
    low, high = ends(day)
    first, last = low or dt.date.min, high or dt.date.max
    days = {first, last, *(each for each in changes if each is not None and first < each <= last)}
    found = {holds(each) for each in days}
    return found.pop() if len(found) == 1 else None


def valid_on(item: Item, day: dt.date) -> bool:
    """Say whether an item is in force on a day, neither suspended nor cancelled."""
    return (
        _within(item.from_, item.to, day)
        and not _begun(item.suspended_from, day)
        and not _begun(item.cancelled_on, day)
    )


def validity_changes(item: Item) -> tuple[dt.date | None, ...]:
    """Return the days on which an item begins or ceases to be in force."""
    return item.from_, _after(item.to), item.suspended_from, item.cancelled_on


def based_on(item: Item, day: dt.date, rulesets: Rulesets) -> Truth:
    """Say whether an item rests on a law, regulation or rule in force on a day; unknown where a rank is not known."""
    return disjunction(stands(basis, day, rulesets) for basis in item.basis)


def basis_changes(item: Item, rulesets: Rulesets) -> Iterator[dt.date | None]:
    """Yield the days on which a basis of an item begins or ceases to be in force."""
    for basis in item.basis:
        yield basis.repealed_on
        for version in rulesets.versions.get(basis.instrument or "", ()):
            yield from (version.head.in_force.from_, _after(version.head.in_force.to))


def stands(basis: Basis, day: dt.date, rulesets: Rulesets) -> Truth:
    """Say whether a basis is a law, regulation or rule in force on a day."""
    rank = rank_of(basis, rulesets)
    binding = None if rank is None else rank in BINDING
    return conjunction([binding, not _begun(basis.repealed_on, day), _loaded_in_force(basis, day, rulesets)])


def rank_of(basis: Basis, rulesets: Rulesets) -> str | None:
    """Return the rank of a basis: as stated, else that of the loaded instrument."""
    versions = rulesets.versions.get(basis.instrument or "", ())
    return basis.rank or (versions[-1].head.rank if versions else None)


def _loaded_in_force(basis: Basis, day: dt.date, rulesets: Rulesets) -> Truth:
    """Say whether a loaded instrument is in force; earlier versions may be missing, so that only its end is sure."""
    versions = rulesets.versions.get(basis.instrument or "", ())
    if not versions or any(version.head.in_force_on(day) for version in versions):
        return True
    end = versions[-1].head.in_force.to
    return False if end is not None and end < day else None


def held_by(item: Item, place: str, day: dt.date, *, complete: bool) -> Truth:
    """Say whether a township holds an item on a day.

    Args:
        item: the item.
        place: the division code of the township; where it is shorter than that of a handover, which township it is
            is not known.
        day: the day.
        complete: whether the catalogue names every township that holds the item.
    """
    found = [handed_over(each, day) for each in item.townships if place.startswith(each.place)]
    perhaps = [each for each in item.townships if each.place.startswith(place) and each.place != place]
    found += [None for each in perhaps if handed_over(each, day) is not False]
    return disjunction(found) if found or complete else None


def handed_over(handover: Handover, day: dt.date) -> Truth:
    """Say whether a handover stands on a day: by a published decision of the province, begun and not taken back."""
    decided = None if handover.decision is None else True
    by_province = handover.decided_by in (None, "province")
    published = None if handover.published_on is None else handover.published_on <= day
    kept = _within(handover.from_, handover.to, day) and not _begun(handover.withdrawn_on, day)
    return conjunction([decided, by_province, published, kept])


def handover_changes(item: Item) -> Iterator[dt.date | None]:
    """Yield the days on which a township begins or ceases to hold an item."""
    for each in item.townships:
        yield from (each.published_on, each.from_, _after(each.to), each.withdrawn_on)


def _within(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _begun(start: dt.date | None, day: dt.date) -> bool:
    return start is not None and start <= day


def _after(day: dt.date | None) -> dt.date | None:
    return None if day is None or day == dt.date.max else day + _ONE
