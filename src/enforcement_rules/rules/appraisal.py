"""Standards of appraisal (案卷评查): veto items, points, and the documents of a file under the names they bear."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic_core import PydanticCustomError

from enforcement_rules.rules.base import ConditionField, Name, PlaceField, Record, Sentence
from enforcement_rules.rules.condition import ALWAYS
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.points import Points
from enforcement_rules.values.scalars import YesNo
from enforcement_rules.values.validated import check

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*$", max_length=200)]
Verification = Literal["full_text", "official_excerpt", "secondary"]
LEGALITY, STANDARDISATION = "legality", "standardisation"
KNOWN_GROUPS = (LEGALITY, STANDARDISATION)
"""合法性 and 规范性: the groups that need no declaration."""
MOST_ITEMS = 1000


class Labelled(Record):
    """A label in both languages."""

    zh: Sentence
    en: Sentence = ""


class ItemGroup(Labelled):
    """A group of items; `most` are the points that all faults in it together cost at most."""

    most: Points | None = None


class DocumentKind(Labelled):
    """A kind of document of a case file: its names, those it bears on real files, and the step that it proves."""

    document: Name
    aliases: tuple[Sentence, ...] = ()
    step: Name | None = None

    def titles(self) -> Iterator[str]:
        """Yield every title under which the document is known."""
        yield from (self.zh, *((self.en,) if self.en else ()), *self.aliases)


class Grade(Labelled):
    """A grade and the points from which it is given."""

    name: Name
    at_least: Points


class Requires(Record):
    """What an item asks for: duties that the review finds kept, documents in the file, or that a condition holds."""

    rules: tuple[RuleId, ...] = ()
    documents: tuple[Name, ...] = ()
    holds: ConditionField | None = None

    @check
    def _one(self) -> None:
        if sum((bool(self.rules), bool(self.documents), self.holds is not None)) != 1:
            raise PydanticCustomError("one_requirement", "exactly one of rules, documents and holds")


class AppraisalItem(Record):
    """An item of a standard.

    Without `requires` it is for a person. `deduct` are the points a fault costs (default: all), `most` the most that
    all faults together cost (default: all). `place` is filled in by the loader.
    """

    article: Sentence | None = None
    name: Name
    says: Sentence
    says_en: Sentence = ""
    group: Name
    veto: YesNo = False
    points: Points | None = None
    when: ConditionField = ALWAYS
    requires: Requires | None = None
    deduct: Points | None = None
    most: Points | None = None
    verification: Verification | None = None
    place: PlaceField = Field(default=None, exclude=True)

    @check
    def _sound(self) -> None:
        if self.verification == "secondary" and (self.veto or self.points is not None):
            raise PydanticCustomError("secondary_item", "neither veto nor points")

    @property
    def verified(self) -> bool:
        """Whether its source was seen; one that was not neither vetoes nor counts."""
        return self.verification != "secondary"

    def cost(self, faults: int) -> Decimal:
        """Return the points that so many faults cost."""
        if self.points is None:
            return Decimal(0)
        each = self.points if self.deduct is None else self.deduct
        return min(each * faults, self.points if self.most is None else self.most)

    @property
    def dearest(self) -> Decimal:
        """The most points that the item can cost."""
        most = self.points if self.most is None else self.most
        return Decimal(0) if self.points is None or most is None else most


class Standard(Record):
    """A standard of appraisal.

    Attributes:
        total: the points of a file without fault; a standard without it gives no score.
        inapplicable: how an item that does not apply counts: not at all (`left_out`), or as kept (`full`).
        groups: labels of groups besides legality and standardisation, and what they cost at most.
        grades: by the points from which they are given.
        documents: the documents of a file with their aliases.
        accepted: remarks of the static checks that the standard as published deserves, with the reason to keep it.
    """

    article: Sentence
    name: Name
    says: Sentence
    says_en: Sentence = ""
    total: Points | None = None
    inapplicable: Literal["left_out", "full"] = "left_out"
    grades: tuple[Grade, ...] = ()
    groups: dict[Name, ItemGroup] = Field(default_factory=dict)
    documents: tuple[DocumentKind, ...] = ()
    accepted: dict[Name, Sentence] = Field(default_factory=dict)
    items: tuple[AppraisalItem, ...] = Field(min_length=1, max_length=MOST_ITEMS)
    place: PlaceField = Field(default=None, exclude=True)

    def cap_of(self, group: str) -> Decimal | None:
        """Return what all faults in a group together cost at most; `None`: as much as its items have."""
        known = self.groups.get(group)
        return None if known is None else known.most

    @property
    def whole(self) -> Decimal:
        """The points of all items together, those of a group with a cap no more than that."""
        sums: dict[str, Decimal] = {}
        for item in self.items:
            if item.points is not None:
                sums[item.group] = sums.get(item.group, Decimal(0)) + item.points
        return sum((self._capped(group, points) for group, points in sums.items()), Decimal(0))

    def _capped(self, group: str, points: Decimal) -> Decimal:
        cap = self.cap_of(group)
        return points if cap is None else min(points, cap)

    def duty(self, item: AppraisalItem) -> Requirement:
        """Return an item as the duty it is, with what it asks of the facts; always kept where it asks for others."""
        holds = item.requires.holds if item.requires is not None else None
        return Requirement.model_construct(
            article=item.article or self.article,
            name=item.name,
            says=item.says,
            says_en=item.says_en,
            when=item.when,
            then=ALWAYS if holds is None else holds,
            severity="advisory",
            place=item.place,
        )
