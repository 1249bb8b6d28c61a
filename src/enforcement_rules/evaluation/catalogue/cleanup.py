"""Which items of a catalogue are proposed for clean-up (清理), and why. A proposal is never automatic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, get_args

from msgspec import Struct

from enforcement_rules.evaluation.catalogue.item_on_day import LOCAL, based_on, handed_over, rank_of, stands, valid_on
from enforcement_rules.rules.catalogue import Catalogue, Item, ItemKind
from enforcement_rules.rules.instrument import Instrument
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.truth import Truth

KINDS: tuple[str, ...] = get_args(ItemKind)


class ItemState(Struct, frozen=True):
    """An item on a day: whether it is valid, what is proposed and what is not known, and which townships hold it."""

    item: Item
    valid: bool
    proposals: tuple[str, ...]
    open: tuple[str, ...]
    townships: tuple[tuple[str, Truth], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form: the item as its file states it, and what was found of it."""
        item, place = self.item, self.item.place
        return item.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"townships"}) | {
            "where": place.of_line if place else None,
            "valid": self.valid,
            "townships": [{"place": code, "held": held} for code, held in self.townships],
            "proposals": list(self.proposals),
            "open": list(self.open),
        }


class CatalogueState(Struct, frozen=True):
    """A catalogue in force on a day with its items, in the order of the file."""

    head: Instrument
    catalogue: Catalogue
    items: tuple[ItemState, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """How many items there are of each of the eight kinds."""
        return {kind: sum(each.item.kind == kind for each in self.items) for kind in KINDS}

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        published = self.catalogue.published_on
        return {
            "instrument": self.head.instrument,
            "version": self.head.version,
            "catalogue": self.catalogue.name,
            "says": {"zh": self.catalogue.says, "en": self.catalogue.says_en},
            "published_on": published.isoformat() if published else None,
            "complete": self.catalogue.complete,
            "kinds": self.kinds,
            "items": [state.to_dict() for state in self.items],
        }


def catalogues_on(rulesets: Rulesets, on: dt.date) -> list[CatalogueState]:
    """Return every catalogue in force on a day, by instrument."""
    return [
        CatalogueState(version.head, each, tuple(_state(item, on, rulesets) for item in each.items))
        for version in rulesets.all_versions()
        if version.head.in_force_on(on)
        for each in version.catalogues
    ]


def _state(item: Item, on: dt.date, rulesets: Rulesets) -> ItemState:
    valid = valid_on(item, on)
    found = list(_proposals(item, on, rulesets)) if valid else []
    open_ = list(_open(item, on, rulesets)) if valid else []
    townships = tuple((each.place, handed_over(each, on)) for each in item.townships)
    return ItemState(item, valid, tuple(found), tuple(open_), townships)


def _proposals(item: Item, on: dt.date, rulesets: Rulesets) -> Iterator[str]:
    found = list(_reasons(item, on, rulesets))
    yield from found
    if found and any(_may_still_be_held(item, on)):
        yield "not_for_townships"


def _may_still_be_held(item: Item, on: dt.date) -> Iterator[bool]:
    """Yield whether each handover stands, may stand or is yet to begin."""
    for each in item.townships:
        yield handed_over(each, on) is not False or (each.from_ is not None and each.from_ > on)


def _reasons(item: Item, on: dt.date, rulesets: Rulesets) -> Iterator[str]:
    if based_on(item, on, rulesets) is False:
        yield "no_basis"
        return
    if local_only(item, on, rulesets) is not True:
        return  # the plan asks only about items that rest on local law
    if item.cases_last_five_years == 0:
        yield "unused_for_five_years"
    elif item.rare is True and item.necessary is False:
        yield "rare_and_not_needed"
    if item.duplicate_of is not None:
        yield "duplicate"


def _open(item: Item, on: dt.date, rulesets: Rulesets) -> Iterator[str]:
    if based_on(item, on, rulesets) is None or local_only(item, on, rulesets) is None:
        yield "basis_unknown"
    elif local_only(item, on, rulesets) is True:
        yield from _use_not_known(item)
    if any(handed_over(each, on) is None for each in item.townships):
        yield "handover_unknown"


def _use_not_known(item: Item) -> Iterator[str]:
    """Yield what the organ has yet to say of an item that rests on local law only."""
    if item.cases_last_five_years is None:
        yield "use_unknown"
    elif item.cases_last_five_years > 0 and item.necessary is False and item.rare is None:
        yield "rare_unknown"  # the plan sets no number below which an item is rare
    elif item.cases_last_five_years > 0 and item.rare is True and item.necessary is None:
        yield "need_unknown"


def local_only(item: Item, on: dt.date, rulesets: Rulesets) -> Truth:
    """Say whether all that an item rests on is local law; unknown where the rank or life of a basis is not known."""
    standing = [(stands(basis, on, rulesets), rank_of(basis, rulesets)) for basis in item.basis]
    if any(known is True and rank not in LOCAL for known, rank in standing):
        return False
    if any(known is None for known, _ in standing):
        return None
    return any(known is True for known, _ in standing)
