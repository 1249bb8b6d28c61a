"""Ids and blanks of a draft: what stands where a person has to write."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct, field

from enforcement_rules.values.citation import citation_parts

BLANK: Final = "（待写）"
"""What stands where own words are missing; a search finds every one of them."""
BLANK_EN: Final = "(to be written)"
_UNITS: Final = {"条": "article", "款": "paragraph", "项": "item"}
_LONGEST_LABEL: Final = 60


def blank(what: str) -> str:
    """Return a blank that says what belongs there.

    >>> blank("行为的简称")
    '（待写）行为的简称'
    """
    return f"{BLANK}{what}"


def name_of(citation: str) -> str:
    """Return the id of a place of the law.

    >>> name_of("第五十条之一第二款第三项")
    'article_50_1_paragraph_2_item_3'
    """
    return "_".join(
        f"{_UNITS[part.unit]}_{part.number}" + (f"_{part.insert}" if part.insert else "")
        for part in citation_parts(citation)
        if part.unit in _UNITS
    )


def label(words: str) -> str:
    """Return words of the text as a label: one line, not too long."""
    short = re.sub(r"\s+", "", words)
    return short if len(short) <= _LONGEST_LABEL else short[: _LONGEST_LABEL - 1] + "…"


class NewFacts(Struct):
    """The facts that a draft declares because no vocabulary has them, by id; each is one thing that the text says.

    `prefix` keeps them apart from those of other drafts.
    """

    prefix: str
    declared: dict[str, dict[str, object]] = field(default_factory=dict)
    _by_words: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, words: str, kind: str, scope: str = "violation", **more: object) -> str:
        """Return the id of the fact that words of the text stand for, declared when it is first met.

        Args:
            words: of the text.
            kind: its type: `yes_no`, `amount` or `number`.
            scope: what it is a fact of.
            more: further keys of the fact.
        """
        key = kind, words
        if key not in self._by_words:
            id_ = f"{scope}.{self.prefix}_{kind}_{len(self._by_words) + 1}"
            self._by_words[key] = id_
            self.declared[id_] = {
                "type": kind,
                "zh": label(words),
                "en": BLANK_EN,
                "ask": {"zh": blank(label(words)), "en": BLANK_EN},
                "shown_by": "organ",
                "group": "circumstances" if kind == "yes_no" else "amounts",
                **more,
            }
        return self._by_words[key]
