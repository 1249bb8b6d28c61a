"""Whole rulesets as one text of plain data, from which a version is built when a case needs it.

The text has a line that says what it is, with a hash over all that follows; a line of heads and of what is asked of
every version without its rules (the kinds it holds, the causes and elements it names, the instruments that took its
place); a line with the vocabulary; and a line for the rules of one kind in one file, read when they are asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from enforcement_rules.loading.rulesets.plain_data import PlainReader, as_plain
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.instrument import Chapter, Instrument
from enforcement_rules.rules.ruleset import KINDS, Rulesets, Version
from enforcement_rules.values.version import VERSION

FORMAT = "enforcement_rules/stored_rulesets/2"
_WORDS = ("facts", "steps", "groups", "events", "causes", "asking", "approvals", "ordered")


class Line(NamedTuple):
    """Where the rules of one kind in one chapter stand: the line, and the file that their places name."""

    chapter: str
    kind: str
    file: str
    number: int


class StoredVersion(Version):
    """A version that is built from plain data: each kind of rules when it is first asked for."""

    def __init__(self, head: Instrument, sha256: str, lines: list[bytes], index: Mapping[str, Any]) -> None:
        """Keep the head and where the rules stand; none is read yet.

        Args:
            head: identity, dates, sources.
            sha256: hash of all its files.
            lines: the lines of the stored text.
            index: what `_indexed` wrote of this version.
        """
        told: dict[str, Any] = {
            "head": head,
            "sha256": sha256,
            "kinds": frozenset(line[1] for line in index["lines"]),
            "causes": frozenset(index["causes"]),
            "heirs": frozenset(index["heirs"]),
            "element_names": index["elements"],
            "_chapters": index["chapters"],
            "_lines": [Line(*line) for line in index["lines"]],
            "_text": lines,
        }
        self.__dict__.update(told)  # what the class works out from the rules is told here without them

    def __reduce__(self) -> tuple[Any, ...]:
        return Version, (self.head, self.chapters, self.sha256)

    def _all(self, kind: str) -> tuple[Any, ...]:
        return tuple(rule for line in self.__dict__["_lines"] if line.kind == kind for rule in self._rules(line))

    def _rules(self, line: Line) -> tuple[Any, ...]:
        rules: tuple[Any, ...] = PlainReader().read(self.__dict__["_text"][line.number].decode(), line.file)
        return rules

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        """File name → rules, in the order of the names; reads all that was not asked for yet."""
        return dict(self._built())

    def _built(self) -> Iterator[tuple[str, Chapter]]:
        for name in self.__dict__["_chapters"]:
            own: dict[str, Any] = {
                line.kind: self._rules(line) for line in self.__dict__["_lines"] if line.chapter == name
            }
            yield name, Chapter.model_construct(**own)


def as_stored(rulesets: Rulesets, key: str = "") -> bytes:
    """Return rulesets as they are stored; `key` says what they were read from."""
    lines: list[str] = []
    versions = [_indexed(version, lines) for version in rulesets.all_versions()]
    index = {
        "versions": versions,
        "vocabulary_sha256": rulesets.vocabulary_sha256,
        "fields": as_plain(dict(rulesets.fields)),
    }
    body = "\n".join([_json(index), _json(_words(rulesets.vocabulary)), *lines]).encode()
    head = {"format": FORMAT, "engine": VERSION, "key": key, "sha256": hashlib.sha256(body).hexdigest()}
    return _json(head).encode() + b"\n" + body


def _json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _indexed(version: Version, lines: list[str]) -> dict[str, Any]:
    """Return what the index says of a version; its rules are put behind the lines there are."""
    found = []
    for name, chapter in version.chapters.items():
        for kind in KINDS:
            if rules := getattr(chapter, kind):
                file = _file_of(rules)
                found.append(Line(name, kind, file, len(lines)))
                lines.append(_json(as_plain(rules, file)))
    return {
        "head": as_plain(version.head),
        "sha256": version.sha256,
        "chapters": list(version.chapters),
        "lines": found,
        "causes": sorted(version.causes),
        "heirs": sorted(version.heirs),
        "elements": list(version.element_names),
    }


def _file_of(rules: Iterable[Any]) -> str:
    """Return the file that the first place among some rules names; empty where none has a place."""
    for rule in rules:
        for each in (rule, *getattr(rule, "entries", ()), *getattr(rule, "items", ())):
            if getattr(each, "place", None) is not None:
                return str(each.place.file)
    return ""


def _words(vocabulary: Vocabulary) -> dict[str, Any]:
    found = {name: as_plain(dict(getattr(vocabulary, name))) for name in _WORDS if name != "facts"}
    return {"facts": as_plain(tuple(vocabulary.facts.values())), **found}


def from_stored(content: bytes, key: str = "") -> Rulesets | None:
    """Return the rulesets that a text stores; `None` where it is damaged, of another engine, or not of this key."""
    head, _, body = content.partition(b"\n")
    try:
        told = json.loads(head)
        expected = {"format": FORMAT, "engine": VERSION, "key": key, "sha256": hashlib.sha256(body).hexdigest()}
        return _rulesets(body) if told == expected else None
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None


def _rulesets(body: bytes) -> Rulesets:
    written, words, *lines = body.split(b"\n")
    reader = PlainReader()
    index = reader.read(written.decode())
    versions: dict[str, list[Version]] = {}
    for each in index["versions"]:
        version = StoredVersion(each["head"], each["sha256"], lines, each)
        versions.setdefault(version.head.instrument, []).append(version)
    vocabulary = _vocabulary(reader.read(words.decode()))
    found = {name: tuple(each) for name, each in versions.items()}
    return Rulesets(found, vocabulary, index["vocabulary_sha256"], index["fields"])


def _vocabulary(words: Mapping[str, Any]) -> Vocabulary:
    facts = {fact.id: fact for fact in words["facts"]}
    return Vocabulary(facts, *(words[name] for name in _WORDS if name != "facts"))
