"""Sentences of closed patterns that are no act with what is attached to it."""

from __future__ import annotations

import re
from typing import Any

from enforcement_rules.statutes.clauses import Condition, Group, Measure, Part
from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.ranges import range_at
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.telling import told

_IN_ITEMS = re.compile(
    "[^;。:]*?(?:依照|按照)下列规定(?:处以罚款|给予处罚|处罚|予以处罚|执行)(?:;[^;。:]*(?:处分|刑事责任))*(?:,[^;。:]*刑事责任)?:"
)
_FINED_IN_ITEMS = re.compile(
    "(?P<act>[^;。:]*?)(?P<of>的)?(?P<comma>,)"
    "(?:(?P<to>对)(?P<party>[^,;。:]{2,30}?)(?P<besides>除[^,;。:]*?责任外),)?(?:(?P<by>由)(?P<organ>[^,;。:由]{2,40}?))?"
    "(?P<items>(?:依照|按照)下列规定)(?P<verb>处以)(?P<fine>罚款)(?:;[^;。:]*(?:处分|刑事责任))*(?:,[^;。:]*刑事责任)?:"
)
_THREATS = re.compile("没收|吊销|责令|拘留|暂扣|警告|元|倍|百分")
_AMOUNT = re.compile("(?:(其中)(,))?([^,;。:]{2,40})(的)(,)(罚款)(数额|额)(为)(?=[^,;。:]*(?:元|倍|%))")
_THING_FIRST = re.compile("(对)([^,;。:]{2,80}?)(,)?(应当)?(?:(予以|依法予以))(没收)(。)")


def whole_sentence(text: str, start: int, end: int) -> Group | None:
    """Return a sentence of one of the patterns; `None` where it is none.

    Raises:
        Unread: where a numeral in it is not surely known.
    """
    for read in (_in_items, _amount, _thing_first):
        found = read(text, start, end)
        if found is not None:
            return found
    return None


def _in_items(text: str, start: int, end: int) -> Group | None:
    """Return a head of which the items lay down the penalties: with the fine that it names, whatever its amounts."""
    if not _IN_ITEMS.fullmatch(text, start, end) or _THREATS.search(text, start, end):
        return None
    fined = _FINED_IN_ITEMS.fullmatch(text, start, end)
    if fined is not None:
        return _fined_in_items(text, fined)
    return Group(joined="together", parts=(*told(text, "act", start, end - 1), mark(text, end - 1)))


def _fined_in_items(text: str, found: re.Match[str]) -> Group:
    """Return the act with a fine that has no amount of its own, its party and its organ."""
    parts: list[Any] = []
    if found["party"]:
        parts += [word(text, "link", "to", *found.span("to")), span(text, "party", *found.span("party"))]
        parts += [span(text, "thing", *found.span("besides")), mark(text, found.end("besides"))]
    if found["organ"]:
        parts += [word(text, "link", "by", *found.span("by")), span(text, "organ", *found.span("organ"))]
    parts += [span(text, "thing", *found.span("items")), word(text, "verb", "", *found.span("verb"))]
    fine = Measure(parts=(*parts, word(text, "kind", "fine", *found.span("fine"))))
    act = told(text, "act", *found.span("act"))
    of = [word(text, "link", "of", *found.span("of"))] if found["of"] else []
    behind = found.end("fine")
    rest: list[Part] = [mark(text, behind)] if behind + 1 >= found.end() else _liability(text, behind, found.end())
    return Group(joined="together", parts=(*act, *of, mark(text, found.start("comma")), fine, *rest))


def _liability(text: str, start: int, end: int) -> list[Part]:
    """Return what a head says behind its fine of liability that is no matter of the organ."""
    return [mark(text, start), *told(text, "thing", start + 1, end - 1), mark(text, end - 1)]


def _amount(text: str, start: int, end: int) -> Group | None:
    """Return the amount of a fine in one case (其中,…的,罚款数额为…)."""
    found = _AMOUNT.match(text, start, end)
    bounds = range_at(text, found.end()) if found else None
    if found is None or bounds is None or bounds[1] != end - 1:
        return None
    before = [word(text, "link", "but", *found.span(1)), mark(text, found.start(2))] if found[1] else []
    of = word(text, "link", "of", *found.span(4))
    case: list[Part]
    if start == 0 and found[3].startswith("依照"):
        case = [*told(text, "act", *found.span(3)), of]
    else:
        case = [Condition(parts=(span(text, "condition", *found.span(3)), of))]
    fine = Measure(
        parts=(
            word(text, "kind", "fine", *found.span(6)),
            span(text, "thing", *found.span(7)) if found[7] == "额" else word(text, "base", "amount", *found.span(7)),
            word(text, "link", "in_case", *found.span(8)),
            bounds[0],
        )
    )
    comma, stop = mark(text, found.start(5)), mark(text, end - 1)
    return Group(joined="together", parts=(*before, *case, comma, fine, stop))


def _thing_first(text: str, start: int, end: int) -> Group | None:
    """Return a confiscation that begins with its thing (对…,应当予以没收)."""
    found = _THING_FIRST.fullmatch(text, start, end)
    if found is None or re.search("违法所得|人员|单位的|由", found[2]) or found[5] != "予以":
        return None
    parts = [word(text, "link", "to", *found.span(1)), *told(text, "thing", *found.span(2))]
    if any(each.role == "mention" for each in parts if hasattr(each, "role")):
        raise Unread("unclear_scope", start)
    parts += [mark(text, found.start(3))] if found[3] else []
    parts += [word(text, "force", "shall", *found.span(4))] if found[4] else []
    parts.append(word(text, "verb", "", *found.span(5)))
    parts.append(word(text, "kind", "confiscation_of_illegal_property", *found.span(6)))
    return Group(joined="together", parts=(Measure(parts=tuple(parts)), mark(text, end - 1)))
