"""What a catalogue of items must hold together: codes of their own, days in order, doubles that exist."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.rules.catalogue import Handover, Item
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.values.errors import Path


def check_catalogues(chapters: list[tuple[Document, Chapter]], problems: Problems) -> None:
    """Note codes used twice in the catalogues of one version, terms that end before they begin, unknown doubles."""
    used: dict[str, str] = {}
    every = [(document, path, item) for document, chapter in chapters for path, item in _items(chapter)]
    for document, path, item in every:
        if item.name in used:
            problems.add(document, "duplicate_rule", (*path, "name"), name=item.name, other=used[item.name])
        used.setdefault(item.name, str(document.place((*path, "name"))))
        _check_terms(document, path, item, problems)
    names = frozenset(used)
    for document, path, item in every:
        if item.duplicate_of is not None and (item.duplicate_of == item.name or item.duplicate_of not in names):
            codes, other = ("unknown_item_near", "unknown_item"), item.duplicate_of
            problems.unknown(document, codes, (*path, "duplicate_of"), other, names - {item.name}, name=other)


def causes_of_items(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    """Yield the causes that items name, with their paths."""
    for path, item in _items(chapter):
        yield from (((*path, "causes", n), cause) for n, cause in enumerate(item.causes))


def _items(chapter: Chapter) -> Iterator[tuple[Path, Item]]:
    for n, catalogue in enumerate(chapter.catalogues):
        yield from ((("catalogues", n, "items", m), item) for m, item in enumerate(catalogue.items))


def _check_terms(document: Document, path: Path, item: Item, problems: Problems) -> None:
    terms: list[tuple[Path, Item | Handover]] = [(path, item)]
    terms += [((*path, "townships", n), each) for n, each in enumerate(item.townships)]
    for where, term in terms:
        if term.from_ is not None and term.to is not None and term.to < term.from_:
            problems.add(document, "term_upside_down", (*where, "to"))
