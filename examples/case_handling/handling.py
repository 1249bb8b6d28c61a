"""A small case-handling system: python examples/case_handling/handling.py CASE --store FILE [--lang en].

It opens a case with what its file says but for the steps, enters the steps one by one, on the day of each, and shows
what each of them changed. Run again with the same store it goes on where it stopped.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from store import Entry, Store, StoreError

from enforcement_rules import CaseSession, load_case, load_rulesets, review
from enforcement_rules.evaluation.views import Deadline
from enforcement_rules.explanation.wording import Language
from enforcement_rules.loading.reading import read_document
from enforcement_rules.proceeding.change import Change
from enforcement_rules.proceeding.text import as_change_text
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import InputError

ENTERED = frozenset({"take", "add", "say", "withdraw"})


class Office:
    """The cases of an office: every entry is tried first, then stored, and only what is stored counts."""

    def __init__(self, store: Store, rulesets: Rulesets | None = None) -> None:
        """Keep the store and the law; one set of rulesets serves all cases and threads."""
        self.store = store
        self.rulesets = load_rulesets() if rulesets is None else rulesets

    def open(self, number: str, data: dict[str, Any], day: dt.date) -> OpenCase:
        """Open a new case.

        Raises:
            InputError: when the data are no case; nothing is stored then.
            StoreError: when there is a case of this number.
        """
        session = CaseSession(data, self.rulesets, on=day)
        self.store.open(number, session.data, day)
        return OpenCase(self, number, session, 0)

    def case(self, number: str, day: dt.date | None = None) -> OpenCase:
        """Return a case as it stands, as of a day; default: that of its last entry.

        Raises:
            StoreError: when there is none.
        """
        stored = self.store.load(number)
        return OpenCase(self, number, CaseSession(stored.data, self.rulesets, on=day or stored.day), stored.entries)

    def due(self, day: dt.date, within: int) -> list[tuple[str, Deadline]]:
        """Return what is overdue or falls due within some days in all cases, the most urgent first."""
        found = [
            (number, limit)
            for number in self.store.numbers()
            for limit in self.case(number, day).session.state.deadlines
            if limit.last and limit.status in ("due", "overdue") and (limit.last - day).days <= within
        ]
        return sorted(found, key=lambda each: (each[1].last or day, each[0]))


class OpenCase:
    """A case that somebody works on."""

    def __init__(self, office: Office, number: str, session: CaseSession, entries: int) -> None:
        """Keep the session and how many entries it was made from."""
        self.office, self.number, self.session, self.entries = office, number, session, entries

    def enter(self, what: str, *given: Any, day: dt.date | None = None) -> Change:
        """Enter something (`take`, `add`, `say`, `withdraw`), store it, and return what it changed.

        Raises:
            InputError: when the library refuses it; nothing is stored then.
            StoreError: when it cannot be stored; the case is to be opened again then.
        """
        if what not in ENTERED:
            raise StoreError(f"{what} is no entry")
        if day is not None and day != self.session.on:
            self.session.proceed(day)
        changed: Change = getattr(self.session, what)(*given)
        entry = Entry(what, given, self.session.on)
        self.office.store.append(self.number, self.entries, entry, self.session.data)
        self.entries += 1
        return changed


def replayed(office: Office, number: str) -> dict[str, Any]:
    """Return the case data that the log leads to: they must be those that are stored."""
    entries = list(office.store.log(number))
    session = CaseSession(office.store.opened(number), office.rulesets, on=office.store.load(number).day)
    for entry in entries:
        getattr(session, entry.what)(*entry.given)
    return session.data


def day_of(step: dict[str, Any], before: dt.date) -> dt.date:
    """Return the day on which a step is entered: its own, unless untold, known only in part, or past; else the last."""
    stated = step.get("on")
    try:
        return max(dt.date.fromisoformat(stated if isinstance(stated, str) else ""), before)
    except ValueError:
        return before


def handled(office: Office, path: Path, lang: Language) -> None:
    """Open the case of a file, or go on with it, and enter its steps."""
    whole = load_case(path, office.rulesets)
    data = read_document(path).data
    assert isinstance(data, dict)  # or it would be no case
    steps: list[Any] = list(data.pop("steps", None) or [])
    number = str(data.get("number") or path.stem)
    first = next((day for step in steps if (day := day_of(step, dt.date.min)) != dt.date.min), dt.date.today())
    try:
        case = office.case(number)
    except StoreError:
        case = office.open(number, data, first)
        print(number, as_change_text(case.session.so_far(), case.session.verdict, lang), sep="\n")
    for step in steps[case.entries :]:
        changed = case.enter("take", step, day=day_of(step, case.session.on))
        print(f"{case.session.on}  {step['step']}", as_change_text(changed, case.session.verdict, lang), sep="\n")
    print(f"{case.session.verdict.outcome} == {review(whole, office.rulesets, case.session.on).outcome}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Handle the case of a file; 2 when it cannot be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    options = parser.parse_args(arguments)
    try:
        handled(Office(Store(options.store)), options.case, options.lang)
    except InputError as error:
        print(*error.lines(options.lang), sep="\n", file=sys.stderr)
        return 2
    except StoreError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
