"""JSON Schema of the verdict (`enforcement_rules/verdict/1`)."""

from __future__ import annotations

from typing import Any, get_args

from enforcement_rules.evaluation.verdict import SCHEMA, Outcome, Status
from enforcement_rules.values.kinds import Consequence, Curable, Severity

Shape = dict[str, Any]
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


def _object(properties: Shape, *, optional: tuple[str, ...] = ()) -> Shape:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(items: Shape) -> Shape:
    return {"type": "array", "items": items}


def _null_or(shape: Shape) -> Shape:
    return {"anyOf": [{"type": "null"}, shape]}


def _node() -> Shape:
    properties = {
        "kind": TEXT,
        "status": WORD,
        "fact": TEXT,
        "element": {"type": "object"},
        "value": {},
        "test": {"type": "object"},
        "path": TEXT,
        "where": MAYBE,
        "by": TEXTS,
        "contested": FLAG,
        "assumed": FLAG,
        "children": _list(NODE),
    }
    return _object(properties, optional=tuple(name for name in properties if name not in ("kind", "status")))


def _finding() -> Shape:
    exception = _object({"name": TEXT, "says": TEXT, "says_en": TEXT, "status": WORD})
    return _object(
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
            "exceptions": _list(exception),
            "notes": _list(CODED),
            "because": NODE,
        }
    )


def _range() -> Shape:
    return _object({"low": MAYBE, "low_open": FLAG, "high": MAYBE, "high_open": FLAG})


def _treatment() -> Shape:
    ground = RULE | {
        "force": {"enum": ["shall", "may"]},
        "effects": TEXTS,
        "status": TEXT,
        "list": MAYBE,
        "because": NODE,
    }
    return _object(
        {
            "outcome": TEXT,
            "remaining": TEXTS,
            "shall": TEXTS,
            "may": TEXTS,
            "open": TEXTS,
            "conflicts": _list(_object({"rules": TEXTS, "why": TEXT})),
            "interplay": _list(_object(RULE | {"then": TEXT, "grounds": TEXTS})),
            "counted_twice": _list(_object({"rule": TEXT, "facts": TEXTS})),
            "grounds": _list(_object(ground)),
        }
    )


def _statutory() -> Shape:
    return _object(
        {
            "range": _null_or(_range()),
            "decided": FLAG,
            "closed": FLAG,
            "source": {"enum": ["statute", "published_decisions", "benchmark", "file"]},
            "base": MAYBE,
            "base_value": MAYBE,
            "switch_at": MAYBE,
            "factors": _null_or(_list(MAYBE)),
            "form": {"enum": ["plain", "times", "percent"]},
            "per": MAYBE,
            "units": MAYBE,
            "deemed": FLAG,
            "capped_at": MAYBE,
            "branches": _list(BOTH),
            "provision": _null_or(_object(RULE)),
        }
    )


def _tier() -> Shape:
    return _object(
        {
            "benchmark": _object(RULE),
            "status": TEXT,
            "tiers": TEXTS,
            "labels": _list(BOTH),
            "range": _null_or(_range()),
            "each": _list(_object({"tier": TEXT, "range": _null_or(_range())})),
            "filled_from_statute": FLAG,
            "spares": MAYBE,
            "treatment": MAYBE,
            "penalties": TEXTS,
            "statute_verified": FLAG,
        }
    )


def _scheme() -> Shape:
    adjustment = _object({"zh": TEXT, "en": TEXT, "percent": TEXT, "applies": WORD})
    return _object(
        {
            "scheme": _object(RULE),
            "within": TEXT,
            "bands": _list(_object({"treatment": TEXT, "range": _range()})),
            "applies": MAYBE,
            "range": _null_or(_range()),
            "share": MAYBE,
            "adjustments": _list(adjustment),
        }
    )


def _ranges() -> Shape:
    candidate = {"provision": _object(RULE), "range": _null_or(_range()), "standing": TEXT}
    return _object(
        {
            "statutory": _statutory(),
            "tier": _null_or(_tier()),
            "scheme": _null_or(_scheme()),
            "permitted": _null_or(_range()),
            "candidates": _list(_object(candidate)),
        }
    )


def _gains() -> Shape:
    return _object(
        {
            "rule": _null_or(_object(RULE)),
            "receipts": MAYBE,
            "deducted": _list(_object({"fact": TEXT, "amount": TEXT})),
            "refunded": MAYBE,
            "due": _null_or(_range()),
        }
    )


def _law() -> Shape:
    column = {
        "side": {"enum": ["act", "decision"]},
        "instrument": TEXT,
        "version": TEXT,
        "article": TEXT,
        "range": _null_or(_range()),
        "decided": FLAG,
        "kinds": _list(_object({"kind": TEXT, "force": TEXT})),
    }
    alternative = _object({"version": TEXT, "status": TEXT, "why": TEXT})
    law = {"instrument": TEXT, "applied": MAYBE, "why": TEXT}
    return _object(law | {"alternatives": _list(alternative), "columns": _list(_object(column))})


def _result() -> Shape:
    proposal = {
        "fine": MAYBE,
        "statute": WORD,
        "benchmark": WORD,
        "deviation": WORD,
        "spared": FLAG,
        "findings": _list(CODED),
    }
    return _object(
        {
            "violation": TEXT,
            "party": MAYBE,
            "settled": _object({"treatment": FLAG, "amount": FLAG}),
            "law": _list(_law()),
            "treatment": _treatment(),
            "range": _ranges(),
            "gains": _null_or(_gains()),
            "proposal": _null_or(_object(proposal)),
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
        "facts": _list(_object(fact, optional=("question",))),
        "outcomes": TEXTS,
    }
    return _object(group)


def _receipt() -> Shape:
    return _object(
        {
            "engine": TEXT,
            "evaluator": TEXT,
            "rulesets": _list(_object({"id": TEXT, "version": TEXT, "sha256": TEXT})),
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
    }
    question = RULE | {"numbers": {"type": "object"}, "violation": MAYBE, "party": MAYBE}
    headline = {"code": TEXT, "args": {"type": "object"}, "text": BOTH}
    outcome = {"enum": list(get_args(Outcome))}
    body = _object(
        {
            "schema": {"const": SCHEMA},
            "case": MAYBE,
            "on": {"type": "string", "format": "date"},
            "outcome": outcome,
            "headline": _object(headline, optional=("text",)),
            "settled": _object({"procedure": FLAG}),
            "assumed": TEXTS,
            "if_regular": _null_or(_object({"outcome": outcome, "assumed": {"type": "integer"}})),
            "results": _list(_result()),
            "findings": _list(_finding()),
            "questions": _list(_object(question)),
            "asks": _list(_ask()),
            "not_checked": _list(_object(not_checked)),
            "receipt": _receipt(),
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Verdict",
        **body,
        "$defs": {"node": _node()},
    }
