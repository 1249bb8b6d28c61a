"""The term of a proposed penalty, in the units in which the decision states it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from enforcement_rules.model.fields import Count
from enforcement_rules.model.key import Key
from enforcement_rules.values.length import Length
from enforcement_rules.values.scalars import YesNo


class Term(BaseModel):
    """A term: years, months and days together, or for life."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    years: Annotated[Count, Key("年数", "年数", "years")] = 0
    months: Annotated[Count, Key("月数", "月数", "months")] = 0
    days: Annotated[Count, Key("日数", "日数", "days")] = 0
    for_life: Annotated[YesNo, Key("终身", "终身禁止等", "for life")] = False

    @model_validator(mode="after")
    def _some(self) -> Self:
        if self.for_life is any((self.years, self.months, self.days)):
            raise PydanticCustomError("term_length", "years, months, days, or for_life")
        return self

    @property
    def length(self) -> Length:
        """The length that it names."""
        return Length(self.years * 12 + self.months, self.days, self.for_life)
