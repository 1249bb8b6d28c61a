"""A folder of statute texts, read: its index where it has one, else the names and first lines of its files."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, RootModel

from enforcement_rules.loading.reading import Problems, read_document, read_plain_text, validate
from enforcement_rules.statutes.text import Entry, LaterChange, LawText, Wording, split_statute
from enforcement_rules.values.dates import parse_day
from enforcement_rules.values.days import PerhapsDay
from enforcement_rules.values.errors import Place, Problem, refuse
from enforcement_rules.values.scalars import YesNo

INDEX = "INDEX.yaml"
MOST_FILES = 5_000
_SUFFIXES = (".md", ".txt")
_NOT_TEXTS = frozenset({"readme", "index", "license", "changelog", "notice"})
_DATED = re.compile(r"^(?P<title>.+?)[ _]?[(（]?(?P<day>\d{4}-\d\d-\d\d|\d{8})[)）]?$")
_HEADING = re.compile(r"^#\s+(\S.*)$", re.MULTILINE)
_COMPACT = 8


def _stated(raw: Any) -> Any:
    return None if raw == "unknown" else raw


_Day = Annotated[PerhapsDay, BeforeValidator(_stated)]
"""A day, `unknown` or nothing."""


class _Later(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="ignore", frozen=True)
    what: str
    in_force: _Day = None
    verified: YesNo = False


class _Row(BaseModel):
    """One entry of an index; what else it says is for readers."""

    model_config = ConfigDict(defer_build=True, extra="ignore", frozen=True)
    file: str
    title: str
    adopted: _Day = None
    in_force_from: _Day = None
    verified: YesNo = False
    source: str = ""
    articles: str | None = None
    later: tuple[_Later, ...] = ()


class _Index(RootModel[tuple[_Row, ...]]):
    model_config = ConfigDict(defer_build=True, frozen=True)


def load_law_text(directory: str | Path) -> LawText:
    """Read a folder of statute texts, or one such file.

    In a folder and its sub-folders these are files `.md` and `.txt`, one wording of one statute each. Title and days
    are those of `INDEX.yaml` where it lists the file; else the title of the first heading, or of the name, and the
    day in the name, as in 某某条例(2021-04-29).md. The texts themselves are read when asked for.

    Raises:
        InputError: when there is no such folder, it holds no texts, or its index cannot be read.
    """
    root = Path(directory)
    if not (root.is_dir() or root.is_file()):
        raise refuse("no_law_folder", (str(directory),))
    files = dict(_files(root)) if root.is_dir() else {root.name: root}
    if not files:
        raise refuse("no_law_texts", (str(directory),))
    problems: list[Problem] = []
    rows = _index(root / INDEX, files, problems) if root.is_dir() else {}
    entries = [_entry(path, rows.get(name)) for name, path in files.items()]
    return LawText(entries, _read, tuple(problems))


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the texts below a folder, by their path in it, in order."""
    count = 0
    for folder, below, names in os.walk(root):
        below[:] = sorted(each for each in below if not each.startswith("."))
        for name in sorted(names):
            stem, suffix = os.path.splitext(name)
            if suffix.lower() in _SUFFIXES and stem.casefold() not in _NOT_TEXTS and not name.startswith("."):
                path = Path(folder, name)
                if not path.is_file():  # a pipe would keep its reader waiting
                    continue
                count += 1
                if count > MOST_FILES:
                    raise refuse("too_many_law_texts", (str(root),), most=MOST_FILES)
                yield path.relative_to(root).as_posix(), path


def _index(path: Path, files: dict[str, Path], problems: list[Problem]) -> dict[str, _Row]:
    """Return the rows of an index by their files; what does not fit the folder is a problem."""
    if not path.is_file():
        return {}
    read = read_document(path)
    wrong = Problems()
    index = validate(_Index, read.data, read, wrong)
    if index is None or wrong:
        raise wrong.error()
    found: dict[str, _Row] = {}
    for n, row in enumerate(index.root):
        code = "law_index_twice" if row.file in found else "law_text_not_there" if row.file not in files else ""
        if code:
            problems.append(Problem(code, {"file": row.file}, (n, "file"), read.place((n, "file"))))
        found.setdefault(row.file, row)
    return found


def _entry(path: Path, row: _Row | None) -> Entry:
    if row is None:
        title, day = _named(path)
        return Entry(str(path), title, day)
    later = tuple(LaterChange(each.what, each.in_force, each.verified) for each in row.later)
    count = int(row.articles) if row.articles and row.articles.isdecimal() else None
    return Entry(str(path), row.title, row.adopted, row.in_force_from, row.verified, row.source, later, count)


def _named(path: Path) -> tuple[str, dt.date | None]:
    """Return title and day of a text that no index lists."""
    found = _DATED.match(path.stem)
    day = None if found is None else _day(found["day"])
    name = found["title"] if found is not None and day is not None else path.stem
    return _first_heading(path) or name, day


def _day(text: str) -> dt.date | None:
    try:
        return parse_day(f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == _COMPACT else text)
    except ValueError:
        return None


def _first_heading(path: Path) -> str | None:
    try:
        with open(path, "rb") as stream:
            found = _HEADING.search(stream.read(4096).decode("utf-8", "ignore"))
    except OSError:
        return None
    return found[1].strip() if found else None


def _read(entry: Entry) -> Wording:
    wording = split_statute(read_plain_text(entry.file), entry.file)
    if entry.articles is None or entry.articles == len(wording.articles):
        return wording
    told = Problem(
        "law_articles_differ", {"expected": entry.articles, "count": len(wording.articles)}, (), Place(entry.file, 1, 1)
    )
    problems = (told, *wording.problems)
    return Wording(wording.file, wording.title, wording.articles, wording.notes, wording.source, problems)
