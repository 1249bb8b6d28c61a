"""Case files in JSON Schema: the model's structure with the facts of the vocabulary where files state them.

The facts of a scope stand once, under `$defs` as `facts.<scope>`: a part of the case takes them beside its own keys and
under its key `facts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from enforcement_rules.loading.cases import LISTS, base_facts
from enforcement_rules.loading.schemas.facts import (
    Schema,
    fact_properties,
    facts_of_scopes,
    shared_schemas,
    statement_schemas,
    stated_schema,
    value_schema,
)
from enforcement_rules.model.case import Case
from enforcement_rules.model.fields import BASE_SCHEMA
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.fact_type import FactType

_CHOSEN = ("choice", "graded")
_TIME: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"}
_CLOSED: Schema = {"unevaluatedProperties": False}


def case_schema(vocabulary: Vocabulary, elements: Iterable[str] = ()) -> Schema:
    """Return the schema of case files that speak a vocabulary and name these elements."""
    schema = Case.model_json_schema()
    definitions: dict[str, Any] = schema["$defs"]
    parts = {"case": schema, "organ": definitions["Organ"]}
    parts |= {scope: definitions[model.__name__] for model, scope in LISTS.values() if scope != "step"}
    for scope, part in parts.items():
        definitions[f"facts.{scope}"] = _facts(vocabulary, (scope,), part["properties"])
        _add_facts(part, vocabulary, scope)
    _add_step_facts(definitions, vocabulary)
    _add_names(definitions, vocabulary, elements)
    definitions |= shared_schemas(vocabulary)
    return schema


def _facts(vocabulary: Vocabulary, scopes: tuple[str, ...], fields: Schema) -> Schema:
    facts = facts_of_scopes(vocabulary, scopes)
    return {"properties": fact_properties({name: fact for name, fact in facts.items() if name not in fields})}


def _add_facts(part: Schema, vocabulary: Vocabulary, scope: str) -> None:
    """Add the facts of a scope to a part, beside its fields and under `facts`; fields that are facts have speakers."""
    fields: Schema = part["properties"]
    for name, fact in facts_of_scopes(vocabulary, (scope,)).items():
        if name in fields:
            chosen = fact.type.kind in _CHOSEN
            plain = {"anyOf": [value_schema(fact.type), {"type": "null"}]} if chosen else fields[name]
            fields[name] = {"anyOf": [plain, *statement_schemas(fact.type)]}
    fields["facts"] = _at(f"facts.{scope}") | _CLOSED
    del part["additionalProperties"]
    part |= _at(f"facts.{scope}") | _CLOSED


def _at(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _add_step_facts(definitions: Schema, vocabulary: Vocabulary) -> None:
    """Add to a step the facts of its kind, whichever it is."""
    step = definitions["Step"]
    del step["additionalProperties"]
    step |= _CLOSED
    fields: Schema = step["properties"]
    fields["step"] = {"oneOf": [{"const": id_, "title": f"{kind.zh} / {kind.en}"} for id_, kind in _kinds(vocabulary)]}
    fields["at"] = _TIME
    fields["on"] = {"anyOf": [fields["on"], stated_schema(FactType("date"))]}
    del fields["facts"]
    for scope in ("act", "step"):
        definitions[f"facts.{scope}"] = _facts(vocabulary, (scope,), fields)
    step["allOf"] = []
    for kind in vocabulary.steps:
        facts = _facts_of_kind(kind, definitions, vocabulary, fields)
        then = facts | {"properties": {"facts": facts | _CLOSED}}
        step["allOf"].append({"if": {"properties": {"step": {"const": kind}}, "required": ["step"]}, "then": then})


def _kinds(vocabulary: Vocabulary) -> Iterable[tuple[str, Any]]:
    return vocabulary.steps.items()


def _facts_of_kind(kind: str, definitions: Schema, vocabulary: Vocabulary, fields: Schema) -> Schema:
    """Return the facts of a kind of step: its own and, unless they share names, those of every act and every step."""
    scopes = (kind, "act", "step") if kind in vocabulary.acts else (kind, "step")
    own = definitions[f"facts.{kind}"] = _facts(vocabulary, (kind,), fields)
    names = [name for scope in scopes for name in definitions[f"facts.{scope}"]["properties"]]
    if len(names) > len(set(names)):
        own |= _facts(vocabulary, scopes, fields)
        return _at(f"facts.{kind}")
    used = [scope for scope in scopes if definitions[f"facts.{scope}"]["properties"]]
    return {"allOf": [_at(f"facts.{scope}") for scope in used]} if used else {}


def _add_names(definitions: Schema, vocabulary: Vocabulary, elements: Iterable[str]) -> None:
    definitions["CaseDocument"]["properties"]["step"] = {"enum": list(vocabulary.steps)}
    violation = definitions["Violation"]["properties"]
    violation["bases"] = _bases(vocabulary)
    violation["elements"]["propertyNames"] = {"enum": sorted(elements)}


def _bases(vocabulary: Vocabulary) -> Schema:
    return {
        "type": "object",
        "properties": dict.fromkeys(base_facts(vocabulary), BASE_SCHEMA),
        "additionalProperties": False,
    }
