"""Problems of what is left of a case in which something was refused: none that only follows from what was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enforcement_rules.loading.reading import Document, Problems, Rest, RestProblems
from enforcement_rules.values.errors import Path

_REFERENCES = ("unknown_reference", "unknown_reference_near")
_OF_PROPOSALS = ("proposed_twice", "proposed_for_another")
_NAMES_WHOM = {"proposed": ("violation", "party"), "violations": ("id", "parties"), "parties": ("id",)}
"""Lists → the keys that say of whom a proposal speaks."""


class RemainingProblems(RestProblems):
    """Adds to the problems of a case those which stand by themselves."""

    def __init__(self, problems: Problems, document: Document, rest: Rest, data: Mapping[str, Any]) -> None:
        """Add to some problems.

        Args:
            problems: what was found before, to which is added.
            document: the case file.
            rest: what was set aside, and what was taken as meant.
            data: of the case, before anything was.
        """
        super().__init__(problems, {document.name: rest})
        self.data = data

    def follows(self, rest: Rest, code: str, path: Path, args: Mapping[str, Any]) -> bool:
        """Say whether a problem follows, also from an id, a party or an end of a range that is missing now."""
        if super().follows(rest, code, path, args):
            return True
        if code in _REFERENCES:
            return self._was_there(rest, args["list"], args["id"])
        if code in _OF_PROPOSALS:
            return any(
                each[:1] == (key,) and (len(each) < len(_FIELD) or each[2] in names)
                for each in rest.aside
                for key, names in _NAMES_WHOM.items()
            )
        if path[2:3] != ("stated_range",) or code.startswith("unknown_"):
            return False
        return any(each[: len(_FIELD)] == path[: len(_FIELD)] for each in rest.aside)

    def _was_there(self, rest: Rest, key: str, id_: str) -> bool:
        """Say whether an id stands in the file, though perhaps in a part that could not be read."""
        items = self.data.get(key)
        if (key,) in rest.aside or not isinstance(items, list | type(None)):
            return True
        return any(isinstance(each, dict) and each.get("id") == id_ for each in items or ())


_FIELD = ("list", 0, "key")
