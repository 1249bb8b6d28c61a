"""What is wrong with a case file, said in the words in which it was written."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from enforcement_rules.loading.naming.names import Names
from enforcement_rules.loading.reading import nearest
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.errors import Path

_NAMED = ("key", "list", "base", "expected", "instead")
"""Arguments of messages that are names of keys or values; what is `near` is in the language of the word already."""
_LIKE = 0.5
"""How alike two names of a few characters must be: one of two characters that is wrong leaves half of them."""
_LIKE_LABEL = 0.6
_LONGEST = 60


class CaseSpeech(Struct, frozen=True, eq=False):
    """How a case document speaks.

    Attributes:
        names: what a case file calls things.
        data: its data, with English names.
        written: path with English names → path as it was written, of what is written in Chinese.
        vocabulary: the facts there are.
    """

    names: Names
    data: Any
    written: Mapping[Path, Path]
    vocabulary: Vocabulary

    def path(self, path: Path) -> Path:
        """Return a path with the keys that were written."""
        for n in range(len(path), 0, -1):
            if path[:n] in self.written:
                return (*self.written[path[:n]], *path[n:])
        return path

    def near(self, path: Path, word: str, known: Iterable[str]) -> str | None:
        """Return the name at a path that a misspelt one may mean, in the language of the misspelt one."""
        keys, values = self._around(path)
        if word.isascii():
            return keys.by_english_label.get(word.replace("_", " ").lower()) or nearest(word, known)
        chinese = {**keys.keys, **values.values}
        labels = {**keys.key_labels, **values.value_labels}
        shown = {name: chinese.get(name, name) for name in known}
        return _nearest_chinese(word, shown, labels)

    def args(self, path: Path, args: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the arguments of a message, names among them as a reader of this file writes them."""
        if not self._in_chinese(path, args):
            return args
        keys, values = self._around(path)
        chinese = {**self.names.keys, **keys.keys, **values.values}
        named = {name: _shown(args[name], chinese) for name in _NAMED if name in args}
        if isinstance(args.get("fact"), str) and (fact := self.vocabulary.fact(args["fact"])) is not None:
            named["fact"] = fact.entry.key_zh or fact.id
        if isinstance(args.get("source"), str):
            named["source"] = self._source(args["source"])
        return {**args, **named}

    def _around(self, path: Path) -> tuple[Names, Names]:
        """Return what can stand beside the last key of a path, and under it."""
        return self.names.at(path[:-1], self.data), self.names.at(path, self.data)

    def _in_chinese(self, path: Path, args: Mapping[str, Any]) -> bool:
        words = (args.get("key"), args.get("value"), *(each for each in self.path(path)[-1:]))
        return any(isinstance(word, str) and not word.isascii() for word in words) or bool(
            path and isinstance(path[-1], int) and path[:-1] in self.written and not _ascii(self.written[path[:-1]])
        )

    def _source(self, source: str) -> str:
        """Return where a field stands (`proposed[].penalties[].amount`) with Chinese keys."""
        here, found = self.names, []
        for part in source.split("."):
            key = part.removesuffix("[]")
            found.append(here.zh(key) + part.removeprefix(key))
            here = here.inside.get(key, Names())
        return ".".join(found)


def _ascii(path: Path) -> bool:
    return str(path[-1]).isascii()


def _shown(value: Any, chinese: Mapping[str, str]) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return [_shown(each, chinese) for each in value]
    return chinese.get(value, value) if isinstance(value, str) else value


def _nearest_chinese(word: str, shown: Mapping[str, str], labels: Mapping[str, str]) -> str | None:
    """Return the Chinese key most like a word, or the key of the label most like it."""
    if len(word) > _LONGEST:
        return None
    for name, key in shown.items():
        if labels.get(name) == word and key != word:
            return key
    keys = difflib.get_close_matches(word, [key for key in shown.values() if key != word], n=1, cutoff=_LIKE)
    if keys:
        return keys[0]
    by_label = {labels[name]: key for name, key in shown.items() if name in labels}
    found = difflib.get_close_matches(word, list(by_label), n=1, cutoff=_LIKE_LABEL)
    return by_label[found[0]] if found else None
