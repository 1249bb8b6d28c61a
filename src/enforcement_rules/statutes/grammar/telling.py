"""Words that are not taken apart, with the words in them that a span may not hold."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import Leaf, Role, SpanRole
from enforcement_rules.statutes.grammar.leaves import span, word

_HELD: tuple[tuple[str, Role, str], ...] = (
    (
        "停产停业|停业整顿|吊销|没收|责令|警告|处罚|罚款|拘留|暂扣|处分|停业|停产",
        "mention",
        "deed",
    ),
    ("应当|必须", "mention", "duty"),
    ("可以", "mention", "may"),
    ("直至", "link", "step"),
    ("处以", "verb", ""),
    ("拒不改正", "failure", "refused"),
    ("(?<![,、且])情节严重", "tier", "serious"),
)
_ANY = re.compile("|".join(f"(?P<_{n}>{words})" for n, (words, _, _) in enumerate(_HELD)))


def told(text: str, role: SpanRole, start: int, end: int) -> list[Leaf]:
    """Return spans of a role, and between them the words of kinds and force that the clause only mentions.

    Raises:
        Unread: where a numeral in it is not surely known, or it is empty.
    """
    found: list[Leaf] = []
    at = start
    for each in _ANY.finditer(text, start, end):
        if each.start() > at:
            found.append(span(text, role, at, each.start()))
        of = _HELD[int((each.lastgroup or "_0")[1:])]
        found.append(word(text, of[1], of[2], *each.span()))
        at = each.end()
    if at < end or not found:
        found.append(span(text, role, at, end))
    return found
