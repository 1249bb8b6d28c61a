"""A document written in Chinese, or in both languages, becomes the same document with English names.

What the file says stays where it stands: the places are those of the keys and values as they were written, and what is
wrong with them is said in the words that were written. A key that nobody knows stays, for the loader to refuse.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from enforcement_rules.loading.naming.names import Names
from enforcement_rules.loading.naming.speech import CaseSpeech
from enforcement_rules.loading.naming.tables import case_names
from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import Path


def canonical(document: Document, law: Rulesets, problems: Problems) -> Document:
    """Return a case document with English names; one key written in both languages in one mapping is noted."""
    names = case_names(law)
    if not speaks_chinese(document.data, names):
        return msgspec.structs.replace(document, speech=CaseSpeech(names, document.data, {}, law.vocabulary))
    translation = _Translation()
    data = translation.of(document.data, names, (), ())
    written = {path: there for there, path in translation.moved.items()}
    found = msgspec.structs.replace(
        document,
        data=data,
        places=document.places.moved(translation.moved),
        key_places=document.key_places.moved(translation.moved),
        speech=CaseSpeech(names, data, written, law.vocabulary),
    )
    for path, key, other in translation.twice:
        problems.add(document, "written_twice", path, key=key, other=other)
    return found


def speaks_chinese(raw: Any, names: Names) -> bool:
    """Say whether any key or value is written in Chinese; most files have none, so that this is all they pay for."""
    if raw.__class__ is list:
        return any(_value_in_chinese(each, names) for each in raw)
    if raw.__class__ is not dict:
        return False
    if names.kinds:
        names = names.of(raw)
    inside = names.inside
    for key, value in raw.items():
        below = inside.get(key)
        if below is None:
            if not key.isascii():
                return True
        elif value.__class__ is str:
            if below.values and not value.isascii() and value in below.english_values:
                return True
        elif (value.__class__ is dict or value.__class__ is list) and speaks_chinese(value, below):
            return True
    return False


def _value_in_chinese(value: Any, names: Names) -> bool:
    if value.__class__ is str:
        return bool(names.values) and not value.isascii() and value in names.english_values
    return speaks_chinese(value, names)


class _Translation:
    """Puts data into English names and notes where each part stands under the names that were written.

    Attributes:
        moved: path as written → path with English names, of what has another path now.
        twice: the second of two keys of one thing: its path as written, the key, and the one before it.
    """

    def __init__(self) -> None:
        self.moved: dict[Path, Path] = {}
        self.twice: list[tuple[Path, str, str]] = []

    def of(self, raw: Any, names: Names, there: Path, here: Path) -> Any:
        """Return what stands at a path with English names."""
        if there != here:
            self.moved[there] = here
        if isinstance(raw, Mapping):
            return self._mapping(raw, names.of(raw), there, here)
        if isinstance(raw, list):
            return [self.of(each, names, (*there, n), (*here, n)) for n, each in enumerate(raw)]
        return names.english_values.get(raw, raw) if isinstance(raw, str) else raw

    def _mapping(self, raw: Mapping[str, Any], names: Names, there: Path, here: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        first: dict[str, str] = {}
        for key, value in raw.items():
            english = names.english(key)
            if english in first:
                self.twice.append(((*there, key), key, first[english]))
                continue
            first[english] = key
            found[english] = self.of(value, names.inside.get(english, Names()), (*there, key), (*here, english))
        return found
