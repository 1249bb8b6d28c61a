"""The words of a place in a statute, in the wording that a version of a ruleset rests on; else why there are none."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from enforcement_rules.statutes.text.folder import Found, LawText, Match
from enforcement_rules.statutes.text.passage import Passage, passage
from enforcement_rules.statutes.text.wording import Wording
from enforcement_rules.values.errors import InputError, Problem

WhyNot = Literal["no_text", "other_wordings", "unreadable", "not_in_text"]
"""Why there are no words: no text of the law, none or several that fit the version, its file, the place in it."""
_NUMBERING = frozenset(
    {
        "article_out_of_order",
        "articles_missing",
        "law_articles_differ",
        "perhaps_article",
        "unreadable_number",
    }
)
"""What makes the number of every article of a text doubtful."""


class Quotation(Struct, frozen=True):
    """What a place says, and where.

    Attributes:
        place: the place as the law writes it.
        lead: the words that introduce the items, where an item is cited; else empty.
        words: the cited part itself, one line for each part below it.
        items: how many items stand behind the first line of `words`.
        first: whether the item cited is the first behind its lead.
        file, line: where the cited part begins.
        sha256: of the article (`Article.sha256`).
        matched: how the wording of the version was found.
        remarks: what is unclear about the article or about the numbers of the text.
    """

    place: str
    lead: str
    words: str
    items: int
    first: bool
    file: str
    line: int
    sha256: str
    matched: Found
    remarks: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The words that introduce an item, and the cited part below them."""
        return f"{self.lead}\n{self.words}" if self.lead else self.words


class NotQuoted(Struct, frozen=True):
    """Why a place has no words.

    `problem` says it of the file or of the place, where there is more to say; `remarks` what is unclear about the
    numbers of the text, among which it may be.
    """

    place: str
    why: WhyNot
    problem: Problem | None = None
    remarks: tuple[Problem, ...] = ()


class Edition(Struct, frozen=True):
    """A version of an instrument: its title, its name, the days from and to which it is in force."""

    title: str
    version: str
    first_day: dt.date | None
    last_day: dt.date | None


def quoted(texts: LawText, edition: Edition, place: str) -> Quotation | NotQuoted:
    """Return what a place of a version says; the wording is that of the version or none.

    Args:
        texts: the folder of statute texts.
        edition: the version that a rule belongs to.
        place: a citation, from article to sub-item.
    """
    match = texts.matching(edition.title, edition.version, edition.first_day, edition.last_day)
    if match.entry is None:
        return NotQuoted(place, "no_text" if match.reason == "no_text" else "other_wordings")
    try:
        wording = texts.wording(match.entry)
    except InputError as error:
        return NotQuoted(place, "unreadable", error.problems[0])
    try:
        found = passage(wording, place)
    except InputError as error:
        return NotQuoted(place, "not_in_text", error.problems[0], _of_numbers(wording))
    return _quotation(found, wording, match)


def _quotation(found: Passage, wording: Wording, match: Match) -> Quotation:
    lead, words, items = _parts(found)
    concerning = wording.concerning(found.article)
    doubts = (each for each in _of_numbers(wording) if each not in concerning)
    return Quotation(
        place=found.name,
        lead=lead,
        words=words,
        items=items,
        first=found.item is None or found.paragraph is None or found.paragraph.items[0] is found.item,
        file=wording.file,
        line=found.place.line,
        sha256=found.article.sha256,
        matched=match.found or "year",
        remarks=(*concerning, *doubts),
    )


def _of_numbers(wording: Wording) -> tuple[Problem, ...]:
    return tuple(each for each in wording.problems if each.code in _NUMBERING)


def _parts(found: Passage) -> tuple[str, str, int]:
    """Return what introduces the cited part, its own words, and how many items these hold behind their first line."""
    if found.paragraph is not None and found.item is not None:
        below = "" if found.subitem is None else f"{found.item.label}{found.item.text}"
        lead = "\n".join(filter(None, (found.paragraph.text, below)))
        return lead, found.text if found.subitem else f"{found.item.label}{found.item.whole}", 0
    only = found.paragraph or (found.article.paragraphs[0] if len(found.article.paragraphs) == 1 else None)
    return "", found.text, len(only.items) if only is not None and only.text else 0
