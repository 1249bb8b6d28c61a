"""Case files in JSON Schema: the model's structure with the facts of the vocabulary where files state them.

The facts of a scope stand once, under `$defs` as `facts.<scope>`: a part of the case takes them beside its own keys and
under its key `facts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from enforcement_rules.loading.naming import base_facts
from enforcement_rules.loading.schemas.facts import (
    NULL,
    Schema,
    both,
    fact_properties,
    facts_of_scopes,
    shared_schemas,
    stated_schema,
    statement_schemas,
    value_schema,
)
from enforcement_rules.model.case import Case
from enforcement_rules.model.fields import BASE_SCHEMA
from enforcement_rules.model.key import keys_of_model, models_of
from enforcement_rules.model.parts import LISTS, scopes_of_step
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.fact_type import FactType

_CHOSEN = ("choice", "graded")
_TIME: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"}
_CLOSED: Schema = {"unevaluatedProperties": False}


def case_schema(vocabulary: Vocabulary, elements: Iterable[str] = (), *, brief: bool = False) -> Schema:
    """Return the schema of case files that speak a vocabulary and name these elements; `brief` without questions."""
    schema = Case.model_json_schema()
    definitions: dict[str, Any] = schema["$defs"]
    for model in _models(Case):
        _describe(schema if model is Case else definitions[model.__name__], model)
    parts = {"case": schema, "organ": definitions["Organ"]}
    parts |= {scope: definitions[model.__name__] for model, scope in LISTS.values() if scope != "step"}
    for scope, part in parts.items():
        definitions[f"facts.{scope}"] = _facts(vocabulary, (scope,), part["properties"], brief)
        _add_facts(part, vocabulary, scope)
        _allow_nulls(part)
    _add_step_facts(definitions, vocabulary, brief)
    _allow_nulls(definitions["Step"])
    _add_names(definitions, vocabulary, elements)
    definitions |= shared_schemas(vocabulary)
    return schema


def _allow_nulls(part: Schema) -> None:
    """Let every key of a part that need not be there be null: that is what a form writes for what is not known."""
    fields: Schema = part["properties"]
    for name, plain in fields.items():
        options = plain.get("anyOf", [])
        if name not in part.get("required", ()) and NULL not in options:
            told = {"description": plain.pop("description")}
            fields[name] = {"anyOf": [plain, NULL], **told}


def _facts(vocabulary: Vocabulary, scopes: tuple[str, ...], fields: Schema, brief: bool) -> Schema:
    facts = {name: fact for name, fact in facts_of_scopes(vocabulary, scopes).items() if name not in fields}
    return {"properties": fact_properties(facts, brief=brief)}


def _add_facts(part: Schema, vocabulary: Vocabulary, scope: str) -> None:
    """Add the facts of a scope to a part, beside its fields and under `facts`; fields that are facts have speakers."""
    fields: Schema = part["properties"]
    for name, fact in facts_of_scopes(vocabulary, (scope,)).items():
        if name in fields:
            plain = value_schema(fact.type) if fact.type.kind in _CHOSEN else fields[name]
            told = {"description": fields[name]["description"]}
            fields[name] = {"anyOf": [plain, *statement_schemas(fact.type), NULL], **told}
    fields["facts"] |= {"anyOf": [_at(f"facts.{scope}") | _CLOSED, NULL]}
    for shape in ("type", "additionalProperties"):
        fields["facts"].pop(shape)
    del part["additionalProperties"]
    part |= _at(f"facts.{scope}") | _CLOSED


def _at(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _add_step_facts(definitions: Schema, vocabulary: Vocabulary, brief: bool) -> None:
    """Add to a step the facts of its kind, whichever it is."""
    step = definitions["Step"]
    del step["additionalProperties"]
    step |= _CLOSED
    fields: Schema = step["properties"]
    told = {name: {"description": fields[name]["description"]} for name in ("step", "at", "on")}
    fields["step"] = _one_of(vocabulary.steps) | told["step"]
    fields["at"] = _TIME | told["at"]
    fields["on"] = stated_schema(FactType("date")) | told["on"]
    described = fields.pop("facts")["description"]
    for scope in (*vocabulary.steps, "act", "step"):
        definitions[f"facts.{scope}"] = _facts(vocabulary, (scope,), fields, brief)
    _part_shared(definitions, vocabulary)
    alike: dict[str, tuple[Schema, list[str]]] = {}
    for kind in vocabulary.steps:
        used = [scope for scope in scopes_of_step(kind, vocabulary) if definitions[f"facts.{scope}"]["properties"]]
        facts: Schema = {"allOf": [_at(f"facts.{scope}") for scope in used]} if used else {}
        alike.setdefault(str(facts), (facts, []))[1].append(kind)
    step["allOf"] = [_when_of(kinds, facts, described) for facts, kinds in alike.values()]


def _when_of(kinds: list[str], facts: Schema, described: str) -> Schema:
    """Return what holds of a step of some kinds: it may state these facts, beside its keys and under `facts`."""
    then = facts | {"properties": {"facts": {"anyOf": [facts | _CLOSED, NULL], "description": described}}}
    return {"if": {"properties": {"step": {"enum": kinds}}, "required": ["step"]}, "then": then}


def _one_of(named: Mapping[str, Any]) -> Schema:
    """Return the schema of one of several names, each with what it is called in Chinese and English."""
    return {"oneOf": [{"const": id_, "title": both(each.zh, each.en)} for id_, each in named.items()]}


def _part_shared(definitions: Schema, vocabulary: Vocabulary) -> None:
    """Move what acts or all steps share with some kind by name to the kinds: of one name the nearest scope decides."""
    named = [set(definitions[f"facts.{kind}"]["properties"]) for kind in vocabulary.steps]
    for scope in ("step", "act"):
        shared: Schema = definitions[f"facts.{scope}"]["properties"]
        moved = {name: shared.pop(name) for name in set(shared) & set[str]().union(*named)}
        for kind in vocabulary.steps:
            if scope in scopes_of_step(kind, vocabulary):
                own = definitions[f"facts.{kind}"]
                own["properties"] = {**dict(sorted(moved.items())), **own["properties"]}


def _add_names(definitions: Schema, vocabulary: Vocabulary, elements: Iterable[str]) -> None:
    definitions["CaseDocument"]["properties"]["step"] |= {"anyOf": [{"enum": list(vocabulary.steps)}, NULL]}
    # A bare division code is a number for most readers of YAML.
    definitions["Organ"]["properties"]["place"]["anyOf"].append({"type": "integer", "minimum": 1, "maximum": 999999})
    violation = definitions["Violation"]["properties"]
    _name_causes(violation, vocabulary)
    violation["bases"] = _bases(vocabulary) | {"description": violation["bases"]["description"]}
    violation["elements"]["propertyNames"] = {"enum": sorted(elements)}


def _name_causes(violation: Schema, vocabulary: Vocabulary) -> None:
    """Name the causes; where the law that declares them was left out, any name may be one."""
    if vocabulary.causes:
        stated = statement_schemas(FactType("choice"))
        violation["cause"] |= {"anyOf": [_one_of(vocabulary.causes), *stated, NULL]}


def _bases(vocabulary: Vocabulary) -> Schema:
    return {
        "type": ["object", "null"],
        "properties": {name: {"anyOf": [*BASE_SCHEMA["anyOf"], NULL]} for name in base_facts(vocabulary)},
        "additionalProperties": False,
    }


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and those of its parts."""
    yield model
    for name in model.model_fields:
        for inner in models_of(model, name):
            yield from _models(inner)


def _describe(record: Schema, model: type[BaseModel]) -> None:
    """Say of every key of a model what it holds, in both languages, and how a Chinese case file writes it."""
    for name, key in keys_of_model(model).items():
        record["properties"][name]["description"] = f"{key.about_zh} / {key.about_en}; 键 {key.zh}"
