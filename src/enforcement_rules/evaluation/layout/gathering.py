"""Facts being gathered: who says what of each, until they are joined to one value a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from enforcement_rules.model.case import Part
from enforcement_rules.model.statement import Statement
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN

Statements = Mapping[str, tuple[Statement, ...]]


class Gathering:
    """What is said of facts, perhaps on top of what was said before.

    Attributes:
        said: the statements of every fact of which something was said here, those from before first.
    """

    def __init__(self, before: Statements | None = None) -> None:
        """Start with nothing said, on top of what was said before."""
        self.before: Statements = before or {}
        self.said: dict[str, tuple[Statement, ...]] = {}

    def __contains__(self, id_: str) -> bool:
        """Say whether anything was said of a fact, here or before."""
        return id_ in self.said or id_ in self.before

    def state(self, id_: str, value: Any, path: Path) -> None:
        """Note what the structure of the file says; `None` says nothing."""
        if value is not None:
            self.add(id_, (Statement(value, path=path),))

    def settle(self, id_: str, value: Any, path: Path) -> None:
        """Note what the structure of the file says in place of whatever was said."""
        self.said[id_] = (Statement(value, path=path),)

    def add(self, id_: str, statements: Iterable[Statement]) -> None:
        """Note what somebody says besides."""
        said = self.said.get(id_)
        self.said[id_] = (*(self.before.get(id_, ()) if said is None else said), *statements)

    def take(self, scope: str, part: Part) -> None:
        """Note the vocabulary facts of a part."""
        before, said = self.before, self.said
        for name, statements in part.facts.items():
            id_ = f"{scope}.{name}"
            if id_ in said or id_ in before:
                self.add(id_, statements)
            else:
                said[id_] = statements


def joined(statements: Statements) -> tuple[dict[str, Any], frozenset[str]]:
    """Return one value a fact, and the facts on which speakers disagree (unknown until someone decides)."""
    values = {id_: said[0].value if len(said) == 1 else _agreed(said) for id_, said in statements.items()}
    return values, frozenset(id_ for id_, value in values.items() if value is UNKNOWN)


def _agreed(said: tuple[Statement, ...]) -> Any:
    return said[0].value if len({ends(statement.value) for statement in said}) == 1 else UNKNOWN
