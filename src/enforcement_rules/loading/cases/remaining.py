"""Problems of what is left of a case in which something was refused: none that only follows from what was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enforcement_rules.loading.reading import Document, Problems, Rest
from enforcement_rules.values.errors import Path

_REFERENCES = ("unknown_reference", "unknown_reference_near")
_OF_PROPOSALS = ("proposed_twice", "proposed_for_another")
_NAMES_WHOM = {"proposed": ("violation", "party"), "violations": ("id", "parties"), "parties": ("id",)}
"""Lists → the keys that say of whom a proposal speaks."""


class RemainingProblems(Problems):
    """Adds to the problems of a case those which stand by themselves."""

    def __init__(self, problems: Problems, rest: Rest, data: Mapping[str, Any]) -> None:
        """Add to some problems.

        Args:
            problems: what was found before, to which is added.
            rest: what was set aside, and what was taken as meant.
            data: of the case, before anything was.
        """
        super().__init__()
        self.problems = problems
        self.rest = rest
        self.data = data

    @property
    def full(self) -> bool:
        """Whether there are so many that more need not be looked for."""
        return self.problems.full

    def add(self, document: Document, code: str, path: Path = (), **args: Any) -> None:
        """Note a problem, unless it follows from what was set aside."""
        if not self._follows(code, path, args):
            self.problems.add(document, code, path, **args)

    def _follows(self, code: str, path: Path, args: Mapping[str, Any]) -> bool:
        if path in self.rest.meant and code.startswith("unknown_"):
            return True
        if any(path[: len(each)] == each for each in self.rest.aside):
            return True
        if code in _REFERENCES:
            return self._was_there(args["list"], args["id"])
        if code in _OF_PROPOSALS:
            return any(
                each[:1] == (key,) and (len(each) < len(_FIELD) or each[2] in names)
                for each in self.rest.aside
                for key, names in _NAMES_WHOM.items()
            )
        # What is said of a range as a whole may follow from an end that is missing now.
        return path[-1:] == ("stated_range",) and any(each[: len(path)] == path for each in self.rest.aside)

    def _was_there(self, key: str, id_: str) -> bool:
        """Say whether an id stands in the file, though perhaps in a part that could not be read."""
        items = self.data.get(key)
        if (key,) in self.rest.aside or not isinstance(items, list | type(None)):
            return True
        return any(isinstance(each, dict) and each.get("id") == id_ for each in items or ())


_FIELD = ("list", 0, "key")
