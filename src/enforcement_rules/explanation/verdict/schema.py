"""JSON Schema of the verdict (`enforcement_rules/verdict/2`), made from the types of its JSON."""

from __future__ import annotations

from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

Shape = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, str] = {str: "string", bool: "boolean", int: "integer", NoneType: "null"}


class Definitions:
    """The shapes that a schema names: each typed record stands once under `$defs`."""

    def __init__(self) -> None:
        """Start without any."""
        self.made: dict[str, Shape] = {}

    def of(self, kind: Any) -> Shape:
        """Return the shape of a type: of plain values, lists, mappings, literals, unions, typed records.

        What `AskFactShape` describes is called `AskFact`.
        """
        origin, args = get_origin(kind), get_args(kind)
        if origin is Annotated:
            kind, description, *more = args
            return {
                **self.of(kind),
                "description": _described(description),
                **{k: v for each in more for k, v in each.items()},
            }
        if origin is NotRequired:
            return self.of(args[0])
        if origin is Literal:
            return {"enum": [*args]}
        if origin in (Union, UnionType):
            return self._any_of(args)
        if origin is list:
            return {"type": "array", "items": self.of(args[0])}
        if is_typeddict(kind):
            return self._named(kind)
        if kind is Any:
            return {}
        return {"type": "object"} if origin is dict else {"type": _PLAIN[kind]}

    def _any_of(self, kinds: tuple[Any, ...]) -> Shape:
        if all(kind in _PLAIN for kind in kinds):
            return {"type": [_PLAIN[kind] for kind in kinds]}
        return {"anyOf": [self.of(kind) for kind in kinds]}

    def _named(self, record: Any) -> Shape:
        name: str = record.__name__.removesuffix("Shape")
        if name not in self.made:
            self.made[name] = {}  # a node of a proof holds nodes
            self.made[name] = self.record(record)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, record: Any) -> Shape:
        """Return the shape of a typed record itself: an object with its keys and no others."""
        hints = get_type_hints(record, include_extras=True)
        return {
            "description": _described(" ".join((record.__doc__ or "").split())),
            "type": "object",
            "properties": {key: self.of(kind) for key, kind in hints.items()},
            "required": [key for key, kind in hints.items() if get_origin(kind) is not NotRequired],
            "additionalProperties": False,
        }


def _described(english: str) -> str:
    """Return a description in Chinese and English."""
    chinese = import_module("enforcement_rules.explanation.verdict.described").CHINESE.get(english)
    return f"{chinese} / {english}" if chinese else english


def verdict_schema() -> Shape:
    """Return the JSON Schema (draft 2020-12) of a verdict, whichever proofs it holds."""
    named = Definitions()
    whole = named.record(shapes().VerdictShape)
    return {"$schema": DRAFT, "title": "Verdict", **whole, "$defs": dict(sorted(named.made.items()))}


def definitions_of(*names: str) -> dict[str, Shape]:
    """Return the shapes of records that stand in verdicts, as `Rule` or `Node`, and of those they are made of."""
    named = Definitions()
    for name in names:
        named.of(getattr(shapes(), f"{name}Shape"))
    return dict(sorted(named.made.items()))


def shapes() -> Any:
    """Return the types of the JSON; they take longer to import than a verdict to write, and only schemas need them."""
    return import_module("enforcement_rules.evaluation.verdict.shapes")
