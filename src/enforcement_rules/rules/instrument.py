"""Instruments and their versions: who issued them, where and when they are in force, what of them is encoded."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from typing import Literal

from pydantic import Field

from enforcement_rules.rules.amount import Benchmark, Provision
from enforcement_rules.rules.appraisal import Standard
from enforcement_rules.rules.base import Bilingual, Name, Rank, Record, Sentence
from enforcement_rules.rules.catalogue import Catalogue
from enforcement_rules.rules.circumstance import Circumstance, Definition, Gains, Interplay, Question
from enforcement_rules.rules.elements import ElementSet
from enforcement_rules.rules.listing import Listing
from enforcement_rules.rules.requirement import Gap, Requirement
from enforcement_rules.rules.scheme import Scheme
from enforcement_rules.values.days import Day, PerhapsDay
from enforcement_rules.values.scalars import YesNo

Reach = Literal["general", "own", "cited"]
"""Which violations of its field and place an instrument speaks of: all, those it names, those that cite it."""
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
ArticleStatus = Literal["encoded", "partly", "judgement", "no_rule", "pending"]


class Force(Record):
    """The days from and to which a version is in force, both included."""

    from_: Day | None = Field(default=None, alias="from")
    to: PerhapsDay = None


class Source(Record):
    """What a version was read from, and how far that can be trusted."""

    title: Sentence
    verification: Literal["full_text", "official_excerpt", "secondary", "published_decisions"]
    note: Sentence | None = None


class Instrument(Record):
    """The head of one version (`instrument.yaml`).

    `first` says that nothing of the kind was in force before it, `indispensable` that no case may be decided while no
    version of it is loaded for the days of its steps. An instrument that `threatens` nothing says how penalties are
    imposed and holds no penalty provision (罚则): citing it names none.
    """

    instrument: Name
    version: Sentence
    title: Bilingual
    short: Bilingual
    rank: Rank
    issuer: Sentence
    fields: tuple[Name, ...] = ()
    places: tuple[Sentence, ...] = ()
    in_force: Force
    replaces: tuple[Sentence, ...] = ()
    first: YesNo = False
    indispensable: YesNo = False
    threatens: YesNo = True
    sources: tuple[Source, ...] = Field(min_length=1)
    checked: Day
    limits: Sentence | None = None
    reach: Reach = "general"
    articles: dict[str, ArticleStatus]
    articles_complete: YesNo = True

    @cached_property
    def id(self) -> str:
        """The id of this version, `instrument@version`."""
        return f"{self.instrument}@{self.version}"

    @cached_property
    def earliest(self) -> dt.date | None:
        """The first day on which it can be in force: where that is not known, the first of the year it is named after.

        No edition is in force before the year that its version begins with.
        """
        year = self.year
        return self.in_force.from_ or (None if year is None else dt.date(year, 1, 1))

    @cached_property
    def surely_from(self) -> dt.date | None:
        """The first day on which it is surely in force: where that is not known, the day after that year.

        In its year an edition may already have been in force, or not yet.
        """
        year = self.year
        return self.in_force.from_ or (None if year is None else dt.date(year + 1, 1, 1))

    @cached_property
    def year(self) -> int | None:
        """The year that the version is named after; `None` where its name is none."""
        year = _YEAR.match(self.version)
        return int(year[0]) if year else None

    def in_force_on(self, day: dt.date) -> bool:
        """Say whether this version is surely in force on a day."""
        start, end = self.surely_from, self.in_force.to
        return (start is None or start <= day) and (end is None or day <= end)


class Chapter(Record):
    """One rule file."""

    circumstances: tuple[Circumstance, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    penalties: tuple[Provision, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    listings: tuple[Listing, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    gains: tuple[Gains, ...] = ()
    interplay: tuple[Interplay, ...] = ()
    elements: tuple[ElementSet, ...] = ()
    definitions: tuple[Definition, ...] = ()
    questions: tuple[Question, ...] = ()
    appraisals: tuple[Standard, ...] = ()
    catalogues: tuple[Catalogue, ...] = ()
    gaps: tuple[Gap, ...] = ()
