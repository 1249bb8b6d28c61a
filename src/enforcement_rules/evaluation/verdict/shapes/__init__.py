"""The JSON of verdicts as types: what every key holds, in a few words.

`to_dict` of every record in `evaluation.verdict` returns one of these shapes, to which the type checker holds it, and
the JSON Schema is made from them. Nothing runs here; the records name these types without importing them.
"""

from __future__ import annotations

from enforcement_rules.evaluation.verdict.shapes.amounts import (
    AmountShape,
    CandidateShape,
    ColumnShape,
    GainsShape,
    LawShape,
    ProposalShape,
    SchemeShape,
    TierShape,
    WayShape,
)
from enforcement_rules.evaluation.verdict.shapes.findings import (
    AskFactShape,
    AskShape,
    ContestedShape,
    FindingShape,
    FlipShape,
    NotCheckedShape,
    PassedFindingShape,
    QuestionShape,
    SpokenShape,
    WarningShape,
)
from enforcement_rules.evaluation.verdict.shapes.parts import (
    CodedShape,
    LabelShape,
    NodeShape,
    RangeShape,
    RemarkShape,
    RuleShape,
)
from enforcement_rules.evaluation.verdict.shapes.quotes import NotQuotedShape, QuoteShape, QuotesShape
from enforcement_rules.evaluation.verdict.shapes.results import (
    ElementShape,
    ExcludedShape,
    GroundShape,
    InterplayShape,
    ResultShape,
    TreatmentShape,
)
from enforcement_rules.evaluation.verdict.shapes.stated import (
    ComparedShape,
    DeniedShape,
    StatedCitationShape,
    StatedProposalShape,
    StatedShape,
    StatedTierShape,
)
from enforcement_rules.evaluation.verdict.shapes.whole import JudgementShape, ReceiptShape, VerdictShape

__all__ = [
    "AmountShape",
    "AskFactShape",
    "AskShape",
    "CandidateShape",
    "CodedShape",
    "ColumnShape",
    "ComparedShape",
    "ContestedShape",
    "DeniedShape",
    "ElementShape",
    "ExcludedShape",
    "FindingShape",
    "FlipShape",
    "GainsShape",
    "GroundShape",
    "InterplayShape",
    "JudgementShape",
    "LabelShape",
    "LawShape",
    "NodeShape",
    "NotCheckedShape",
    "NotQuotedShape",
    "PassedFindingShape",
    "ProposalShape",
    "QuestionShape",
    "QuoteShape",
    "QuotesShape",
    "RangeShape",
    "ReceiptShape",
    "RemarkShape",
    "ResultShape",
    "RuleShape",
    "SchemeShape",
    "SpokenShape",
    "StatedCitationShape",
    "StatedProposalShape",
    "StatedShape",
    "StatedTierShape",
    "TierShape",
    "TreatmentShape",
    "VerdictShape",
    "WarningShape",
    "WayShape",
]
