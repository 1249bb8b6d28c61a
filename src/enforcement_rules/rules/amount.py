"""Amounts in the law: penalty provisions and benchmarks with their ranges."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from enforcement_rules.rules.base import ConditionField, FactName, Name, Record, Rule, Sentence
from enforcement_rules.values.kinds import PenaltyKind
from enforcement_rules.values.scalars import Amount, YesNo


class Span(Record):
    """A range: lower end (`at_least` or `more_than`), upper end (`at_most` or `below`), factors of `times` if given."""

    at_least: Amount | None = None
    more_than: Amount | None = None
    at_most: Amount | None = None
    below: Amount | None = None
    times: FactName | None = None

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if (self.at_least is not None and self.more_than is not None) or (
            self.at_most is not None and self.below is not None
        ):
            raise PydanticCustomError("one_end", "one lower and one upper end")
        if self.low is None and self.high is None:
            raise PydanticCustomError("no_end", "at least one end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise PydanticCustomError("range_upside_down", "the lower end first")
        return self

    @property
    def low(self) -> Decimal | None:
        """The lower end, whether it belongs to the range or not."""
        return self.at_least if self.at_least is not None else self.more_than

    @property
    def high(self) -> Decimal | None:
        """The upper end, whether it belongs to the range or not."""
        return self.at_most if self.at_most is not None else self.below


class Switch(Record):
    """The base whose size decides which of two ranges applies; `at` itself belongs to the upper one."""

    base: FactName
    at: Amount


class Scale(Record):
    """A fine: one range, or two with a switch between them."""

    fine: Span | None = None
    switch: Switch | None = None
    below: Span | None = None
    otherwise: Span | None = None

    @model_validator(mode="after")
    def _shape(self) -> Self:
        switched = (self.switch, self.below, self.otherwise)
        if (self.fine is None) is not all(switched) or (self.fine is not None and any(switched)):
            raise PydanticCustomError("fine_shape", "fine, or switch with below and otherwise")
        return self


class Penalty(Record):
    """One penalty a provision threatens; a fine carries its range."""

    kind: PenaltyKind
    force: Literal["shall", "may"] = "shall"
    when: ConditionField | None = None
    fine: Span | None = None
    switch: Switch | None = None
    below: Span | None = None
    otherwise: Span | None = None

    @property
    def scale(self) -> Scale | None:
        """The range of a fine; `None` for the other kinds."""
        if self.kind != "fine":
            return None
        return Scale(fine=self.fine, switch=self.switch, below=self.below, otherwise=self.otherwise)

    @model_validator(mode="after")
    def _fine_has_range(self) -> Self:
        if self.kind == "fine":
            Scale(fine=self.fine, switch=self.switch, below=self.below, otherwise=self.otherwise)
        elif any((self.fine, self.switch, self.below, self.otherwise)):
            raise PydanticCustomError("range_without_fine", "a range belongs to a fine")
        return self


class PublishedRange(Record):
    """Where a range was read that the text of the law was not supplied for."""

    organ: Sentence
    document: Sentence
    date: Sentence | None = None
    case: Sentence | None = None


class Provision(Rule):
    """A penalty provision (罚则): its penalties apply to the causes it names or the case cites."""

    causes: tuple[Name, ...] = ()
    then: tuple[Penalty, ...] = Field(min_length=1)
    range_source: Literal["statute", "published_decisions"] = "statute"
    sources: tuple[PublishedRange | Sentence, ...] = ()


class CitedProvision(Record):
    """A provision named from outside its instrument."""

    instrument: Name
    article: Sentence


class Tier(Record):
    """One tier (阶次) of a benchmark."""

    name: Name
    says: Sentence
    says_en: Sentence
    when: ConditionField
    fine: Span | None = None
    below: Span | None = None
    otherwise: Span | None = None


class Benchmark(Rule):
    """A published benchmark: tiers inside the range of a statute.

    `accepted` names remarks of the static checks that the published document itself deserves, with the reason why it
    is kept as it was published.
    """

    causes: tuple[Name, ...] = ()
    penalised_by: CitedProvision
    statutory: Scale
    statute_verified: YesNo
    tiers: tuple[Tier, ...] = Field(min_length=1)
    accepted: dict[Name, Sentence] = Field(default_factory=dict)
