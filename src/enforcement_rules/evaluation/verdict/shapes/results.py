"""The JSON of results: treatment, evidence and all that is said of one violation of one party."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from enforcement_rules.evaluation.verdict.codes import Burden, ProofStatus, Side
from enforcement_rules.evaluation.verdict.shapes.amounts import (
    AmountShape,
    CandidateShape,
    GainsShape,
    LawShape,
    ProposalShape,
    SchemeShape,
    TierShape,
)
from enforcement_rules.evaluation.verdict.shapes.parts import NodeShape, RangeShape, RuleShape


class GroundShape(RuleShape):
    """A circumstance or list entry as it bears on a result."""

    force: Annotated[Literal["shall", "may"], "whether it binds"]
    effects: Annotated[list[str], "its effect, or those to choose from"]
    status: Annotated[str, "yes, no, unknown, dormant, or barred by the interplay of circumstances"]
    list: Annotated[str | None, "list that the entry stands in, if any"]
    waits_for_day: Annotated[bool, "whether it is open only because a day leaves open whether its version governs"]
    because: Annotated[NodeShape, "the proof: condition and exceptions"]


class InterplayShape(RuleShape):
    """A row of the interplay of circumstances that applies."""

    then: Annotated[str, "what follows"]
    grounds: Annotated[list[str], "the rules it joins"]


class ConflictShape(TypedDict):
    """Grounds that cannot both be followed."""

    rules: Annotated[list[str], "the grounds"]
    why: Annotated[str, "code of the reason"]


class CountedShape(TypedDict):
    """A ground whose facts already decided the range."""

    rule: Annotated[str, "the ground"]
    facts: Annotated[list[str], "facts that were counted already"]


class TreatmentShape(TypedDict):
    """What the circumstances come to."""

    outcome: Annotated[str, "the treatment, or open"]
    remaining: Annotated[list[str], "treatments that are still possible"]
    shall: Annotated[list[str], "binding grounds that hold"]
    may: Annotated[list[str], "permitting grounds that hold"]
    open: Annotated[list[str], "grounds that are open"]
    conflicts: Annotated[list[ConflictShape], "grounds that contradict each other"]
    interplay: Annotated[list[InterplayShape], "rows of the interplay that apply"]
    counted_twice: Annotated[list[CountedShape], "grounds that are not counted again"]
    grounds: Annotated[list[GroundShape], "grounds that hold, are open or barred, with their proofs"]


class ExcludedShape(TypedDict):
    """A piece of evidence that does not count."""

    id: Annotated[str, "id of the evidence in the case"]
    side: Annotated[Side, "whether it was named for or against"]
    reason: Annotated[str, "code of the reason"]
    status: Annotated[Literal["no", "unknown"], "no: it does not count; unknown: not yet"]


class SaidShape(TypedDict):
    """What somebody says of an element."""

    by: Annotated[str | None, "who; null for the file itself"]
    says: Annotated[str, "what"]


class ElementShape(TypedDict):
    """An element of the violation and what its evidence comes to."""

    element: Annotated[str, "name of the element, or the id of a fact"]
    says: Annotated[str, "the element, in Chinese"]
    says_en: Annotated[str, "the element, in English; empty where its ruleset has none"]
    status: Annotated[ProofStatus, "what the evidence comes to"]
    open: Annotated[bool, "whether what is not known yet could change it"]
    burden: Annotated[Burden, "on whom the burden lies; either: to be investigated either way"]
    proven_by: Annotated[list[str], "ids of the evidence for it"]
    refuted_by: Annotated[list[str], "ids of the evidence against it"]
    excluded: Annotated[list[ExcludedShape], "evidence that does not count"]
    rule: Annotated[str | None, "the set of elements it belongs to; null where the law does not list it"]
    article: Annotated[str | None, "article of that set"]
    fact: Annotated[str | None, "fact that it stands for, if any"]
    notes: Annotated[list[SaidShape], "who says what of it"]
    where: Annotated[str | None, "file:line where the case speaks of it, the file as it was named"]


class SettledShape(TypedDict):
    """What nothing open can change any more."""

    treatment: Annotated[bool, "whether the treatment is settled"]
    amount: Annotated[bool, "whether the amount is settled"]


class RangesShape(TypedDict):
    """The ranges of the fine."""

    statutory: Annotated[AmountShape, "the range of the statute"]
    tier: Annotated[TierShape | None, "the tier of the benchmark"]
    scheme: Annotated[SchemeShape | None, "where a scheme puts the amount"]
    permitted: Annotated[RangeShape | None, "the range in which the fine may lie"]
    candidates: Annotated[list[CandidateShape], "provisions that compete, where one act violates several"]


class ResultShape(TypedDict):
    """The answer for one violation of one party."""

    violation: Annotated[str, "id of the violation"]
    party: Annotated[str | None, "id of the party; null where the case names none"]
    settled: Annotated[SettledShape, "what nothing open can change any more"]
    law: Annotated[list[LawShape], "the versions of the law that were applied"]
    treatment: Annotated[TreatmentShape, "what the circumstances come to"]
    range: Annotated[RangesShape, "the ranges of the fine"]
    gains: Annotated[GainsShape | None, "the illegal gains to be confiscated"]
    evidence: Annotated[list[ElementShape], "the evidence, element by element"]
    proposal: Annotated[ProposalShape | None, "what is proposed; null where nothing is"]
