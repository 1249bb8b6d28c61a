"""What penalty provisions must hold together: the places they rest on, the causes of their items."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.rules.acts import whole_place
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.values.citation import citation_covers, citation_parts, place_of, written
from enforcement_rules.values.errors import Path

_BRACKETS = str.maketrans("", "", "（）()")


def check_provisions(chapters: list[tuple[Document, Chapter]], problems: Problems) -> None:
    """Note places that are none, stand there twice or lie outside their provision, and items with two causes."""
    bound: dict[str, tuple[str, str]] = {}
    for document, chapter in chapters:
        for n, rule in enumerate(chapter.penalties):
            _check_places(document, n, rule, problems)
            _check_acts(document, n, rule, problems)
            _check_bound(document, n, rule, bound, problems)


def causes_of_provisions(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    """Yield the causes that penalty provisions name, where they are written."""
    for n, rule in enumerate(chapter.penalties):
        of_acts = [act.cause for act in rule.acts]
        yield from ((("penalties", n, "acts", m, "cause"), cause) for m, cause in enumerate(of_acts))
        written_ = [cause for cause in rule.causes if cause not in of_acts]
        yield from ((("penalties", n, "causes", m), cause) for m, cause in enumerate(written_))


def _check_places(document: Document, n: int, rule: Provision, problems: Problems) -> None:
    places = rule.places
    for m, place in enumerate(rule.rests_on):
        path: Path = ("penalties", n, "rests_on", m)
        if not _is_place(place):
            problems.add(document, "no_place_of_article", path, place=place)
            continue
        same = [each for each in places[: m + 1] if citation_covers(each, places[m + 1])]
        if same:
            problems.add(document, "place_there_already", path, place=place, other=same[0])


def _is_place(text: str) -> bool:
    parts = citation_parts(text)
    return bool(parts) and written(parts) == text.translate(_BRACKETS)


def _check_acts(document: Document, n: int, rule: Provision, problems: Problems) -> None:
    items, causes = [whole_place(act.item, rule.article) for act in rule.acts], [act.cause for act in rule.acts]
    for m, act in enumerate(rule.acts):
        path: Path = ("penalties", n, "acts", m)
        if not _is_place(act.item):
            problems.add(document, "no_item", (*path, "item"), item=act.item)
        elif not any(citation_covers(place, items[m]) for place in rule.places):
            problems.add(document, "item_elsewhere", (*path, "item"), item=items[m], expected=list(rule.places))
        elif any(place_of(each) == place_of(items[m]) for each in items[:m]):
            problems.add(document, "item_twice", (*path, "item"), item=items[m])
        elif act.cause in causes[:m]:
            other = items[causes.index(act.cause)]
            problems.add(document, "cause_of_two_items", (*path, "cause"), cause=act.cause, other=other)


def _check_bound(
    document: Document, n: int, rule: Provision, bound: dict[str, tuple[str, str]], problems: Problems
) -> None:
    """Note an item that another provision of the version binds to another cause."""
    for m, act in enumerate(rule.acts):
        place = place_of(whole_place(act.item, rule.article))
        if place is None:
            continue
        cause, name = bound.setdefault(place, (act.cause, rule.name))
        if cause != act.cause and name != rule.name:
            path: Path = ("penalties", n, "acts", m, "cause")
            problems.add(document, "item_of_two_causes", path, item=place, cause=cause, rule=name)
