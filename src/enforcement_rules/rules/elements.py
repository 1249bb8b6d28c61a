"""Elements (构成要件事实): the facts that must be established before a penalty, and on whom the burden lies."""

from __future__ import annotations

from pydantic import Field
from pydantic_core import PydanticCustomError

from enforcement_rules.rules.amount import CitedProvision
from enforcement_rules.rules.base import ConditionField, FactName, Name, Record, Rule, Sentence, ShownBy, ZhName
from enforcement_rules.rules.condition import ALWAYS
from enforcement_rules.values.scalars import YesNo
from enforcement_rules.values.validated import check


class Element(Record):
    """One element.

    Attributes:
        article: where it stands, if elsewhere than its set.
        shown_by: on whom the burden lies; `either`: to be investigated either way.
        fact: the fact of the vocabulary that says the same; what a case states of it, with its evidence, counts.
        decisive: listed only where the penalty rests on `fact`.
        when: listed unless this surely does not hold.
    """

    name: Name
    says: Sentence
    says_en: Sentence = ""
    key_zh: ZhName | None = None
    article: Sentence | None = None
    shown_by: ShownBy = "organ"
    fact: FactName | None = None
    decisive: YesNo = False
    when: ConditionField = ALWAYS

    @check
    def _fact_decides(self) -> None:
        if self.decisive and self.fact is None:
            raise PydanticCustomError("decisive_without_fact", "decisive needs a fact")


class ElementSet(Rule):
    """The elements of some violations; of every violation, where it names neither causes nor provisions.

    `in_place_of` names elements of general sets that it spells out: these are then not listed.
    """

    causes: tuple[Name, ...] = ()
    penalised_by: tuple[CitedProvision, ...] = ()
    in_place_of: tuple[Name, ...] = ()
    elements: tuple[Element, ...] = Field(min_length=1)

    @property
    def general(self) -> bool:
        """Whether it speaks of every violation."""
        return not self.causes and not self.penalised_by
