"""JSON Schema of the verdict (`enforcement_rules/verdict/1`)."""

from __future__ import annotations

from typing import Any, get_args

from enforcement_rules.evaluation.verdict import SCHEMA, Outcome, ProofStatus, Status
from enforcement_rules.values.kinds import Consequence, Curable, Severity

Shape = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Shape = {"type": "string"}
MAYBE: Shape = {"type": ["string", "null"]}
FLAG: Shape = {"type": "boolean"}
TEXTS: Shape = {"type": "array", "items": TEXT}
WORD: Shape = {"enum": ["yes", "no", "unknown"]}
BOTH: Shape = {"type": "object", "properties": {"zh": TEXT, "en": TEXT}, "required": ["zh", "en"]}
CODED: Shape = {
    "type": "object",
    "properties": {"code": TEXT, "args": {"type": "object"}},
    "required": ["code", "args"],
}
RULE = {
    "rule": TEXT,
    "article": TEXT,
    "instrument": TEXT,
    "version": TEXT,
    "says": TEXT,
    "says_en": TEXT,
    "place": MAYBE,
}
NODE: Shape = {"$ref": "#/$defs/node"}


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


def node_shape() -> Shape:
    """Return the shape of a node of a proof."""
    properties = {
        "kind": TEXT,
        "status": WORD,
        "fact": TEXT,
        "element": {"type": "object"},
        "item": TEXT,
        "title": {"type": "object"},
        "value": {},
        "test": {"type": "object"},
        "path": TEXT,
        "where": MAYBE,
        "by": TEXTS,
        "contested": FLAG,
        "assumed": FLAG,
        "children": list_of(NODE),
    }
    return object_of(properties, optional=tuple(name for name in properties if name not in ("kind", "status")))


def _finding() -> Shape:
    exception = object_of({"name": TEXT, "says": TEXT, "says_en": TEXT, "status": WORD})
    return object_of(
        RULE
        | {
            "kind": TEXT,
            "status": {"enum": list(get_args(Status))},
            "severity": {"enum": list(get_args(Severity))},
            "consequence": {"enum": list(get_args(Consequence))},
            "curable": {"enum": list(get_args(Curable))},
            "due": TEXT,
            "step": TEXT,
            "kept": WORD,
            "violation": MAYBE,
            "party": MAYBE,
            "exceptions": list_of(exception),
            "notes": list_of(CODED),
            "because": NODE,
        }
    )


def _range() -> Shape:
    return object_of({"low": MAYBE, "low_open": FLAG, "high": MAYBE, "high_open": FLAG})


def _treatment() -> Shape:
    ground = RULE | {
        "force": {"enum": ["shall", "may"]},
        "effects": TEXTS,
        "status": TEXT,
        "list": MAYBE,
        "because": NODE,
    }
    return object_of(
        {
            "outcome": TEXT,
            "remaining": TEXTS,
            "shall": TEXTS,
            "may": TEXTS,
            "open": TEXTS,
            "conflicts": list_of(object_of({"rules": TEXTS, "why": TEXT})),
            "interplay": list_of(object_of(RULE | {"then": TEXT, "grounds": TEXTS})),
            "counted_twice": list_of(object_of({"rule": TEXT, "facts": TEXTS})),
            "grounds": list_of(object_of(ground)),
        }
    )


def _statutory() -> Shape:
    return object_of(
        {
            "range": null_or(_range()),
            "decided": FLAG,
            "closed": FLAG,
            "source": {"enum": ["statute", "published_decisions", "benchmark", "file"]},
            "base": MAYBE,
            "base_value": MAYBE,
            "switch_at": MAYBE,
            "factors": null_or(list_of(MAYBE)),
            "form": {"enum": ["plain", "times", "percent"]},
            "per": MAYBE,
            "units": MAYBE,
            "deemed": FLAG,
            "capped_at": MAYBE,
            "branches": list_of(BOTH),
            "provision": null_or(object_of(RULE)),
        }
    )


def _tier() -> Shape:
    return object_of(
        {
            "benchmark": object_of(RULE),
            "status": TEXT,
            "tiers": TEXTS,
            "labels": list_of(BOTH),
            "range": null_or(_range()),
            "each": list_of(object_of({"tier": TEXT, "range": null_or(_range())})),
            "filled_from_statute": FLAG,
            "spares": MAYBE,
            "treatment": MAYBE,
            "penalties": TEXTS,
            "statute_verified": FLAG,
        }
    )


def _scheme() -> Shape:
    adjustment = object_of({"zh": TEXT, "en": TEXT, "percent": TEXT, "applies": WORD})
    return object_of(
        {
            "scheme": object_of(RULE),
            "within": TEXT,
            "bands": list_of(object_of({"treatment": TEXT, "range": _range()})),
            "applies": MAYBE,
            "range": null_or(_range()),
            "share": MAYBE,
            "adjustments": list_of(adjustment),
        }
    )


def _ranges() -> Shape:
    candidate = {"provision": object_of(RULE), "range": null_or(_range()), "standing": TEXT}
    return object_of(
        {
            "statutory": _statutory(),
            "tier": null_or(_tier()),
            "scheme": null_or(_scheme()),
            "permitted": null_or(_range()),
            "candidates": list_of(object_of(candidate)),
        }
    )


def _gains() -> Shape:
    return object_of(
        {
            "rule": null_or(object_of(RULE)),
            "receipts": MAYBE,
            "deducted": list_of(object_of({"fact": TEXT, "amount": TEXT})),
            "refunded": MAYBE,
            "due": null_or(_range()),
        }
    )


def _evidence() -> Shape:
    excluded = {
        "id": TEXT,
        "side": {"enum": ["proven_by", "refuted_by"]},
        "reason": TEXT,
        "status": {"enum": ["no", "unknown"]},
    }
    return object_of(
        {
            "element": TEXT,
            "says": TEXT,
            "says_en": TEXT,
            "status": {"enum": list(get_args(ProofStatus))},
            "open": FLAG,
            "burden": {"enum": ["organ", "party", "either"]},
            "proven_by": TEXTS,
            "refuted_by": TEXTS,
            "excluded": list_of(object_of(excluded)),
            "rule": MAYBE,
            "article": MAYBE,
            "fact": MAYBE,
            "notes": list_of(object_of({"by": MAYBE, "says": TEXT})),
            "where": MAYBE,
        }
    )


def _law() -> Shape:
    column = {
        "side": {"enum": ["act", "decision"]},
        "instrument": TEXT,
        "version": TEXT,
        "article": TEXT,
        "range": null_or(_range()),
        "decided": FLAG,
        "kinds": list_of(object_of({"kind": TEXT, "force": TEXT})),
    }
    alternative = object_of({"version": TEXT, "status": TEXT, "why": TEXT})
    law = {"instrument": TEXT, "applied": MAYBE, "why": TEXT}
    return object_of(law | {"alternatives": list_of(alternative), "columns": list_of(object_of(column))})


def _result() -> Shape:
    proposal = {
        "fine": MAYBE,
        "statute": WORD,
        "benchmark": WORD,
        "deviation": WORD,
        "spared": FLAG,
        "findings": list_of(CODED),
    }
    return object_of(
        {
            "violation": TEXT,
            "party": MAYBE,
            "settled": object_of({"treatment": FLAG, "amount": FLAG}),
            "law": list_of(_law()),
            "treatment": _treatment(),
            "range": _ranges(),
            "gains": null_or(_gains()),
            "evidence": list_of(_evidence()),
            "proposal": null_or(object_of(proposal)),
        }
    )


def _ask() -> Shape:
    fact = {
        "path": TEXT,
        "fact": TEXT,
        "rules": TEXTS,
        "effect": TEXT,
        "decides": TEXT,
        "contested": FLAG,
        "question": BOTH,
    }
    group = {
        "group": TEXT,
        "rank": {"type": "integer"},
        "facts": list_of(object_of(fact, optional=("question",))),
        "outcomes": TEXTS,
    }
    return object_of(group)


def receipt_shape() -> Shape:
    """Return the shape of a receipt."""
    return object_of(
        {
            "engine": TEXT,
            "evaluator": TEXT,
            "rulesets": list_of(object_of({"id": TEXT, "version": TEXT, "sha256": TEXT})),
            "vocabulary_sha256": TEXT,
            "calendar": TEXT,
            "settings": {"type": "object"},
            "case_sha256": TEXT,
            "on": TEXT,
            "trace_sha256": TEXT,
            "faults": TEXTS,
        },
        optional=("faults",),
    )


def verdict_schema() -> Shape:
    """Return the JSON Schema (draft 2020-12) of a verdict, with or without the questions in words."""
    not_checked = {
        "instrument": TEXT,
        "article": MAYBE,
        "reason": TEXT,
        "steps": TEXTS,
        "says": MAYBE,
        "says_en": MAYBE,
        "blocks": FLAG,
        "leaves_open": TEXTS,
        "unjudged": TEXTS,
    }
    question = RULE | {"numbers": {"type": "object"}, "violation": MAYBE, "party": MAYBE}
    headline = {"code": TEXT, "args": {"type": "object"}, "text": BOTH}
    outcome = {"enum": list(get_args(Outcome))}
    body = object_of(
        {
            "schema": {"const": SCHEMA},
            "case": MAYBE,
            "on": {"type": "string", "format": "date"},
            "outcome": outcome,
            "headline": object_of(headline, optional=("text",)),
            "settled": object_of({"procedure": FLAG}),
            "assumed": TEXTS,
            "if_regular": null_or(object_of({"outcome": outcome, "assumed": {"type": "integer"}})),
            "results": list_of(_result()),
            "findings": list_of(_finding()),
            "questions": list_of(object_of(question)),
            "asks": list_of(_ask()),
            "not_checked": list_of(object_of(not_checked)),
            "receipt": receipt_shape(),
        }
    )
    return {
        "$schema": DRAFT,
        "title": "Verdict",
        **body,
        "$defs": {"node": node_shape()},
    }
