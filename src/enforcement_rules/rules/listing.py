"""Lists of 从轻, 减轻, 首违免罚 and 轻微不罚: entries by cause. No list is ever exhaustive."""

from __future__ import annotations

from typing import Literal

from enforcement_rules.rules.base import ConditionField, Name, NamedException, Record, Rule, Sentence
from enforcement_rules.rules.circumstance import Circumstance, Force
from enforcement_rules.rules.condition import ALWAYS, All


class Entry(Rule):
    """One entry of a list."""

    causes: tuple[Name, ...]


class Listing(Record):
    """A list with the conditions common to its entries."""

    name: Name
    says: Sentence
    says_en: Sentence
    list: Literal["lighter", "mitigated", "first_violation_no_penalty", "minor_no_penalty"]
    exhaustive: Literal[False, "false"] = False
    when: ConditionField = ALWAYS
    unless: tuple[NamedException, ...] = ()
    then: Force
    entries: tuple[Entry, ...]

    def circumstance(self, entry: Entry) -> Circumstance:
        """Return an entry as the circumstance it is, with the conditions of the list joined in."""
        return Circumstance(
            article=entry.article,
            name=entry.name,
            says=entry.says,
            says_en=entry.says_en,
            when=All((self.when, entry.when)),
            unless=self.unless + entry.unless,
            then=self.then,
            place=entry.place,
        )
