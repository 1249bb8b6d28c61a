"""Reading case libraries: `library.yaml` with files beside it, and the cases that stand beside rulesets."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, WithJsonSchema

from enforcement_rules.library.expectation import Expectation
from enforcement_rules.loading import load_case
from enforcement_rules.loading.reading import Document, read_document
from enforcement_rules.model.case import Case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.dates import parse_day
from enforcement_rules.values.errors import InputError, Path as Keys, Place, Problem
from enforcement_rules.values.scalars import YesNo

LIBRARY = "library.yaml"
MOST_CASES = 20_000


def _day(raw: Any) -> Any:
    return parse_day(raw) if isinstance(raw, str) else raw


class Entry(BaseModel):
    """One case of a library as files write it: the case or its file, where it comes from, what is expected of it."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    name: str | None = None
    file: str | None = None
    case: Any = None
    source: Annotated[dict[str, str], WithJsonSchema({"type": "object"})] = {}
    made_up: YesNo = False
    upheld: YesNo = False
    why: str | None = None
    on: Annotated[dt.date | None, BeforeValidator(_day)] = None
    expect: Expectation


class LibraryCase(Struct, frozen=True):
    """A case and what is expected of it.

    Attributes:
        name: its name, or its file below the library.
        instrument: the instrument whose rules are named without it; `None` in a library of whole cases.
        on: the day of the review; `None` for that of the decision.
        upheld: a court or reconsideration body upheld the decision, so no void or fatal breach may be shown.
    """

    name: str
    case: Case
    on: dt.date | None
    expect: Expectation
    upheld: bool = False
    instrument: str | None = None


def read_library(path: str | Path, rulesets: Rulesets) -> list[LibraryCase]:
    """Read a library file, or every `library.yaml` and `*.cases.yaml` below a directory.

    A case file is listed once, wherever the lists stand, unless it is reviewed for another day.

    Raises:
        InputError: with everything that is wrong; a library without a single case is wrong, too.
    """
    root = Path(path)
    files = [root] if not root.is_dir() else sorted([*root.glob(f"**/{LIBRARY}"), *root.glob("**/*.cases.yaml")])
    reader = _Reader(root if root.is_dir() else root.parent, rulesets)
    found = [case for file in files for case in reader.file(file)]
    if not found and not reader.problems:
        reader.problems.append(Problem("empty_library", {}, (str(root),)))
    if reader.problems:
        raise InputError(reader.problems)
    return found


class _Reader:
    """Reads the files of one library and gathers what is wrong with them."""

    def __init__(self, root: Path, rulesets: Rulesets) -> None:
        self.root = root
        self.rulesets = rulesets
        self.problems: list[Problem] = []
        self.listed: dict[tuple[str, dt.date | None], Place | None] = {}

    def file(self, file: Path) -> Iterator[LibraryCase]:
        try:
            document = read_document(file)
            entries = _entries(document)
            instrument = _instrument(file)
        except InputError as error:
            self.problems.extend(error.problems)
            return
        for n, entry in enumerate(entries):
            try:
                case = load_case(self._source(file, document, n, entry), self.rulesets)
            except InputError as error:
                self.problems.extend(error.problems)
                continue
            name = entry.name or self._below(file, entry) or str(n)
            yield LibraryCase(name, case, entry.on, entry.expect, entry.upheld, instrument)

    def _source(self, file: Path, document: Document, n: int, entry: Entry) -> Path | Document:
        if not entry.file:
            return document.part(("cases", n, "case"))
        path: Keys = ("cases", n, "file")
        place = document.place(path)
        key = (os.path.realpath(file.parent / entry.file), entry.on)
        if key in self.listed:
            raise InputError([Problem("listed_twice", {"other": str(self.listed[key])}, path, place)])
        self.listed[key] = place
        return file.parent / entry.file

    def _below(self, file: Path, entry: Entry) -> str | None:
        """Return the name of a case file below the library, wherever the list stands that names it."""
        return os.path.relpath(file.parent / entry.file, self.root).replace(os.sep, "/") if entry.file else None


def _entries(document: Document) -> list[Entry]:
    cases = document.data.get("cases") if isinstance(document.data, dict) else None
    if not isinstance(cases, list) or len(cases) > MOST_CASES:
        raise InputError([Problem("no_cases", {}, (), document.place(()))])
    made: list[Entry] = []
    problems: list[Problem] = []
    for n, raw in enumerate(cases):
        try:
            made.append(Entry.model_validate(raw))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            path = ("cases", n, *first["loc"])
            problems.append(
                Problem("bad_expectation", {"key": ".".join(map(str, first["loc"]))}, path, document.place(path))
            )
    if problems:
        raise InputError(problems)
    return made


def _instrument(file: Path) -> str | None:
    head = file.parent / "instrument.yaml"
    data = read_document(head).data if head.is_file() else None
    return str(data.get("instrument")) if isinstance(data, dict) else None
