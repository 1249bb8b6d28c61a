"""Proof nodes as data: values shown by the type of their fact, places found in the case file."""

from __future__ import annotations

from typing import Any

from enforcement_rules.evaluation.facts import shown
from enforcement_rules.evaluation.proof.nodes import Node
from enforcement_rules.model.case import Case
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.catalogue import Item

_STATUS = {True: "yes", False: "no", None: "unknown"}


class NodeWriter:
    """Writes proof nodes for one case."""

    def __init__(self, case: Case, vocabulary: Vocabulary) -> None:
        """Remember the case, for places, and the vocabulary, for types."""
        self.case = case
        self.vocabulary = vocabulary

    def write(self, node: Node) -> dict[str, Any]:
        """Return a node and those below it: `{kind, fact, value, status, where, by, children, …}`."""
        written: dict[str, Any] = {"kind": node.kind, "status": _STATUS[node.status]}
        if node.fact:
            written["fact"] = node.fact
        if node.kind == "item":
            written |= {"item": node.value.name, "title": node.value.title.model_dump(), "where": _of_line(node.value)}
        if node.element:
            written["element"] = {id_: self._shown(id_, value) for id_, value in node.element}
        if node.fact and (fact := self.vocabulary.fact(node.fact)) is not None:
            written["value"] = shown(fact.type, node.value)
            if node.operator:
                written["test"] = {node.operator: shown(fact.type, node.bound)}
        if node.path is not None:
            written["path"] = ".".join(map(str, node.path))
            written["where"] = self.case.where(node.path)
        if node.by:
            written["by"] = list(node.by)
        if node.contested:
            written["contested"] = True
        if node.assumed:
            written["assumed"] = True
        if node.children:
            written["children"] = [self.write(child) for child in node.children]
        return written

    def _shown(self, id_: str, value: Any) -> Any:
        fact = self.vocabulary.fact(id_)
        return str(value) if fact is None else shown(fact.type, value)


def _of_line(item: Item) -> str | None:
    return item.place.of_line if item.place else None
