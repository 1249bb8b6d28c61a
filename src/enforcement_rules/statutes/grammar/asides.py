"""Sentences that threaten no penalty: civil liability, a definition, hearings, who decides; by closed patterns."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import (
    Aside,
    AsideKind,
    Leaf,
)
from enforcement_rules.statutes.grammar.leaves import mark
from enforcement_rules.statutes.grammar.quantities import numerals_of
from enforcement_rules.statutes.grammar.telling import told

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
        re.compile("罚款[^,。;]{2,12}元以上的,应当报[^,。;]{2,30}决定。|[^,。;]{2,10}的处罚决定为最终决定。"),
    ),
    (
        "competence",
        re.compile(
            "(?:本法|本条例|本办法|本规定|本章)(?:(?!并处|可以处|处以|的,)[^。])*规定的(?:(?!并处|可以处|处以|的,)[^。])*(?:行政)?处罚,?"
            "(?:也可以)?由(?:(?!并处|可以处|处以|的,)[^。])*(?:决定|决定;[^。]*决定|实施|作出决定)。"
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


_ANY_THREAT = re.compile(
    "罚|没收|吊销|拘留|警告|通报|责令|限期|暂扣|停产|停业|停工|取缔|处分|撤销|撤职|注销|收缴|追缴|关闭|降低|处理|查处|扣|强制|代为|取消|收回|"
    "年内|终身|之日起[^,;。]*不得|禁止|追究|赔偿|公布|公告|信用|除名|不予|从重|无效|适用(?:本|前|第)|依照[^,;。]*规定|(?:停止|中止)(?:受理|办理|供|使用)|元|倍|移送|责任|费用|由[^,。]{2,30}(?:部门|机关|机构|政府|局|委员会)"
)


_POWER = re.compile("(?:部门|机关|机构|政府|局)[^,;。下列]{0,24}(?:可以|停止|中止)(?![^。]*下列)")
"""What an organ may do is a measure, whatever it is called."""


def threatens_nothing(text: str, start: int, end: int) -> bool:
    """Say whether a sentence holds no word of any measure at all."""
    return not _ANY_THREAT.search(text, start, end) and not _POWER.search(text, start, end)


def told_act(text: str, start: int, end: int) -> list[Leaf]:
    """Return a sentence that threatens nothing as what it says."""
    stop = end - 1 if text[end - 1] in "。;:" else end
    return [*told(text, "act", start, stop), *([mark(text, stop)] if stop < end else [])]


_TIER = re.compile("[^;。:]+(?=[;。:])")
_DISMISSED = (
    "(?:警告|记过|记大过|降级|撤职|降低岗位等级|开除公职|开除)(?:(?:、|或者|直至)(?:警告|记过|记大过|降级|"
    "撤职|降低岗位等级|开除公职|开除))*的?(?:行政|政务|纪律)?处分"
)
_PENAL = re.compile(
    "罚款|没收|吊销|拘留|警告|通报|责令|限期|暂扣|停产|停业|取缔|撤销|关闭|(?<!刑事)处罚|降低|不得|禁止|年内|终身|收缴|追缴|扣|强制|代为|限制|从重|信用|公布|取消|[0-9.一二三四五六七八九十百千万]元"
)
_SAID: tuple[tuple[str, AsideKind], ...] = (
    ("刑事责任", "criminal"),
    ("处分", "disciplinary"),
    ("赔偿|民事责任|连带责任", "civil"),
)


def said_tier(text: str, at: int, end: int) -> Aside | None:
    """Return a tier that threatens no penalty but punishment by a court, dismissal or damages; else `None`."""
    found = _TIER.match(text, at, end)
    if found is None or _PENAL.search(re.sub(_DISMISSED, "处分", found[0])):
        return None
    kind = next((kind for cue, kind in _SAID if re.search(cue, found[0])), None)
    numerals = numerals_of(text, at, found.end())
    if kind is None or numerals is None:
        return None
    return Aside(kind=kind, numerals=numerals, start=at, end=found.end())
