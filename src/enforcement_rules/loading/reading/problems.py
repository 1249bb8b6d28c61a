"""Everything wrong with some documents, gathered until it is raised in one error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from enforcement_rules.loading.reading.documents import Document
from enforcement_rules.values.errors import InputError, Path, Problem
from enforcement_rules.values.fact_type import FactType

MOST = 200
"""Problems behind which reading on helps nobody."""
_AT_KEY = frozenset(
    {
        "unknown_key",
        "unexpected_key",
        "unknown_fact_key",
        "unknown_test",
        "known_not_here",
        "outside_element",
        "other_element",
        "not_ordered",
        "test_not_for_kind",
        "offset_not_for_kind",
        "written_twice",
        "computed_fact",
        "computed_from",
        "outside_facts",
        "conflicting_fact",
        "fact_scope",
        "unknown_element",
        "unknown_element_near",
    }
)
"""Codes of problems with a key; they stand where the key stands, all others where the value does."""


class Problems:
    """Problems of several documents, at most `MOST`, in the order of the documents and of their lines."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: list[tuple[int, int, int, Problem]] = []
        self._files: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def full(self) -> bool:
        """Whether there are so many that more need not be looked for."""
        return len(self._found) >= MOST

    def file(self, name: str) -> None:
        """Note that a document is read now."""
        self._files.setdefault(name, len(self._files))

    def add(self, document: Document, code: str, path: Path = (), **args: Any) -> None:
        """Note a problem at a path of a document: at the key for problems with keys, else at the value."""
        from enforcement_rules.values.slips import with_slip  # noqa: PLC0415 - only what is refused needs it

        if self.full:
            return
        place = document.key_place(path) if code in _AT_KEY else document.place(path)
        args = with_slip(code, args, _standing(document, path))
        if document.speech is not None:
            path, args = document.speech.path(path), dict(document.speech.args(path, args))
        self._note(document.name, Problem(code, args, path, place))

    def unknown(
        self, document: Document, codes: tuple[str, str], path: Path, word: str, known: Iterable[str], /, **args: Any
    ) -> None:
        """Note a name that is none of those known: the first code where one of them may be meant, else the second.

        `near` is among the arguments. What is not noted any more is compared with nothing.
        """
        if not self.full:
            near = document.nearest(path, word, known)
            self.add(document, codes[0] if near else codes[1], path, near=near, **args)

    def include(self, error: InputError) -> None:
        """Note the problems of an error that carries its places."""
        for problem in error.problems:
            if not self.full:
                self._note(problem.place.file if problem.place else "", problem)

    def _note(self, file: str, problem: Problem) -> None:
        self.file(file)
        line, column = (problem.place.line, problem.place.column) if problem.place else (0, 0)
        self._found.append((self._files[file], line, column, problem))

    def error(self) -> InputError:
        """Return everything that was found as one error, in the order of the files."""
        problems = [problem for *_, problem in sorted(self._found, key=lambda found: found[:3])]
        if self.full:
            problems.append(Problem("too_many_problems", place=problems[-1].place, path=problems[-1].path))
        return InputError(problems)


def _standing(document: Document, path: Path) -> Any:
    """Return what stands at a path; `None` where nothing does, as at a key that is missing."""
    found: Any = document.data
    for key in path:
        try:
            found = found[key]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def expected_code(type_: FactType) -> str:
    """Return the code of what was expected of a value; a choice that lists no values takes any text."""
    return "not_text" if type_.kind in ("choice", "choices") and not type_.values else type_.expected()
