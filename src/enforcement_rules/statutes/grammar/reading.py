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
    SpanRole,
    Unit,
    UnitText,
    Word,
    faults_of,
)
from enforcement_rules.statutes.grammar.acts import LISTED, act_leaves, act_words
from enforcement_rules.statutes.grammar.asides import aside, threatens_nothing, told_act
from enforcement_rules.statutes.grammar.building import Builder
from enforcement_rules.statutes.grammar.conditions import OPENS, TIERS, condition
from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.measures import begins
from enforcement_rules.statutes.grammar.organs import by_at, organ_begins
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.rules import RULES
from enforcement_rules.statutes.grammar.scanning import BANNED, Scanner
from enforcement_rules.statutes.grammar.whole import whole_sentence

LONGEST = 2000
"""Texts of more characters are refused: no penalty clause is so long, and time stays bounded."""
_THREAT = re.compile("罚款|没收|吊销|拘留|责令|暂扣|警告|处罚|处分|通报|停业|停产|追究|赔偿")
_ACTS_FOLLOW = re.compile("下列[^,;:]{0,8}(?:行为|情形|情况)|下列活动")
_THREATENS = re.compile(
    "的,?(?:由|处|责令|没收|给予|吊销|可以|并处|对|依照|予以|按照)|处[^,;。]{0,24}(?:罚款|拘留)|给予(?:警告|处分)|;.|。.|[,;](?:并处|没收|吊销|责令)"
)
_ENDS = re.compile("的,|(?<=之一),|,|的(?=由[^,;。]{2,40}(?:责令|没收|吊销|处))")
_ENDS_IN_TIER = re.compile(
    "(、|且)?(情节严重|情节特别严重|情节较重|情节较轻|尚不构成犯罪|构成犯罪|(?<=责令改正)拒不改正|"
    "(?<=责令改正而)拒不改正|(?<=责令改正后)拒不改正)$"
)
_ALONE = re.compile("(?:适用|依照|按照)[^,;。]{2,60}处罚[。;]|(?:终身|[一二三四五六七八九十0-9]+年内)(?:不得|禁止)")
_MOST_HEADS = 4
_UNKNOWN = frozenset({"unknown_word", "not_in_grammar", "several_laws", "unclear_reference"})
"""Why a sentence is read again, its tiers that threaten nothing as asides: not where its scopes are unclear."""
_LIABLE = re.compile("的,(?:应当)?依法(?:承担|赔偿)")
_CASE = re.compile(
    "(?:被|已经|法律|其他法律|有关法律|属于|[^,。]{0,12}构成)(?=[^。]*的,)|[^。]*的,(?:可以|"
    "应当)?(?:依法)?(?:不予|免予|从重)"
)
"""How a later sentence begins that is no act of its own, or ends with what is no penalty: it says under which case."""
_CASE_OF_BEFORE = re.compile("(?:对|其中)(?=[^。]*(?:罚|没收|吊销|责令|警告|拘留|从重))")
"""How a sentence begins that is a case of the one before: what it says holds under that one's act."""
_OTHER_LAW = re.compile("(?:其他|有关)?法律[^,;。]{0,12}(?<!没)有规定的,(?:依照|从)")
_FIRST_CASE = re.compile("应当给予治安管理处罚的,|(?:其他)?法律[^,;。]{0,12}(?<!没)有规定的,")
"""A case that stands right behind an act: the act ends before it, and not with it."""
_TIME_LIMIT = re.compile("年内(?:未)?被?发现的")
"""How long a breach may be punished: no clause of its own penalties."""
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
    if unit.head and _is_act(text, unit.head):
        return _item(text, unit.head)
    places = [each.span() for each in _SENTENCE.finditer(text) if each.start() < each.end()]
    cases = "下列规定" in unit.head
    made = [_sentence(text, start, end, cases=cases) for start, end in places]
    if len(made) == 1 and isinstance(made[0], Group):
        return made[0]
    return Group(joined="sentences", parts=tuple(made))


def _is_act(text: str, head: str) -> bool:
    """Say whether an item is an act of which its head says what follows, whatever words of penalties it mentions."""
    return not _THREAT.search(text) or (_ACTS_FOLLOW.search(head) is not None and not _THREATENS.search(text))


def _item(text: str, head: str) -> Group:
    """Return an item that is an act, of which its head says what follows."""
    if not re.search("下列", head) and not threatens_nothing(text, 0, len(text)):
        return Group(joined="sentences", parts=(Refusal(reason="not_in_grammar", start=0, end=len(text)),))
    end = len(text) - 1 if text[-1] in ";。" else len(text)
    of = text[end - 1 : end] == "的"
    try:
        parts = _item_act(text, end - of)
    except Unread as refusal:
        return Group(joined="sentences", parts=(Refusal(reason=refusal.reason, start=0, end=len(text)),))
    if of and not isinstance(parts[-1], Condition):
        parts.append(word(text, "link", "of", end - 1, end))
    if end < len(text):
        parts.append(mark(text, end))
    return Group(joined="together", parts=tuple(parts))


def _item_act(text: str, end: int) -> list[Any]:
    if text.startswith("的", end) and text[:end].rpartition(",")[2] in TIERS:
        return list(_act(text, 0, end))
    try:
        return list(act_leaves(text, 0, end))
    except Unread as refusal:
        if refusal.reason not in ("unclear_party", "unclear_scope") or "第" in text:
            raise
        return act_words(text, 0, end)


def _sentence(text: str, start: int, end: int, *, cases: bool = False) -> Group | Aside | Refusal:
    said = aside(text, start, end)
    if said is not None:
        return said
    try:
        whole = whole_sentence(text, start, end)
    except Unread as refusal:
        return Refusal(reason=refusal.reason, start=start, end=end)
    if whole is not None:
        return whole
    if _TIME_LIMIT.search(text, start, end):
        return Refusal(reason="not_in_grammar", start=start, end=end)
    if (start and _CASE_OF_BEFORE.match(text, start, end)) or "处罚机关" in text[start:end]:
        return Refusal(reason="nested_condition", start=start, end=end)
    return _with_act(text, start, end, cases=cases)


def _with_act(text: str, start: int, end: int, *, cases: bool) -> Group | Refusal:
    """Return a sentence that is an act with what is attached to it, where one way to part the two can be read."""
    heads = _heads(text, start, end, cases=cases)
    made = [_read(text, start, end, each) for each in heads]
    read = [each for each in made if not isinstance(each, Refusal)]
    if not read and any(each.reason in _UNKNOWN for each in made if isinstance(each, Refusal)):
        made = [_read(text, start, end, each, loose=True) for each in heads]
        read = [each for each in made if not isinstance(each, Refusal)]
    if len(read) == 1:
        return read[0]
    if read:
        return Refusal(reason="unclear_scope", start=start, end=end)
    if threatens_nothing(text, start, end):
        return _duty(text, start, end)
    return made[0] if made else Refusal(reason="not_in_grammar", start=start, end=end)


def _duty(text: str, start: int, end: int) -> Group | Refusal:
    try:
        return Group(joined="together", parts=tuple(told_act(text, start, end)))
    except Unread as refusal:
        return Refusal(reason=refusal.reason, start=start, end=end)


def _read(text: str, start: int, end: int, head: re.Match[str], *, loose: bool = False) -> Group | Refusal:
    try:
        pieces = list(Scanner(text, head.end(), end, text[start : head.start()], loose=loose).tokens())
        made = _parser().parse(pieces)
        return Builder(_closed_head(text, start, head, end), text).transform(made)
    except Unread as refusal:
        return Refusal(reason=refusal.reason, start=start, end=end)
    except VisitError as error:
        reason: RefusalReason = error.orig_exc.reason if isinstance(error.orig_exc, Unread) else "not_in_grammar"
        return Refusal(reason=reason, start=start, end=end)
    except LarkError:
        return Refusal(reason="not_in_grammar", start=start, end=end)


def _heads(text: str, start: int, end: int, *, cases: bool = False) -> list[re.Match[str]]:
    """Return where the act may end and what it is punished with begin: the first 的 that opens, and commas before it.

    An act without 的 ends at a comma behind which somebody decides (…,由…责令改正).
    """
    found: list[re.Match[str]] = []
    if start and BANNED.match(text, start, end):
        found += [each for each in [re.compile("").match(text, start)] if each]
    for each in _ENDS.finditer(text, start, end):
        bare = each[0] == "," and text[each.start() - 2 : each.start()] != "之一"
        if bare and not _at_comma(text, start, each.end(), end, cases=cases):
            continue
        if _opens(text, each.end(), end):
            found.append(each)
        if found and found[-1] is each and _FIRST_CASE.match(text, each.end(), end):
            break
        if each[0] != "," and found and found[-1] is each:
            break
    return found[:_MOST_HEADS]


def _at_comma(text: str, start: int, at: int, end: int, *, cases: bool) -> bool:
    """Say whether an act may end at a comma: somebody decides behind it, or nothing else can end it.

    `cases`: the sentence is an item of penalties (发生一般事故,处…罚款).
    """
    if by_at(text, at, end)[0] or _OTHER_LAW.match(text, at, end):
        return True
    if "的," in text[start:end] or text.startswith("对", start):
        return False
    return bool(_ALONE.match(text, at, end) or (cases and begins(text, at)))


def _closed_head(text: str, start: int, found: re.Match[str], end: int) -> list[Any]:
    """Return the leaves of an act with what closes it; a list must follow where the act says so."""
    stop = found.start()
    if stop == found.end():
        return []
    if ";" in text[start:stop] or _among_acts(text, start, stop, end):
        raise Unread("unclear_scope", start)
    if start and found[0] == "的," and OPENS.match(text, start, end):
        return [condition(text, start, stop + 1), mark(text, found.end() - 1)]
    if start and found[0] == "的," and _CASE.match(text, start, end):
        return [*_cases(text, start, stop), mark(text, found.end() - 1)]
    leaves = _act(text, start, stop)
    if found[0] in ("的,", "的") and not (leaves and isinstance(leaves[-1], Condition)):
        leaves.append(word(text, "link", "of", stop, stop + 1))
    listed = any(isinstance(each, Word) and each.role == "listed" for each in leaves)
    if (listed and text[-1] != ":") or (text[end - 1] == ":" and not listed):
        raise Unread("open_list", start)
    return [*leaves, mark(text, found.end() - 1)] if found[0][-1] == "," else leaves


def _cases(text: str, start: int, stop: int) -> list[Any]:
    """Return what a later sentence says first, which is under which conditions what it says holds.

    Raises:
        Unread: where it cites, or is more than such conditions.
    """
    own = text[start:stop]
    if re.search("第|前款|本条|下列|,或者|,但", own):
        raise Unread("nested_condition", start)
    found: list[Any] = []
    at = start
    for n, piece in enumerate(own.split(",")):
        if n:
            found.append(mark(text, at))
            at += 1
        behind = at + len(piece)
        of = [word(text, "link", "of", stop, stop + 1)] if behind == stop else []
        role: SpanRole = "exception" if piece.endswith("另有规定") else "condition"
        found.append(Condition(parts=(span(text, role, at, behind), *of)))
        at = behind
    return found


def _among_acts(text: str, start: int, stop: int, end: int) -> bool:
    """Say whether something stands in an act that may be attached to it (…的,不予许可,…的,由…)."""
    pieces = [each.end() for each in re.compile("的,(?!或者)").finditer(text, start, stop)]
    return any(
        _opens(text, at, end)
        or not re.compile("[^,;。]{4,}(?:的|的,|,)").match(text, at, stop + 1)
        or re.compile("不予|依照|适用|按照|其他|法律|应当|情节|但").match(text, at)
        for at in pieces
    )


def _opens(text: str, at: int, end: int) -> bool:
    if (
        _OTHER_LAW.match(text, at, end)
        or BANNED.match(text, at, end)
        or begins(text, at)
        or organ_begins(text, at, end)
    ):
        return True
    return bool(re.compile("对[^,;。:]{2,40}(?:,由|处|给予|依照|依法|可以|没收|吊销|予以|责令)").match(text, at, end))


def _act(text: str, start: int, stop: int) -> list[Any]:
    """Return the act; a condition that stands at its end, behind a comma, is one."""
    tier = _ENDS_IN_TIER.search(text, start, stop) if text.startswith("的", stop) else None
    if tier and tier.start(2) > start and not text[: tier.start(2)].endswith(","):
        if "或者" in text[start : tier.start()]:
            raise Unread("nested_condition", tier.start())
        joint = [] if not tier[1] else [mark(text, tier.start())] if tier[1] == "、" else None
        joint = joint if joint is not None else [word(text, "link", "together", *tier.span(1))]
        return [*act_leaves(text, start, tier.start()), *joint, condition(text, tier.start(2), stop + 1)]
    comma = text.rfind(",", start, stop)
    own = text[comma + 1 : stop]
    if comma > start and OPENS.match(own) and not LISTED.match(own) and text.startswith("的", stop):
        bare = re.fullmatch("违反[^,]{1,30}规定|[^,]{0,30}有[^,]{1,30}(?:行为|情形|之一)", text[start:comma])
        if bare and re.match("造成|导致|致使", own) and "第" in own:
            raise Unread("nested_condition", comma + 1)
        if own in TIERS or (bare and _LIABLE.match(text, stop)) or re.search("[0-9万千百]元", own):
            return [*act_leaves(text, start, comma), mark(text, comma), condition(text, comma + 1, stop + 1)]
    return list(act_leaves(text, start, stop))
