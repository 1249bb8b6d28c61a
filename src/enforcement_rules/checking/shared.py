"""Checks of rulesets that are meant to be shared: every text that readers see stands in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.errors import Place
from enforcement_rules.values.validated import Validated

ENGLISH = {"says": "says_en", "zh": "en"}
"""The key of a Chinese text → the key of the English one beside it."""


def without_english(rulesets: Rulesets) -> Iterator[Remark]:
    """Yield a remark on every text that stands in Chinese alone, at its rule where it has one."""
    for version in rulesets.all_versions():
        yield from _of_version(version)
    yield from _of_words(rulesets)


def _of_version(version: Version) -> Iterator[Remark]:
    for field in version.head.field_names:
        for _, what, key in _lacking(getattr(version.head, field), None, version.head.id):
            yield remark("no_english", version, what=what, key=f"{field}.{key}")
    folder = next((rule.place.file.rpartition("/")[0] for rule in version.rules() if rule.place), version.head.id)
    for name, chapter in version.chapters.items():
        for place, what, key in _lacking(chapter, Place(f"{folder}/{name}", 1), version.head.id):
            yield Remark("no_english", {"what": what, "key": key}, place)


def _of_words(rulesets: Rulesets) -> Iterator[Remark]:
    words = rulesets.vocabulary
    told = {id_: fact.entry for id_, fact in words.facts.items() if not fact.implicit}
    for part in (told, words.steps, words.groups, words.events, words.causes, rulesets.fields):
        for name, entry in part.items():
            lacking = [*_lacking(entry, None, name), *_unnamed_values(entry, name)]
            yield from (Remark("no_english", {"what": what, "key": key}) for _, what, key in lacking)


def _unnamed_values(entry: Any, name: str) -> Iterator[tuple[None, str, str]]:
    yield from ((None, name, f"values.{value}") for value, both in getattr(entry, "values", {}).items() if not both[1])


def _lacking(value: Any, place: Place | None, what: str) -> Iterator[tuple[Place | None, str, str]]:
    """Yield for each text without English where it stands, what it belongs to, and the key that is wanting."""
    if isinstance(value, Validated):
        place = getattr(value, "place", None) or place
        what = getattr(value, "name", None) or what
        fields = {name: getattr(value, name) for name in value.field_names}
        yield from ((place, what, key) for chinese, key in ENGLISH.items() if fields.get(chinese) and not fields[key])
        inner: Iterable[Any] = fields.values()
    elif isinstance(value, Mapping):
        inner = value.values()
    elif isinstance(value, tuple):
        inner = value
    else:
        return
    for each in inner:
        yield from _lacking(each, place, what)
