"""Making leaves from places: words, references and spans of one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from enforcement_rules.statutes.clauses import (
    CitedPart,
    Leaf,
    Reference,
    Role,
    Span,
    SpanRole,
    Word,
)
from enforcement_rules.statutes.grammar.quantities import NUMBER, number, numerals_of
from enforcement_rules.statutes.grammar.refusing import Unread

_PART = rf"第(?:\({NUMBER}\)|{NUMBER})(?:条|款|项|目)(?:之{NUMBER})?"
_OWN = "本法典|本法|本条例|本办法|本规定|本细则|本决定"
REFERENCE = re.compile(
    rf"(?P<law>{_OWN})?(?P<relative>前(?P<count>[两二三四])?[条款项]|本条|本款|该款)?(?P<parts>(?:{_PART})+)"
)
_ONLY_RELATIVE = re.compile("(?P<relative>前(?P<count>[两二三四])?[条款]|该款|该条)")
_PARTS = re.compile(rf"第(\()?({NUMBER})\)?(条|款|项|目)(?:之({NUMBER}))?")


def word(text: str, role: Role, means: str, start: int, end: int) -> Word:
    """Return the word that stands between two places."""
    return Word(role=role, means=means, word=text[start:end], start=start, end=end)


def mark(text: str, at: int) -> Word:
    """Return the mark at a place."""
    return word(text, "mark", "", at, at + 1)


def span(text: str, role: SpanRole, start: int, end: int) -> Span:
    """Return the words between two places as a span with its numerals.

    Raises:
        Unread: where it is empty, or a numeral in it is not surely known.
    """
    if start >= end:
        raise Unread("unclear_scope", start)
    numerals = numerals_of(text, start, end)
    if numerals is None:
        raise Unread("unclear_numeral", start)
    return Span(role=role, numerals=numerals, start=start, end=end)


def reference_at(text: str, at: int) -> Reference | None:
    """Return the reference that stands at a place; `None` where none does."""
    found = REFERENCE.match(text, at)
    if found:
        return _reference(found, tuple(_cited(found["parts"])), found["law"] or "")
    found = _ONLY_RELATIVE.match(text, at)
    return _reference(found, (), "") if found else None


def _reference(found: re.Match[str], parts: tuple[CitedPart, ...], law: str) -> Reference:
    relative, count = found["relative"] or "", None
    if found["count"]:
        relative, count = relative[0] + relative[-1], int(number(found["count"]) or 0)
    return Reference(law=law, relative=relative, count=count, parts=parts, start=found.start(), end=found.end())


def _cited(parts: str) -> Iterator[CitedPart]:
    for bracket, figure, unit, insert in _PARTS.findall(parts):
        value, behind = number(figure), number(insert) if insert else 0
        if value is None or behind is None:
            raise Unread("unclear_reference", 0)
        yield CitedPart(unit=unit, number=int(value), insert=int(behind), brackets=bool(bracket))


def references_at(text: str, at: int) -> tuple[list[Leaf], int]:
    """Return the references that follow each other from a place (…条、第…条和第…条), and where they end."""
    found: list[Leaf] = []
    first = reference_at(text, at)
    while first is not None:
        found.append(first)
        at = first.end
        joint = re.compile("、|和|或者|以及").match(text, at)
        first = reference_at(text, joint.end()) if joint else None
        if joint and first is not None:
            found.append(_joint(text, joint.start(), joint.end()))
    return found, at


def _joint(text: str, start: int, end: int) -> Word:
    if text[start] == "、":
        return mark(text, start)
    return word(text, "link", "alternative" if text[start:end] == "或者" else "together", start, end)
