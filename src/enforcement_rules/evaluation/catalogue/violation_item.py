"""The item of the catalogue that a violation is penalised under: what follows from it where the file is silent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.applicability import concerns
from enforcement_rules.evaluation.catalogue.item_on_day import (
    based_on,
    basis_changes,
    handover_changes,
    held_by,
    over,
    valid_on,
    validity_changes,
)
from enforcement_rules.evaluation.facts import FactDefinition, Facts
from enforcement_rules.evaluation.layout import decided_on
from enforcement_rules.evaluation.plan import Plan, possible_versions
from enforcement_rules.evaluation.proof import Node
from enforcement_rules.model.case import Case, Violation
from enforcement_rules.rules.catalogue import Catalogue, Item
from enforcement_rules.rules.instrument import Instrument
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction

LISTED = "violation.item_listed"
EMPOWERED = "violation.item_empowered"
TOWNSHIP = "township"


class Entry(Struct, frozen=True):
    """An item that may be the one meant; not `sure` where its catalogue perhaps does not concern the organ."""

    item: Item
    catalogue: Catalogue
    head: Instrument
    sure: bool


class Found(Struct, frozen=True):
    """What the catalogues hold of a violation.

    Attributes:
        entries: the items it names, or of penalty those that cover its cause.
        missing: whether it surely is on no catalogue: it names an item, and all are complete.
        names: the names of the organ, and of the one in whose name it acts.
        day: the day of the review, for a case without a decision.
    """

    entries: tuple[Entry, ...]
    missing: bool
    names: frozenset[str]
    day: dt.date
    plan: Plan

    def decided(self, facts: Facts) -> Any:
        """Return the day of the decision, or what is known of it; where there is none yet, that of the review."""
        return decided_on(facts, self.day)


Read = Callable[[Found, Entry, Facts], Truth]


class ItemFact:
    """One fact that follows from the items found, as a definition of it."""

    rule = None

    def __init__(self, id_: str, found: Found, read: Read, waits: tuple[str, ...]) -> None:
        """Keep what was found and how the fact is read from an item; `waits` are the facts it needs, in order."""
        self.id_, self.found, self.read, self.needs = id_, found, read, waits

    def __call__(self, facts: Facts) -> Any:
        """Return the value that all items found agree on, or `UNKNOWN`."""
        if not self.found.entries:
            return False if self.found.missing and self.id_ == LISTED else UNKNOWN
        truths = {self._read(entry, facts) for entry in self.found.entries}
        known = truths.pop() if len(truths) == 1 else None
        return UNKNOWN if known is None else known

    def _read(self, entry: Entry, facts: Facts) -> Truth:
        known = self.read(self.found, entry, facts)
        return known if entry.sure or known is True else None

    def waits(self, facts: Facts) -> list[str]:
        """Return what would have to be known: the item, before what holds of it."""
        if not self.found.entries:
            return [LISTED] if self.id_ != LISTED and facts[LISTED] is UNKNOWN else []
        return [id_ for id_ in self.needs if facts[id_] is UNKNOWN][:1]

    def sources(self, facts: Facts) -> Iterator[Node]:
        """Yield the items found, each with what it says of the fact."""
        for entry in self.found.entries:
            yield Node("item", self._read(entry, facts), value=entry.item)


def with_item(plan: Plan, case: Case, violation: Violation, facts: Facts, day: dt.date) -> None:
    """Let facts of the item that the file does not state follow from the catalogues of the organ's field and place.

    Without a catalogue that speaks of the violation nothing is added: the facts are assumed, and the verdict says so.
    """
    found = _found(plan, case, violation, facts, day)
    if found is None:
        return
    made: dict[str, FactDefinition] = {id_: ItemFact(id_, found, read, waits) for id_, (read, waits) in _READ.items()}
    facts.definitions = {**facts.definitions, **made}
    entries = [fact.entry for id_ in _READ if (fact := facts.vocabulary.fact(id_)) is not None]
    # A catalogue was looked at: what it leaves open is to be asked, and no longer to be assumed.
    facts.raised |= {entry.dormant.event for entry in entries if entry.dormant}


def contradicted(facts: Facts) -> Iterator[tuple[str, Entry]]:
    """Yield every fact that the file states otherwise than the catalogue, with the item that says so."""
    for id_ in _READ:
        made = facts.definitions.get(id_)
        if not isinstance(made, ItemFact) or not made.found.entries or id_ in facts.contested:
            continue
        known = made(facts)
        if id_ in facts.statements and known is not UNKNOWN and known is not facts[id_]:
            yield id_, made.found.entries[0]


def _found(plan: Plan, case: Case, violation: Violation, facts: Facts, day: dt.date) -> Found | None:
    catalogues = list(_catalogues(plan, facts, decided_on(facts, day)))
    entries = tuple(
        Entry(item, catalogue, head, sure)
        for catalogue, head, sure in catalogues
        for item in _items(catalogue, violation)
    )
    whole = bool(catalogues) and all(catalogue.complete and sure for catalogue, _, sure in catalogues)
    if not catalogues or not (entries or violation.item is not None or whole):
        return None
    names = frozenset(name for name in (case.organ.name, case.organ.in_name_of) if name)
    return Found(entries, violation.item is not None and whole, names, day, plan)


def _catalogues(plan: Plan, facts: Facts, decided: Any) -> Iterator[tuple[Catalogue, Instrument, bool]]:
    """Yield every catalogue that may concern the organ on the day with its instrument, and whether it surely does."""
    for instrument in plan.holding("catalogues"):
        chosen = plan.version_at(instrument, decided).version
        for version in possible_versions(plan.rulesets, instrument, decided):
            concerned = concerns(version.head, facts)
            if concerned is not False:
                sure = version is chosen and concerned is True
                yield from ((each, version.head, sure) for each in version.catalogues)


def _items(catalogue: Catalogue, violation: Violation) -> Iterator[Item]:
    for item in catalogue.items:
        named = item.name == violation.item
        covers = violation.item is None and item.kind == "administrative_penalty" and violation.cause in item.causes
        if named or covers:
            yield item


def _listed(found: Found, entry: Entry, facts: Facts) -> Truth:
    return entry.item.kind == "administrative_penalty"


def _valid(found: Found, entry: Entry, facts: Facts) -> Truth:
    return over(found.decided(facts), validity_changes(entry.item), lambda day: valid_on(entry.item, day))


def _based(found: Found, entry: Entry, facts: Facts) -> Truth:
    laws = found.plan.rulesets
    return over(found.decided(facts), basis_changes(entry.item, laws), lambda day: based_on(entry.item, day, laws))


def _at_level(found: Found, entry: Entry, facts: Facts) -> Truth:
    rank, levels = facts["organ.rank"], entry.item.levels
    if not levels:
        return True
    if rank == TOWNSHIP and TOWNSHIP not in levels:  # a township holds an item by handover, not by its level
        return disjunction(
            None if facts[id_] is UNKNOWN else facts[id_] for id_ in (EMPOWERED, "organ.township_empowered")
        )
    return None if rank is UNKNOWN else rank in levels


def _of_organ(found: Found, entry: Entry, facts: Facts) -> Truth:
    """Say whether the item is this organ's. Another name may be the same organ's: that is asked, never taken for no."""
    item, field = entry.item, facts["organ.field"]
    if facts["organ.rank"] == TOWNSHIP:
        return True  # whose it is by handover is asked for itself
    in_field = True if not item.fields else None if field is UNKNOWN else field in item.fields
    named = True if not item.organs or found.names & set(item.organs) else None
    return conjunction([in_field, named])


def _empowered(found: Found, entry: Entry, facts: Facts) -> Truth:
    place, item = facts["organ.place"], entry.item
    if place is UNKNOWN:
        return None
    complete = entry.catalogue.complete
    return over(found.decided(facts), handover_changes(item), lambda day: held_by(item, place, day, complete=complete))


_READ: dict[str, tuple[Read, tuple[str, ...]]] = {
    LISTED: (_listed, ()),
    "violation.item_valid": (_valid, ()),
    "violation.item_has_basis": (_based, ()),
    "violation.item_of_organ": (_of_organ, ("organ.field",)),
    "violation.item_at_level": (_at_level, ("organ.rank", EMPOWERED)),
    EMPOWERED: (_empowered, ("organ.place",)),
}
