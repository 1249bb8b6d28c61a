"""The facts of a vocabulary in JSON Schema, as case files state them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from enforcement_rules.loading.naming import may_be_stated
from enforcement_rules.model.fields import COUNT_SCHEMA, DATE_SCHEMA
from enforcement_rules.model.key import BOUNDS
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.values.fact_type import BOUNDED, FactKind, FactType
from enforcement_rules.values.identifier import IDENTIFIER
from enforcement_rules.values.scalars import AMOUNT_SCHEMA

Schema = dict[str, Any]
_ID: Schema = {"type": "string", "pattern": IDENTIFIER}
NULL: Schema = {"type": "null"}
"""What is written for what is not known."""
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


def _one_value(type_: FactType) -> Schema:
    """Return the schema of one value of a type as a case file states it: exactly, wider, or by its bounds."""
    plain = {"enum": [*type_.values, *type_.wider]} if type_.wider else value_schema(type_)
    if type_.kind not in BOUNDED:
        return plain
    end = value_schema(type_)
    bounds = {"type": "object", "properties": dict.fromkeys(BOUNDS, end), "additionalProperties": False}
    return {"anyOf": [plain, bounds | {"minProperties": 1, "maxProperties": 2}]}


def statement_schemas(type_: FactType) -> list[Schema]:
    """Return the schemas of a value with its speaker, and of a list of several speakers."""
    statement = {"$ref": "#/$defs/a_statement", "properties": {"value": _one_value(type_)}}
    return [statement, {"type": "array", "items": statement, "minItems": 1}]


_STATEMENT: Schema = {
    "title": "谁这样说，凭什么证据 / who says so, on which evidence",
    "type": "object",
    "properties": {"value": True, "by": _ID, "evidence": {"type": "array", "items": _ID}},
    "required": ["value"],
    "additionalProperties": False,
}


def shared_schemas(vocabulary: Vocabulary) -> Schema:
    """Return what facts without values of their own share: `stated_date` and so on, a value or who states it."""
    types = [fact.type for fact in vocabulary.facts.values() if may_be_stated(fact) and not fact.type.values]
    kinds: set[FactKind] = {"date", *(type_.kind for type_ in types)}
    stated = {f"stated_{kind}": _stated(FactType(kind)) for kind in sorted(kinds)}
    return {"a_statement": _STATEMENT, **stated}


def stated_schema(type_: FactType) -> Schema:
    """Return the schema of a fact of a type as a file states it, by reference to what is shared where there is such."""
    return _stated(type_) if type_.values else {"$ref": f"#/$defs/stated_{type_.kind}"}


def _stated(type_: FactType) -> Schema:
    return {"anyOf": [_one_value(type_), *statement_schemas(type_), NULL]}


def described(fact: Fact, *, brief: bool = False) -> Schema:
    """Return title and description of a fact: its names, what is asked, its Chinese key, its values.

    The key is the way in which a Chinese case file writes it: a schema knows English keys alone. In `brief` it stands
    for the label, and nothing is asked.
    """
    entry = fact.entry
    if brief:
        return _brief(fact)
    said = [f"{entry.ask.zh} / {entry.ask.en}"] if entry.ask else []
    said += [f"[{entry.unit}]"] if entry.unit else []
    said += [f"键 {entry.key_zh}"] if entry.key_zh and entry.key_zh != entry.zh else []
    keys = entry.value_keys
    said += [f"{id_}: {keys.get(id_, zh)} / {en}" for id_, (zh, en) in fact.type.values.items()]
    return {"title": both(entry.zh, entry.en)} | ({"description": "; ".join(said)} if said else {})


def both(chinese: str, english: str) -> str:
    """Return a text in both languages; rulesets that nobody shares may lack the English one."""
    return f"{chinese} / {english}" if english else chinese


def _brief(fact: Fact) -> Schema:
    entry = fact.entry
    keys = [f"{id_} {entry.value_keys.get(id_, zh)}" for id_, (zh, _) in fact.type.values.items()]
    return {"title": both(entry.key_zh or entry.zh, entry.en)} | ({"description": "; ".join(keys)} if keys else {})


def facts_of_scopes(vocabulary: Vocabulary, scopes: Iterable[str]) -> dict[str, Fact]:
    """Return the facts that a part of some scopes may state, by name; of two of one name the first scope decides."""
    named: dict[str, Fact] = {}
    for scope in scopes:
        for fact in vocabulary.facts.values():
            if fact.scope == scope and may_be_stated(fact):
                named.setdefault(fact.name, fact)
    return named


def fact_properties(facts: Mapping[str, Fact], *, brief: bool = False) -> Schema:
    """Return the properties that facts, by name, add to a part of a case; dotted names become nested."""
    properties: Schema = {}
    for name, fact in facts.items():
        _put(properties, name.split("."), described(fact, brief=brief) | stated_schema(fact.type))
    return properties


def _put(properties: Schema, parts: list[str], schema: Schema) -> None:
    first, *rest = parts
    if not rest:
        properties[first] = schema if first not in properties else {"anyOf": [schema, properties[first]]}
        return
    inner = properties.setdefault(first, _mapping())
    if "properties" not in inner:
        nested = _mapping()
        properties[first] = {"anyOf": [inner, nested]}
        inner = nested
    _put(inner["properties"], rest, schema)


def _mapping() -> Schema:
    return {"type": ["object", "null"], "properties": {}, "additionalProperties": False}
