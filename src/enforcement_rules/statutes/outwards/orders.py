"""What 责令 orders: something to do, a suspension, a closing; several of them at once or to be chosen from."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from enforcement_rules.statutes.clauses import Bounds
from enforcement_rules.statutes.outwards.codes import (
    CHOSEN,
    DOUBTFUL_ORDERS,
    SAFE_STOPS,
    SUSPENSIONS,
)
from enforcement_rules.statutes.outwards.cues import CONTINUED, DOWNGRADE, KINDS, NEXT
from enforcement_rules.statutes.outwards.numbers import NUMBER
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.scanning import Scan
from enforcement_rules.statutes.outwards.stops import STOP_OF_WHAT

_LEAD: Final = re.compile("(?:立即或者限期|其|立即|限期|当场|依法|采取)+")
_ORDERS: Final = ("order", STOP_OF_WHAT)
_PAUSED: Final = re.compile(
    "暂停(?:其|相关|有关)?(.*?)(?:业务|营业|经营|生产|执业|诊疗活动|执业活动|经营活动|业务活动|使用活动|从业活动)$"
)
_OTHERS_STOP: Final = re.compile("[^停]{2,10}(?:工程|项目)停止(?:施工|建设)")
_KEPT_OUT: Final = re.compile("责令其?(?P<time>[^,不]{2,12})不得进入[^,]*$")
_OTHERS: Final = re.compile("取消|撤销|注销|解除|除名|开除")
"""What 责令 may make somebody else do to a third."""
_OWED: Final = re.compile("赔偿(?:经济)?损失|赔偿|承担(?:(?!责任).)*费用")
_TERM: Final = re.compile(f"停业整顿{NUMBER}个?[月日年](?:至{NUMBER}个?[月日年])?")
_BESIDES: Final = re.compile("除责令(其?(?:纠正|改正|限期|停止违法)[^,罚没]{0,24})外$")
_WHO: Final = re.compile(
    "(?!其|有关单位)[^,停暂限改的]{0,6}的?[^,停暂限改的]{2,12}"
    "(?:人员(?=暂停)|(?:单位|企业|旅行社|机构)(?=停业|停产|暂停))"
)
"""Who is told to stop, where it is not who did the act (责令有关人员暂停执业活动)."""
_TIMES: Final = ("days", "months", "years")


class _Duty(Struct):
    """One of the things that 责令 orders: its kind, its place and how long."""

    kind: str
    start: int
    end: int
    ranges: tuple[Bounds, ...] = ()


def thing_end(scan: Scan, start: int) -> int:
    """Return where the words of a thing end: before what joins the next kind to it."""
    for match in NEXT.finditer(scan.text, start):
        if match[0] in ("", "或者") and scan.text.startswith("限期", match.end()):
            continue
        if match.end() > match.start() or match.start() > start:
            return match.start()
    return len(scan.text)


def take_downgrade(scan: Scan, start: int) -> None:
    """Take 降低资质等级."""
    if scan.take(DOWNGRADE) is None:
        raise scan.doubt("unknown_word")
    scan.add("qualification_lowering", start)


def take_besides(scan: Scan, start: int) -> bool:
    """Take 除责令改正外, which orders as 责令改正 does; say whether it was that."""
    match = _BESIDES.match(scan.text, start)
    if match is None:
        return False
    scan.at = match.end()
    scan.add("order", start, things=(scan.place(match.start(1), match.end(1)),))
    return True


def take_continued(scan: Scan) -> bool:
    """Take a clause that goes on with the order of the clause before it; say whether it was one."""
    bare = scan.text[scan.at :]
    if (
        not scan.at
        and not scan.found
        and (all(each in SUSPENSIONS for each in bare.split("、")) or _TERM.fullmatch(bare))
        and bare not in ("关闭", "停建")
    ):
        take_order(scan, 0)
        return True
    if scan.at or scan.found or CONTINUED.match(scan.text) is None:
        return False
    scan.at = len(scan.text)
    scan.add("order", 0, things=(scan.place(0, scan.at),))
    return True


def take_order(scan: Scan, start: int) -> None:
    """Take what 责令 or 限期 orders.

    Raises:
        Doubt: an order beside a penalty with 、, or words that are neither surely an order nor surely a penalty.
    """
    out = _KEPT_OUT.match(scan.text, start)
    if out is not None:
        return _kept_out(scan, out)
    begin = start + (2 if scan.text.startswith("责令", start) else 0)
    who = _WHO.match(scan.text, begin) if begin > start else None
    if who:
        scan.name_holder(begin, who.end())
        begin = who.end()
    lead = _LEAD.match(scan.text, begin)
    end = thing_end(scan, lead.end() if lead else begin)
    if end <= begin:
        raise scan.doubt("unclear_scope")
    whole = _duty(scan, begin, end)
    duties = [whole] if whole.kind else list(_each(scan, begin, end))
    kinds = {one.kind for one in duties}
    if "" in kinds:
        raise scan.doubt("unknown_word")
    if kinds <= set(_ORDERS):
        scan.at = end
        kind = STOP_OF_WHAT if STOP_OF_WHAT in kinds else "order"
        return scan.add(kind, start, things=(scan.place(begin, end),))
    chosen = "或者" in scan.text[begin:end] or _excludes(duties)
    if len(duties) > 1 and not chosen and kinds & set(_ORDERS):
        raise scan.doubt("unclear_scope")
    return _all(scan, duties, start, end, chosen=chosen)


def _kept_out(scan: Scan, match: re.Match[str]) -> None:
    """责令其十二个月内不得进入体育场馆: neither a business nor an occupation is restricted."""
    ranges = ranges_in(scan.text, match.start("time"), match.end("time"))
    if len(ranges) != 1 or ranges[0].type not in _TIMES:
        raise scan.doubt("unclear_numeral")
    scan.at = match.end()
    scan.add("order", match.start(), ranges=(ranges[0].bounds,))


def _excludes(duties: list[_Duty]) -> bool:
    """Whether 、 joins two kinds of which only one can be (停业、关闭; 限制生产、停产整治)."""
    return tuple(sorted({one.kind for one in duties})) in CHOSEN and len(duties) == len(["one", "other"])


def _all(scan: Scan, duties: list[_Duty], start: int, end: int, *, chosen: bool) -> None:
    for n, one in enumerate(duties):
        if n:
            scan.joined = "or" if chosen and n == len(duties) - 1 else "list"
        scan.at = one.end
        things = (scan.place(one.start, one.end),) if one.kind in _ORDERS else ()
        scan.add(one.kind, start if not n else one.start, ranges=one.ranges, things=things)
    scan.at = end


def _each(scan: Scan, begin: int, end: int) -> list[_Duty]:
    """Return the duties that 、 and 或者 divide; where a part by itself is none, it belongs to the one before it."""
    text = scan.text
    cuts = [
        begin,
        *(n for m in re.finditer("、|或者(?!应用程序)", text[begin:end]) for n in (begin + m.start(), begin + m.end())),
        end,
    ]
    return [_duty(scan, cuts[n], cuts[n + 1]) for n in range(0, len(cuts), 2)]


def _duty(scan: Scan, begin: int, end: int) -> _Duty:
    words = scan.text[begin:end].removesuffix("等措施")
    bare = _LEAD.sub("", words, count=1) if _LEAD.match(words) else words
    ranges = ranges_in(words, 0, len(words))
    if ranges and (len(ranges) > 1 or ranges[0].type not in _TIMES):
        return _Duty("", begin, end)
    if ranges:
        without = bare.replace(words[ranges[0].start : ranges[0].end], "", 1)
        kind = SUSPENSIONS.get(without, "order_to_suspend_business" if _PAUSED.match(without) else "")
        timely = kind == "order_to_suspend_business"
        return _Duty(kind if timely else "", begin, end, (ranges[0].bounds,))
    if bare in SUSPENSIONS:
        return _Duty(SUSPENSIONS[bare], begin, end)
    if DOWNGRADE.fullmatch(bare):
        return _Duty("qualification_lowering", begin, end)
    if KINDS.search(bare) or not bare or _OTHERS.search(bare):
        return _Duty("", begin, end)
    return _Duty(_plain(bare), begin, end)


def _plain(bare: str) -> str:
    """Return what words without a term are: an order, a stop, a pause, or nothing sure."""
    if (_PAUSED.match(bare) and "或者" not in bare) or bare == "暂停施工":
        return "order_to_suspend_business"
    if _OTHERS_STOP.fullmatch(bare) or re.fullmatch("[^停]{2,24}停止(?:违法|侵权)行为", bare):
        return "order"
    if bare.startswith("停止"):
        what = bare.removeprefix("停止")
        if not what or "或者停" in what or any(each in what for each in SUSPENSIONS):
            return ""
        return "order" if what.startswith(SAFE_STOPS) or what.endswith(("侵权行为", "违法行为")) else STOP_OF_WHAT
    if "或者" in bare:
        kinds = {_plain(_LEAD.sub("", each, count=1)) for each in bare.split("或者")}
        return "order" if kinds == {"order"} else ""
    if bare.startswith(("赔偿", "承担")):
        return "order" if _OWED.fullmatch(bare) else ""
    doubtful = "停" in bare.replace("停放", "").replace("停靠", "") or bare.startswith(DOUBTFUL_ORDERS)
    return "" if doubtful or any(each in bare for each in SUSPENSIONS) else "order"
