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
            "grounds": _list(_object(ground)),
        }
    )


def _ranges() -> Shape:
    statutory = {
        "range": _null_or(_range()),
        "decided": FLAG,
        "closed": FLAG,
        "source": TEXT,
        "base": MAYBE,
        "base_value": MAYBE,
        "switch_at": MAYBE,
        "factors": _null_or(_list(MAYBE)),
        "provision": _null_or(_object(RULE)),
    }
    tier = {"status": TEXT, "tiers": TEXTS, "range": _null_or(_range()), "statute_verified": FLAG}
    tier |= {"benchmark": _object(RULE), "labels": _list(BOTH)}
    return _object(
        {
            "statutory": _object(statutory),
            "tier": _null_or(_object(tier)),
            "permitted": _null_or(_range()),
        }
    )


def _result() -> Shape:
    proposal = {
        "fine": MAYBE,
        "statute": WORD,
        "benchmark": WORD,
        "deviation": WORD,
        "spared": FLAG,
        "findings": _list(CODED),
    }
    law = {"instrument": TEXT, "applied": MAYBE, "why": TEXT}
    alternative = _object({"version": TEXT, "status": TEXT, "why": TEXT})
    return _object(
        {
            "violation": TEXT,
            "party": MAYBE,
            "settled": _object({"treatment": FLAG, "amount": FLAG}),
            "law": _list(_object(law | {"alternatives": _list(alternative)})),
            "treatment": _treatment(),
            "range": _ranges(),
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
        }
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
