"""A tier is divided into parts: premises, and the threats that follow from them."""

from __future__ import annotations

import re

from msgspec import Struct

from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.refused import Doubt

_CONSEQUENCE = re.compile(
    r"(?:同时|并|也|或者|直至)?(?:可以)?"
    r"(?:由|对|处|可以|可处|可并处|应当|责令|没收|给予|予以|吊销|暂扣|依法|依照|按照|限期|单处|追究|承担|"
    r"撤销|降低|通报批评|分别由|[按以][^,]{2,12}元计算$)"
)
_UNFINISHED = re.compile(
    r"(?:依照|依据)刑法[^,]*规定$|(?:可以|并|分别)*由[^,]*职[责权](?:分工)?$|"
    r"(?:同时|并)?(?:由[^,对]+)?对[^,]*(?:人员|负责人|责任人|单位|个人|者)$"
)


class Part(Struct):
    """Premises, and what follows from them, in one tier."""

    premises: list[Cut]
    clauses: list[Cut]


def _closes(words: str) -> bool:
    """Whether words end what was done: with 的, or with a list that follows (有下列行为之一,由…)."""
    return words.endswith("的") or re.search(r"(?:下列|以下)(?:违法)?(?:行为|情形)之一者?$", words) is not None


def _whole(clauses: list[Cut], text: str) -> list[Cut]:
    """Join clauses that only name an organ or a party to what they are said of."""
    whole: list[Cut] = []
    for each in clauses:
        if whole and _UNFINISHED.fullmatch(whole[-1].text):
            begin = whole.pop().start
            whole.append(Cut(begin, each.end, text[begin : each.end]))
        else:
            whole.append(each)
    return whole


def parts_of(clauses: list[Cut], text: str, *, first: bool) -> list[Part]:
    """Divide a tier: words up to a closing 的 are premises, what follows them are threats.

    Raises:
        Doubt: words that are neither.
    """
    clauses = _whole(clauses, text)
    parts: list[Part] = []
    pending: list[Cut] = []
    for each in clauses:
        closed = bool(pending) and _closes(pending[-1].text)
        begins = closed or (not pending and (bool(parts) or not first))
        if begins and _CONSEQUENCE.match(each.text) and not each.text.endswith("的"):
            if pending or not parts:
                parts.append(Part(pending, []))
                pending = []
            parts[-1].clauses.append(each)
        else:
            pending.append(each)
    if pending or not parts:
        at = pending or clauses
        raise Doubt("not_in_grammar", at[0].start, at[-1].end)
    return parts
