"""The item of the catalogue that a violation is penalised under, and what of it holds on the day of the decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.versions import concerns, version_at
from enforcement_rules.model.case import Violation
from enforcement_rules.rules.catalogue import Catalogue, Handover, Item
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN, Truth


def item_facts(plan: Plan, violation: Violation, facts: Facts, decided: Any) -> dict[str, Any]:
    """Return what the catalogues of the organ's field and place say of a violation, by fact; nothing without any."""
    catalogues = list(_catalogues(plan, facts, decided))
    if not catalogues or (violation.item is None and violation.cause is None):
        return {}
    found = [item for catalogue in catalogues for item in _items(catalogue, violation)]
    if not found:
        sure = violation.item is not None and all(catalogue.complete for catalogue in catalogues)
        return {"violation.item_listed": False} if sure else {}
    if len(found) > 1:
        return {}
    item = found[0]
    known = {
        "violation.item_listed": True,
        "violation.item_valid": _over(decided, lambda day: valid_on(item, day)),
        "violation.item_has_basis": _over(decided, lambda day: based_on(item, day)),
        "violation.item_at_level": _at_level(item, facts),
        "violation.item_empowered": _empowered(item, facts, decided),
    }
    return {id_: truth for id_, truth in known.items() if truth is not None}


def _catalogues(plan: Plan, facts: Facts, decided: Any) -> Iterator[Catalogue]:
    for instrument in plan.holding("catalogues"):
        version = version_at(plan.rulesets, instrument, decided).version
        if version is not None and version.catalogues and concerns(version.head, facts) is True:
            yield from version.catalogues


def _items(catalogue: Catalogue, violation: Violation) -> Iterator[Item]:
    for item in catalogue.items:
        named = item.name == violation.item
        covers = violation.item is None and item.kind == "administrative_penalty" and violation.cause in item.causes
        if named or covers:
            yield item


def _over(day: Any, holds: Callable[[dt.date], bool]) -> Truth:
    """Return whether something holds on a day, or at both ends of what is known of it."""
    low, high = ends(day)
    if low is None or high is None:
        return None
    return holds(low) if holds(low) is holds(high) else None


def valid_on(item: Item, day: dt.date) -> bool:
    """Say whether an item is in force on a day, neither suspended nor cancelled."""
    started = item.from_ is None or item.from_ <= day
    ended = item.to is not None and item.to < day
    stopped = any(end is not None and end <= day for end in (item.suspended_from, item.cancelled_on))
    return started and not ended and not stopped


def based_on(item: Item, day: dt.date) -> bool:
    """Say whether an item rests on at least one provision that is not repealed on a day."""
    return any(basis.repealed_on is None or day < basis.repealed_on for basis in item.basis)


def _at_level(item: Item, facts: Facts) -> Truth:
    rank = facts["organ.rank"]
    if not item.levels or rank is UNKNOWN or rank == "township":
        return None  # a township holds an item by handover, not by its level
    return rank in item.levels


def _empowered(item: Item, facts: Facts, decided: Any) -> Truth:
    place = facts["organ.place"]
    if place is UNKNOWN:
        return None
    handed = [each for each in item.townships if place.startswith(each.place)]
    return _over(decided, lambda day: any(handed_over(each, day) for each in handed))


def handed_over(handover: Handover, day: dt.date) -> bool:
    """Say whether a township holds an item on a day: by a published decision, begun and not taken back."""
    published = handover.decision is not None and handover.published_on is not None and handover.published_on <= day
    begun = handover.from_ is None or handover.from_ <= day
    return published and begun and (handover.to is None or day <= handover.to)
