"""The JSON of a whole verdict."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from enforcement_rules.evaluation.verdict.codes import Outcome
from enforcement_rules.evaluation.verdict.shapes.findings import (
    AskShape,
    ContestedShape,
    FindingShape,
    NotCheckedShape,
    PassedFindingShape,
    QuestionShape,
    WarningShape,
)
from enforcement_rules.evaluation.verdict.shapes.parts import CodedShape
from enforcement_rules.evaluation.verdict.shapes.quotes import NotQuotedShape, QuoteShape
from enforcement_rules.evaluation.verdict.shapes.results import ResultShape
from enforcement_rules.evaluation.verdict.shapes.stated import StatedShape


class ProcedureShape(TypedDict):
    """What is settled for the case as a whole."""

    procedure: Annotated[bool, "whether nothing open could still change the answer on procedure"]


class RegularShape(TypedDict):
    """The outcome if all that an excerpt is silent on was done as the law asks."""

    outcome: Annotated[Outcome, "the outcome then"]
    assumed: Annotated[int, "how many duties are taken as kept"]


class UsedShape(TypedDict):
    """A version of an instrument that was used."""

    id: Annotated[str, "id of the instrument"]
    version: Annotated[str, "its version"]
    sha256: Annotated[str, "hash of its files, whatever the folder is called or where it lies"]


class ReceiptShape(TypedDict):
    """What the verdict was made with, for whoever repeats it."""

    engine: Annotated[str, "version of this library"]
    evaluator: Annotated[str, "evaluator of the rules"]
    rulesets: Annotated[list[UsedShape], "versions of the law that were used"]
    vocabulary_sha256: Annotated[str, "hash of the general vocabulary and causes"]
    calendar: Annotated[str, "calendar of working days"]
    settings: Annotated[dict[str, Any], "settings of the review"]
    case_sha256: Annotated[str, "hash of the case file's bytes, or of the case built in memory"]
    on: Annotated[str, "day of the review", {"format": "date"}]
    trace_sha256: Annotated[str, "hash of the verdict without this receipt and without places of files"]
    faults: NotRequired[Annotated[list[str], "rules that the reference decided in place of the evaluator"]]


class JudgementShape(TypedDict):
    """A verdict without its receipt."""

    schema: Annotated[Literal["enforcement_rules/verdict/2"], "name and version of this schema"]
    case: Annotated[str | None, "number of the case"]
    on: Annotated[str, "day of the review", {"format": "date"}]
    on_is: Annotated[
        Literal["day", "last_day"],
        "whether that day was asked for or is that of the decision, or is the last on which this can have been made",
    ]
    outcome: Annotated[Outcome, "whether the decision may be made"]
    headline: Annotated[CodedShape, "the worst that is shown, else apparent, then how much is open"]
    settled: Annotated[ProcedureShape, "what is settled for the case as a whole"]
    assumed: Annotated[list[str], "events taken as not having occurred, and values that are presumed (fact=value)"]
    if_regular: Annotated[RegularShape | None, "for an excerpt: the outcome if its silence hides no fault"]
    results: Annotated[list[ResultShape], "the answer for every violation of every party"]
    findings: Annotated[list[FindingShape | PassedFindingShape], "what was found on every duty, the worst first"]
    questions: Annotated[list[QuestionShape], "what a person must judge"]
    contested: Annotated[list[ContestedShape], "facts of which speakers say different things, whatever waits for them"]
    asks: Annotated[list[AskShape], "facts to ask for, the most decisive group first"]
    not_checked: Annotated[list[NotCheckedShape], "what was not checked, and why"]
    warnings: Annotated[list[WarningShape], "names of the case that nobody knows, and law that is not loaded"]
    stated: Annotated[list[StatedShape], "everything that the file states, whether or not anything turned on it"]


class VerdictShape(JudgementShape):
    """A verdict of enforcement_rules: codes, numbers and references. Amounts are decimal strings in yuan, days ISO.

    Version 2 is open for additions until nothing is lost any more of what the reviewer wrote in the case file; it is
    frozen then.
    """

    quotes: NotRequired[Annotated[list[QuoteShape], "the words of what is cited; only where texts are attached"]]
    not_quoted: NotRequired[
        Annotated[list[NotQuotedShape], "what is cited and no attached text says; only where texts are attached"]
    ]
    receipt: Annotated[ReceiptShape, "what the verdict was made with"]
