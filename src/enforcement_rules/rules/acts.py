"""What a penalty provision says of itself beside its penalties: the acts of its items, who read it against the text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from enforcement_rules.rules.base import Name, Record, Sentence
from enforcement_rules.values.citation import citation_parts, written
from enforcement_rules.values.days import Day

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


def whole_place(place: str, article: str) -> str:
    """Return a place in full that may be written as one inside the article that a provision is numbered by.

    >>> (
    ...     whole_place("第二项", "第九条第一款"),
    ...     whole_place("第二款第一项", "第九条第一款"),
    ...     whole_place("第三款", "第九条"),
    ... )
    ('第九条第一款第二项', '第九条第二款第一项', '第九条第三款')
    """
    parts = citation_parts(place)
    if not parts or parts[0].unit == "条":
        return place
    kept = ("条", "款") if parts[0].unit == "项" else ("条",)
    return written((*(part for part in citation_parts(article) if part.unit in kept), *parts))


class Act(Record):
    """An item (项) or paragraph with the one cause that it penalises.

    `item` is numbered inside the article of its provision (第二项, 第二款第一项), or a whole place (第九条第二项).
    """

    item: Sentence
    cause: Name


class Read(Record):
    """A reading of a provision against the text of its article, of which it keeps the hash (`Article.sha256`)."""

    role: Literal["tool", "assistant", "lawyer"]
    on: Day
    text_sha256: Sha256
