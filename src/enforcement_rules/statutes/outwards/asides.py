"""Liability and 处分, which are no penalties, and measures that a clause adds in words of their own."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.outwards.cues import CIVIL, CREDIT, NOTHING_YET, PUBLISHED
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.scanning import Scan

_PENAL: Final = "罚款|没收|吊销|责令|拘留|警告|暂扣|通报批评|取缔|治安管理|行政处罚"
_CRIMINAL: Final = re.compile(
    rf"(?:由司法机关|移送(?:司法|公安)机关|移交司法机关)?,?(?:(?!{_PENAL}).)*(?:追究|承担|负)(?:(?!{_PENAL}).)*刑事责任$"
    rf"|(?:依法)?(?:移送|移交)(?:司法|公安|检察)机关(?:依法)?(?:处理|查处|追究)?$"
)
_DISCIPLINE: Final = re.compile(
    r"(?:(?!罚款|没收|吊销|拘留|暂扣|取缔|治安管理|行政处罚|解聘|责令(?!给予)).)*?(?:给予|予以|处以|责令给予|作出|提出)(?:(?!罚款|没收|吊销|拘留|暂扣|取缔|治安).)*处分(?:的?建议)?$"
    r"|(?:依法)?(?:行政|政务|纪律)?处分$"
)
_CIVIL_ANY: Final = re.compile(
    rf"(?:(?!{_PENAL})[^,])*(?:承担|负)(?:(?!{_PENAL})[^,])*(?:赔偿|连带|民事|补偿)责任$"
    rf"|(?:(?!{_PENAL}).)*造成的?损失,?(?:应当|依法)*承担(?:连带)?赔偿责任$|(?:应当)?依照[^,]{{2,30}}规定解决$|除依法承担[^,]{{2,16}}责任外$"
    rf"|由[^,]{{2,20}}(?:依法)?(?:予以|负责|给予)?赔偿$|[^,]{{0,12}}应当负责修理、更换、退货$|负责返工、修理$|并?赔偿(?:因此)?造成的损失$|并?由[^,]*行业组织[^,]*惩戒$"
)
_COSTS: Final = re.compile(
    r"(?:代履行的)?(?:由此产生的|因[^,]{2,14}产生的)?(?:所需|有关|相关|处置|治理|清除|检测|代为[^,由]{2,8}|产生的|其)?的?(?:费用|支出)(?:全部)?由[^,;]{1,40}(?:承担|负担)$"
)
_INSTEAD: Final = re.compile(
    r"(?:(?:依法)?(?:指定|确定|委托|组织)[^,由罚]{0,36}?)?(?:依法)?代为[^,罚没吊]{2,30}$"
    r"|(?:依法)?(?:予以)?(?:强制|强行)(?:拆除|清除|铲除|处理|执行|关闭、拆除|关闭|排除妨碍|报废|迁离)(?:(?!或者|扣留|代为)[^,罚没吊]){0,14}$"
    r"|组织(?:强制)?拆除[^,罚没吊]{0,14}$|销毁[^,罚没吊]{2,20}$|将[^,罚没吊]{2,24}(?:公开)?销毁$|强行带离现场$"
    r"|(?:依法)?(?:实施|实行)?代履行$|(?:依法)?(?:申请|提请)人民法院强制执行$"
)
_EITHER: Final = re.compile(r"((?:依法)?(?:强制|强行)拆除)(或者|、)(代为[^,罚没吊]{2,14})$")
_HARDER: Final = re.compile("(?:应当)?(?:依法)?(?:予以)?从重(?:给予|予以)?(?:行政)?处罚$|从重或者加重处罚$")
_MILDER: Final = re.compile("(?:可以)?(?:依法)?(?:从轻|减轻|从轻、减轻|从轻或者减轻|减轻或者从轻)(?:行政)?处罚$")
_NONE: Final = re.compile("(?:可以)?不予(?:行政)?处罚$|免[予于]处罚$")
_REFUSED: Final = re.compile("不予行政许可$")
_LATE: Final = re.compile("(?:[自从][^,]*之?日起,?)?按日加收[^,]{0,8}[百千万]分之[^,]{1,3}的?滞纳金$")
_TOLD: Final = re.compile("(?:及时)?(?:通知|告知|抄送)[^,由对]{2,24}(?:部门|机关|机构)$|按[^,]{2,10}论处$")
_PASSED_ON: Final = re.compile("(?:及时)?(?:通报)[^,由对]{2,24}(?:部门|机关|机构)(?:依法)?(?:处理|处罚|查处)?$")
_VOID: Final = re.compile("(?:其)?(?:中标|投标)无效$")
_CLOSED: Final = re.compile("(?:依法)?予以(关闭|取缔)|(?:依法)?(取缔)(?=$|、|或者|,)|(?:依法)?(关闭)$")
_HELD: Final = re.compile("(?:依法)?(?:予以)?(?:扣留|扣押|查封)[^,或罚没吊]{2,24}$|约束至酒醒$")
_OUT: Final = re.compile("(?:处)?(?:限期出境|驱逐出境|遣送出境)")
_SENT: Final = re.compile("将案件(?:依法)?(?:移送|移交)[^,]{2,12}$")
_SCOLDED: Final = re.compile("(?:给予|予以|进行)(?:批评教育|说服教育)|说服教育(?=$|,)")


def take_aside(scan: Scan) -> bool:
    """Take what fills the rest of the clause and has no range: liability, 处分, publicity …; say whether it was one."""
    if take_liability(scan):
        return True
    if scan.organ and scan.text[scan.at :] == "拆除":
        return _rest(scan, "enforcement")
    either = _EITHER.match(scan.text, scan.at)
    if either:
        joined = "or" if either[2] == "或者" else "list"
        _two(scan, ("enforcement", either.span(1)), joined, ("enforcement", either.span(3)))
        return True
    for pattern, kind in (
        (PUBLISHED, "publicity"),
        (CREDIT, "credit_record"),
        (_COSTS, "costs"),
        (_VOID, "void"),
        (_INSTEAD, "enforcement"),
        (_HARDER, "heavier"),
        (_MILDER, "lighter"),
        (_NONE, "no_penalty"),
        (_REFUSED, "other_measure"),
        (_TOLD, "nothing"),
        (_PASSED_ON, "transfer"),
        (_SENT, "transfer"),
    ):
        if pattern.match(scan.text, scan.at):
            return _rest(scan, kind)
    return _take_short(scan)


def _two(scan: Scan, one: tuple[str, tuple[int, int]], joined: str, other: tuple[str, tuple[int, int]]) -> None:
    """Add two measures, each a kind and where it stands."""
    scan.at = one[1][1]
    scan.add(one[0], one[1][0])
    scan.joined, scan.at = joined, other[1][1]
    scan.add(other[0], other[1][0])


def _take_short(scan: Scan) -> bool:
    """Take a measure of a few words that others may follow in the clause."""
    held = _HELD.match(scan.text, scan.at)
    if held:
        return _rest(scan, "enforcement")
    for pattern in (_CLOSED, _SCOLDED, _OUT):
        match = pattern.match(scan.text, scan.at)
        if match:
            kind = (
                "other_measure"
                if pattern is _SCOLDED
                else "other"
                if pattern is _OUT
                else "order_to_close"
                if "关闭" in match[0]
                else "order"
            )
            start, scan.at = scan.at, match.end()
            scan.add(kind, start)
            return True
    return False


def is_liability(text: str) -> bool:
    """Whether a whole clause is about civil liability, whoever it names."""
    return _CIVIL_ANY.match(text) is not None


def take_late_fee(scan: Scan) -> bool:
    """Take the fee for paying late, which is no penalty; its share is kept so that nothing is passed over."""
    match = _LATE.match(scan.text, scan.at)
    if match is None:
        return False
    start, scan.at = scan.at, match.end()
    ranges = ranges_in(scan.text, start, scan.at)
    scan.add("nothing", start, ranges=tuple(each.bounds for each in ranges))
    return True


def take_nothing(scan: Scan) -> bool:
    """Take a head that leaves all to its items (依照下列规定处罚); say whether it was one."""
    match = NOTHING_YET.match(scan.text, scan.at)
    return False if match is None else _rest(scan, "fine" if "罚款" in match[0] else "nothing")


def take_liability(scan: Scan) -> bool:
    """Take criminal and civil liability and 处分; say whether it was that."""
    for pattern, kind in ((_DISCIPLINE, "disciplinary"), (_CRIMINAL, "criminal"), (CIVIL, "civil")):
        if pattern.match(scan.text, scan.at):
            return _rest(scan, kind)
    return False


def _rest(scan: Scan, kind: str) -> bool:
    start, scan.at = scan.at, len(scan.text)
    scan.add(kind, start)
    return True
