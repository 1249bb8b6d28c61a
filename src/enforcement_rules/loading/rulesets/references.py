"""What rules name outside their own files: causes, instruments, their articles and duties, fields.

A name that nobody holds, neither what is loaded nor the library, can only be a slip: the rule would never apply, and
nobody would notice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.loading.rulesets.checks import Chapters, causes_named
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import citation_parts, place_of
from enforcement_rules.values.errors import Path

Cited = tuple[Path, str, str | None]
"""Where an instrument is named, and the article named with it."""
_CONSTANTS = {
    "violation.cause": "cause",
    "violation.cited_instruments": "instrument",
    "violation.cited_provisions": "provision",
    "organ.field": "field",
}
_MAY_REST_ON_UNREAD = frozenset({"catalogues", "listings"})
"""Chapters of published documents, which cite what they cite: also articles of a law of which some are not read."""
_COMPARED = frozenset({"one_of", "has", "has_any"})


class Known:
    """What is held by what is loaded, and by the library where that was left out."""

    def __init__(self, versions: Iterable[Version], causes: Iterable[str], fields: Iterable[str]) -> None:
        """Keep what is loaded."""
        self.versions = list(versions)
        self.causes, self.fields = frozenset(causes), frozenset(fields)

    @cached_property
    def instruments(self) -> dict[str, list[Version]]:
        """The versions of every instrument."""
        found: dict[str, list[Version]] = {}
        for version in self.versions:
            found.setdefault(version.head.instrument, []).append(version)
        return found

    def names(self, kind: str) -> Iterable[str]:
        """Return the names of causes, instruments or fields."""
        return {"cause": self.causes, "instrument": self.instruments, "field": self.fields}[kind]


def with_library(known: Known, library: Rulesets) -> Known:
    """Return what is held, by what is loaded or by the library."""
    every = [*known.versions, *library.all_versions()]
    return Known(every, known.causes | library.vocabulary.causes.keys(), known.fields | library.fields.keys())


class References:
    """Holds what rules name against what is held; the library is looked at only where a name is not loaded."""

    def __init__(
        self, known: Known, library: Callable[[], Rulesets] | None, problems: Problems, *, every_duty: bool = True
    ) -> None:
        """Keep what is loaded.

        Args:
            known: what is loaded.
            library: the rulesets of the library; `None` where they are loaded, too.
            problems: where everything wrong is noted.
            every_duty: whether all duties could be read, so that one which is named and not there is none.
        """
        self._known, self._library, self.problems = known, library, problems
        self.every_duty = every_duty

    @cached_property
    def _every(self) -> Known:
        return self._known if self._library is None else with_library(self._known, self._library())

    def check(self, chapters: Chapters) -> None:
        """Note every name that nobody holds."""
        for document, chapter in chapters:
            for path, kind, name in _constants(document.data, ()):
                if kind == "provision":
                    self._place(document, path, name)
                else:
                    self.named(document, path, kind, name)
            for path, cause in causes_named(chapter):
                self.named(document, path, "cause", cause)
            for path, instrument, article in _cited(chapter):
                if self.named(document, (*path, "instrument"), "instrument", instrument) and article is not None:
                    self._article(document, (*path, "article"), instrument, article)
            for path, rule in _duties(chapter) if self.every_duty else ():
                self._duty(document, path, rule)

    def named(self, document: Document, path: Path, kind: str, name: str) -> bool:
        """Say whether a cause, an instrument or a field is held by somebody; note it where it is not."""
        if name in self._known.names(kind) or name in self._every.names(kind):
            return True
        codes = (f"unknown_{kind}_near", f"unknown_{kind}")
        self.problems.unknown(document, codes, path, name, self._every.names(kind), **{kind: name})
        return False

    def _article(self, document: Document, path: Path, instrument: str, article: str) -> None:
        """Note an article that no version lists; items and entries may rest on one that nobody read of a law."""
        parts = citation_parts(article)
        heads = [version.head for version in self._every.instruments[instrument]]
        listed = {part for head in heads for each in head.articles for part in citation_parts(each)[:1]}
        whole = path[0] not in _MAY_REST_ON_UNREAD or all(head.articles_complete for head in heads)
        if parts and listed and whole and parts[0] not in listed:
            self.problems.add(document, "unknown_article", path, instrument=instrument, article=article)

    def _place(self, document: Document, path: Path, place: str) -> None:
        """Note a place of the law that is not named as cases are: instrument, and article as the law writes it."""
        instrument, _, article = place.partition(" ")
        if place_of(article) != article:
            self.problems.add(document, "place_form", path, place=place)
        elif self.named(document, path, "instrument", instrument):
            self._article(document, path, instrument, article)

    def _duty(self, document: Document, path: Path, rule: str) -> None:
        instrument, _, name = rule.partition("/")
        if self.named(document, path, "instrument", instrument):
            duties = {duty.name for each in self._every.instruments[instrument] for duty in each.requirements}
            if name not in duties:
                self.problems.unknown(document, ("unknown_duty_near", "unknown_duty"), path, name, duties, duty=rule)


def _constants(raw: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield the constants that conditions compare causes, instruments and fields with, each where it is written."""
    if isinstance(raw, list):
        for n, each in enumerate(raw):
            yield from _constants(each, (*path, n))
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if key in _CONSTANTS:
                yield from ((at, _CONSTANTS[key], name) for at, name in _compared(value, (*path, key)))
            else:
                yield from _constants(value, (*path, key))


def _compared(raw: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(raw, str):
        yield path, raw
    elif isinstance(raw, list):
        for n, each in enumerate(raw):
            yield from _compared(each, (*path, n))
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if key in _COMPARED:
                yield from _compared(value, (*path, key))


def _cited(chapter: Chapter) -> Iterator[Cited]:
    for n, provision in enumerate(chapter.penalties):
        if provision.as_in is not None and provision.as_in.instrument is not None:
            yield ("penalties", n, "as_in"), provision.as_in.instrument, provision.as_in.article
        for m, cited in enumerate(provision.becomes):
            if cited.instrument is not None:
                yield ("penalties", n, "becomes", m), cited.instrument, cited.article
    for n, benchmark in enumerate(chapter.benchmarks):
        if benchmark.penalised_by.instrument is not None:
            yield ("benchmarks", n, "penalised_by"), benchmark.penalised_by.instrument, benchmark.penalised_by.article
        for m, cited in enumerate(benchmark.besides):
            if cited.instrument is not None:
                yield ("benchmarks", n, "besides", m), cited.instrument, cited.article
    yield from _cited_by_lists(chapter)
    for n, catalogue in enumerate(chapter.catalogues):
        for m, item in enumerate(catalogue.items):
            for k, basis in enumerate(item.basis):
                if basis.instrument is not None:
                    yield ("catalogues", n, "items", m, "basis", k), basis.instrument, basis.article


def _cited_by_lists(chapter: Chapter) -> Iterator[Cited]:
    for n, elements in enumerate(chapter.elements):
        for m, cited in enumerate(elements.penalised_by):
            if cited.instrument is not None:
                yield ("elements", n, "penalised_by", m), cited.instrument, cited.article
    for n, listing in enumerate(chapter.listings):
        if listing.ground is not None and listing.ground.instrument is not None:
            yield ("listings", n, "ground"), listing.ground.instrument, listing.ground.article
        for m, entry in enumerate(listing.entries):
            for k, cited in enumerate(entry.penalised_by):
                if cited.instrument is not None:
                    yield ("listings", n, "entries", m, "penalised_by", k), cited.instrument, cited.article


def _duties(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    """Yield the duties that others replace; what an appraisal asks for may be missing, and its sheet says so."""
    for n, requirement in enumerate(chapter.requirements):
        yield from ((("requirements", n, "replaces", m), rule) for m, rule in enumerate(requirement.replaces))
