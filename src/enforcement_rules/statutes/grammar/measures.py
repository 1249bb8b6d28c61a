"""Measures: one kind with its force, verb, range, thing or duty, as it stands at a place."""

from __future__ import annotations

import re
from collections.abc import Callable

from enforcement_rules.statutes.clauses import Range, Role, Word
from enforcement_rules.statutes.grammar.aftermath import DISMISSED, aftermath
from enforcement_rules.statutes.grammar.bans import ban
from enforcement_rules.statutes.grammar.fines import counted, deemed, fine, rated
from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.orders import order, paused, suspension
from enforcement_rules.statutes.grammar.papers import confiscation, paper
from enforcement_rules.statutes.grammar.referring import left_to_law, reference
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Found, Node, Scanned
from enforcement_rules.statutes.grammar.starts import STARTS, ends

_PRE: tuple[tuple[str, Role, str], ...] = (
    ("可以", "force", "may"),
    ("应当", "force", "shall"),
    ("有权", "force", "may"),
    ("可", "force", "may"),
    ("单处", "link", "alone"),
    ("或者", "link", "alternative"),
    ("同时", "link", "together"),
    ("且", "link", "together"),
    ("另", "link", "further"),
    ("一并", "link", "together"),
    ("依法", "link", "further"),
    ("分别", "link", "further"),
    ("进行", "verb", ""),
    ("实施", "verb", ""),
    ("但", "link", "but"),
    ("并", "link", "together"),
    ("还", "link", "together"),
    ("处以", "verb", ""),
    ("处", "verb", ""),
    ("给予", "verb", ""),
    ("予以", "verb", ""),
    ("予", "verb", ""),
)
_NO_VERB = re.compile(
    "处(?:[分理置罚](?!款)|置费)|可(?![并处以])|予(?![公以])|还(?![可应])|进行(?!行?政?处罚)|实施(?!代履行)|但(?!应当|可以|依法)"
)
_BY_WHAT = re.compile(
    "(根据|按照|按)((?:违法|造成|情节|危害|占用|开垦|倾倒|损害|当地)[^,;。:]{0,24}?(?:轻重|后果|面积|数量|情节|程度|情况)|(?<=根据)情况)(,)?(?=(?:可以)?(?:并)?(?:处|责令|给予|单处))"
)
_TAKEN = re.compile("(责令)?(其)?(采取)(?=限制生产)")
_SHORT: dict[str, str] = {
    "警告": "warning",
    "通报批评": "notice_of_criticism",
    "追究刑事责任": "criminal",
    "承担赔偿责任": "civil",
    "承担民事责任": "civil",
    "不予行政处罚": "no_penalty",
    "不予处罚": "no_penalty",
    "免予处罚": "no_penalty",
}
_WITH_VERB = frozenset({"fine", "administrative_detention"})
_TAIL = re.compile("(等)?(的)?((?:行政)?处罚|措施)(?=[,;。:]|$)")


def begins(text: str, at: int) -> bool:
    """Say whether a measure begins at a place."""
    return bool(STARTS.match(text, at))


def measure_at(text: str, at: int) -> Scanned:
    """Return the measure at a place.

    Raises:
        Unread: where no measure of the lists stands there.
    """
    before, at = _before(text, at)
    for read in _READERS:
        found = read(text, at)
        if found is not None:
            if isinstance(found[0][0], Range) and found[1] in _WITH_VERB and not _verb(before, text, at):
                raise Unread("not_in_grammar", at)
            return _closed(text, before, found)
    return _closed(text, before, order(text, at))


def _closed(text: str, before: list[Node], found: Found) -> Scanned:
    """Return a measure with the words that close a list of kinds (…的处罚, …等措施)."""
    nodes, kind, end = found
    tail = _TAIL.match(text, end)
    if tail is None or not (tail[1] or tail[2]):
        return Scanned(before, *found)
    nodes = list(nodes)
    for n in (1, 2):
        if tail[n]:
            nodes.append(word(text, "link", "of", *tail.span(n)))
    last = span(text, "thing", *tail.span(3)) if tail[3] == "措施" else word(text, "link", "as", *tail.span(3))
    return Scanned(before, [*nodes, last], kind, tail.end())


def _verb(before: list[Node], text: str, at: int) -> bool:
    """Say whether a fine has its verb, its own or that of the kind it is the alternative of."""
    own = any(isinstance(each, Word) and (each.role == "verb" or each.word == "单处") for each in before)
    return own or text[at - 2 : at] == "或者" or text[at - 1] == "、"


def _before(text: str, at: int) -> tuple[list[Node], int]:
    found: list[Node] = []
    while True:
        by_what = _BY_WHAT.match(text, at)
        if by_what:
            found += [word(text, "link", "at", *by_what.span(1)), span(text, "base", *by_what.span(2))]
            found += [mark(text, by_what.start(3))] if by_what[3] else []
            at = by_what.end()
            continue
        taken = _TAKEN.match(text, at)
        if taken:
            said: tuple[tuple[Role, str], ...] = (("verb", ""), ("link", "of"), ("verb", ""))
            found += [word(text, *said[n - 1], *taken.span(n)) for n in (1, 2, 3) if taken[n]]
            return found, taken.end()
        hit = next((each for each in _PRE if text.startswith(each[0], at)), None)
        if hit is None or _NO_VERB.match(text, at):
            return found, at
        if hit[0] == "或者" and not (found and isinstance(found[-1], Word) and found[-1].means == "alone"):
            return found, at
        found.append(word(text, hit[1], hit[2], at, at + len(hit[0])))
        at += len(hit[0])


def _short(text: str, at: int) -> Found | None:
    found = next((each for each in _SHORT if text.startswith(each, at)), None)
    if found is None or (found == "警告" and DISMISSED.match(text, at)):
        return None
    end = at + len(found)
    if not ends(text, end):
        raise Unread("unknown_word", at)
    return [word(text, "kind", _SHORT[found], at, end)], _SHORT[found], end


def _ended(text: str, at: int) -> Found | None:
    """Return the closing of an unlawful business (取缔), which is an order."""
    if not text.startswith("取缔", at):
        return None
    if not ends(text, at + 2):
        raise Unread("unknown_word", at)
    return [word(text, "kind", "order", at, at + 2)], "order", at + 2


_READERS: tuple[Callable[[str, int], Found | None], ...] = (
    _short,
    left_to_law,
    aftermath,
    suspension,
    counted,
    rated,
    fine,
    _ended,
    confiscation,
    paper,
    reference,
    ban,
    deemed,
    paused,
)
