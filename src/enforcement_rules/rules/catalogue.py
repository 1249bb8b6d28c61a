"""Catalogues of enforcement items (执法事项目录): what an organ may do, on what basis, at which level, since when."""

from __future__ import annotations

from typing import Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from enforcement_rules.rules.base import Bilingual, Name, PlaceField, Rank, Record, Sentence
from enforcement_rules.values.days import PerhapsDay
from enforcement_rules.values.scalars import YesNo
from enforcement_rules.values.validated import check

ItemKind = Literal[
    "administrative_penalty",
    "administrative_licence",
    "administrative_levy",
    "administrative_requisition",
    "administrative_confirmation",
    "administrative_payment",
    "administrative_compulsion",
    "administrative_inspection",
]
Level = Literal["township", "county", "prefecture", "province", "national"]


class Basis(Record):
    """A provision an item rests on; `rank` for what is not loaded, `repealed_on` the day from which it is gone."""

    instrument: Name | None = None
    title: Sentence | None = None
    article: Sentence | None = None
    rank: Rank | None = None
    repealed_on: PerhapsDay = None

    @check
    def _one(self) -> None:
        if (self.instrument is None) is (self.title is None):
            raise PydanticCustomError("instrument_or_title", "exactly one of instrument and title")


class Handover(Record):
    """A township (or street) that holds an item by a decision of the province (Penalty Law art. 24).

    It holds it from `from` to `to`, both included, save from `withdrawn_on` on; `decided_by` where another than the
    province decided, which hands nothing over.
    """

    place: Sentence
    decision: Sentence | None = None
    decided_by: Level | None = None
    published_on: PerhapsDay = None
    from_: PerhapsDay = Field(default=None, alias="from")
    to: PerhapsDay = None
    withdrawn_on: PerhapsDay = None


class Item(Record):
    """One item. It is valid from `from` to `to`, both included, save from `suspended_from` or `cancelled_on` on.

    `fields` and `organs` (names as on their seals) say whose item it is, where the catalogue serves several organs.
    `rare` is for the organ to say: the action plan sets no number.
    """

    name: Name
    title: Bilingual
    kind: ItemKind
    basis: tuple[Basis, ...] = ()
    fields: tuple[Name, ...] = ()
    organs: tuple[Sentence, ...] = ()
    levels: tuple[Level, ...] = ()
    causes: tuple[Name, ...] = ()
    from_: PerhapsDay = Field(default=None, alias="from")
    to: PerhapsDay = None
    suspended_from: PerhapsDay = None
    cancelled_on: PerhapsDay = None
    townships: tuple[Handover, ...] = ()
    cases_last_five_years: int | None = Field(default=None, ge=0)
    rare: YesNo | None = None
    necessary: YesNo | None = None
    duplicate_of: Name | None = None
    place: PlaceField = Field(default=None, exclude=True)


class Catalogue(Record):
    """A catalogue; `complete` where what is not on it is no item of the organs of its field and place."""

    article: Sentence
    name: Name
    says: Sentence
    says_en: Sentence = ""
    published_on: PerhapsDay = None
    complete: YesNo = False
    items: tuple[Item, ...] = Field(min_length=1, max_length=5000)
