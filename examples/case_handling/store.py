"""Where a case-handling system keeps its cases: an SQLite file that is never left half written.

Every entry is one transaction: the entry joins the log, and the case data as they stand after it replace those before.
 Whoever enters says how many entries they knew of; when there are more by now, nothing is stored.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLES = """
CREATE TABLE IF NOT EXISTS cases (
    number TEXT PRIMARY KEY, opened TEXT NOT NULL, data TEXT NOT NULL, day TEXT NOT NULL, entries INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS log (
    number TEXT NOT NULL REFERENCES cases, entry INTEGER NOT NULL, what TEXT NOT NULL, given TEXT NOT NULL,
    day TEXT NOT NULL, PRIMARY KEY (number, entry)
) STRICT;
"""


class StoreError(Exception):
    """What is asked of the store cannot be done; nothing was stored."""


@dataclass(frozen=True)
class Entry:
    """One entry of the log: the method of `CaseSession`, its arguments, and the day on which it was made."""

    what: str
    given: tuple[Any, ...]
    day: dt.date


@dataclass(frozen=True)
class Stored:
    """A case as it is kept: its case data, the day of its last entry, and how many entries it has."""

    data: dict[str, Any]
    day: dt.date
    entries: int


class Store:
    """The cases of an office."""

    def __init__(self, path: Path | str) -> None:
        """Open the file, or make it."""
        self.path = path
        with self._transaction() as connection:
            connection.executescript(TABLES)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Open the file; what is done inside is kept as a whole, or not at all when anything fails."""
        try:
            with closing(sqlite3.connect(self.path, timeout=10)) as connection, connection:
                connection.execute("PRAGMA foreign_keys = ON")
                yield connection
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {error}") from error

    def open(self, number: str, data: dict[str, Any], day: dt.date) -> None:
        """Keep a new case.

        Raises:
            StoreError: when there is a case of this number.
        """
        text = json.dumps(data, ensure_ascii=False)
        with self._transaction() as connection:
            kept = connection.execute(
                "INSERT OR IGNORE INTO cases VALUES (?, ?, ?, ?, 0)", (number, text, text, day.isoformat())
            )
            if kept.rowcount != 1:
                raise StoreError(f"there is a case {number} already")

    def append(self, number: str, known: int, entry: Entry, data: dict[str, Any]) -> None:
        """Keep an entry and the case data after it, both or neither.

        Args:
            number: of the case.
            known: how many entries the case had when this one was made.
            entry: what was entered.
            data: the case data after it.

        Raises:
            StoreError: when somebody else entered something meanwhile.
        """
        text, given, day = json.dumps(data, ensure_ascii=False), json.dumps(entry.given), entry.day.isoformat()
        with self._transaction() as connection:
            kept = connection.execute(
                "UPDATE cases SET data = ?, day = ?, entries = ? WHERE number = ? AND entries = ?",
                (text, day, known + 1, number, known),
            )
            if kept.rowcount != 1:
                raise StoreError(f"{number}: something else was entered meanwhile; open the case again")
            connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?)", (number, known, entry.what, given, day))

    def load(self, number: str) -> Stored:
        """Return a case.

        Raises:
            StoreError: when there is none of this number.
        """
        with self._transaction() as connection:
            row = connection.execute("SELECT data, day, entries FROM cases WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise StoreError(f"there is no case {number}")
        return Stored(json.loads(row[0]), dt.date.fromisoformat(row[1]), row[2])

    def opened(self, number: str) -> dict[str, Any]:
        """Return the case data as they were when the case was opened."""
        with self._transaction() as connection:
            row = connection.execute("SELECT opened FROM cases WHERE number = ?", (number,)).fetchone()
        return dict(json.loads(row[0]))

    def log(self, number: str) -> Iterator[Entry]:
        """Yield the entries of a case in order."""
        with self._transaction() as connection:
            rows = connection.execute("SELECT what, given, day FROM log WHERE number = ? ORDER BY entry", (number,))
            for what, given, day in rows.fetchall():
                yield Entry(what, tuple(json.loads(given)), dt.date.fromisoformat(day))

    def numbers(self) -> list[str]:
        """Return the numbers of all cases."""
        with self._transaction() as connection:
            return [number for (number,) in connection.execute("SELECT number FROM cases ORDER BY number")]
