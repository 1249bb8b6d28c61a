"""One wording of one statute: articles, paragraphs, items and sub-items, each with its text and its line."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from enforcement_rules.values.citation import Part, written
from enforcement_rules.values.errors import Place, Problem
from enforcement_rules.values.visible import BEYOND_ASCII

_LEFT_OUT = re.compile(rf"[\s\x00-\x1f{BEYOND_ASCII}]+")


def normal_text(text: str) -> str:
    """Return text as it is compared and hashed: NFKC, without white space and characters that cannot be seen.

    >>> normal_text("处５万元以上　 10万元以下（含本数）罚款")
    '处5万元以上10万元以下(含本数)罚款'
    """
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text))


class Note(Struct, frozen=True):
    """A line that is no article: how the statute was changed, a remark of whoever published it, an annex."""

    text: str
    place: Place


class SubItem(Struct, frozen=True):
    """A sub-item (目)."""

    number: int
    text: str
    place: Place


class Item(Struct, frozen=True):
    """An item (项); `insert` is the number behind 之, 0 where there is none; `rows` are lines of a table below it."""

    number: int
    insert: int
    text: str
    place: Place
    subitems: tuple[SubItem, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The number as it stands before the text, as in (二)."""
        number = written((Part("项", self.number, self.insert),)).removeprefix("第").replace("项", "")
        return f"({number})"

    @property
    def whole(self) -> str:
        """The text with its sub-items, one a line."""
        lines = [self.text, *(f"{each.number}. {each.text}" for each in self.subitems), *self.rows]
        return "\n".join(lines)


class Paragraph(Struct, frozen=True):
    """A paragraph (款): what stands before its items, and the items."""

    number: int
    text: str
    place: Place
    items: tuple[Item, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The text with items, sub-items and tables, one a line."""
        items = [f"{each.label}{each.whole}" for each in self.items]
        return "\n".join([*([self.text] if self.text else []), *self.rows, *items])


class Article(Struct, frozen=True, dict=True):
    """An article (条); `headings` are those it stands under, widest first."""

    number: int
    insert: int
    paragraphs: tuple[Paragraph, ...]
    place: Place
    headings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The number as the law writes it, as in 第五十条之一."""
        return written((Part("条", self.number, self.insert),))

    @property
    def text(self) -> str:
        """The text without the number, one line for each paragraph, item and sub-item."""
        return "\n".join(each.whole for each in self.paragraphs)

    @cached_property
    def normal(self) -> str:
        """The text as it is compared: normal text of each line, a line for each part."""
        return "\n".join(filter(None, map(normal_text, self.text.splitlines())))

    @cached_property
    def sha256(self) -> str:
        """The hash of `normal`, in hex: the same for the same words in the same paragraphs, items and sub-items.

        The number of the article is left out, so that one that only moved is known again.
        """
        return hashlib.sha256(self.normal.encode("utf-8", "surrogatepass")).hexdigest()


class Wording(Struct, frozen=True, dict=True):
    """One wording of one statute, as one file holds it.

    Attributes:
        file: the file as messages name it.
        title: as the text gives it; the name of the file where it gives none.
        articles: in the order of the file, with those that are there twice.
        notes: what stands before, between and behind the articles, headings left out.
        source: what the first comment lines say of where the text is from; empty where they say nothing.
        problems: everything that is unclear about the text, in the order of its lines.
    """

    file: str
    title: str
    articles: tuple[Article, ...]
    notes: tuple[Note, ...] = ()
    source: str = ""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_number(self) -> Mapping[tuple[int, int], tuple[Article, ...]]:
        """Number and insert → the articles that carry them: one, or what the file holds twice."""
        found: dict[tuple[int, int], tuple[Article, ...]] = {}
        for each in self.articles:
            key = each.number, each.insert
            found[key] = (*found.get(key, ()), each)
        return found

    def concerning(self, article: Article) -> tuple[Problem, ...]:
        """Return what is unclear about the text as a whole, and about the lines of one of its articles."""
        first = article.place.line
        last = min((each.place.line for each in self.articles if each.place.line > first), default=None)
        found = ((each, each.place.line if each.place else 0) for each in self.problems)
        return tuple(each for each, line in found if line <= 1 or (first <= line and (last is None or line < last)))

    def numbered_once(self) -> Iterator[Article]:
        """Yield the articles that are there once."""
        return (each for each in self.articles if len(self.by_number[each.number, each.insert]) == 1)
