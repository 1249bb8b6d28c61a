"""The JSON of findings, and of what a verdict leaves to people: questions, asks, clauses nobody checked."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from enforcement_rules.evaluation.verdict.codes import Known, Status, WarningCode
from enforcement_rules.evaluation.verdict.shapes.parts import CodedShape, LabelShape, NodeShape, RuleShape
from enforcement_rules.evaluation.verdict.shapes.stated import DeniedShape
from enforcement_rules.values.kinds import Consequence, Curable, Severity


class ExceptionShape(TypedDict):
    """An exception of a duty."""

    name: Annotated[str, "its name"]
    says: Annotated[str, "what it says, in Chinese"]
    says_en: Annotated[str, "what it says, in English; empty where its ruleset has none"]
    status: Annotated[Known, "whether it holds"]


class FindingShape(RuleShape):
    """What was found on one duty."""

    kind: Annotated[str, "kind of duty"]
    status: Annotated[Status, "what was found"]
    severity: Annotated[Severity, "how heavy a breach is"]
    consequence: Annotated[Consequence, "what may follow from a breach"]
    curable: Annotated[Curable, "until when a breach can be made good"]
    due: Annotated[str, "step by which the duty is due"]
    step: Annotated[str, "step whose day chose the version of the law"]
    kept: Annotated[Known, "whether what the duty asks for was done, even where it is open whether it applies"]
    violation: Annotated[str | None, "violation the duty depends on, if any"]
    party: Annotated[str | None, "party the duty depends on, if any"]
    exceptions: Annotated[
        list[ExceptionShape], "the exceptions; where apparent also facts that would excuse, duties that may replace it"
    ]
    notes: Annotated[list[CodedShape], "what explains the status"]
    because: Annotated[NodeShape, "the proof: condition, what is asked for, exceptions"]


class PassedFindingShape(TypedDict):
    """A duty that is dormant or does not apply, in short; `proofs="all"` writes it in full."""

    rule: Annotated[str, "id of the rule: instrument/name"]
    status: Annotated[Literal["dormant", "not_applicable"], "its event was not raised, or its condition fails"]
    article: Annotated[str, "article of the instrument that the rule states"]
    violation: NotRequired[Annotated[str, "violation the duty depends on; left out where it depends on none"]]
    party: NotRequired[Annotated[str, "party the duty depends on; left out where it depends on none"]]


class QuestionShape(RuleShape):
    """Something a person must judge."""

    numbers: Annotated[dict[str, Any], "fact → value: the numbers to judge by"]
    violation: Annotated[str | None, "violation it concerns, if any"]
    party: Annotated[str | None, "party it concerns, if any"]


class FlipShape(TypedDict):
    """What one value of a fact would change, all else as it is."""

    value: Annotated[Any, "the value, as a file states it"]
    outcome: Annotated[str | None, "the outcome then; null where it stays"]
    treatment: Annotated[str | None, "the treatment then, or what a ground says that then holds; null where neither"]
    amount: Annotated[bool, "whether the range, or what is said of the proposal, changes"]
    breaches: Annotated[list[str], "the void and fatal duties that are broken then"]
    procedure: Annotated[bool, "whether the procedural answer becomes settled, or is no longer"]


class AskFactShape(TypedDict):
    """A fact to ask for."""

    path: Annotated[str, "where it would stand in the case file"]
    fact: Annotated[str, "id of the fact, @ and the name of a list, or violation.elements. and an element"]
    rules: Annotated[list[str], "rules that wait for it"]
    effect: Annotated[str, "what it does for the rule it decides most"]
    decides: Annotated[str, "that rule"]
    contested: Annotated[bool, "whether the file says different things of it"]
    question: Annotated[LabelShape, "the question that asks for it, from the vocabulary"]
    flips: NotRequired[Annotated[list[FlipShape], "what its values would change; where effects are asked for"]]


class SpokenShape(TypedDict):
    """What one speaker says of a contested fact."""

    value: Annotated[Any, "the value"]
    by: Annotated[str | None, "who says so; null for the file itself"]
    where: Annotated[str | None, "file and line"]


class ContestedShape(TypedDict):
    """A fact of which speakers say different things."""

    fact: Annotated[str, "the fact"]
    path: Annotated[str, "where it stands in the case"]
    said: Annotated[list[SpokenShape], "what each says"]


class AskShape(TypedDict):
    """A group of facts that one step or document answers."""

    group: Annotated[str, "id of the group in the vocabulary"]
    rank: Annotated[int, "its place, the most decisive first, from 1"]
    facts: Annotated[list[AskFactShape], "the facts, the most decisive first"]
    outcomes: Annotated[list[str], "effects that are still possible through it"]


class NotCheckedShape(TypedDict):
    """A clause or a whole version that was not checked."""

    instrument: Annotated[str, "id of the instrument"]
    article: Annotated[str | None, "the clause; null for a whole version"]
    reason: Annotated[str, "code of the reason"]
    steps: Annotated[list[str], "steps that it would have governed"]
    says: Annotated[str | None, "what the clause says, in Chinese"]
    says_en: Annotated[str | None, "what the clause says, in English; empty where its ruleset has none"]
    blocks: Annotated[bool, "whether the outcome stays open because of it"]
    leaves_open: Annotated[list[str], "facts it would settle"]
    unjudged: Annotated[list[str], "facts that speak against its duties, which nobody held against the law"]
    denied: Annotated[list[DeniedShape], "the same facts with their values"]


class WarningShape(TypedDict):
    """What must be known before anything else: a name that nobody knows, or law that is not loaded."""

    code: Annotated[WarningCode, "what is said"]
    args: Annotated[dict[str, Any], "the name as it is written and the nearest known, what is loaded, or the other day"]
    path: Annotated[str | None, "where in the case the name stands, by keys and positions"]
    where: Annotated[str | None, "file:line where it stands; null for a case built in memory"]
    blocks: Annotated[bool, "whether the case may not be decided because of it"]
