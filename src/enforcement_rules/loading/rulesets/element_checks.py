"""What rule files say of elements and of evidence must hold together."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.loading.reading import Document, Problems
from enforcement_rules.rules.condition import Quantified
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.values.errors import Path


def check_admitting(document: Document, chapter: Chapter, problems: Problems) -> None:
    """Note duties that say which evidence proves anything without asking something of every piece."""
    for n, rule in enumerate(chapter.requirements):
        asks_of_each = isinstance(rule.then, Quantified) and rule.then.every and rule.then.of == "evidence"
        if rule.admits and not asks_of_each:
            problems.add(document, "admits_no_evidence", ("requirements", n, "admits"))


def causes_of_elements(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    """Yield the causes that sets of elements name, with their paths."""
    for n, each in enumerate(chapter.elements):
        yield from ((("elements", n, "causes", m), cause) for m, cause in enumerate(each.causes))


def facts_of_elements(chapter: Chapter) -> Iterator[tuple[Path, str]]:
    """Yield the facts that stand for elements, with their paths."""
    for n, each in enumerate(chapter.elements):
        for m, element in enumerate(each.elements):
            if element.fact is not None:
                yield ("elements", n, "elements", m, "fact"), element.fact
