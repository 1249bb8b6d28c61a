"""Lists of 从轻, 减轻, 首违免罚 and 轻微不罚: entries by cause. No list is ever exhaustive."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from enforcement_rules.rules.amount import CitedProvision
from enforcement_rules.rules.base import ConditionField, Name, NamedException, Record, Rule, Sentence
from enforcement_rules.rules.circumstance import Circumstance, Force
from enforcement_rules.rules.condition import ALWAYS, All

_ARTICLE = r"第[^项]*条"


class Entry(Rule):
    """One entry of a list: the matters it speaks of, and the provision that penalises them."""

    causes: tuple[Name, ...]
    penalised_by: tuple[CitedProvision, ...] = ()


class Listing(Record):
    """A list with the conditions common to its entries.

    `article` heads the list in its document, where one does: entries are then cited below it (第二条第1项).
    `ground` is the provision of law that lets a list spare or lighten at all; `accepted` names remarks of the static
    checks that the published list itself deserves, with the reason why it is kept.
    """

    name: Name
    says: Sentence
    says_en: Sentence = ""
    list: Literal["lighter", "mitigated", "first_violation_no_penalty", "minor_no_penalty"]
    exhaustive: Literal[False, "false"] = False
    when: ConditionField = ALWAYS
    unless: tuple[NamedException, ...] = ()
    then: Force
    article: Sentence | None = None
    ground: CitedProvision | None = None
    accepted: dict[Name, Sentence] = Field(default_factory=dict)
    entries: tuple[Entry, ...]

    def cited(self, entry: Entry) -> str:
        """Return where an entry stands: below the article that heads the list, unless it names an article itself."""
        below = self.article is not None and not re.match(_ARTICLE, entry.article)
        return f"{self.article}{entry.article}" if below else entry.article

    def circumstance(self, entry: Entry) -> Circumstance:
        """Return an entry as the circumstance it is, with the conditions of the list joined in."""
        # Of parts that were validated when they were read.
        return Circumstance.model_construct(
            article=self.cited(entry),
            name=entry.name,
            says=entry.says,
            says_en=entry.says_en,
            when=All((self.when, entry.when)),
            unless=self.unless + entry.unless,
            then=self.then,
            place=entry.place,
        )
