"""Rules and words as plain data (JSON) and back; what comes back is equal to what was read from the files.

Every record, condition and value that JSON does not know stands under a short name of a closed list, so that reading
plain data runs no code of whoever wrote it. Nothing is validated a second time: plain data are written only of what
was read without fault, and are trusted only where nobody else can have written them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from enforcement_rules.model.vocabulary import (
    Approval,
    Asking,
    Bounds,
    Cause,
    Dormant,
    Fact,
    FactEntry,
    Label2,
    Named,
    Ordered,
    StepEntry,
    Wider,
)
from enforcement_rules.rules.base import Record
from enforcement_rules.rules.condition import All, AnyOf, FactBound, Not, Quantified, Test
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.errors import Place
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment
from enforcement_rules.values.validated import Validated

NAME = "~"
"""The key under which an object of JSON says what it is; without it, it is a mapping."""
_PLAIN = (bool, int, str)
_Made = Callable[[dict[str, Any]], Any]


def _subclasses(of: type[Validated]) -> Iterator[type[Validated]]:
    for each in of.__subclasses__():
        yield each
        yield from _subclasses(each)


def _name(record: type[Validated]) -> str:
    # Two records are called `Force`, one of an instrument and one of a circumstance.
    return f"{record.__module__.rpartition('.')[2]}.{record.__name__}"


assert issubclass(Chapter, Record)  # importing it has defined every record of the law
_WORDS: tuple[type[Validated], ...] = (
    FactEntry,
    StepEntry,
    Label2,
    Named,
    Cause,
    Wider,
    Dormant,
    Bounds,
    Asking,
    Approval,
    Ordered,
)
RECORDS: dict[str, type[Validated]] = {_name(each): each for each in (*_subclasses(Record), *_WORDS)}
"""Name → record, of all records of the law and of the vocabulary."""


def as_plain(value: Any, file: str = "") -> Any:
    """Return a value as JSON knows it.

    Args:
        value: a record, condition, constant or tuple of them.
        file: the rule file it stands in; places in it are written without it.

    Raises:
        TypeError: for what is no part of a ruleset.
    """
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [as_plain(each, file) if not isinstance(each, tuple) else _tuple(each, file) for each in value]
    if isinstance(value, Validated):
        return {NAME: _name(type(value)), **_fields(value, file)}
    if isinstance(value, Mapping):
        return _mapping(value, file)
    if isinstance(value, Place) and value.file == file:
        return [value.line, value.column]
    name, parts = _WRITERS[type(value)](value) if type(value) in _WRITERS else _unknown(value)
    return {NAME: name, **{key: as_plain(each, file) for key, each in parts.items()}}


def _unknown(value: Any) -> Any:
    raise TypeError(f"no part of a ruleset: {type(value).__name__}")


def _tuple(value: tuple[Any, ...], file: str) -> dict[str, Any]:
    return {NAME: "tuple", "of": as_plain(value, file)}


def _mapping(value: Mapping[Any, Any], file: str) -> dict[str, Any]:
    if all(type(key) is str and key != NAME for key in value):
        return {key: as_plain(each, file) for key, each in value.items()}
    return {NAME: "map", "keys": as_plain(tuple(value), file), "values": as_plain(tuple(value.values()), file)}


def _fields(record: Validated, file: str) -> dict[str, Any]:
    """Return the fields that are not what they are when nothing is said."""
    silent = type(record).defaults()
    values = {name: getattr(record, name) for name in record.field_names}
    told = {name: each for name, each in values.items() if name not in silent or not _same(each, silent[name])}
    return {name: as_plain(each, file) for name, each in told.items()}


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _members(of: frozenset[Any]) -> tuple[Any, ...]:
    return tuple(sorted(of, key=lambda each: (type(each).__name__, str(each))))


_WRITERS: Mapping[type, Callable[[Any], tuple[str, dict[str, Any]]]] = {
    Test: lambda v: ("t", {"f": v.fact, "o": v.operator, "b": v.bound}),
    All: lambda v: ("a", {"p": v.parts}),
    AnyOf: lambda v: ("o", {"p": v.parts}),
    Not: lambda v: ("n", {"p": v.part}),
    Quantified: lambda v: ("q", {"e": v.every, "of": v.of, "w": v.where, "h": v.holds}),
    FactBound: lambda v: ("b", {name: getattr(v, name) for name in FactBound.__struct_fields__}),
    Decimal: lambda v: ("d", {"v": str(v)}),
    dt.date: lambda v: ("day", {"v": v.isoformat()}),
    dt.datetime: lambda v: ("time", {"v": v.isoformat()}),
    list: lambda v: ("list", {"of": tuple(v)}),
    frozenset: lambda v: ("set", {"of": _members(v)}),
    Choices: lambda v: ("choices", {"known": v.known, "complete": v.complete}),
    Moment: lambda v: ("moment", {name: getattr(v, name) for name in Moment.__struct_fields__}),
    Interval: lambda v: ("span", {"low": v.low, "high": v.high}),
    Place: lambda v: ("place", {"file": v.file, "line": v.line, "column": v.column}),
    Fact: lambda v: ("fact", {"id": v.id, "entry": v.entry, "in": v.instrument, "implicit": v.implicit}),
}
_READERS: Mapping[str, _Made] = {
    "t": lambda d: Test(d["f"], d["o"], d["b"]),
    "a": lambda d: All(tuple(d["p"])),
    "o": lambda d: AnyOf(tuple(d["p"])),
    "n": lambda d: Not(d["p"]),
    "q": lambda d: Quantified(d["e"], d["of"], d["w"], d["h"]),
    "b": lambda d: FactBound(**_named(d)),
    "d": lambda d: Decimal(d["v"]),
    "day": lambda d: dt.date.fromisoformat(d["v"]),
    "time": lambda d: dt.datetime.fromisoformat(d["v"]),
    "list": lambda d: _Listed(d["of"]),
    "set": lambda d: frozenset(d["of"]),
    "tuple": lambda d: tuple(d["of"]),
    "map": lambda d: dict(zip(d["keys"], d["values"], strict=True)),
    "choices": lambda d: Choices(d["known"], d["complete"]),
    "moment": lambda d: Moment(**_named(d)),
    "span": lambda d: Interval(d["low"], d["high"]),
    "place": lambda d: Place(d["file"], d["line"], d["column"]),
    "fact": lambda d: Fact(d["id"], d["entry"].type_of_values, d["entry"], d["in"], d["implicit"]),
}


class _Listed(tuple[Any, ...]):
    """A list on its way into the one kind of record that may hold one."""

    __slots__ = ()


def _with_lists(value: Any) -> Any:
    if isinstance(value, _Listed):
        return [_with_lists(each) for each in value]
    return {key: _with_lists(each) for key, each in value.items()} if isinstance(value, dict) else value


def _named(plain: dict[str, Any]) -> dict[str, Any]:
    del plain[NAME]
    return plain


def _with_tuples(plain: dict[str, Any]) -> dict[str, Any]:
    for key, value in plain.items():
        if value.__class__ is list:
            plain[key] = tuple(value)
    return plain


@cache
def _defaults(name: str) -> dict[str, Any]:
    return RECORDS[name].defaults()


class PlainReader:
    """Reads plain data; `file` is the rule file in which the records stand that are read next."""

    def __init__(self) -> None:
        """Prepare for what comes; how a record is made is worked out when the first of its kind comes."""
        self.file = ""
        self._makers: dict[str, _Made] = dict(_READERS)
        self._decoder = json.JSONDecoder(object_hook=self._made)

    def read(self, text: str, file: str = "") -> Any:
        """Return what a text of JSON says; a list at its top as a tuple.

        Raises:
            ValueError, KeyError, TypeError: when it is no plain data of this format.
        """
        self.file = file
        value = self._decoder.decode(text)
        return tuple(value) if isinstance(value, list) else value

    def _made(self, plain: dict[str, Any]) -> Any:
        name = plain.get(NAME)
        if name is None:
            return _with_tuples(plain)
        try:
            maker = self._makers[name]
        except KeyError:
            maker = self._makers[name] = self._maker(name)
        return maker(plain)

    def _maker(self, name: str) -> _Made:
        """Return what makes a record of its fields, without validating them again."""
        record = RECORDS[name]
        silent = _defaults(name)
        new, put = record.__new__, object.__setattr__
        placed = "place" in silent
        listing = record is Dormant

        def made(plain: dict[str, Any]) -> Any:
            del plain[NAME]
            for key, value in plain.items():
                if value.__class__ is list:
                    plain[key] = tuple(value)
            if placed and plain.get("place").__class__ is tuple:
                plain["place"] = Place(self.file, *plain["place"])
            if listing:
                plain = {key: _with_lists(value) for key, value in plain.items()}
            each = new(record)
            put(each, "__dict__", {**silent, **plain})
            return each

        return made
