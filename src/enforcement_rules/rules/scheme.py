"""Schemes: how an amount is found inside a range."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic_core import PydanticCustomError

from enforcement_rules.rules.amount import Span
from enforcement_rules.rules.base import ConditionField, FactName, Name, Record, Rule, Sentence
from enforcement_rules.values.scalars import Amount
from enforcement_rules.values.validated import check


class Bands(Record):
    """Which part of a range is for lighter, ordinary and heavier treatment, as shares of its width from 0 to 1."""

    lighter: Span
    ordinary: Span
    heavier: Span


class Adjustment(Record):
    """A circumstance that lowers or raises the amount by so many percent of it."""

    name: Name
    says: Sentence
    says_en: Sentence = ""
    when: ConditionField
    lower_by: Amount | None = None
    raise_by: Amount | None = None

    @check
    def _one(self) -> None:
        if (self.lower_by is None) is (self.raise_by is None):
            raise PydanticCustomError("lower_or_raise", "exactly one of lower_by and raise_by")


class Rounding(Record):
    """To what whole multiple of yuan an amount is rounded, and in whose favour; never out of the range."""

    to: Amount = Decimal(1)
    towards: Literal["party", "nearest"] = "party"


class Scheme(Rule):
    """How an amount is found inside a range.

    Attributes:
        within: whether the range is that of the statute or, where a benchmark has one, that of the tier.
        bands: the parts for lighter, ordinary and heavier; who owns the ends is as written.
        without_floor: the same where the statute sets only a ceiling, as shares of the ceiling.
        share: facts whose percentages add up to the share of the width at which the fine lies.
        of: the fact that is the amount before adjustments, where it is not a share of the range.
        adjustments: percentages of the amount.
        most_lowered, most_lowered_by: what they lower at most together, in percent and in yuan.
    """

    within: Literal["statute", "tier"] = "statute"
    bands: Bands | None = None
    without_floor: Bands | None = None
    share: tuple[FactName, ...] = ()
    of: FactName | None = None
    adjustments: tuple[Adjustment, ...] = ()
    most_lowered: Amount | None = None
    most_lowered_by: Amount | None = None
    rounding: Rounding | None = None

    @check
    def _form(self) -> None:
        if (self.bands is None) is not bool(self.share or self.adjustments):
            raise PydanticCustomError("scheme_form", "bands, or share and adjustments")
