"""Articles being put together, line by line; what is finished is frozen."""

from __future__ import annotations

from msgspec import Struct, field

from enforcement_rules.statutes.text.lines import finished
from enforcement_rules.statutes.text.wording import Article, Item, Paragraph, SubItem
from enforcement_rules.values.errors import Place


class _Part(Struct):
    """A paragraph, an item or a sub-item under way; its words as they came, for they may come in many pieces."""

    number: int
    words: list[str]
    place: Place
    insert: int = 0
    below: list[_Part] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def subitem(self) -> SubItem:
        return SubItem(self.number, self.text, self.place)

    def item(self) -> Item:
        below = tuple(each.subitem() for each in self.below)
        return Item(self.number, self.insert, self.text, self.place, below, tuple(self.rows))

    def paragraph(self) -> Paragraph:
        return Paragraph(
            self.number, self.text, self.place, tuple(each.item() for each in self.below), tuple(self.rows)
        )


class ArticleUnderWay(Struct):
    """An article that is being read.

    `unfinished` holds the places of texts that stop within a sentence; `items_in_words` says that the items of the last
    paragraph are numbered in Chinese, so that numbers in digits below them are those of sub-items.
    """

    number: int
    insert: int
    place: Place
    headings: tuple[str, ...] = ()
    paragraphs: list[_Part] = field(default_factory=list)
    unfinished: list[Place] = field(default_factory=list)
    items_in_words: bool = False

    @property
    def _open(self) -> _Part | None:
        """What the next words would belong to."""
        part = self.paragraphs[-1] if self.paragraphs else None
        while part is not None and part.below:
            part = part.below[-1]
        return part

    @property
    def last_item(self) -> _Part | None:
        """The last item of the last paragraph."""
        return self.paragraphs[-1].below[-1] if self.paragraphs and self.paragraphs[-1].below else None

    @property
    def stops_within(self) -> bool:
        """Whether the last words are no end of a sentence or of a part of a list."""
        part = self._open
        return part is not None and bool(part.words[-1]) and not part.rows and not finished(part.words[-1])

    def paragraph(self, text: str, place: Place) -> None:
        """Begin a paragraph."""
        self._note_unfinished()
        self.paragraphs.append(_Part(len(self.paragraphs) + 1, [text], place))

    def item(self, number: int, insert: int, text: str, place: Place) -> None:
        """Begin an item of the last paragraph."""
        self._fold(number)
        if not self.paragraphs:
            self.paragraph("", place)
        self.paragraphs[-1].below.append(_Part(number, [text], place, insert))

    def _fold(self, number: int) -> None:
        """Take what stands between two items that follow each other into the first of them: it is no paragraph."""
        behind = len(self.paragraphs)
        while behind and not self.paragraphs[behind - 1].below:
            behind -= 1
        if 0 < behind < len(self.paragraphs) and number == self.paragraphs[behind - 1].below[-1].number + 1:
            last = self.paragraphs[behind - 1].below[-1]
            last.below, within = [], [f"{each.number}. {each.text}" for each in last.below]
            last.words = ["\n".join([last.text, *within, *(each.text for each in self.paragraphs[behind:])])]
            del self.paragraphs[behind:]

    def subitem(self, number: int, text: str, place: Place) -> None:
        """Begin a sub-item of the last item."""
        item = self.last_item
        if item is not None:
            item.below.append(_Part(number, [text], place))

    def go_on(self, text: str) -> None:
        """Go on with what was last begun, as where a line was broken within a sentence."""
        part = self._open
        if part is not None:
            between = " " if part.words[-1][-1:].isascii() and text[:1].isascii() else ""
            part.words.append(between + text)

    def row(self, text: str, place: Place) -> None:
        """Add a row of a table to what was last begun."""
        if not self.paragraphs:
            self.paragraph("", place)
        (self.last_item or self.paragraphs[-1]).rows.append(text)

    def _note_unfinished(self) -> None:
        part = self._open
        if part is not None and self.stops_within:
            self.unfinished.append(part.place)

    def done(self) -> Article:
        """Return the article as it stands."""
        self._note_unfinished()
        paragraphs = tuple(each.paragraph() for each in self.paragraphs)
        return Article(self.number, self.insert, paragraphs, self.place, self.headings)
