"""Pydantic's errors as problems: at the right place, in the library's own words."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from enforcement_rules.loading.reading.documents import Document
from enforcement_rules.loading.reading.problems import Problems
from enforcement_rules.values.errors import InputError, Path
from enforcement_rules.values.identifier import IDENTIFIER, ZH_KEY, ZH_NAME
from enforcement_rules.values.messages import MESSAGES
from enforcement_rules.values.validated import Validated

Model = TypeVar("Model", bound=BaseModel | Validated)

_CODES = {
    "extra_forbidden": "unexpected_key",
    "missing": "missing_key",
    "literal_error": "expected_one_of",
    "string_type": "not_text",
    "string_too_short": "text_empty",
    "string_too_long": "text_too_long",
    "model_type": "expected_mapping",
    "model_attributes_type": "expected_mapping",
    "dict_type": "expected_mapping",
    "tuple_type": "expected_list",
    "list_type": "expected_list",
    "too_short": "list_too_short",
    "too_long": "list_too_long",
}
_PATTERNS = {
    IDENTIFIER: "expected_identifier",
    ZH_KEY: "expected_zh_key",
    ZH_NAME: "expected_zh_key",
    r"^[a-z][a-z0-9_]*$": "expected_name",
    r"^[a-z_]+(\.[a-z0-9_]+)+$": "expected_fact_name",
    r"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*$": "expected_rule_id",
}
_NO_SCALAR = frozenset({"literal_error", "string_type"})
_NO_MAPPING = frozenset({"model_type", "model_attributes_type", "dict_type"})
_PYTHON_NAMES = frozenset({"from_"})
"""Names by which Python sets fields that files write otherwise."""
_CONTAINERS = (dict, list)
_QUOTED = re.compile(r"'([^']*)'")


def validate(
    model: type[Model], data: Any, document: Document, problems: Problems, context: Mapping[str, Any] | None = None
) -> Model | None:
    """Validate the data of a document; note every error at its place and return `None` if there is one."""
    reader: Any = model  # of either kind: both are asked alike
    note_python_names(reader, data, document, problems)
    try:
        found: Model = reader.model_validate(data, context=dict(context) if context else None)
        return found
    except ValidationError as error:
        for each in one_a_place(error.errors(include_url=False), data):
            note_error(each, reader, document, problems)
        return None


def note_python_names(model: Any, data: Any, document: Document, problems: Problems) -> None:
    """Note keys by which Python alone sets fields."""
    for path in _python_names(data, ()) if _has_python_names(data) else ():
        note_unknown_key(document, problems, path, keys_at(model, path[:-1]))


def _has_python_names(data: Any) -> bool:
    waiting = [data] if isinstance(data, _CONTAINERS) else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict) and not _PYTHON_NAMES.isdisjoint(each):
            return True
        inside = each.values() if isinstance(each, dict) else each
        waiting += [inner for inner in inside if isinstance(inner, _CONTAINERS)]
    return False


def _python_names(data: Any, path: Path) -> Iterator[Path]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if key in _PYTHON_NAMES:
            yield (*path, key)
        yield from _python_names(value, (*path, key))


class Found:
    """One error of pydantic with the path in the data to which its location leads."""

    def __init__(self, error: Any, data: Any) -> None:
        self.type: str = error["type"]
        self.context: Mapping[str, Any] = error.get("ctx") or {}
        self.value = error["input"]
        self.key = error["loc"][-1] if error["loc"] else ""
        location = error["loc"][:-1] if self.type == "missing" else error["loc"]
        self.path, self.union = _walk(location, data)

    @property
    def rank(self) -> tuple[int, bool]:
        """Of the members of a union, the error that lies deepest says most, then one of the form that was written."""
        return -len(self.path), self.type in (_NO_SCALAR if isinstance(self.value, dict | list) else _NO_MAPPING)

    @property
    def follows(self) -> bool:
        """Whether it only follows from others: a list counts as short because items in it are refused."""
        return self.type == "too_short" and len(self.value) >= self.context["min_length"]


def _walk(location: tuple[str | int, ...], data: Any) -> tuple[Path, Path | None]:
    """Return the path that exists in the data, and where the first name of a union's member was left out."""
    path: Path = ()
    union = None
    for key in location:
        inside = isinstance(data, dict) if isinstance(key, str) else isinstance(data, list)
        if inside and (key in data if isinstance(data, dict) else int(key) < len(data)):
            path, data = (*path, key), data[key]
        elif union is None:
            union = path
    return path, union


def one_a_place(errors: list[Any], data: Any) -> Iterator[Found]:
    """Yield the errors, of those of one union only the one that says most."""
    best: dict[Path, Found] = {}
    found = [each for each in (Found(error, data) for error in errors) if not each.follows]
    for each in found:
        if each.union is not None and (each.union not in best or each.rank < best[each.union].rank):
            best[each.union] = each
    yield from (each for each in found if each.union is None or best[each.union] is each)


def note_error(found: Found, model: type[BaseModel | Validated], document: Document, problems: Problems) -> None:
    """Note an error of pydantic in the words of the library."""
    inner = found.context.get("error")
    if isinstance(inner, InputError):
        for problem in inner.problems:
            problems.add(document, problem.code, found.path + problem.path, **problem.args)
    elif found.type == "extra_forbidden":
        note_unknown_key(document, problems, found.path, keys_at(model, found.path[:-1]))
    else:
        code, args = _words(found)
        if code == "expected_list" and not _lists_text(model, found.path):
            args.pop("value")
        problems.add(document, code, found.path, **args)


def _words(found: Found) -> tuple[str, dict[str, Any]]:
    value = found.value if isinstance(found.value, str) else _kind(found.value)
    if found.type == "missing":
        return ("missing_item", {}) if isinstance(found.key, int) else ("missing_key", {"key": found.key})
    if found.type == "literal_error":
        return "expected_one_of", {"value": value, "expected": _QUOTED.findall(found.context["expected"])}
    if found.type == "string_pattern_mismatch":
        return _PATTERNS.get(found.context["pattern"], "not_valid"), {"value": value}
    code = _CODES.get(found.type, found.type if found.type in MESSAGES else "not_valid")
    least = found.context.get("min_length", 1)
    return code, {"value": value, "least": least, "most": found.context.get("max_length", "")}


def _kind(value: Any) -> str:
    return (
        "{…}"
        if isinstance(value, dict)
        else "[…]"
        if isinstance(value, list)
        else "null"
        if value is None
        else str(value)
    )


def note_unknown_key(document: Document, problems: Problems, path: Path, allowed: list[str]) -> None:
    """Note a key that a mapping may not have, with the key that was perhaps meant, or with all it may have."""
    key = str(path[-1])
    problems.unknown(document, ("unknown_key", "unexpected_key"), path, key, allowed, key=key, expected=allowed)


def keys_at(model: type[BaseModel | Validated], path: Path) -> list[str]:
    """Return the keys which files may write at a path of a model."""
    models: set[type[BaseModel | Validated]] = {model}
    for key in path:
        if isinstance(key, str):
            # The key of an open mapping is no field; the models under it are those already found.
            models = {inner for outer in models for inner in _under(outer, key)} or models
    return sorted({name for each in models for name in keys_of(each)})


def keys_of(model: type[BaseModel | Validated]) -> list[str]:
    """Return the keys of a model as files write them; what the library fills in itself is none of them."""
    return [field.alias or name for name, field in model.model_fields.items() if not field.exclude]


def _lists_text(model: type[BaseModel | Validated], path: Path) -> bool:
    """Say whether the list at a path of a model holds text alone, no models."""
    models: set[type[BaseModel | Validated]] = {model}
    for key in path[:-1]:
        if isinstance(key, str):
            models = {inner for outer in models for inner in _under(outer, key)}
    return any(path[-1] in keys_of(each) and not any(_under(each, str(path[-1]))) for each in models)


def _under(model: type[BaseModel | Validated], key: str) -> Iterator[type[BaseModel | Validated]]:
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            yield from _models(field.annotation)


def _models(annotation: Any) -> Iterator[type[BaseModel | Validated]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Validated):
        yield annotation
    elif get_origin(annotation) is Annotated:
        yield from _models(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType, tuple, dict):
        for inner in get_args(annotation):
            yield from _models(inner)
