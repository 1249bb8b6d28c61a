"""A folder of statute texts: which wordings of which laws it holds, and which of them speaks on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from enforcement_rules.statutes.text.wording import Wording
from enforcement_rules.values.errors import Problem, refuse
from enforcement_rules.values.spelling import nearest
from enforcement_rules.values.titles import edition_of, law_title

Found = Literal["first_day", "period", "year"]
"""How a ruleset's version was found: by its first day, by a day within the wording's time, by the year of its name."""


class LaterChange(Struct, frozen=True):
    """A change of a statute after a wording: what, from which day, and whether that was seen or only remembered."""

    what: str
    in_force: dt.date | None
    verified: bool


class Entry(Struct, frozen=True):
    """One text of the folder, as its index or its name and first lines describe it.

    Attributes:
        file: the file as messages name it.
        title: of the statute.
        adopted: the day of the latest change; `None` where neither index nor name states it.
        in_force_from: the first day of this wording; `None` where nothing states it.
        verified: whether that day was seen in a text or decision, not only remembered.
        source: where that day is from.
        later: changes after this wording.
        articles: how many articles the index says it has; `None` where it says nothing.
    """

    file: str
    title: str
    adopted: dt.date | None = None
    in_force_from: dt.date | None = None
    verified: bool = False
    source: str = ""
    later: tuple[LaterChange, ...] = ()
    articles: int | None = None

    @property
    def day(self) -> dt.date:
        """The day by which wordings of one law are ordered: in force, else adopted, else before all others."""
        return self.in_force_from or self.adopted or dt.date.min


class Chosen(Struct, frozen=True):
    """The text that speaks on a day, how many wordings there are, and what must be said about the choice."""

    entry: Entry
    on: dt.date
    wordings: int
    said: tuple[Problem, ...] = ()


class Match(Struct, frozen=True):
    """The text that a ruleset rests on and how it was found; else why none was."""

    entry: Entry | None
    found: Found | None = None
    reason: str = ""


class LawText:
    """The texts of a folder; each is read and split when it is asked for, once.

    Attributes:
        entries: the texts, by title and day.
        problems: what is wrong with the folder and its index.
    """

    def __init__(
        self, entries: Iterable[Entry], read: Callable[[Entry], Wording], problems: tuple[Problem, ...] = ()
    ) -> None:
        """Keep the entries, and how the text of one is read."""
        self.entries = tuple(sorted(entries, key=lambda each: (law_title(each.title), each.day, each.file)))
        self.problems = problems
        self._read = read
        self._wordings: dict[str, Wording] = {}
        self._by_title: dict[str, list[Entry]] = {}
        for each in self.entries:
            self._by_title.setdefault(law_title(each.title), []).append(each)

    def wording(self, entry: Entry) -> Wording:
        """Return the text of an entry, split.

        Raises:
            InputError: where the file cannot be read or split.
        """
        if entry.file not in self._wordings:
            self._wordings[entry.file] = self._read(entry)
        return self._wordings[entry.file]

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the laws, each once, without the name of the state."""
        return tuple(self._by_title)

    def of(self, title: str) -> tuple[Entry, ...]:
        """Return the wordings of a law, the oldest first; none where the folder does not hold it."""
        return tuple(self._by_title.get(law_title(title), ()))

    def on(self, title: str, day: dt.date) -> Chosen:
        """Return the wording of a law that is in force on a day.

        A title that names an edition (…（2021修正）) asks for a wording of that year, whichever day it is.

        Raises:
            InputError: where the folder does not hold the law, or no wording of it for that day.
        """
        known = self.of(title)
        if not known:
            raise self._unknown(title)
        year = edition_of(title)
        wanted = [each for each in known if year is None or (each.adopted and each.adopted.year == year)]
        fitting = [each for each in wanted if year is not None or each.day <= day]
        if not fitting:
            first = wanted[0] if wanted else known[0]
            raise refuse("no_wording_on_day", ("LAW",), title=title, day=day, first=first.day, file=first.file)
        return self.taken(fitting[-1], day)

    def taken(self, entry: Entry, day: dt.date) -> Chosen:
        """Return a wording that was asked for by name, with what must be said of it on a day."""
        count = len(self.of(entry.title))
        return Chosen(entry, day, count, tuple(_said(entry, day, count)))

    def _unknown(self, title: str) -> Exception:
        near = nearest(law_title(title), self.titles())
        if near:
            return refuse("unknown_law_text_near", ("LAW",), title=title, near=near)
        return refuse("unknown_law_text", ("LAW",), title=title, count=len(self._by_title))

    def matching(self, title: str, version: str, first_day: dt.date | None, last_day: dt.date | None = None) -> Match:
        """Return the text that a version of a ruleset rests on.

        Args:
            title: of the instrument.
            version: its name, which often begins with a year.
            first_day: from which it is in force, where the ruleset knows it.
            last_day: until which it is, where it is no longer.
        """
        known = self.of(title)
        if not known:
            return Match(None, reason="no_text")
        exact = [each for each in known if first_day is not None and each.in_force_from == first_day]
        if len(exact) == 1:
            return Match(exact[0], "first_day")
        within = [each for each in known if _begins_within(each, first_day, last_day)]
        if len(within) == 1:
            return Match(within[0], "period")
        named = [each for each in known if _of_year(each, version, first_day)]
        return Match(named[0], "year") if len(named) == 1 else Match(None, reason="other_wordings")


def _begins_within(entry: Entry, first_day: dt.date | None, last_day: dt.date | None) -> bool:
    """Say whether a wording began while the version was in force, which is known of versions that have ended alone."""
    start = entry.in_force_from
    return start is not None and first_day is not None and last_day is not None and first_day < start <= last_day


def _of_year(entry: Entry, version: str, first_day: dt.date | None) -> bool:
    """Say whether a wording is of the year that a version is named after, and no younger than its first day."""
    years = {str(day.year) for day in (entry.adopted, entry.in_force_from) if day}
    fits = first_day is None or entry.in_force_from is None or entry.in_force_from <= first_day
    return version[:4] in years and fits


def _said(entry: Entry, day: dt.date, count: int) -> Iterable[Problem]:
    """Yield what a reader must know of the choice."""
    if entry.in_force_from is None:
        yield Problem("day_in_force_unknown", {"file": entry.file, "adopted": entry.adopted})
    elif not entry.verified:
        yield Problem(
            "day_in_force_unverified", {"file": entry.file, "day": entry.in_force_from, "source": entry.source}
        )
    if day < entry.day:
        yield Problem("not_yet_in_force", {"file": entry.file, "day": entry.day})
    for change in entry.later:
        if change.in_force is not None and change.in_force <= day:
            args = {"file": entry.file, "day": change.in_force, "what": change.what}
            yield Problem("changed_later" if change.verified else "changed_later_unverified", args)
    if count > 1:
        yield Problem("one_of_several_wordings", {"file": entry.file, "count": count, "day": day})
