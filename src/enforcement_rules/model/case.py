"""The case file. Absent means unknown; nothing is forced.

Facts of the vocabulary stand in `facts`, by their name without the scope; `loading.cases` puts them there from where
files state them (`violations[].gravity`, `steps[].content.penalty`, …).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, WithJsonSchema
from pydantic_core import PydanticCustomError

from enforcement_rules.model.fields import Base, Count, Identifier, Pages, PartialDate, Text, Title, Units, Wan
from enforcement_rules.model.statement import Statement
from enforcement_rules.values.errors import Path, Place
from enforcement_rules.values.kinds import PenaltyKind, Treatment
from enforcement_rules.values.moment import parse_time
from enforcement_rules.values.scalars import Amount, YesNo

RecordMode = Literal["complete", "working", "excerpt"]
Procedure = Literal["ordinary", "summary", "fast_track"]
PartyKind = Literal["natural_person", "legal_person", "other_organization", "individual_business"]
Capacity = Literal["own", "authorised", "entrusted"]
OpenList = Literal["officers", "evidence", "prior_penalties", "steps", "documents"]
OPEN_LISTS: tuple[str, ...] = get_args(OpenList)
# `loading.schemas` puts the facts of the vocabulary in its place.
Statements = tuple[Annotated[Statement, WithJsonSchema({"type": "object"})], ...]


class Part(BaseModel):
    """A frozen part of the case with the facts stated of it."""

    model_config = ConfigDict(
        defer_build=True, extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True
    )
    facts: dict[str, Statements] = Field(default_factory=dict)


class Organ(Part):
    """The organ that handles the case."""

    name: Text | None = None
    field: Identifier | None = None
    rank: Identifier | None = None
    place: Text | None = None
    capacity: Capacity | None = None
    in_name_of: Text | None = None


class Party(Part):
    """A party (当事人)."""

    id: Identifier
    kind: PartyKind | None = None
    name: Text | None = None
    birth_date: PartialDate = None
    identity_number: Text | None = None
    credit_code: Text | None = None


class Citation(BaseModel):
    """A provision: an instrument that is loaded, never a version, or the title of one that is not."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    instrument: Identifier | None = None
    title: Text | None = None
    rank: Identifier | None = None
    article: Text | None = None


class StatedRange(BaseModel):
    """A statutory range as the file states it, for a provision whose text is not loaded: never checked against the law.

    The ends are yuan, or factors of `times`, or percent of `percent_of`: a base of the violation such as `goods_value`.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    exactly: Amount | None = None
    at_least: Amount | None = None
    more_than: Amount | None = None
    at_most: Amount | None = None
    below: Amount | None = None
    times: Identifier | None = None
    percent_of: Identifier | None = None
    per: Identifier | None = None
    by: Text | None = None


class Claim(BaseModel):
    """What somebody says of an element (构成要件事实): the evidence for it and the evidence against it."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    proven_by: tuple[Identifier, ...] = ()
    refuted_by: tuple[Identifier, ...] = ()
    by: Identifier | None = None
    says: Text | None = None


class Violation(Part):
    """One violation (违法行为).

    `same_act_as` names those that one and the same act committed; `elements` says, by element, which evidence proves it
    (a list of ids), or who names which evidence for and against it.
    """

    id: Identifier
    parties: tuple[Identifier, ...] = ()
    cause: Identifier | None = None
    item: Identifier | None = None
    penalised_by: tuple[Citation, ...] = ()
    began: PartialDate = None
    ended: PartialDate = None
    discovered: PartialDate = None
    bases: dict[Identifier, Base] = Field(default_factory=dict)
    stated_range: StatedRange | None = None
    same_act_as: tuple[Identifier, ...] = ()
    elements: dict[Identifier, tuple[Identifier, ...] | Claim | tuple[Claim, ...]] = Field(default_factory=dict)

    def claims(self, element: str) -> tuple[Claim, ...]:
        """Return what is said of an element."""
        said = self.elements.get(element, ())
        if isinstance(said, Claim):
            return (said,)
        ids = tuple(each for each in said if isinstance(each, str))
        claims = tuple(each for each in said if isinstance(each, Claim))
        return (Claim(proven_by=ids),) if ids else claims


class Certificate(BaseModel):
    """An enforcement certificate and the days it is valid, both included."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, populate_by_name=True)
    number: Text | None = None
    from_: PartialDate = Field(default=None, alias="from")
    to: PartialDate = None


class Officer(Part):
    """An enforcement officer, with the certificate or the certificates held one after the other; none: `[]`."""

    id: Identifier
    name: Text | None = None
    role: Identifier | None = None
    certificate: Certificate | tuple[Certificate, ...] | None = None


class Evidence(Part):
    """A piece of evidence, with the title and number it bears in the file."""

    id: Identifier
    kind: Identifier | None = None
    title: Title | None = None
    number: Text | None = None


class PriorPenalty(Part):
    """An earlier penalty of the same party."""

    on: PartialDate = None
    organ: Text | None = None
    fine: Amount | None = None
    violation: Text | None = None
    same_kind: YesNo | None = None
    same_act: YesNo | None = None


def _time(raw: Any) -> dt.datetime:
    try:
        return parse_time(raw.isoformat(timespec="seconds") if isinstance(raw, dt.datetime) else raw)
    except (TypeError, ValueError):
        raise PydanticCustomError("expected_time", "an ISO time") from None


class Step(Part):
    """A step of the procedure; `done: false` is one known not to have happened."""

    step: Identifier
    id: Identifier | None = None
    on: PartialDate = None
    at: Annotated[dt.datetime, BeforeValidator(_time)] | None = None
    by: tuple[Identifier, ...] | None = None
    done: YesNo = True
    after: tuple[Identifier, ...] = ()
    replaces: tuple[Identifier, ...] = ()


class CaseDocument(BaseModel):
    """A document of the case file under the title it bears; `step` is the kind of step it belongs to."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    id: Identifier | None = None
    title: Title
    on: PartialDate = None
    pages: Pages | None = None
    step: Identifier | None = None


class Total(BaseModel):
    """A sum that the decision states: fines and confiscated money together, and each of them where it says so."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    amount: Amount | None = None
    fines: Amount | None = None
    confiscated: Amount | None = None
    in_words: Text | None = None
    wan: Wan | None = None


class Penalty(BaseModel):
    """One penalty that is proposed.

    `each` and `units` are how a decision works an amount out (N × unit); `in_words` and `wan` are the amount as it is
    also written: in capital numerals, and in 万元 with up to six decimals.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    kind: PenaltyKind
    amount: Amount | None = None
    days: Count | None = None
    items: Text | None = None
    note: Text | None = None
    each: Amount | None = None
    units: Units | None = None
    in_words: Text | None = None
    wan: Wan | None = None


class Declined(BaseModel):
    """A `may` that was not taken, with its reason."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    ground: Text
    reason: Text | None = None


class Deviation(BaseModel):
    """A deviation from the benchmark (逸脱), its reason and who approved it."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    reason: Text | None = None
    approved_by: Text | None = None


class Proposal(Part):
    """What the organ means to decide (or decided), for one violation and party."""

    violation: Identifier | None = None
    party: Identifier | None = None
    treatment: Treatment | None = None
    penalties: tuple[Penalty, ...] | None = None
    basis: tuple[Text | Citation, ...] | None = None
    declined: tuple[Declined, ...] = ()
    deviation: Deviation | None = None
    benchmark: Citation | None = None
    orders: tuple[Identifier, ...] | None = None
    total: Total | None = None


class Case(Part):
    """A penalty case.

    Attributes:
        record: what silence means: `complete`, `working` or `excerpt`.
        complete: the lists that are complete; all others may lack something.
    """

    format: Literal["enforcement_rules/case/1"] = Field(default="enforcement_rules/case/1", alias="schema")
    number: Text | None = None
    record: RecordMode = "working"
    complete: tuple[OpenList, ...] = ()
    procedure: Procedure | None = None
    organ: Organ = Field(default_factory=Organ)
    parties: tuple[Party, ...] = ()
    violations: tuple[Violation, ...] = ()
    officers: tuple[Officer, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    prior_penalties: tuple[PriorPenalty, ...] = ()
    steps: tuple[Step, ...] = ()
    documents: tuple[CaseDocument, ...] = ()
    proposed: tuple[Proposal, ...] = ()
    total: Total | None = None

    _places: Mapping[Path, Place] = PrivateAttr(default_factory=dict)
    _sha256: str = PrivateAttr(default="")
    # Which object was held to the vocabulary: a copy of it, perhaps a changed one, was not.
    _checked: int = PrivateAttr(default=0)

    def place(self, path: Path) -> Place | None:
        """Return where in its file a part of the case stands, or the nearest part around it."""
        places = self._places  # what pydantic keeps beside the fields is dear to ask for
        while path and path not in places:
            path = path[:-1]
        return places[path] if path else None

    def where(self, path: Path) -> str | None:
        """Return `file:line` of a part of the case; `None` where it was built in memory."""
        place = self.place(path)
        return place.of_line if place else None

    @property
    def sha256(self) -> str:
        """The hash of the file the case was read from; empty when it was built in memory."""
        return self._sha256

    def is_complete(self, name: str) -> bool:
        """Say whether a list is stated to be complete.

        A complete record keeps prior penalties open all the same, and the documents of the file where it lists none:
        few files are read in with their table of contents.
        """
        if name in self.complete:
            return True
        return self.record == "complete" and name != "prior_penalties" and (name != "documents" or bool(self.documents))
