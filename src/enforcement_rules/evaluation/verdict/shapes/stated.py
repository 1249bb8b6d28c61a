"""The JSON of what the file states, as it states it."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from enforcement_rules.evaluation.verdict.codes import Known
from enforcement_rules.evaluation.verdict.shapes.parts import RangeShape


class StatedShape(TypedDict):
    """One value of the case file."""

    path: Annotated[str, "where it stands in the case, by keys and positions"]
    fact: Annotated[str | None, "id of the fact that it is of; null for a key that is no fact"]
    value: Annotated[Any, "the value: amounts as decimal strings in yuan, days ISO, bounds as from and to"]
    by: Annotated[str | None, "who says so; null for the file itself"]
    evidence: Annotated[list[str], "ids of the evidence named for it"]
    where: Annotated[str | None, "file:line where it stands; null for a case built in memory"]


class ComparedShape(TypedDict):
    """A fact that another one was to be held against."""

    fact: Annotated[str, "id of the fact"]
    value: Annotated[Any, "its value"]


class DeniedShape(TypedDict):
    """A stated fact that speaks against a duty whose law is not loaded."""

    fact: Annotated[str, "id of the fact"]
    value: Annotated[Any, "its value"]
    path: Annotated[str, "where it stands in the case, by keys and positions"]
    against: Annotated[ComparedShape | None, "the fact it does not agree with, where there is one"]


class StatedCitationShape(TypedDict):
    """A ground or a document that the organ names."""

    instrument: Annotated[str | None, "id of the instrument, where it is known"]
    title: Annotated[str | None, "title as the file has it"]
    article: Annotated[str | None, "article as the file has it"]
    rule: Annotated[str | None, "id of the rule, or another text, where no document is cited"]
    loaded: Annotated[bool, "whether it is loaded; what is not was held against nothing"]


class StatedTierShape(TypedDict):
    """A tier of a benchmark as the file states it; never checked against the document."""

    name: Annotated[str | None, "what it is called"]
    range: Annotated[RangeShape | None, "its range in yuan"]
    by: Annotated[str | None, "who states it"]
    holds: Annotated[Known, "whether the fine lies in the range that is stated"]
    base: Annotated[str | None, "fact that its ends are multiples of"]
    factors: Annotated[list[str | None] | None, "those multiples, lower and upper"]
    percent: Annotated[bool, "whether they are percent of the base"]


class DeclinedShape(TypedDict):
    """A `may` that was not taken."""

    ground: Annotated[str, "the ground, as the file names it"]
    reason: Annotated[str | None, "why it was not taken; null where no reason is given"]


class DeviationShape(TypedDict):
    """A deviation from the benchmark."""

    reason: Annotated[str | None, "its reason"]
    approved_by: Annotated[str | None, "who approved it"]


class StatedProposalShape(TypedDict):
    """What the organ says for its proposal."""

    basis: Annotated[list[StatedCitationShape], "grounds that the organ states"]
    benchmark: Annotated[StatedCitationShape | None, "the benchmark that the organ names"]
    benchmark_used: Annotated[Known, "whether a benchmark was applied, as the file says"]
    tier: Annotated[StatedTierShape | None, "the tier as the file states it"]
    declined: Annotated[
        list[DeclinedShape] | None, "what was not taken; [] where no reason is given, null where nothing is said"
    ]
    deviation: Annotated[DeviationShape | None, "why the benchmark was left"]
    shared_by: Annotated[list[str], "ids of the parties on whom the one penalty is imposed together; [] for one alone"]
    shared_fine: Annotated[str | None, "the fine that falls on them together, a decimal string in yuan"]
