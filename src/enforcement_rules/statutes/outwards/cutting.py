"""A clause is cut at its marks: sentences, tiers and the clauses between commas, each with its place.

Marks inside brackets and quotation marks do not divide.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from enforcement_rules.statutes.outwards.refused import Doubt

_OPEN, _CLOSE = "(《“[", ")》”]"


class Cut(Struct, frozen=True):
    """A part of the text: its place and its words, without the mark behind it."""

    start: int
    end: int
    text: str


def cut(part: Cut, marks: str) -> Iterator[Cut]:
    """Yield what stands between some marks; empty parts are left out.

    Raises:
        Doubt: a bracket that is not closed.
    """
    depth, begin = 0, 0
    for n, character in enumerate(part.text):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth -= 1
        elif character in marks and not depth:
            if n > begin:
                yield Cut(part.start + begin, part.start + n, part.text[begin:n])
            begin = n + 1
        if depth < 0:
            break
    if depth:
        raise Doubt("not_in_grammar", part.start, part.end)
    if begin < len(part.text):
        yield Cut(part.start + begin, part.end, part.text[begin:])


def piece(whole: Cut, start: int, end: int) -> Cut:
    """Return a part of a part, by offsets inside it."""
    return Cut(whole.start + start, whole.start + end, whole.text[start:end])
