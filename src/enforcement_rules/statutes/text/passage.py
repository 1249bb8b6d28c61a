"""Finding an article, a paragraph, an item or a sub-item in a wording, by a citation."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from enforcement_rules.statutes.text.numbers import strict_number
from enforcement_rules.statutes.text.wording import Article, Item, Paragraph, SubItem, Wording
from enforcement_rules.values.citation import Part, written
from enforcement_rules.values.errors import InputError, Place, refuse

_LONGEST = 60
_UNITS = ("条", "款", "项", "目")
_NUMERAL = r"[零〇○一二三四五六七八九十百千0-9]+"
_PARTS = re.compile(
    rf"第?\(?(?P<number>{_NUMERAL})\)?(?P<unit>条|款|项|目)(?:之(?P<insert>{_NUMERAL}))?"
    rf"|^第?(?P<alone>{_NUMERAL})(?:[之-](?P<behind>{_NUMERAL}))?$"
)


class Passage(Struct, frozen=True):
    """What a citation names: the article, and the part of it where the citation names one."""

    article: Article
    paragraph: Paragraph | None = None
    item: Item | None = None
    subitem: SubItem | None = None

    @property
    def name(self) -> str:
        """The citation as the law writes it."""
        parts = [Part("条", self.article.number, self.article.insert)]
        if self.paragraph is not None:
            parts.append(Part("款", self.paragraph.number))
        if self.item is not None:
            parts.append(Part("项", self.item.number, self.item.insert))
        if self.subitem is not None:
            parts.append(Part("目", self.subitem.number))
        return written(tuple(parts))

    @property
    def text(self) -> str:
        """The text of the part that is named, one line for each part below it."""
        if self.subitem is not None:
            return self.subitem.text
        if self.item is not None:
            return self.item.whole
        return self.article.text if self.paragraph is None else self.paragraph.whole

    @property
    def place(self) -> Place:
        """Where the part that is named begins."""
        return (self.subitem or self.item or self.paragraph or self.article).place


def cited_parts(text: str) -> tuple[Part, ...]:
    """Return the parts of one citation, from article to sub-item, however its numbers and brackets are written.

    Raises:
        InputError: for a text that is more or less than one citation of an article.

    >>> [part.number for part in cited_parts("第124条第（二）项")], [part.number for part in cited_parts("33条1款2项")]
    ([124, 2], [33, 1, 2])
    >>> cited_parts("50-1") == cited_parts("第五十条之一")
    True
    """
    plain = unicodedata.normalize("NFKC", "".join(text.split()))
    found = list(_PARTS.finditer(plain)) if len(plain) <= _LONGEST else []
    units = [each["unit"] or "条" for each in found]
    if "".join(each[0] for each in found) != plain or not _in_order(units):
        raise refuse("no_citation", ("ARTICLE",), value=text)
    numbers = [strict_number(each["number"] or each["alone"]) for each in found]
    inserts = [_insert(each["insert"] or each["behind"]) for each in found]
    if None in numbers or None in inserts:
        raise refuse("no_citation", ("ARTICLE",), value=text)
    return tuple(Part(unit, n or 0, m or 0) for unit, n, m in zip(units, numbers, inserts, strict=True))


def _insert(text: str | None) -> int | None:
    return strict_number(text) if text else 0


def _in_order(units: list[str]) -> bool:
    places = [_UNITS.index(each) for each in units]
    return units[:1] == ["条"] and places == sorted(set(places)) and ("目" not in units or "项" in units)


def passage(wording: Wording, citation: str) -> Passage:
    """Return what a citation names in a wording.

    An item of no paragraph is one of the only paragraph that has an item of that number.

    Raises:
        InputError: where the citation is none, names nothing that is there, or something that is there twice.
    """
    parts = {part.unit: part for part in cited_parts(citation)}
    article = _article(wording, parts["条"])
    paragraph = _paragraph(article, parts)
    if paragraph is None or "项" not in parts:
        return Passage(article, paragraph)
    item = _item(article, paragraph, parts["项"])
    return Passage(article, paragraph, item, _subitem(article, item, parts["目"]) if "目" in parts else None)


def article_sha256(wording: Wording, citation: str) -> str:
    """Return the hash of the normal text of the whole article that a citation names, or lies in.

    Raises:
        InputError: as `passage` does for the article; what the citation names inside it need not be there.
    """
    return _article(wording, next(part for part in cited_parts(citation) if part.unit == "条")).sha256


def _article(wording: Wording, part: Part) -> Article:
    found = wording.by_number.get((part.number, part.insert), ())
    if len(found) > 1:
        places = [each.place.of_line for each in found]
        raise refuse("article_here_twice", ("ARTICLE",), article=written((part,)), places=places)
    if not found:
        first, last = wording.articles[0].name, wording.articles[-1].name
        raise refuse(
            "no_such_article", ("ARTICLE",), article=written((part,)), title=wording.title, first=first, last=last
        )
    return found[0]


def _paragraph(article: Article, parts: dict[str, Part]) -> Paragraph | None:
    if "款" in parts:
        number = parts["款"].number
        if parts["款"].insert or number > len(article.paragraphs):
            count = len(article.paragraphs)
            raise refuse("no_such_paragraph", ("ARTICLE",), article=article.name, number=number, count=count)
        return article.paragraphs[number - 1]
    if "项" not in parts:
        return None
    wanted = parts["项"].number, parts["项"].insert
    found = [each for each in article.paragraphs if any((item.number, item.insert) == wanted for item in each.items)]
    if len(found) > 1:
        numbers = [each.number for each in found]
        raise refuse("item_in_several_paragraphs", ("ARTICLE",), article=article.name, paragraphs=numbers)
    if not found:
        raise _no_item(article.name, wanted[0], _items(article.paragraphs))
    return found[0]


def _items(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    return sorted({item.number for each in paragraphs for item in each.items})


def _item(article: Article, paragraph: Paragraph, part: Part) -> Item:
    found = [each for each in paragraph.items if (each.number, each.insert) == (part.number, part.insert)]
    if len(found) == 1:
        return found[0]
    within = written((Part("条", article.number, article.insert), Part("款", paragraph.number)))
    if found:
        places = [each.place.of_line for each in found]
        raise refuse("article_here_twice", ("ARTICLE",), article=f"{within}{written((part,))}", places=places)
    raise _no_item(within, part.number, _items((paragraph,)))


def _no_item(within: str, number: int, known: list[int]) -> InputError:
    if not known:
        return refuse("no_items", ("ARTICLE",), within=within)
    return refuse("no_such_item", ("ARTICLE",), within=within, number=number, known=known)


def _subitem(article: Article, item: Item, part: Part) -> SubItem:
    found = [each for each in item.subitems if each.number == part.number]
    if len(found) != 1:
        known = [each.number for each in item.subitems]
        if not known:
            raise refuse("no_subitems", ("ARTICLE",), article=article.name)
        raise refuse("no_such_subitem", ("ARTICLE",), article=article.name, number=part.number, known=known)
    return found[0]
