"""Which items of a catalogue are proposed for clean-up (清理), and why. A proposal is never automatic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from enforcement_rules.evaluation.catalogue import based_on, handed_over, valid_on
from enforcement_rules.rules.catalogue import Basis, Item
from enforcement_rules.rules.ruleset import Rulesets

LOCAL = frozenset({"local_regulation", "local_government_rule"})


@dataclass(frozen=True, slots=True)
class ItemState:
    """An item on a day: `valid` or not, and what is proposed, as codes."""

    instrument: str
    catalogue: str
    item: str
    zh: str
    en: str
    kind: str
    valid: bool
    proposals: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "instrument": self.instrument,
            "catalogue": self.catalogue,
            "item": self.item,
            "title": {"zh": self.zh, "en": self.en},
            "kind": self.kind,
            "valid": self.valid,
            "proposals": list(self.proposals),
        }


def states_of(rulesets: Rulesets, on: dt.date) -> list[ItemState]:
    """Return every item of every catalogue in force on a day, in the order of the files."""
    ranks = {name: versions[-1].head.rank for name, versions in rulesets.versions.items()}
    return [
        ItemState(
            version.head.instrument,
            catalogue.name,
            item.name,
            item.title.zh,
            item.title.en,
            item.kind,
            valid_on(item, on),
            tuple(_proposals(item, on, ranks)),
        )
        for version in rulesets.all_versions()
        if version.head.in_force_on(on)
        for catalogue in version.catalogues
        for item in catalogue.items
    ]


def _proposals(item: Item, on: dt.date, ranks: dict[str, Any]) -> Iterator[str]:
    if not valid_on(item, on):
        return
    found = list(_reasons(item, on, ranks))
    yield from found
    if found and any(handed_over(each, on) for each in item.townships):
        yield "not_for_townships"


def _reasons(item: Item, on: dt.date, ranks: dict[str, Any]) -> Iterator[str]:
    if not based_on(item, on):
        yield "no_basis"
        return
    standing = [basis for basis in item.basis if basis.repealed_on is None or on < basis.repealed_on]
    if any(_rank(basis, ranks) not in LOCAL for basis in standing):
        return  # the plan asks only about items that rest on local law
    if item.cases_last_five_years == 0:
        yield "unused_for_five_years"
    elif item.cases_last_five_years is not None and item.necessary is False:
        yield "rare_and_not_needed"
    if item.duplicate_of is not None:
        yield "duplicate"


def _rank(basis: Basis, ranks: dict[str, Any]) -> Any:
    return basis.rank or ranks.get(basis.instrument or "")
