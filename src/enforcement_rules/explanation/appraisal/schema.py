"""JSON Schema of the appraisal (`enforcement_rules/appraisal/1`)."""

from __future__ import annotations

from typing import get_args

from enforcement_rules.evaluation.appraisal import SCHEMA, AppraisalOutcome, DocumentStatus, ItemStatus, ReasonCode
from enforcement_rules.evaluation.verdict import Known, Outcome
from enforcement_rules.explanation.verdict import DRAFT, Shape, definitions_of
from enforcement_rules.rules.appraisal import Verification

TEXT: Shape = {"type": "string"}
MAYBE: Shape = {"type": ["string", "null"]}
FLAG: Shape = {"type": "boolean"}
TEXTS: Shape = {"type": "array", "items": TEXT}
WORD: Shape = {"enum": list(get_args(Known))}
_SHARED = ("Rule", "Label", "Coded", "Node", "Receipt")
"""Records that stand in verdicts as well."""
RULE, BOTH, CODED, NODE, RECEIPT = ({"$ref": f"#/$defs/{name}"} for name in _SHARED)
_POINTS: Shape = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}


def object_of(properties: Shape, *, optional: tuple[str, ...] = ()) -> Shape:
    """Return the shape of an object with these properties and no others."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def list_of(items: Shape) -> Shape:
    """Return the shape of a list."""
    return {"type": "array", "items": items}


def null_or(shape: Shape) -> Shape:
    """Return a shape that may be null."""
    return {"anyOf": [{"type": "null"}, shape]}


def _span() -> Shape:
    return object_of({"lowest": _POINTS, "highest": _POINTS})


def _reason() -> Shape:
    return object_of(
        {
            "code": {"enum": list(get_args(ReasonCode))},
            "args": {"type": "object"},
            "rule": null_or(RULE),
            "violation": MAYBE,
            "party": MAYBE,
            "notes": list_of(CODED),
            "where": TEXTS,
            "because": null_or(NODE),
        }
    )


def _item() -> Shape:
    return object_of(
        {
            "item": TEXT,
            "number": {"type": "integer", "minimum": 1},
            "article": MAYBE,
            "group": TEXT,
            "says": TEXT,
            "says_en": TEXT,
            "veto": FLAG,
            "points": null_or(_POINTS),
            "verification": {"enum": [*get_args(Verification), None]},
            "status": {"enum": list(get_args(ItemStatus))},
            "applies": WORD,
            "deducted": null_or(_span()),
            "reasons": list_of(_reason()),
            "place": MAYBE,
        }
    )


def _documents() -> Shape:
    day = {"anyOf": [MAYBE, object_of({"from": MAYBE, "to": MAYBE})]}
    filed = object_of({"title": TEXT, "id": MAYBE, "on": day, "pages": MAYBE, "step": MAYBE, "where": MAYBE})
    known = {
        "document": TEXT,
        "zh": TEXT,
        "en": TEXT,
        "step": MAYBE,
        "status": {"enum": list(get_args(DocumentStatus))},
        "filed": list_of(filed),
    }
    return object_of(
        {
            "complete": FLAG,
            "of_the_standard": list_of(object_of(known)),
            "not_assigned": list_of(filed),
        }
    )


def _points() -> dict[str, Shape]:
    return {"lowest": _POINTS, "highest": _POINTS, "of": _span(), "deducted": _span()}


def _score() -> Shape:
    return object_of(
        {
            **_points(),
            "total": _POINTS,
            "groups": list_of(object_of({"group": TEXT} | _points())),
            "grades": list_of(MAYBE),
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
    body = object_of(
        {
            "schema": {"const": SCHEMA},
            "case": MAYBE,
            "organ": MAYBE,
            "on": {"type": "string", "format": "date"},
            "standard": object_of(standard),
            "outcome": {"enum": list(get_args(AppraisalOutcome))},
            "result": BOTH,
            "score": null_or(_score()),
            "items": list_of(_item()),
            "documents": _documents(),
            "remarks": list_of(object_of(remark, optional=("text",))),
            "review": object_of({"outcome": {"enum": list(get_args(Outcome))}}),
            "receipt": RECEIPT,
        },
        optional=("result",),
    )
    return {"$schema": DRAFT, "title": "Appraisal", **body, "$defs": definitions_of(*_SHARED)}
