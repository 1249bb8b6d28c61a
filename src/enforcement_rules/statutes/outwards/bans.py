"""What somebody may not do for a time or for life: a trade, an office, an application."""

from __future__ import annotations

import re
from typing import Final

from msgspec import structs

from enforcement_rules.statutes.clauses import Bound, Bounds
from enforcement_rules.statutes.outwards.numbers import NUMBER
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.scanning import Scan

_TIME: Final = (
    rf"(?:(?:{NUMBER}(?:年|个月)(?:以上|至))?{NUMBER}(?:年|个月)(?:以下)?(?:以?内)?)"
    rf"|{NUMBER}年内?(?:直至|至)(?:终身|终生)"
)
_FOR_LIFE: Final = "终身|终生"
_BAN: Final = re.compile(
    rf"(?P<time>{_TIME}|{_FOR_LIFE})?(?:(?P<to>禁止|不得|不予|不再|不)(?:其)?(?:再次|再|重新|就[^,]{{1,8}}|依照[^,]{{2,20}}规定)*)"
    r"(?P<what>从事|担任|投资开办|开展|代理|注册|申请|提出|受理|办理|取得|许可|申请取得|接受|[^,从]{2,6}(?=进口$))(?P<rest>[^,]*)$"
)
_BAN_BEHIND: Final = re.compile(rf"禁止其?(?P<time>{_TIME}|{_FOR_LIFE})(?P<to>)(?P<what>从事)(?P<rest>[^,]*)$")
_BAN_ON: Final = re.compile(
    rf"(?P<time>{_TIME}|{_FOR_LIFE})禁止其(?P<who>[^,由对从]{{2,50}}?(?:人员|负责人|代表人|责任人))(?P<to>)(?P<what>从事)(?P<rest>[^,]*)$"
)
"""A ban that names whom it is on."""
_DISQUALIFIED: Final = re.compile(
    rf"取消其?(?:(?P<time>{_TIME})(?P<shut>参加[^,]*?)的?(?:投标)?资格|(?P<office>担任)[^,]*?资格)(?=$|并)"
)
_NO_MORE: Final = re.compile("不得再参加[^,]*的评标$")
_ELSEWHERE: Final = re.compile("依照[^,第]{4,40}规定限制从业$")
_WHOSE: Final = re.compile("((?!其)[^,的]{2,20}(?:人|单位|人员))提出的")
"""Whose applications are not accepted."""
_SHUT_OUT: Final = re.compile("(?:采取|实行|实施)?(?P<time>终身)(?:行业和职业|市场|职业|行业)禁入(?:措施)?$")
_APPLIED: Final = ("注册", "申请", "提出", "受理", "办理", "取得", "许可", "接受")
_WHO: Final = re.compile(
    "(?:自[^,]{2,24}之日起,)?其?(?P<who>(?![自对由其])[^,由对]{0,40}?(?:人员|负责人|代表人|责任人|申请人|机构等|受处罚者))在?(?=自|终身|终生|[0-9一二三五十]+年)"
)
_SINCE: Final = re.compile("自[^,]{2,24}之日起,?|自[^,]{2,16}起(?=[0-9一二三五十]+年)")
_PERSONS: Final = re.compile("人员|负责人|代表人|个人|责任人")
_OFFENCES: Final = re.compile("罚款|没收|吊销|责令|拘留|警告")


def _named(scan: Scan) -> None:
    """Take who may not (其法定代表人五年内不得…); 自…之日起 may stand before or behind it."""
    match = _WHO.match(scan.text, scan.at)
    if match is not None and scan.at == 0 and not scan.party and not scan.found:
        scan.party = (scan.place(match.start("who"), match.end("who")),)
        scan.at = match.end()


def _on_named(scan: Scan, at: int) -> re.Match[str] | None:
    """Take whom a ban names in itself (五年内禁止其法定代表人从事…)."""
    match = _BAN_ON.match(scan.text, at)
    if match and not scan.found:
        scan.name_holder(match.start("who"), match.end("who"))
    return match


def take_ban(scan: Scan, start: int) -> bool:
    """Take a ban; say whether it was one.

    Raises:
        Doubt: a ban on a trade where it is not said whether a person or a business bears it.
    """
    before = scan.at, scan.party
    _named(scan)
    since = _SINCE.match(scan.text, scan.at)
    at = since.end() if since else scan.at
    out = _SHUT_OUT.match(scan.text, at)
    if out is not None:
        scan.at = len(scan.text)
        scan.add("ban", start, ranges=_ranges(scan, out))
        return True
    if _NO_MORE.match(scan.text, scan.at) or _ELSEWHERE.match(scan.text, start):
        scan.at = len(scan.text)
        scan.add("occupation_restriction", start)
        return True
    lost = _DISQUALIFIED.match(scan.text, start)
    if lost is not None:
        scan.at = lost.end()
        scan.add(
            "occupation_restriction" if lost["office"] else "business_restriction", start, ranges=_ranges(scan, lost)
        )
        return True
    match = _on_named(scan, at) or _BAN.match(scan.text, at) or _BAN_BEHIND.match(scan.text, at)
    if match is None:
        scan.at, scan.party = before
        return False
    if _OFFENCES.search(match["rest"]) or ranges_in(scan.text, match.end("what"), len(scan.text)):
        raise scan.doubt("unclear_scope")
    _name_applicant(scan, match)
    kind = _kind(scan, match)
    if not match["time"] and kind != "no_application" and match["to"] not in ("禁止", "禁止其"):
        raise scan.doubt("unclear_scope")
    scan.at = len(scan.text)
    scan.add(kind, start, ranges=_ranges(scan, match))
    return True


def _name_applicant(scan: Scan, match: re.Match[str]) -> None:
    whose = _WHOSE.match(match["rest"])
    if whose and match["what"] in _APPLIED and not scan.found and not scan.party:
        scan.name_holder(match.start("rest"), match.start("rest") + whose.end(1))


def _kind(scan: Scan, match: re.Match[str]) -> str:
    party = "".join(scan.clause.text[start - scan.clause.start : end - scan.clause.start] for start, end in scan.party)
    if match["what"] in _APPLIED:
        return "no_application"
    if match["what"].endswith("进口") or scan.text.endswith("进口"):
        return "business_restriction"
    if match["what"] in ("担任", "投资开办") or _PERSONS.search(party):
        return "occupation_restriction"
    return "ban"


def _ranges(scan: Scan, match: re.Match[str]) -> tuple[Bounds, ...]:
    if not match["time"]:
        return ()
    for_life = re.search(_FOR_LIFE, match["time"])
    life = Bound("life", "1", closed=True)
    if for_life and for_life.start() == 0:
        return (Bounds(life, life),)
    found = ranges_in(scan.text, match.start("time"), match.end("time"))
    if len(found) != 1:
        raise scan.doubt("unclear_numeral")
    if for_life:
        return (structs.replace(found[0].bounds, high=None), Bounds(life, life))
    bounds = found[0].bounds
    return (structs.replace(bounds, low=bounds.high) if match["time"].endswith("以内") else bounds,)
