"""JSON Schema (draft 2020-12) of the files as people write them, for editors and for other programs."""

from __future__ import annotations

from typing import Any, Literal

from enforcement_rules.loading.schemas.cases import case_schema
from enforcement_rules.loading.schemas.conditions import condition_schemas
from enforcement_rules.model.vocabulary import VocabularyFile
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.ruleset import Rulesets

SchemaKind = Literal["case", "ruleset", "instrument", "vocabulary"]
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: SchemaKind, rulesets: Rulesets) -> dict[str, Any]:
    """Return the schema of a kind of file.

    Editors read YAML by its own rules (a bare `2023` is a number there), so that some scalars may be written in either
    form. What needs more than one place of a file (references, orders of days) is for `load_case` and `load_rulesets`.

    Args:
        kind: `case`; `ruleset` (a rule file); `instrument` (`instrument.yaml`); `vocabulary`.
        rulesets: whose vocabulary says which facts, steps and values there are.
    """
    if kind == "case":
        schema = case_schema(rulesets.vocabulary, rulesets.elements)
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


def _is_noise(key: str, value: Any) -> bool:
    # A property may be named `title` or `default`; there the value is a schema, not a text.
    return (key == "title" and isinstance(value, str) and " / " not in value) or (
        key == "default" and not isinstance(value, dict | bool)
    )
