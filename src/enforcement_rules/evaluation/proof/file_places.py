"""Where in the case file a proof stands."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.proof.nodes import Node
from enforcement_rules.model.case import Case
from enforcement_rules.values.errors import Path


def places_of(node: Node, case: Case) -> tuple[str, ...]:
    """Return `file:line` of every stated fact of a proof, each once, in the order of the proof.

    Of the elements of a list only those count that decide.
    """
    places = map(case.where, _paths(node))
    return tuple(dict.fromkeys(place for place in places if place is not None))


def _paths(node: Node) -> Iterator[Path]:
    if node.path is not None:
        yield node.path
    for child in deciding(node):
        yield from _paths(child)


def deciding(node: Node) -> tuple[Node, ...]:
    """Return the parts of a proof that a reader looks at.

    Of the elements of a list those with its own status; of a duty its conditions, without the exceptions.
    """
    if node.kind == "requirement":
        return node.children[:2]
    if node.kind not in ("every", "some") or node.status is None:
        return node.children
    return tuple(child for child in node.children if child.status is node.status) or node.children
