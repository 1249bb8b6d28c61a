"""JSON Schema of the appraisal (`enforcement_rules/appraisal/1`)."""

from __future__ import annotations

from typing import get_args

from enforcement_rules.evaluation.appraisal import SCHEMA, AppraisalOutcome, DocumentStatus, ItemStatus, ReasonCode
from enforcement_rules.evaluation.verdict import Outcome
from enforcement_rules.explanation.verdict import (
    BOTH,
    CODED,
    FLAG,
    MAYBE,
    NODE,
    TEXT,
    TEXTS,
    WORD,
    Shape,
    schema as verdict,
)
from enforcement_rules.rules.appraisal import Verification

_POINTS: Shape = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}


def _span() -> Shape:
    return verdict.object_of({"lowest": _POINTS, "highest": _POINTS})


def _reason() -> Shape:
    return verdict.object_of(
        {
            "code": {"enum": list(get_args(ReasonCode))},
            "args": {"type": "object"},
            "rule": verdict.null_or(verdict.object_of(verdict.RULE)),
            "violation": MAYBE,
            "party": MAYBE,
            "notes": verdict.list_of(CODED),
            "where": TEXTS,
            "because": verdict.null_or(NODE),
        }
    )


def _item() -> Shape:
    return verdict.object_of(
        {
            "item": TEXT,
            "number": {"type": "integer", "minimum": 1},
            "article": MAYBE,
            "group": TEXT,
            "says": TEXT,
            "says_en": TEXT,
            "veto": FLAG,
            "points": verdict.null_or(_POINTS),
            "verification": {"enum": [*get_args(Verification), None]},
            "status": {"enum": list(get_args(ItemStatus))},
            "applies": WORD,
            "deducted": verdict.null_or(_span()),
            "reasons": verdict.list_of(_reason()),
            "place": MAYBE,
        }
    )


def _documents() -> Shape:
    day = {"anyOf": [MAYBE, verdict.object_of({"from": MAYBE, "to": MAYBE})]}
    filed = verdict.object_of({"title": TEXT, "id": MAYBE, "on": day, "pages": MAYBE, "step": MAYBE, "where": MAYBE})
    known = {
        "document": TEXT,
        "zh": TEXT,
        "en": TEXT,
        "step": MAYBE,
        "status": {"enum": list(get_args(DocumentStatus))},
        "filed": verdict.list_of(filed),
    }
    return verdict.object_of(
        {
            "complete": FLAG,
            "of_the_standard": verdict.list_of(verdict.object_of(known)),
            "not_assigned": verdict.list_of(filed),
        }
    )


def _points() -> dict[str, Shape]:
    return {"lowest": _POINTS, "highest": _POINTS, "of": _span(), "deducted": _span()}


def _score() -> Shape:
    return verdict.object_of(
        {
            **_points(),
            "total": _POINTS,
            "groups": verdict.list_of(verdict.object_of({"group": TEXT} | _points())),
            "grades": verdict.list_of(MAYBE),
        }
    )


def appraisal_schema() -> Shape:
    """Return the JSON Schema (draft 2020-12) of an appraisal, with or without its words."""
    standard = {
        "standard": TEXT,
        "version": TEXT,
        "article": TEXT,
        "says": TEXT,
        "says_en": TEXT,
        "verification": TEXTS,
    }
    remark = {"code": TEXT, "args": {"type": "object"}, "text": BOTH}
    body = verdict.object_of(
        {
            "schema": {"const": SCHEMA},
            "case": MAYBE,
            "organ": MAYBE,
            "on": {"type": "string", "format": "date"},
            "standard": verdict.object_of(standard),
            "outcome": {"enum": list(get_args(AppraisalOutcome))},
            "result": BOTH,
            "score": verdict.null_or(_score()),
            "items": verdict.list_of(_item()),
            "documents": _documents(),
            "remarks": verdict.list_of(verdict.object_of(remark, optional=("text",))),
            "review": verdict.object_of({"outcome": {"enum": list(get_args(Outcome))}}),
            "receipt": verdict.receipt_shape(),
        },
        optional=("result",),
    )
    return {"$schema": verdict.DRAFT, "title": "Appraisal", **body, "$defs": {"node": verdict.node_shape()}}
