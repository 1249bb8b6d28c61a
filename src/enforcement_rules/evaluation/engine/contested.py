"""What the file leaves contested: shown whether or not a rule waits for it, since the facts are not clear (art. 40)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enforcement_rules.evaluation.facts import Elements, Facts
from enforcement_rules.evaluation.verdict import Contested, Said
from enforcement_rules.model.statement import Statement
from enforcement_rules.values.errors import Path


def contested_in(frames: Iterable[Facts]) -> tuple[Contested, ...]:
    """Return every fact on which speakers disagree, each once, in the order of its place in the file."""
    found: dict[Path, Contested] = {}
    for facts in frames:
        for each in _of(facts):
            found.setdefault(each.said[0].path, each)  # elements of lists name the same statements once more
    return tuple(found[path] for path in sorted(found, key=lambda path: [str(part).zfill(6) for part in path]))


def _of(facts: Facts) -> Iterator[Contested]:
    for id_ in facts.contested:
        if len(said := facts.statements.get(id_, ())) > 1 and all(each.path for each in said):
            yield Contested(id_, _around(said), tuple(Said(each.value, each.by, each.path) for each in said))
    for value in facts.given.values():
        if isinstance(value, Elements):
            for element in value:
                yield from _of(element)


def _around(said: Iterable[Statement]) -> Path:
    """Return the path that all statements of a fact share."""
    first, *others = (each.path for each in said)
    shared = list(first)
    while shared and any(list(path[: len(shared)]) != shared for path in others):
        shared.pop()
    return tuple(shared)
