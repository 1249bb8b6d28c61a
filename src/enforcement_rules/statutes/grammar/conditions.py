"""Conditions: the tier, the failure, the gains, the crime, a threshold, a few own words; nothing else."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import (
    Condition,
    Leaf,
    Range,
    Role,
)
from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.ranges import threshold
from enforcement_rules.statutes.grammar.refusing import Unread

_WHOLE: dict[str, tuple[Role, str]] = {
    "情节严重": ("tier", "serious"),
    "情节特别严重": ("tier", "very_serious"),
    "情节恶劣": ("tier", "vile"),
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
    "逾期不改正": ("failure", "overdue"),
    "逾期未改正": ("failure", "overdue"),
    "逾期仍不改正": ("failure", "overdue"),
    "逾期仍未改正": ("failure", "overdue"),
    "逾期拒不改正": ("failure", "overdue"),
    "逾期不改": ("failure", "overdue"),
    "没有违法所得": ("gains", "none"),
    "无违法所得": ("gains", "none"),
    "没有非法所得": ("gains", "none"),
    "有违法所得": ("gains", "some"),
    "违法所得无法计算": ("gains", "unknown"),
    "违法所得难以计算": ("gains", "unknown"),
    "无法计算违法所得": ("gains", "unknown"),
    "构成犯罪": ("crime", "yes"),
    "涉嫌犯罪": ("crime", "yes"),
    "尚不构成犯罪": ("crime", "no"),
    "不构成犯罪": ("crime", "no"),
    "尚未构成犯罪": ("crime", "no"),
}
_FAILURES = (
    ("逾期仍不", "overdue"),
    ("逾期仍未", "overdue"),
    ("逾期不", "overdue"),
    ("逾期未", "overdue"),
    ("拒不", "refused"),
)
_DUTY = re.compile(
    "拆除|清除|治理|停止|办理|补办|缴纳|补缴|补种|补正|整改|登记|备案|报送|恢复|采取|退还|处理|提供|移交|执行|申报|清理|整治|撤离|履行"
)
_OWN = re.compile(
    "造成(?!后果)|给他人(?:人身、财产)?造成|导致|引起|构成违反治安管理行为|尚可采取|无法采取|不能拆除|违反治安管理"
)
OPENS = re.compile(
    "情节|造成|给他人(?:人身、财产)?造成|后果|拒不|拒绝改正|逾期|没有违法所得|无违法所得|没有非法所得|有违法所得|违法所得|非法所得|无法计算违法所得|构成|涉嫌|尚不|尚未|不构成|"
    "[^,;。:]{0,30}(?:货值金额|货值|经营额|所得)[在不超满未一二三四五六七八九十百千0-9]|尚可|无法采取|不能拆除|导致|引起"
)


def condition(text: str, start: int, end: int) -> Condition:
    """Return the condition that fills two places, with the 的 that closes it.

    Raises:
        Unread: where one of its premises is not in the lists.
    """
    parts: list[Leaf | Range] = []
    stop = end - 1
    pieces = re.split("(,?或者|,)", text[start:stop])
    at = start
    for each in pieces:
        behind = at + len(each)
        if each in ("或者", ",或者") and at > start:
            if each[0] == ",":
                parts.append(mark(text, at))
            parts.append(word(text, "link", "alternative", behind - 2, behind))
        elif each == ",":
            parts.append(mark(text, at))
        else:
            parts += _premise(text, at, behind, alone="或者" not in text[start:stop])
        at = behind
    parts.append(word(text, "link", "of", stop, end))
    return Condition(parts=tuple(parts))


def _premise(text: str, start: int, end: int, *, alone: bool) -> list[Leaf | Range]:
    own = text[start:end]
    if own in _WHOLE:
        return [word(text, *_WHOLE[own], start, end)]
    for failure, means in _FAILURES:
        if own.startswith(failure) and _DUTY.match(own, len(failure)) and "的" not in own and alone:
            behind = start + len(failure)
            return [word(text, "failure", means, start, behind), span(text, "duty", behind, end)]
    bounds = threshold(text, start, end)
    if bounds is not None:
        return [bounds]
    if not alone:
        raise Unread("unclear_alternative", start)
    if _OWN.match(own) and "或者" not in own and not re.search("第|前款|本条", own):
        return [span(text, "condition", start, end)]
    raise Unread("nested_condition", start)
