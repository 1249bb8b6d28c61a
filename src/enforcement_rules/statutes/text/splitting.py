"""The text of a file becomes a wording.

One pass over the lines, one line looked at once: time and memory grow with the text and no faster. What is unclear is
told where it stands; a file that holds no articles, or those of two wordings, is refused.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from enforcement_rules.statutes.text import lines
from enforcement_rules.statutes.text.building import ArticleUnderWay
from enforcement_rules.statutes.text.numbers import strict_number, written_in_digits
from enforcement_rules.statutes.text.wording import Article, Note, Wording
from enforcement_rules.values.citation import Part, written
from enforcement_rules.values.errors import InputError, Place, Problem

MOST_CHARACTERS = 5_000_000
MOST_ARTICLES = 5_000
LONGEST_LINE = 100_000
MOST_PROBLEMS = 200
_COMMENT, _COMMENT_END = "<!--", "-->"


class _Number(NamedTuple):
    number: int
    insert: int


def split_statute(text: str, file: str) -> Wording:
    r"""Split the text of a statute.

    Args:
        text: one wording of one statute, plain or Markdown.
        file: what messages call the file; its stem is the title where the text gives none.

    Raises:
        InputError: for a text that is too long, holds no articles, or begins again with its first article.

    >>> wording = split_statute(
    ...     "# 虚构条例\n第一条 甲。\n第二条 有下列情形之一的：\n（一）乙；\n（二）丙。", "made_up.md"
    ... )
    >>> [(each.name, len(each.paragraphs[0].items)) for each in wording.articles]
    [('第一条', 0), ('第二条', 2)]
    """
    if len(text) > MOST_CHARACTERS:
        raise _refusal("law_text_too_long", Place(file), most=MOST_CHARACTERS)
    return _Splitter(file).split(text)


def _refusal(code: str, place: Place, **args: Any) -> InputError:
    return InputError([Problem(code, args, (), place)])


class _Splitter:
    """Goes through the lines of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.title = ""
        self.source: list[str] = []
        self.notes: list[Note] = []
        self.problems: list[Problem] = []
        self.articles: list[Article] = []
        self.seen: dict[_Number, Place] = {}
        self.stack: dict[int, str] = {}
        self.now: ArticleUnderWay | None = None
        self.last: _Number | None = None
        self.digits: bool | None = None
        self.separated = True
        self.contents = False
        self.annex = False
        self.comment = False
        self.blank_before = True
        self.line = 0

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, 1)

    def split(self, text: str) -> Wording:
        for self.line, raw in enumerate(text.split("\n"), 1):
            if len(raw) > LONGEST_LINE:
                raise _refusal("law_line_too_long", self.place, most=LONGEST_LINE)
            line = lines.plain(raw)
            if not line:
                self.blank_before = True
            elif not self._in_comment(line):
                self._take(line)
                self.blank_before = False
        self._close()
        if not self.articles:
            raise _refusal("no_articles", Place(self.file, 1, 1))
        title = self.title or self.file.rpartition("/")[2].rpartition(".")[0]
        return Wording(
            self.file, title, tuple(self.articles), tuple(self.notes), " ".join(self.source), self._in_order()
        )

    def _in_order(self) -> tuple[Problem, ...]:
        return tuple(sorted(self.problems, key=lambda each: each.place.line if each.place else 0))[:MOST_PROBLEMS]

    def tell(self, code: str, place: Place | None = None, **args: Any) -> None:
        self.problems.append(Problem(code, args, (), place or self.place))

    # what a line is

    def _in_comment(self, line: str) -> bool:
        """Say whether a line is of a comment; those before the first article tell where the text is from."""
        if not self.comment and not line.startswith(_COMMENT):
            return False
        said = line.removeprefix(_COMMENT).removesuffix(_COMMENT_END).strip()
        if not self.articles and self.now is None and said and said != "INFO END":
            self.source.append(said.removeprefix("source:").strip())
        self.comment = _COMMENT_END not in line
        return True

    def _take(self, line: str) -> None:
        bare = lines.bare(line)
        start = lines.article_start(bare)
        if self.annex or (bool(self.articles) and lines.is_annex(line)):
            self._in_annex(line)
        elif lines.is_contents(line) and not self.articles and self.now is None:
            self.contents = True
        elif self.contents and lines.is_contents_line(line):
            return
        elif found := lines.heading(line):
            self._heading(line, *found)
        elif start is not None and self._begins(start):
            self._article(start)
        elif lines.is_note(bare):
            self.notes.append(Note(line, self.place))
        elif self.now is None:
            self._outside(line)
        else:
            self._inside(self.now, line)

    def _in_annex(self, line: str) -> None:
        self._close()
        self.annex = True
        self.notes.append(Note(line, self.place))

    def _heading(self, line: str, depth: int, text: str) -> None:
        if line.startswith("# ") and not self.title and not self.articles and self.now is None:
            self.title = text
            return
        self._close()
        self.stack = {each: words for each, words in self.stack.items() if each < depth} | {depth: text}

    def _outside(self, line: str) -> None:
        """Take a line outside all articles: the title, how the statute was changed, or what belongs nowhere."""
        if not self.title and not self.articles:
            self.title = line
        else:
            self.notes.append(Note(line, self.place))
            if self.articles:
                self.tell("text_outside_article")

    # articles

    def _begins(self, start: lines.Start) -> bool:
        """Say whether an article begins here, or a sentence that only names one goes on."""
        if start.refers:
            return False
        number = strict_number(start.number)
        follows = number is not None and self._follows(number, start.insert)
        broken = self.now is not None and self.now.stops_within and not self.blank_before
        if not follows and broken:
            return False
        if start.separated or follows or not self.separated:
            return True
        self.tell("perhaps_article", article=f"第{start.number}条")
        return False

    def _follows(self, number: int, insert: str) -> bool:
        before = self.last or _Number(0, 0)
        return number == before.number + (0 if insert else 1)

    def _article(self, start: lines.Start) -> None:
        self._close()
        number = strict_number(start.number)
        insert = strict_number(start.insert) if start.insert else 0
        if number is None or insert is None:
            # Its text belongs to nobody: neither to the article before nor to a number that was guessed.
            self.tell(
                "unreadable_number", article=f"第{start.number}条" + (f"之{start.insert}" if start.insert else "")
            )
            self.notes.append(Note(start.text, self.place))
            return
        here = _Number(number, insert)
        self._hold_against_last(here)
        self._hold_digits(start)
        self.last = here
        self.now = ArticleUnderWay(number, insert, self.place, tuple(self.stack[each] for each in sorted(self.stack)))
        if start.text:
            self._inside(self.now, start.text)

    def _hold_against_last(self, here: _Number) -> None:
        """Tell of an article that is there twice, comes too early, or leaves others out."""
        last = self.last
        if here == _Number(1, 0) and last is not None and last > here:
            self._begin_again()
            last = None
        if last is None:
            missing = here.number - 1
        elif here.insert:
            missing = max(here.number - last.number, 0)
        else:
            missing = max(here.number - last.number - 1, 0)
        name = _name(here)
        if here in self.seen:
            self.tell("article_twice", article=name, other=self.seen[here].of_line)
        elif last is not None and here < last:
            self.tell("article_out_of_order", article=name, before=_name(last))
        elif missing:
            first = _Number((last.number if last else 0) + 1, 0)
            self.tell("articles_missing", first=_name(first), article=name, count=missing)
        self.seen.setdefault(here, self.place)

    def _begin_again(self) -> None:
        """Forget a list of contents that names the articles; refuse a second wording."""
        if not self.contents or any(lines.finished(each.text) for each in self.articles):
            raise _refusal("two_wordings", self.place, other=self.seen[_Number(1, 0)].of_line)
        self.articles, self.seen, self.problems = [], {}, []
        self.contents = False

    def _hold_digits(self, start: lines.Start) -> None:
        digits = written_in_digits(start.number)
        if self.digits is None:
            self.digits, self.separated = digits, start.separated
        elif digits != self.digits:
            self.tell("mixed_numerals", article=f"第{start.number}条")
            self.digits = digits

    def _close(self) -> None:
        if self.now is None:
            return
        done = self.now.done()
        for place in self.now.unfinished:
            self.tell("text_unfinished", place, article=done.name)
        if not done.paragraphs:
            self.tell("article_empty", self.now.place, article=done.name)
        self.articles.append(done)
        self.now = None
        if len(self.articles) > MOST_ARTICLES:
            raise _refusal("too_many_articles", done.place, most=MOST_ARTICLES)

    # what stands in an article

    def _inside(self, now: ArticleUnderWay, line: str) -> None:
        if line.startswith(("|", "<t", "</t")):
            now.row(line, self.place)
            return
        for kind, number, insert, text in _pieces(line, now):
            self._piece(now, kind, number, insert, text)

    def _piece(self, now: ArticleUnderWay, kind: str, number: int, insert: int, text: str) -> None:
        if kind == "item":
            now.item(number, insert, text, self.place)
            self._hold_items(now, number, insert)
        elif kind == "subitem":
            now.subitem(number, text, self.place)
        elif now.stops_within and not self.blank_before:
            now.go_on(text)
        else:
            now.paragraph(text, self.place)

    def _hold_items(self, now: ArticleUnderWay, number: int, insert: int) -> None:
        items = now.paragraphs[-1].below
        before = (items[-2].number, items[-2].insert) if items[1:] else (0, 0)
        wanted = (before[0], before[1] + 1) if insert else (before[0] + 1, 0)
        if (number, insert) != wanted:
            self.tell("items_broken", article=_name(_Number(now.number, now.insert)), item=number, before=before[0])


def _name(number: _Number) -> str:
    return written((Part("条", number.number, number.insert),))


class _Piece(NamedTuple):
    kind: str
    number: int
    insert: int
    text: str


def _pieces(line: str, now: ArticleUnderWay) -> list[_Piece]:
    """Return the parts of a line: text, items and sub-items, where several items stand in one line."""
    below = lines.subitem_start(line)
    if below is not None and now.last_item is not None:
        return [_Piece("subitem", strict_number(below["number"]) or 0, 0, line[below.end() :])]
    marks = _item_marks(line, now)
    if not marks:
        return [_Piece("text", 0, 0, line)]
    head = line[: marks[0].start].rstrip()
    found = [_Piece("text", 0, 0, head)] if head else []
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        text = line[mark.end : after.start if after else len(line)].rstrip()
        found.append(_Piece("subitem" if mark.nested else "item", mark.number, mark.insert, text))
    return found


class _Mark(NamedTuple):
    start: int
    end: int
    number: int
    insert: int
    nested: bool


def _item_marks(line: str, now: ArticleUnderWay) -> list[_Mark]:
    """Return where items begin: at the head of the line, and inside it where their numbers run on."""
    found: list[_Mark] = []
    last = now.last_item.number if now.last_item is not None else 0
    for each in lines.item_marks(line):
        number = strict_number(each["number"])
        insert = strict_number(each["insert"]) if each["insert"] else 0
        if number is None or insert is None:
            continue
        if each.start() == 0:
            digits = written_in_digits(each["number"])
            nested = digits and now.last_item is not None and now.items_in_words
            now.items_in_words = nested or not digits
            found.append(_Mark(0, each.end(), number, insert, nested))
        elif _runs_on(line, each.start(), number, found[-1].number if found else last):
            nested = found[-1].nested if found else False
            found.append(_Mark(each.start(), each.end(), number, insert, nested))
    return found


def _runs_on(line: str, at: int, number: int, last: int) -> bool:
    """Say whether a number inside a line begins an item: the next one, or the first behind a colon."""
    return number == last + 1 if number > 1 else lines.ends_a_part(line, at, "：:")
