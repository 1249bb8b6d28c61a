"""Sentences that threaten no penalty: civil liability, a definition, hearings, who decides; by closed patterns."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import (
    Aside,
    AsideKind,
)
from enforcement_rules.statutes.grammar.quantities import numerals_of

_THREAT = "罚款|没收|吊销|拘留|警告|处罚|处分|责令|暂扣|刑事|通报|停业|停产|限制|不得|撤销"
_OF: tuple[tuple[AsideKind, re.Pattern[str]], ...] = (
    ("civil", re.compile(rf"(?=[^。]*(?:赔偿|民事责任))(?:(?!{_THREAT})[^。])*。")),
    (
        "definition",
        re.compile(rf"(?:本[法条款项]|本条例|本办法|本规定|前款)[^。]{{0,40}}(?:所称|是指)(?:(?!{_THREAT})[^。])*。"),
    ),
    ("hearing", re.compile("(?=[^。]*听证)[^。]*作出[^。]*决定[^。]*(?:告知|要求听证|申请听证)[^。]*。")),
    (
        "competence",
        re.compile(
            "(?:本法|本条例|本办法|本规定|本章)(?:(?!并处|可以处|处以|的,)[^。])*规定的(?:(?!并处|可以处|处以|的,)[^。])*(?:行政)?处罚,?"
            "由(?:(?!并处|可以处|处以|的,)[^。])*(?:决定|决定;[^。]*决定|实施|作出决定)。"
        ),
    ),
)


def aside(text: str, start: int, end: int) -> Aside | None:
    """Return a sentence as an aside, where it surely is one and its numerals are known; else `None`."""
    for kind, pattern in _OF:
        if pattern.fullmatch(text, start, end):
            numerals = numerals_of(text, start, end)
            return None if numerals is None else Aside(kind=kind, numerals=numerals, start=start, end=end)
    return None
