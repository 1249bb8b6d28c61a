"""The facts of a vocabulary in JSON Schema, as case files state them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from enforcement_rules.loading.naming import may_be_stated
from enforcement_rules.model.fields import COUNT_SCHEMA, DATE_SCHEMA
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.identifier import IDENTIFIER
from enforcement_rules.values.scalars import AMOUNT_SCHEMA

Schema = dict[str, Any]
_ID: Schema = {"type": "string", "pattern": IDENTIFIER}
_MAX_TEXT = 2000
_MOMENT_SCHEMA: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"}


def value_schema(type_: FactType) -> Schema:
    """Return the schema of one value of a type."""
    if type_.kind == "yes_no":
        return {"type": "boolean"}
    if type_.kind == "date":
        return DATE_SCHEMA
    if type_.kind == "time":
        return {"anyOf": [_MOMENT_SCHEMA, *DATE_SCHEMA["anyOf"]]}
    if type_.kind in ("number", "amount"):
        return AMOUNT_SCHEMA
    if type_.kind in ("count", "days"):
        return COUNT_SCHEMA
    named = {"enum": list(type_.values)} if type_.values else {"type": "string", "maxLength": _MAX_TEXT}
    return {"anyOf": [named, {"type": "array", "items": named}]} if type_.kind == "choices" else named


def statement_schemas(type_: FactType) -> list[Schema]:
    """Return the schemas of a value with its speaker, and of a list of several speakers."""
    statement = {
        "type": "object",
        "properties": {
            "value": value_schema(type_),
            "by": _ID,
            "evidence": {"type": "array", "items": _ID},
        },
        "required": ["value"],
        "additionalProperties": False,
    }
    return [statement, {"type": "array", "items": statement, "minItems": 1}]


def fact_schemas(vocabulary: Vocabulary) -> Schema:
    """Return the definition of every fact that a case file may state, by its id."""
    return {
        fact.id: {
            "title": f"{fact.entry.zh} / {fact.entry.en}",
            "anyOf": [value_schema(fact.type), *statement_schemas(fact.type)],
        }
        for fact in vocabulary.facts.values()
        if may_be_stated(fact)
    }


def fact_properties(vocabulary: Vocabulary, scopes: Iterable[str]) -> Schema:
    """Return the properties that the facts of some scopes add to a part of a case; dotted names become nested.

    Of two scopes that have a fact of one name, the first decides.
    """
    named: dict[str, Fact] = {}
    for scope in scopes:
        for fact in vocabulary.facts.values():
            if fact.scope == scope and may_be_stated(fact):
                named.setdefault(fact.name, fact)
    properties: Schema = {}
    for name, fact in named.items():
        _put(properties, name.split("."), {"$ref": f"#/$defs/{fact.id}"})
    return properties


def _put(properties: Schema, parts: list[str], schema: Schema) -> None:
    first, *rest = parts
    if not rest:
        properties[first] = schema if first not in properties else {"anyOf": [schema, properties[first]]}
        return
    inner = properties.setdefault(first, {"type": "object", "properties": {}, "additionalProperties": False})
    if "properties" not in inner:
        nested: Schema = {"type": "object", "properties": {}, "additionalProperties": False}
        properties[first] = {"anyOf": [inner, nested]}
        inner = nested
    _put(inner["properties"], rest, schema)
