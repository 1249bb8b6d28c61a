"""The reader: a head or an item of a penalty article becomes a tree, or says which sentence is not read and why."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lark import Lark
from lark.exceptions import LarkError, VisitError
from lark.lexer import Lexer

from enforcement_rules.statutes.clauses import (
    Aside,
    Condition,
    FaultCode,
    Group,
    Refusal,
    RefusalReason,
    Unit,
    UnitText,
    Word,
    faults_of,
)
from enforcement_rules.statutes.grammar.acts import LISTED, act_leaves, act_words
from enforcement_rules.statutes.grammar.asides import aside
from enforcement_rules.statutes.grammar.building import Builder
from enforcement_rules.statutes.grammar.conditions import OPENS, condition
from enforcement_rules.statutes.grammar.leaves import mark, word
from enforcement_rules.statutes.grammar.measures import begins
from enforcement_rules.statutes.grammar.organs import organ_begins
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.rules import RULES
from enforcement_rules.statutes.grammar.scanning import Scanner

LONGEST = 2000
"""Texts of more characters are refused: no penalty clause is so long, and time stays bounded."""
_THREAT = re.compile("罚款|没收|吊销|拘留|责令|暂扣|警告|处罚|处分|通报|停业|停产|追究|赔偿")
_SENTENCE = re.compile("[^。]*(?:。|$)")
_FAULTS: dict[FaultCode, RefusalReason] = {
    "numeral_divided": "unclear_numeral",
    "numeral_untyped": "unclear_numeral",
    "numeral_value": "unclear_numeral",
    "span_holds_amount": "unclear_numeral",
    "span_holds_kind": "unclear_scope",
    "span_holds_force": "unclear_scope",
    "span_holds_condition": "nested_condition",
    "bounds_upside_down": "misprint",
}


class _Pieces(Lexer):
    """Hands the pieces that were scanned to the parser."""

    def __init__(self, conf: Any) -> None:
        """Take no settings."""

    def lex(self, data: Any) -> Any:  # type: ignore[override]  # what lark asks of a lexer of one's own
        """Return the pieces."""
        return iter(data)


@cache
def _parser() -> Lark:
    return Lark(RULES, parser="lalr", lexer=_Pieces)


def read_unit(unit: UnitText) -> Unit:
    """Return the tree of a head or an item; what is not surely read is a refusal in it, with its reason.

    Never raises for a text, whatever it holds; a tree that breaks an invariant is refused as a whole.

    Args:
        unit: of `units_of` an article; an item has its act or its penalty from its head.
    """
    text = unit.text
    if len(text) > LONGEST or not text:
        return _refused(unit, "not_in_grammar")
    try:
        root = _root(unit)
    except RecursionError:
        return _refused(unit, "not_in_grammar")
    made = Unit(citation=unit.citation, sha256=unit.sha256, root=root)
    faults = faults_of(made, text)
    return _refused(unit, _FAULTS.get(faults[0].code, "not_in_grammar")) if faults else made


def _refused(unit: UnitText, reason: RefusalReason) -> Unit:
    whole = Group(joined="sentences", parts=(Refusal(reason=reason, start=0, end=len(unit.text)),))
    return Unit(citation=unit.citation, sha256=unit.sha256, root=whole)


def _root(unit: UnitText) -> Group:
    text = unit.text
    if unit.head and not _THREAT.search(text):
        return _item(text, unit.head)
    places = [each.span() for each in _SENTENCE.finditer(text) if each.start() < each.end()]
    made = [_sentence(text, start, end) for start, end in places]
    if len(made) == 1 and isinstance(made[0], Group):
        return made[0]
    return Group(joined="sentences", parts=tuple(made))


def _item(text: str, head: str) -> Group:
    """Return an item that is an act, of which its head says what follows."""
    if not re.search("下列", head):
        return Group(joined="sentences", parts=(Refusal(reason="not_in_grammar", start=0, end=len(text)),))
    end = len(text) - 1 if text[-1] in ";。" else len(text)
    of = text[end - 1 : end] == "的"
    try:
        parts: list[Any] = _item_act(text, end - of)
    except Unread as refusal:
        return Group(joined="sentences", parts=(Refusal(reason=refusal.reason, start=0, end=len(text)),))
    if of:
        parts.append(word(text, "link", "of", end - 1, end))
    if end < len(text):
        parts.append(mark(text, end))
    return Group(joined="together", parts=tuple(parts))


def _item_act(text: str, end: int) -> list[Any]:
    try:
        return list(act_leaves(text, 0, end))
    except Unread as refusal:
        if refusal.reason != "unclear_party" or "第" in text:
            raise
        return act_words(text, 0, end)


def _sentence(text: str, start: int, end: int) -> Group | Aside | Refusal:
    said = aside(text, start, end)
    if said is not None:
        return said
    try:
        head, at, act = _head(text, start, end)
        pieces = list(Scanner(text, at, end, act).tokens())
        made = _parser().parse(pieces)
        return Builder(head).transform(made)
    except Unread as refusal:
        return Refusal(reason=refusal.reason, start=start, end=end)
    except VisitError as error:
        reason: RefusalReason = error.orig_exc.reason if isinstance(error.orig_exc, Unread) else "not_in_grammar"
        return Refusal(reason=reason, start=start, end=end)
    except LarkError:
        return Refusal(reason="not_in_grammar", start=start, end=end)


def _head(text: str, start: int, end: int) -> tuple[list[Any], int, str]:
    """Return the leaves of the act with its 的 and comma, where the rest begins, and the act's words.

    Raises:
        Unread: where no act is found, or what it is under which condition is not sure.
    """
    if end - start > 1 and OPENS.match(text, start) and text.find("的,", start, start + 12) > 0:
        raise Unread("unclear_scope", start)
    for found in re.compile("的,|(?<=之一),").finditer(text, start, end):
        at = found.end()
        if _opens(text, at, end):
            return _closed_head(text, start, found, end), at, text[start : found.start()]
    raise Unread("not_in_grammar", start)


def _closed_head(text: str, start: int, found: re.Match[str], end: int) -> list[Any]:
    """Return the leaves of an act with what closes it; a list must follow where the act says so."""
    stop = found.start()
    if ";" in text[start:stop] or re.search("的,(?!或者)", text[start:stop]):
        raise Unread("unclear_scope", start)
    leaves = _act(text, start, stop)
    if found[0] == "的," and not (leaves and _closed(leaves[-1])):
        leaves.append(word(text, "link", "of", stop, stop + 1))
    listed = any(isinstance(each, Word) and each.role == "listed" for each in leaves)
    if listed != (text[end - 1] == ":"):
        raise Unread("open_list", start)
    return [*leaves, mark(text, found.end() - 1)]


def _closed(part: Any) -> bool:
    """Say whether a condition has the closing 的 already."""
    return isinstance(part, Condition)


def _opens(text: str, at: int, end: int) -> bool:
    if begins(text, at) or organ_begins(text, at, end):
        return True
    return bool(re.compile("对[^,;。:]{2,40}(?:处|给予|依照|依法|可以|没收|吊销|予以|责令)").match(text, at, end))


def _act(text: str, start: int, stop: int) -> list[Any]:
    """Return the act; a condition that stands at its end, behind a comma, is one."""
    comma = text.rfind(",", start, stop)
    if comma > start and OPENS.match(text, comma + 1) and not LISTED.match(text, comma + 1):
        return [*act_leaves(text, start, comma), mark(text, comma), condition(text, comma + 1, stop + 1)]
    return list(act_leaves(text, start, stop))
