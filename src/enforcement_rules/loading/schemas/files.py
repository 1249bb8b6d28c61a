"""JSON Schema (draft 2020-12) of the files as people write them, for editors and for other programs."""

from __future__ import annotations

from typing import Any, Literal

from enforcement_rules.loading.schemas.cases import case_schema
from enforcement_rules.loading.schemas.conditions import condition_schemas
from enforcement_rules.model.fields import BASE_SCHEMA, COUNT_SCHEMA, DATE_SCHEMA
from enforcement_rules.model.vocabulary import VocabularyFile
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.scalars import AMOUNT_SCHEMA

SchemaKind = Literal["case", "ruleset", "instrument", "vocabulary"]
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: SchemaKind, rulesets: Rulesets, *, brief: bool = False) -> dict[str, Any]:
    """Return the schema of a kind of file.

    Editors read YAML by its own rules (a bare `2023` is a number there), so that some scalars may be written in either
    form. What needs more than one place of a file (references, orders of days) is for `load_case` and `load_rulesets`.

    Args:
        kind: `case`; `ruleset` (a rule file); `instrument` (`instrument.yaml`); `vocabulary`.
        rulesets: whose vocabulary says which facts, steps and values there are; for a small schema of one field of law
            only what of them concerns that (`of_field`).
        brief: facts of a case have their names, units and values, not the questions that ask for them.
    """
    if kind == "case":
        schema = _shared(case_schema(rulesets.vocabulary, rulesets.elements, brief=brief))
    elif kind == "ruleset":
        schema = Chapter.model_json_schema()
        schema["$defs"] |= condition_schemas(rulesets.vocabulary)
    else:
        schema = (Instrument if kind == "instrument" else VocabularyFile).model_json_schema()
    return {"$schema": DRAFT, **_cleaned(schema)}


def _cleaned(node: Any) -> Any:
    """Return a schema without what pydantic adds for itself, and with conditions where they stand."""
    if isinstance(node, list):
        return [_cleaned(each) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("x-kind") == "condition":
        return {"$ref": "#/$defs/Condition"}
    return {key: _cleaned(value) for key, value in node.items() if not _is_noise(key, value)}


# What begins like another stands before it.
_SHARED = {"a_base": BASE_SCHEMA, "a_date": DATE_SCHEMA, "an_amount": AMOUNT_SCHEMA, "a_count": COUNT_SCHEMA}


def _shared(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in which dates and numbers, which stand in hundreds of places, are described once."""
    return {**_named(schema), "$defs": _named(schema["$defs"]) | _SHARED}


def _named(node: Any) -> Any:
    if isinstance(node, list):
        return [_named(each) for each in node]
    if not isinstance(node, dict):
        return node
    options = node.get("anyOf", [])
    for name, plain in _SHARED.items():
        known = plain["anyOf"]
        if options[: len(known)] == known:
            named, more = {"$ref": f"#/$defs/{name}"}, options[len(known) :]
            node = {key: value for key, value in node.items() if key != "anyOf"}
            node |= {"anyOf": [named, *more]} if more else named
            break
    return {key: _named(value) for key, value in node.items()}


def _is_noise(key: str, value: Any) -> bool:
    # A property may be named `title` or `default`; there the value is a schema, not a text.
    return (key == "title" and isinstance(value, str) and " / " not in value) or (
        key == "default" and not isinstance(value, dict | bool)
    )
