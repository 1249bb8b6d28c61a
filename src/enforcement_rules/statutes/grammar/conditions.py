"""Conditions: the tier, the failure, the gains, the crime, a threshold, and cases in their own words."""

from __future__ import annotations

import re
from typing import TypeGuard

from enforcement_rules.statutes.clauses import (
    Condition,
    Leaf,
    Range,
    Role,
    Word,
)
from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.ranges import threshold
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.telling import told

_WHOLE: dict[str, tuple[Role, str]] = {
    "情节严重": ("tier", "serious"),
    "情节特别严重": ("tier", "very_serious"),
    "情节恶劣": ("tier", "vile"),
    "情节特别恶劣": ("tier", "vile"),
    "情节较重": ("tier", "heavier"),
    "情节较轻": ("tier", "lighter"),
    "情节轻微": ("tier", "minor"),
    "造成严重后果": ("tier", "grave_consequences"),
    "后果严重": ("tier", "grave_consequences"),
    "造成危害后果": ("tier", "grave_consequences"),
    "造成后果": ("tier", "grave_consequences"),
    "造成特别严重后果": ("tier", "very_grave_consequences"),
    "后果特别严重": ("tier", "very_grave_consequences"),
    "拒不改正": ("failure", "refused"),
    "拒绝改正": ("failure", "refused"),
    "拒不整改": ("failure", "refused"),
    "逾期拒不整改": ("failure", "overdue"),
    "逾期不整改": ("failure", "overdue"),
    "逾期未整改": ("failure", "overdue"),
    "逾期不改正": ("failure", "overdue"),
    "逾期未改正": ("failure", "overdue"),
    "逾期仍不改正": ("failure", "overdue"),
    "逾期仍未改正": ("failure", "overdue"),
    "逾期拒不改正": ("failure", "overdue"),
    "逾期不改": ("failure", "overdue"),
    "仍不改正": ("failure", "overdue"),
    "没有违法所得": ("gains", "none"),
    "无违法所得": ("gains", "none"),
    "没有非法所得": ("gains", "none"),
    "有违法所得": ("gains", "some"),
    "有违法收入": ("gains", "some"),
    "违法所得无法计算": ("gains", "unknown"),
    "违法所得难以计算": ("gains", "unknown"),
    "无法计算违法所得": ("gains", "unknown"),
    "构成犯罪": ("crime", "yes"),
    "涉嫌犯罪": ("crime", "yes"),
    "触犯刑律": ("crime", "yes"),
    "尚不构成犯罪": ("crime", "no"),
    "不构成犯罪": ("crime", "no"),
    "尚未构成犯罪": ("crime", "no"),
    "尚不够刑事处罚": ("crime", "no"),
    "不够刑事处罚": ("crime", "no"),
}
TIERS = frozenset(_WHOLE)
"""Conditions that are one word of the lists."""
_FAILURES = (
    ("逾期拒不", "overdue"),
    ("逾期仍不", "overdue"),
    ("逾期仍未", "overdue"),
    ("逾期不", "overdue"),
    ("逾期未", "overdue"),
    ("拒不", "refused"),
)
_OWN = re.compile(
    "造成(?!后果)|警告后|给[^,的]{1,20}造成|导致|引起|构成违反治安管理行为|尚可采取|无法采取|不能拆除|违反治安管理|致使|影响|使[^,的]{1,20}受到|"
    "属于|有(?!违法|第|前|本|下列)"
)
OPENS = re.compile(
    "情节|警告后|仍不改正|造成|给[^,的]{1,20}造成|后果|拒不|拒绝改正|逾期|没有违法所得|无违法所得|没有非法所得|有违法所得|有违法收入|违法所得|非法所得|无法计算违法所得|构成|涉嫌|尚不|尚未|不构成|触犯|不够刑|"
    "[^,;。:]{0,30}(?:货值金额|货值|经营额|所得|价款|费用|价值|金额)[在不超满未一二三四五六七八九十百千0-9]|尚可|无法采取|不能拆除|导致|引起|违反治安管理|致使|使[^,的]{1,20}受到"
)
_PIECES = re.compile("(,?或者|,且|,|且(?=情节))")
_NO_OWN = re.compile("第[一二三四五六七八九十]+[条款项]|前[款项条两]|本条|下列|其中|[:。;]")


def condition(text: str, start: int, end: int) -> Condition:
    """Return the condition that fills two places, with the 的 that closes it.

    Raises:
        Unread: where one of its premises is not sure.
    """
    stop = end - 1
    parts: list[Leaf | Range] = []
    if text[start:stop] == "应当给予治安管理处罚":
        parts = [word(text, "mention", "duty", start, start + 2), span(text, "condition", start + 2, stop)]
        return Condition(parts=(*parts, word(text, "link", "of", stop, end)))
    if re.compile("对(?=造成|导致|有|实施|违反|逾期|知道)").match(text, start):
        parts.append(word(text, "link", "to", start, start + 1))
    at = start + len(parts)
    pieces = _PIECES.split(text[at:stop])
    while pieces:
        own = pieces.pop(0)
        found = _known(text, at, at + len(own), parts)
        if found is None:
            while pieces and _known(text, *_next(at + len(own), pieces), []) is None:
                if _divides(own, pieces):
                    break
                own += pieces.pop(0) + pieces.pop(0)
            found = _in_own_words(text, at, at + len(own), alone=not _premises_in(parts) and _may_stand(pieces))
        parts += found
        at += len(own)
        if pieces:
            between = pieces.pop(0)
            parts += _between(text, at, between)
            at += len(between)
    parts.append(word(text, "link", "of", stop, end))
    return Condition(parts=tuple(parts))


def _premises_in(parts: list[Leaf | Range]) -> bool:
    return any(getattr(each, "role", "") != "link" for each in parts)


def _may_stand(pieces: list[str]) -> bool:
    """Say whether a case in own words needs no known beginning: nothing follows, or 有其他严重情节."""
    return not pieces or (len(pieces) == 2 and pieces[1].startswith("有其他"))  # noqa: PLR2004 - one joint, one case


def _next(at: int, pieces: list[str]) -> tuple[int, int]:
    begin = at + len(pieces[0])
    return begin, begin + len(pieces[1])


def _divides(own: str, pieces: list[str]) -> bool:
    """Say whether the words behind 或者 are a case of their own (造成事故或者有其他严重情节)."""
    other = pieces[1].startswith("有其他") and "或者" not in own
    return pieces[0].endswith("或者") and (other or bool(_OWN.match(own) and _OWN.match(pieces[1])))


def _between(text: str, at: int, own: str) -> list[Leaf]:
    found: list[Leaf] = []
    if own[0] == ",":
        found.append(mark(text, at))
        at, own = at + 1, own[1:]
    if own == "或者":
        found.append(word(text, "link", "alternative", at, at + 2))
    elif own:
        found.append(word(text, "link", "together", at, at + 1))
    return found


def _known(text: str, start: int, end: int, before: list[Leaf | Range]) -> list[Leaf | Range] | None:
    """Return a premise of the lists; `None` where the words are none."""
    own = text[start:end]
    if own == "应当给予治安管理处罚" and before:
        return [word(text, "mention", "duty", start, start + 2), span(text, "condition", start + 2, end)]
    if own in _WHOLE:
        return [word(text, *_WHOLE[own], start, end)]
    for failure, means in _FAILURES:
        if own.startswith(failure) and len(own) > len(failure) + 1 and not re.search("的|后|应当|、[不未]", own):
            behind = start + len(failure)
            return [word(text, "failure", means, start, behind), span(text, "duty", behind, end)]
    if own[:1] in ("不", "未") and _behind_failure(before):
        return [word(text, "failure", before[-3].means, start, start + 1), span(text, "duty", start + 1, end)]
    both = re.compile("(逾期[不未])([^、的或]{2,12}、[不未][^、的或]{2,12})").fullmatch(text, start, end)
    if both:
        return [word(text, "failure", "overdue", *both.span(1)), span(text, "duty", *both.span(2))]
    if re.fullmatch("(?:没有|无)[^,、的或]{2,12}", own):
        return [span(text, "exception" if own.endswith("另有规定") else "condition", start, end)]
    bounds = threshold(text, start, end)
    return None if bounds is None else [bounds]


def _behind_failure(before: list[Leaf | Range]) -> TypeGuard[list[Word]]:
    """Say whether a failure with its duty and 或者 stand before (逾期不拆除或者不恢复原状)."""
    last = before[-3:]
    roles = [getattr(each, "role", "") for each in last]
    return roles == ["failure", "duty", "link"] and getattr(last[0], "means", "") == "overdue"


def _in_own_words(text: str, start: int, end: int, *, alone: bool) -> list[Leaf | Range]:
    """Return a case that no list names as one span.

    Raises:
        Unread: where it cites, or may be more than one case.
    """
    own = text[start:end]
    if _NO_OWN.search(own):
        raise Unread("nested_condition", start)
    behind = re.match("整改|补办|经", own) is not None
    if not alone and not behind and not _OWN.match(own):
        raise Unread("unclear_alternative", start)
    if re.match("情节|(?!经?整改)[^,]{0,12}(?:逾期|拒不|仍不|仍未)", own):
        raise Unread("nested_condition", start)
    if own.endswith("另有规定"):
        return [span(text, "exception", start, end)]
    said = told(text, "condition", start, end)
    if any(isinstance(each, Word) and each.means != "deed" for each in said):
        raise Unread("nested_condition", start)
    return list(said)
