"""The keys of the case format itself, which are no facts: `number`, `steps`, `penalties`, `article`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from enforcement_rules.explanation.names.named import NameEntry, Value
from enforcement_rules.model.case import Case, Part
from enforcement_rules.model.key import Key, key_of, models_of, types_of
from enforcement_rules.model.parts import SCOPES
from enforcement_rules.model.vocabulary import Vocabulary

_PLAIN = {bool: "yes_no", Decimal: "amount", int: "count", str: "text"}


def keys_named(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    """Yield the keys of the case format, each with all places where it stands; not those that are facts as well."""
    found: dict[tuple[str, Key], list[str]] = {}
    takes: dict[tuple[str, Key], tuple[str, tuple[Value, ...]]] = {}
    for path, model, name in _walked(Case, ""):
        key = key_of(model, name)
        written = path.rpartition(".")[2].removesuffix("[]")
        if vocabulary.fact(f"{SCOPES[model] if issubclass(model, Part) else ''}.{written}") is None:
            found.setdefault((written, key), []).append(path)
            takes.setdefault((written, key), (_takes(model, name), _values(model, name, key)))
    for (written, key), paths in found.items():
        yield NameEntry(
            what="keys",
            id=written,
            key=written,
            key_zh=key.zh,
            zh=key.zh,
            en=written.replace("_", " "),
            where=tuple(paths),
            takes=takes[written, key][0],
            values=takes[written, key][1],
            says=(key.about_zh, key.about_en),
        )


def _walked(model: type[BaseModel], at: str) -> Iterator[tuple[str, type[BaseModel], str]]:
    """Yield every place of a model with the model and the field, those of its parts behind them."""
    for name, field in model.model_fields.items():
        if name == "facts":
            continue
        inner = list(models_of(model, name))
        listed = any(get_origin(each) is tuple for each in types_of(field.annotation))
        path = f"{at}{field.alias or name}{'[]' if listed and inner else ''}"
        yield path, model, name
        for each in inner:
            yield from _walked(each, f"{path}.")


def _takes(model: type[BaseModel], name: str) -> str:
    """Return the code of what a key takes."""
    kinds = list(types_of(model.model_fields[name].annotation))
    listed = any(get_origin(each) is tuple for each in kinds)
    if any(models_of(model, name)):
        return "list" if listed else "mapping"
    if any(get_origin(each) is Literal for each in kinds) and _literals(model, name):
        return "some_of" if listed else "one_of"
    if any(get_origin(each) is dict for each in kinds):
        return "mapping"
    plain = next((_PLAIN[each] for each in _PLAIN if each in kinds), "date")
    return "names" if listed else plain


def _literals(model: type[BaseModel], name: str) -> list[str]:
    kinds = types_of(model.model_fields[name].annotation)
    return [value for each in kinds if get_origin(each) is Literal for value in get_args(each)]


def _values(model: type[BaseModel], name: str, key: Key) -> tuple[Value, ...]:
    if _takes(model, name) not in ("one_of", "some_of"):
        return ()
    return tuple(Value(id_, key.values.get(id_), key.values.get(id_, id_), id_) for id_ in _literals(model, name))
