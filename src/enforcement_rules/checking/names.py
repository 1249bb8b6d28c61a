"""Whether everything that a case file may name has a Chinese key, and one of its own in the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from enforcement_rules.checking.remark import Remark
from enforcement_rules.model.case import Part, Step
from enforcement_rules.model.key import keys_of_model
from enforcement_rules.model.parts import SCOPES, scopes_of_step
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import Place


class _Named(NamedTuple):
    """An English name, its Chinese key, and the fact it is (part of) the name of."""

    name: str
    key: str
    fact: Fact | None = None


def keys(rulesets: Rulesets) -> Iterator[Remark]:
    """Yield what has no Chinese key, and what shares one with another name of its place."""
    yield from _missing(rulesets)
    vocabulary: Vocabulary = rulesets.vocabulary
    for place, found in _places(vocabulary):
        yield from _shared(place, found, rulesets)
    for place, named in _lists(rulesets).items():
        yield from _shared(place, (_Named(name, each.key_zh) for name, each in named.items() if each.key_zh), rulesets)
    for fact in vocabulary.facts.values():
        values = (_Named(value, key, fact) for value, key in fact.entry.value_keys.items())
        yield from _shared(fact.id, values, rulesets)
        if fact.entry.key_zh is not None and fact.entry.key_zh.count(".") != fact.name.count("."):
            yield Remark("key_zh_dots", {"name": fact.id, "key": fact.entry.key_zh}, _place(fact, rulesets))


def _lists(rulesets: Rulesets) -> dict[str, Mapping[str, Any]]:
    """Return what stands in lists of its own, by what these are called."""
    vocabulary: Vocabulary = rulesets.vocabulary
    return {
        "steps": vocabulary.steps,
        "causes": vocabulary.causes,
        "fields": rulesets.fields,
        "elements": rulesets.elements,
    }


def _missing(rulesets: Rulesets) -> Iterator[Remark]:
    for fact in rulesets.vocabulary.facts.values():
        lacking = [] if fact.entry.key_zh or fact.implicit else [fact.id]
        lacking += [f"{fact.id}: {value}" for value in fact.entry.values if value not in fact.entry.value_keys]
        for name in lacking:
            yield Remark("key_zh_missing", {"name": name}, _place(fact, rulesets))
    for place, named in _lists(rulesets).items():
        for name, each in named.items():
            if each.key_zh is None:
                yield Remark("key_zh_missing", {"name": f"{place}: {name}"})


def _place(fact: Fact | None, rulesets: Rulesets) -> Place | None:
    """Return the vocabulary of the instrument that declares a fact."""
    versions = rulesets.versions.get(fact.instrument or "", ()) if fact is not None else ()
    file = next((rule.place.file for rule in versions[-1].rules() if rule.place), None) if versions else None
    return None if file is None else Place(f"{file.rpartition('/')[0]}/vocabulary.yaml", 1)


def _places(vocabulary: Vocabulary) -> Iterator[tuple[str, Iterator[_Named]]]:
    for model, scope in SCOPES.items():
        if model is not Step:
            yield scope, _keys_at(model, (scope,), vocabulary)
    for kind in vocabulary.steps:
        yield kind, _keys_at(Step, scopes_of_step(kind, vocabulary), vocabulary)


def _keys_at(model: type[Part], scopes: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[_Named]:
    """Yield the keys that can stand in one place, and every part of those with dots; of two scopes the first counts."""
    yield from (_Named(name, key.zh) for name, key in keys_of_model(model).items())
    seen: set[str] = set()
    for scope in scopes:
        for fact in vocabulary.facts.values():
            if fact.scope == scope and fact.name not in seen and fact.entry.key_zh:
                seen.add(fact.name)
                yield from _parts(fact, fact.entry.key_zh)


def _parts(fact: Fact, key: str) -> Iterator[_Named]:
    names, keys_ = fact.name.split("."), key.split(".")
    for n in range(1, min(len(keys_), len(names)) + 1):
        yield _Named(".".join(names[:n]), ".".join(keys_[:n]), fact)


def _shared(place: str, found: Iterator[_Named], rulesets: Rulesets) -> Iterator[Remark]:
    by_key: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for name, key, fact in found:
        said = {"key": key, "place": place, "name": name}
        if by_key.setdefault(key, name) != name:
            yield Remark("key_zh_shared", said | {"other": by_key[key]}, _place(fact, rulesets))
        elif by_name.setdefault(name, key) != key:
            yield Remark("key_zh_differs", said | {"other": by_name[name]}, _place(fact, rulesets))
