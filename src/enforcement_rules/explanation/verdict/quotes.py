"""The words of statutes below the lines of a page that cite them, from attached texts; what is not quoted, at the foot.

Each place is quoted once. Where a paragraph or an item is cited only this is quoted, an item behind the words that
introduce it; of a place longer than `MOST` characters its beginning, to the end of a sentence where one is near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from enforcement_rules.evaluation.verdict import Cited, Quote, Quoting, RuleRef, Unquoted, Verdict
from enforcement_rules.explanation.forms import Formatter, Line, article_in_words
from enforcement_rules.values.citation import citation_parts
from enforcement_rules.values.errors import Problem

if TYPE_CHECKING:
    from enforcement_rules.statutes.text import LawText, Quotation

MOST = 240
"""How many characters of a place are quoted."""
_MOST_REMARKS = 5
_MORE = "…"
_ENDS = "。；"
_LABEL = re.compile(r"\n\(([^()\n]+)\)")


class Quotes:
    """The quotes of one page: it knows what has been quoted, and keeps what could not be."""

    def __init__(self, verdict: Verdict, law_text: LawText, form: Formatter) -> None:
        """Start a page without any."""
        self._quoting = Quoting(verdict.rulesets, law_text)
        self._form = form
        self._told: set[tuple[str, str]] = set()
        self._above: dict[str, list[str]] = {}
        self._lacking: list[Unquoted] = []
        self._by_year: list[str] = []
        self._remarks: list[Problem] = list(law_text.problems)

    def below(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield lines, each with the words of what it cites below it."""
        for line in lines:
            yield line
            for cited in dict.fromkeys(line.cites):
                yield from self.of(cited, line.depth + 1)

    def of(self, cited: Cited, depth: int = 1) -> Iterator[Line]:
        """Yield what a rule rests on in the words of the law; what stands above is only referred to."""
        for each in self._quoting.of(cited):
            if isinstance(each, Unquoted):
                self._lacking.append(each)
                self._doubt(each.said.remarks)
                continue
            yield self._line(each, depth)

    def _line(self, quote: Quote, depth: int) -> Line:
        said, words = quote.said, self._form.words
        right = f"{said.file.rpartition('/')[2]}:{said.line}"
        named = (
            "" if _same(said.place, quote.ref.article) else self._form.bracketed(article_in_words(said.place, words))
        )
        if said.matched == "year":
            self._by_year.append(_edition(quote.ref, self._form))
        self._doubt(said.remarks)
        return Line(words.say("quote", place=named, text=self._text(said)), depth=depth, right=right)

    def _text(self, said: Quotation) -> str:
        """Return the words of a place; that they stand above where they do, perhaps within a wider place."""
        key = said.file, said.place
        above = self._above.setdefault(said.sha256, [])
        if key in self._told or _within(in_one_line(said.words), in_one_line(said.lead), above):
            return self._form.words.say("quote.above")
        self._told.add(key)
        text = self._shown(said, above) if said.lead else self._whole(said)
        above.append(text)
        return text

    def _doubt(self, remarks: tuple[Problem, ...]) -> None:
        self._remarks += [each for each in remarks if each not in self._remarks]

    def _shown(self, said: Quotation, above: list[str]) -> str:
        """Return an item behind the words that introduce it, unless these stand above or leave it no room."""
        words, lead = in_one_line(said.words), in_one_line(said.lead)
        room = MOST - len(words)
        before = "" if room <= 0 or _within(lead, "", above) else cut(lead, room)
        skips = not (before and said.first) and not before.endswith(_MORE)
        return before + (_MORE if skips else "") + cut(words, MOST)

    def _whole(self, said: Quotation) -> str:
        """Return a place that is cited as a whole; of many items how many there are, where there is no room."""
        whole = in_one_line(said.words)
        if len(whole) <= MOST or not said.items:
            return cut(whole, MOST)
        head = in_one_line(said.words.partition("\n")[0])
        return cut(head, MOST) + self._form.words.say("quote.items", n=said.items)

    def foot(self) -> Iterator[tuple[str, str]]:
        """Yield the rows of the foot: what is not quoted and why, and what is unclear about the texts."""
        words = self._form.words
        for why, lacking in self._by_reason().items():
            yield words.say(f"quote.{why}"), words.say("semicolon").join(dict.fromkeys(lacking))
        if self._by_year:
            yield words.say("quote.by_year"), words.join([*dict.fromkeys(self._by_year)])
        if self._remarks:
            lang = words.lang
            lines = [each.line(lang) for each in self._remarks[:_MOST_REMARKS]]
            left = len(self._remarks) - _MOST_REMARKS
            more = [words.say("quote.remarks_left", n=left)] if left > 0 else []
            yield words.say("quote.remarks"), words.say("semicolon").join([*lines, *more])

    def _by_reason(self) -> dict[str, list[str]]:
        """Return the laws and places without words, by the reason why."""
        found: dict[str, list[str]] = {}
        for each in self._lacking:
            found.setdefault(each.said.why, []).append(self._lacks(each))
        return found

    def _lacks(self, each: Unquoted) -> str:
        form, problem = self._form, each.said.problem
        if problem is None:
            return _edition(each.ref, form)
        said = problem.line(form.words.lang) if problem.place else problem.text(form.words.lang)
        return said if each.said.why == "unreadable" else _edition(each.ref, form) + form.words.say("colon") + said


def _edition(ref: RuleRef, form: Formatter) -> str:
    return form.title(ref.instrument) + form.bracketed(form.edition(ref.version))


def _within(words: str, lead: str, above: list[str]) -> bool:
    """Say whether words, and those that introduce them, stand in one of the texts above."""
    return any(words in each for each in above) and any(lead in each for each in above)


def _same(place: str, article: str) -> bool:
    """Say whether a place is the one that an article names, which may leave out the paragraph of an item."""
    named = citation_parts(article)
    return tuple(part for part in citation_parts(place) if part.unit != "款" or part in named) == named


def in_one_line(text: str) -> str:
    r"""Return a place of several lines on one: items behind each other, paragraphs apart.

    >>> in_one_line("有下列情形之一的：\n(一)甲；\n(二)乙。")
    '有下列情形之一的：（一）甲；（二）乙。'
    """
    return "　".join(_LABEL.sub(r"（\1）", f"\n{text}").strip("\n").split("\n"))


def cut(text: str, most: int) -> str:
    """Return the beginning of a text that is longer, to the end of a sentence where that is not half of it away."""
    if len(text) <= most:
        return text
    end = max(text.rfind(mark, 0, most) for mark in _ENDS) + 1
    return text[: end if 2 * end > most else most] + _MORE
