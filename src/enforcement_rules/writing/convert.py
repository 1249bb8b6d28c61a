"""A case file rewritten in the other language, or as the other format.

Where the format stays, only the names in the text are replaced: comments, order, layout and quotation marks are those
of the file. A file of another format is written anew from what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, Literal, NamedTuple

from enforcement_rules.loading import load_case, load_rulesets
from enforcement_rules.loading.naming import NOTHING, Lang, Names, case_names, data_in, key_in, value_in
from enforcement_rules.loading.reading import Document, Lines, parse_document, read_text
from enforcement_rules.model.key import YES_NO
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import Path
from enforcement_rules.writing.anew import as_json_text, as_yaml_text

Format = Literal["yaml", "json"]
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
_PLAIN = re.compile(r"[^\W_][\w（）()、·《》-]*\Z")
"""What needs no quotation marks anywhere in YAML."""


def convert(
    source: str | FilePath, rulesets: Rulesets | None = None, *, lang: Lang = "zh", format: Format | None = None
) -> str:
    """Return the text of a case file with Chinese (`zh`) or English (`en`) keys and values.

    Names, descriptions, cited articles, dates and amounts stay what they are; so does a key that has no Chinese name.

    Args:
        source: path of a YAML or JSON file, in either language or both.
        rulesets: whose vocabulary says which keys and values there are; default: those of the library.
        lang: the language of the keys and values that are written.
        format: `yaml` or `json`; default: that of the file.

    Raises:
        InputError: with everything that is wrong with the case, as `load_case` says it.
    """
    law = rulesets or load_rulesets()
    text = read_text(source)
    return converted(text, str(source), law, lang, format)


def converted(text: str, name: str, law: Rulesets, lang: Lang, format: Format | None = None) -> str:
    """Return the text of a case file converted, given its text and its name; see `convert`."""
    document = parse_document(text, name, mend=True)  # what slipped is refused below, with all else that is wrong
    load_case(document, law)
    names = case_names(law)
    written: Format = "json" if name.lower().endswith(".json") else "yaml"
    if format in (None, written):
        return _replaced(text, document, names, lang, written)
    write = as_json_text if format == "json" else as_yaml_text
    return write(data_in(lang, document.data, names), names)


class _Edit(NamedTuple):
    """Some characters of a text and what stands there instead."""

    start: int
    end: int
    text: str


def _replaced(text: str, document: Document, names: Names, lang: Lang, format: Format) -> str:
    """Return a text in which the names are those of a language and everything else is as it was."""
    found: list[str] = []
    done = 0
    for edit in sorted(_Editor(text, document, lang, format).edits(document.data, names, ())):
        found += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*found, text[done:]])


class _Editor:
    """Finds what is to be replaced in the text of a document."""

    def __init__(self, text: str, document: Document, lang: Lang, format: Format) -> None:
        self.text = text
        self.document = document
        self.lang: Lang = lang
        self.json = format == "json"
        self.lines = Lines(text)

    def edits(self, raw: Any, names: Names, path: Path) -> Iterator[_Edit]:
        """Yield the edits of what stands at a path, by the keys that were written."""
        if isinstance(raw, Mapping):
            names = names.of(raw)
            for key, value in raw.items():
                new = key_in(self.lang, names, key)
                if new != key:
                    place = self.document.key_places[(*path, key)]
                    yield self._edit(place.line, place.column, key, new)
                yield from self.edits(value, names.inside.get(names.english(key), NOTHING), (*path, key))
        elif isinstance(raw, list):
            for n, each in enumerate(raw):
                yield from self.edits(each, names, (*path, n))
        elif isinstance(raw, str) and (new := value_in(self.lang, names, raw)) != raw:
            place = self.document.places[path]
            bare = self.lang == "en" and names.values == YES_NO
            yield self._edit(place.line, place.column, raw, new, bare=bare)

    def _edit(self, line: int, column: int, old: str, new: str, *, bare: bool = False) -> _Edit:
        start = self.lines.offset(line, column)
        quoted = _QUOTED.match(self.text, start)
        end = start + len(old) if quoted is None else quoted.end()
        mark = self.text[start] if quoted is not None else '"' if self.json or not _PLAIN.match(new) else ""
        return _Edit(start, end, new if bare else f"{mark}{new}{mark}")
