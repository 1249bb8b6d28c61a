"""Conditions in JSON Schema: every fact of the vocabulary with the tests its kind allows."""

from __future__ import annotations

from enforcement_rules.loading.schemas.facts import Schema, value_schema
from enforcement_rules.loading.vocabulary import CALENDAR_UNITS, COLLECTIONS, MOST_OFFSET, NUMBERS, TESTS, WITHOUT_PLAIN
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import LIMITS
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.scalars import AMOUNT_SCHEMA

_REF: Schema = {"$ref": "#/$defs/Condition"}
_LIST: Schema = {"type": "array", "items": _REF, "minItems": 1}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_WHOLE_TEXT: Schema = {"type": "string", "pattern": "^-?(0|[1-9][0-9]{0,4})$"}


def condition_schemas(vocabulary: Vocabulary) -> Schema:
    """Return the definitions `Condition`, `Every` and `Some`, and one of the tests for each type of fact."""
    definitions: Schema = {"Every": _quantified("of", "holds"), "Some": _quantified("of")}
    properties: Schema = {"any": _LIST, "all": _LIST, "not": _REF}
    properties |= {"every": {"$ref": "#/$defs/Every"}, "some": {"$ref": "#/$defs/Some"}}
    for fact in vocabulary.facts.values():
        name = _test_name(fact.type, fact.id)
        definitions.setdefault(name, _tests(fact.type))
        properties[fact.id] = {"title": f"{fact.entry.zh} / {fact.entry.en}", "$ref": f"#/$defs/{name}"}
    definitions["Condition"] = {
        "description": "A mapping means all of its tests; see docs/ruleset-format.md.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "minProperties": 1,
    }
    return definitions


def _test_name(type_: FactType, id_: str) -> str:
    # Facts without values of their own share the tests of their kind.
    return f"test.{id_}" if type_.values else f"test_of_{type_.kind}"


def _quantified(*required: str) -> Schema:
    return {
        "type": "object",
        "properties": {"of": {"enum": list(COLLECTIONS)}, "where": _REF, "holds": _REF},
        "required": list(required),
        "additionalProperties": False,
    }


def _tests(type_: FactType) -> Schema:
    constant = _constant(type_)
    fact = {"type": "string"}
    schemas: Schema = {
        "one_of": {"type": "array", "items": constant, "minItems": 1},
        "same_as": fact,
        "precedes": fact,
        "known": {"type": "boolean"},
        "has": constant,
        "has_any": {"type": "array", "items": constant, "minItems": 1},
    }
    schemas |= {limit: {"anyOf": [constant, _fact_bound(type_)]} for limit in LIMITS}
    tests = {
        "type": "object",
        "properties": {name: schemas[name] for name in TESTS[type_.kind]},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return tests if type_.kind in WITHOUT_PLAIN else {"anyOf": [constant, tests]}


def _constant(type_: FactType) -> Schema:
    if type_.kind == "date":
        return _DAY
    return value_schema(FactType("choice", type_.values) if type_.kind == "choices" else type_)


def _fact_bound(type_: FactType) -> Schema:
    properties: Schema = {"fact": {"type": "string"}}
    if type_.kind == "date":
        properties["plus"] = _offsets({unit: _whole(unit) for unit in CALENDAR_UNITS} | {"rolls": {"type": "boolean"}})
    elif type_.kind in NUMBERS:
        properties |= {"plus": _offsets({"amount": AMOUNT_SCHEMA}), "times": AMOUNT_SCHEMA}
    return {"type": "object", "properties": properties, "required": ["fact"], "additionalProperties": False}


def _whole(unit: str) -> Schema:
    most = MOST_OFFSET[unit]
    return {"anyOf": [{"type": "integer", "minimum": -most, "maximum": most}, _WHOLE_TEXT]}


def _offsets(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}
