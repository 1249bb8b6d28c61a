"""The texts of an article that trees are made of: each paragraph's head, each item, each sub-item."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from msgspec import Struct

from enforcement_rules.statutes.text import Article, normal_text
from enforcement_rules.values.citation import Part, written
from enforcement_rules.values.errors import Place


class UnitText(Struct, frozen=True):
    """One text: where it is cited (always with its paragraph), its normal text, where it stands, and its head.

    `head` is the normal text of the paragraph's head for an item or a sub-item, empty for a head itself: an item has
    its act or its penalty from there.
    """

    citation: str
    text: str
    place: Place
    head: str = ""

    @property
    def sha256(self) -> str:
        """The hash that a tree of this text carries."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def units_of(article: Article) -> Iterator[UnitText]:
    """Yield the texts of an article in their order; a head without words is left out."""
    whole = Part("条", article.number, article.insert)
    for paragraph in article.paragraphs:
        inside = (whole, Part("款", paragraph.number))
        head = normal_text(paragraph.text)
        if head:
            yield UnitText(written(inside), head, paragraph.place)
        for item in paragraph.items:
            below = (*inside, Part("项", item.number, item.insert))
            yield UnitText(written(below), normal_text(item.text), item.place, head)
            for subitem in item.subitems:
                name = written((*below, Part("目", subitem.number)))
                yield UnitText(name, normal_text(subitem.text), subitem.place, head)
