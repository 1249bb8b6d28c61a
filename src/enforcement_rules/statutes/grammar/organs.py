"""Who decides: 由…, the organ as the subject of its sentence, and who approves a closing."""

from __future__ import annotations

import re

from enforcement_rules.statutes.clauses import Leaf
from enforcement_rules.statutes.grammar.leaves import mark, span, word
from enforcement_rules.statutes.grammar.starts import START

_ORGANS = "部门|机关|机构|委员会|人民政府|局|管理者|气象台|银行|海关|总站|边检站|检查站|(?:授权|委托|指定)的单位"
_DUTIES = (
    "(?:依据|按照|依照|根据)?各自(?:的)?(?:职权|职责|职责分工|职责权限|职责范围|职责范围内|职权范围内|职权范围)"
    "|依职责|(?:按照|依据|依照|根据)(?:各自)?(?:的)?(?:法定)?(?:职责分工|职责权限|职责范围|职责|职权|法定职权|管理权限|国务院规定的权限|职权范围)"
)
_NO_ORGAN = "责令|没收|吊销|处以|给予|可以|应当|取消|撤销|注销|收缴|查封|扣押|扣留|追缴|警告|由|禁止|提出|建议|通知"
_WHO = rf"((?:(?!{_NO_ORGAN})[^,;。:])*?(?:{_ORGANS})等?)({_DUTIES})?"
_BY = re.compile(rf"(分别)?(由){_WHO}(,)?(?=(?:{START}|对|提出意见,报|(?<=,)(?:{_DUTIES})(?:责令|处|给予|没收)))")
_POWERS = re.compile(rf"({_DUTIES})(?=责令|处|给予|没收)")
_SUBJECT = re.compile(
    rf"(?!由|对|经|报|被|有|未|不|向|在){_WHO}(,(?<=[权责工],))?"
    "(?=[0-9一二三四五六七八九十]+年内不|可以|应当|有权|责令|依法|处|给予|没收|吊销|并可以|还应当|还可以)"
)
_APPROVED = re.compile("(报经|报请|经|报)([^,;。:]{2,16}(?:人民政府|部门))(批准)(,)?(?=(?:可以)?(?:责令|关闭|停业))")
_PROPOSED = re.compile("(?:.)(提出意见)(,)(?=报经|报请)")
_ASKED = re.compile(
    "(提请|报请)([^,;。:责]{2,14}(?:人民政府|部门|机关))(?:(按照|依据|"
    "依照)([^,;。:]{2,14}?权限))?(决定)?(,)?(?=责令|予以关闭|吊销)"
)
_PROPOSAL = re.compile("(由[^,;。:由]{2,30}提出意见)(,)(?=报请)")
_BEFORE_BY = re.compile("(经[^,;。:由]{2,16}(?:提请|提出|人民政府批准)|通知[^,;。:由]{2,20}(?:部门|机关))(,)(?=由)")
"""Who asks for it, before who decides (经税务机关提请,由…吊销)."""
_LEAD = re.compile("依据|按照|依照|根据|依")
_NOT_SUBJECT = re.compile("的,|由|违反|擅自|未经|拒不|逾期|情节|造成|构成|属于|行为")


def by_at(text: str, at: int, end: int) -> tuple[list[Leaf], int]:
    """Return who decides from a place on (由…), who approves (报经…批准) or is asked to decide, and where that ends."""
    before = _BEFORE_BY.match(text, at, end)
    found = _BY.match(text, before.end() if before else at, end)
    nodes: list[Leaf] = []
    if before and found and before[1].endswith("批准"):
        start, stop = before.span(1)
        nodes = [word(text, "link", "by", start, start + 1), span(text, "approver", start + 1, stop - 2)]
        nodes += [word(text, "link", "by", stop - 2, stop), mark(text, before.start(2))]
    elif before and found:
        nodes = [span(text, "law", *before.span(1)), mark(text, before.start(2))]
    if found:
        nodes += [word(text, "link", "further", *found.span(1))] if found[1] else []
        nodes += [word(text, "link", "by", *found.span(2)), span(text, "organ", *found.span(3))]
        nodes += _within_powers(text, found, 4)
        nodes += [mark(text, found.start(5))] if found[5] else []
        at = found.end()
        powers = _POWERS.match(text, at, end) if found[5] and not found[4] else None
        if powers:
            nodes += _within_powers(text, powers, 1)
            at = powers.end()
    proposal = None if nodes else _PROPOSAL.match(text, at, end)
    asked = None if nodes else _ASKED.match(text, proposal.end() if proposal else at, end)
    if asked and proposal:
        nodes = [span(text, "law", *proposal.span(1)), mark(text, proposal.start(2))]
    if asked:
        return [*nodes, *_asked(text, asked)], asked.end()
    proposed = _PROPOSED.match(text, at - 1, end) if nodes else None
    if proposed:
        nodes += [span(text, "law", *proposed.span(1)), mark(text, proposed.start(2))]
        at = proposed.end()
    approved = _APPROVED.match(text, at, end)
    if approved is None:
        return nodes, at
    nodes += [word(text, "link", "by", *approved.span(1)), span(text, "approver", *approved.span(2))]
    nodes.append(word(text, "link", "by", *approved.span(3)))
    nodes += [mark(text, approved.start(4))] if approved[4] else []
    return nodes, approved.end()


def _asked(text: str, found: re.Match[str]) -> list[Leaf]:
    """Return the government that is asked to decide, and within which powers."""
    asks = word(text, "verb", "", *found.span(1)) if found[1] == "提请" else word(text, "link", "by", *found.span(1))
    nodes: list[Leaf] = [asks, span(text, "organ", *found.span(2))]
    if found[3]:
        nodes += [word(text, "link", "at", *found.span(3)), span(text, "law", *found.span(4))]
    if found[5]:
        nodes.append(word(text, "link", "by", *found.span(5)))
    return [*nodes, mark(text, found.start(6))] if found[6] else nodes


def lead_at(text: str, at: int, end: int) -> tuple[list[Leaf], int]:
    """Return who decides where a tier begins: with 由 or as its subject; no nodes where nobody is named."""
    nodes, behind = by_at(text, at, end)
    if nodes:
        return nodes, behind
    found = _SUBJECT.match(text, at, end)
    if found is None or _NOT_SUBJECT.search(found[1]):
        return [], at
    nodes = [span(text, "organ", *found.span(1)), *_within_powers(text, found, 2)]
    return [*nodes, *([mark(text, found.start(3))] if found[3] else [])], found.end()


def _within_powers(text: str, found: re.Match[str], group: int) -> list[Leaf]:
    """Return how several organs divide their work (按照职责分工)."""
    own = _LEAD.match(found[group] or "")
    if not found[group]:
        return []
    start, end = found.span(group)
    if own is None:
        return [span(text, "law", start, end)]
    behind = start + len(own[0])
    return [word(text, "link", "at", start, behind), span(text, "law", behind, end)]


def organ_begins(text: str, at: int, end: int) -> bool:
    """Say whether somebody who decides stands at a place, before a measure."""
    return bool(lead_at(text, at, end)[0])
