"""Case files in JSON Schema: the model's structure with the facts of the vocabulary where files state them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from enforcement_rules.loading.naming import base_facts
from enforcement_rules.loading.schemas.facts import (
    Schema,
    fact_properties,
    fact_schemas,
    statement_schemas,
    value_schema,
)
from enforcement_rules.model.case import Case
from enforcement_rules.model.parts import LISTS, scopes_of_step
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.scalars import AMOUNT_SCHEMA

_CHOSEN = ("choice", "graded")
_TIME: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"}


def case_schema(vocabulary: Vocabulary, elements: Iterable[str] = ()) -> Schema:
    """Return the schema of case files that speak a vocabulary and name these elements."""
    schema = Case.model_json_schema()
    definitions: dict[str, Any] = schema["$defs"]
    _add_facts(schema, vocabulary, ("case",))
    _add_facts(definitions["Organ"], vocabulary, ("organ",))
    for model, scope in LISTS.values():
        if scope != "step":
            _add_facts(definitions[model.__name__], vocabulary, (scope,))
    _add_step_facts(definitions["Step"], vocabulary)
    definitions["CaseDocument"]["properties"]["step"] = {"enum": list(vocabulary.steps)}
    definitions["Violation"]["properties"]["bases"] = _bases(vocabulary)
    definitions["Violation"]["properties"]["elements"]["propertyNames"] = {"enum": sorted(elements)}
    definitions |= fact_schemas(vocabulary)
    return schema


def _add_facts(part: Schema, vocabulary: Vocabulary, scopes: tuple[str, ...]) -> None:
    """Add the facts of scopes to a part, beside its fields and under `facts`; fields that are facts have speakers."""
    fields: Schema = part["properties"]
    facts = fact_properties(vocabulary, scopes)
    only = {name: schema for name, schema in facts.items() if name not in fields}
    for name in facts.keys() & fields.keys():
        fact = vocabulary.facts[f"{scopes[0]}.{name}"]
        plain = {"anyOf": [value_schema(fact.type), {"type": "null"}]} if fact.type.kind in _CHOSEN else fields[name]
        fields[name] = {"anyOf": [plain, *statement_schemas(fact.type)]}
    part["properties"] = fields | only | {"facts": _facts(only)}


def _facts(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _add_step_facts(step: Schema, vocabulary: Vocabulary) -> None:
    """Add to a step the facts of its kind, whichever it is."""
    step.pop("additionalProperties")
    step["unevaluatedProperties"] = False
    fields: Schema = step["properties"]
    fields["step"] = {"enum": list(vocabulary.steps)}
    fields["at"] = _TIME
    fields.pop("facts")
    step["allOf"] = []
    for kind in vocabulary.steps:
        scopes = scopes_of_step(kind, vocabulary)
        facts = {name: each for name, each in fact_properties(vocabulary, scopes).items() if name not in fields}
        then = {"properties": facts | {"facts": _facts(facts)}}
        step["allOf"].append({"if": {"properties": {"step": {"const": kind}}, "required": ["step"]}, "then": then})


def _bases(vocabulary: Vocabulary) -> Schema:
    amount = {"anyOf": [*AMOUNT_SCHEMA["anyOf"], {"const": "not_calculable"}]}
    return {
        "type": "object",
        "properties": dict.fromkeys(base_facts(vocabulary), amount),
        "additionalProperties": False,
    }
