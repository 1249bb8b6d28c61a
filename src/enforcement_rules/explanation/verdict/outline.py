"""The outline of a verdict: sections and lines in the order a reviewer reads, before they take any form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Formatter, Line, Table, seen
from enforcement_rules.explanation.verdict import evidence, problems, results, stated, waiting
from enforcement_rules.explanation.verdict.foot import dormant_of, foot_of
from enforcement_rules.explanation.verdict.head import head_of
from enforcement_rules.explanation.verdict.quotes import Quotes
from enforcement_rules.explanation.wording import Language, Words

if TYPE_CHECKING:
    from enforcement_rules.statutes.text import LawText


class Section(Struct, frozen=True):
    """A section with its title, its tables, and its lines below them; warnings bear no number."""

    title: str
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    numbered: bool = True


class Outline(Struct, frozen=True):
    """A whole verdict: what stands above the sections, the sections, what stands below."""

    head: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: tuple[tuple[str, str], ...] = field(default=())

    def titled(self, words: Words) -> Iterator[tuple[str, Section]]:
        """Yield every section with its title, numbered where it is: problems are the first whatever stands above."""
        number = 0
        for section in self.sections:
            number += section.numbered
            mark = words.table.get(f"number.{number}", "") if section.numbered else ""
            yield mark + section.title, section


def outline_of(
    verdict: Verdict, lang: Language, *, everything: bool = False, law_text: LawText | None = None
) -> Outline:
    """Return the outline of a verdict in one language; `everything` also names what was kept and what is left out.

    With the texts of statutes the words of what it cites stand below the reasons.
    """
    words = Words(lang)
    form = Formatter(verdict, words)
    sections = tuple(_sections(verdict, form, everything=everything))
    foot = tuple(foot_of(verdict, form, everything=everything))
    if law_text is not None:
        quotes = Quotes(verdict, law_text, form)
        sections = tuple(replace(each, lines=tuple(quotes.below(each.lines))) for each in sections)
        foot = (*foot, *quotes.foot())
    return seen(Outline(tuple(head_of(verdict, form)), sections, foot))


def _sections(verdict: Verdict, form: Formatter, *, everything: bool) -> Iterator[Section]:
    words = form.words
    if warned := tuple(waiting.warnings_of(verdict, form)):
        yield Section(words.say("section.warnings"), warned, numbered=False)
    against = tuple(stated.against_of(verdict, form))
    found = problems.lines_of(verdict, form, alone=not against)
    yield Section(words.say("section.problems"), (*against, *found))
    yield Section(words.say("section.results"), tuple(results.lines_of(verdict, form)))
    tables, below = tuple(evidence.tables_of(verdict, form)), tuple(evidence.lines_of(verdict, form))
    if tables or below:
        yield Section(words.say("section.evidence"), below, tables)
    yield Section(words.say("section.asks"), tuple(waiting.asks_of(verdict, form, everything=everything)))
    unchecked = (*waiting.calendars_of(verdict, form), *waiting.not_checked_of(verdict, form, everything=everything))
    yield Section(words.say("section.not_checked"), unchecked)
    if everything:
        yield Section(words.say("section.satisfied"), tuple(problems.kept_of(verdict, form)))
        yield Section(words.say("section.dormant"), tuple(dormant_of(verdict, form)))
        yield Section(words.say("section.stated"), tuple(stated.everything_of(verdict, form)))
