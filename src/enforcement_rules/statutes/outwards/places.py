"""Measures that are said elsewhere: 依照第三条的规定处罚, 给予治安管理处罚."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.outwards.acts import cited, places_cited
from enforcement_rules.statutes.outwards.scanning import Scan

_HOW: Final = "(?:依法)?(?:给予|予以|进行|执行|从重)?(?:相应的?)?"
_DONE: Final = (
    rf"(?:{_HOW}(?:行政|治安管理|治安)?处罚|(?:给予|予以)?处理(?:、处罚)?|处罚、处分|采取措施、给予处罚|处罚、处理|执行|"
    r"处以罚款|追究法律责任|追究责任|(?<=规定)承担(?:法律)?责任|办理|处罚规定)"
)
_BY: Final = re.compile(
    rf"(?:分别)?(?:应当)?(?:依照|按照|依据|根据|比照|适用)(?P<what>[^,。;]{{1,90}}?)(?:的?(?:有关|相关|处罚)?(?:规定|条款)|(?<=[》条款项法规])(?={_DONE}))(?P<done>,?{_DONE})?$"
)
_POLICE: Final = re.compile("治安(?!保卫)")
_HARDER: Final = re.compile("从重")
_AS_ANOTHER: Final = re.compile("(?:按照?|以)[^,规]{4,24}处罚$")
_BESIDES: Final = re.compile("除依照([^,]{2,40}?)的?规定(?:给予|予以)?(?:行政)?处罚外$")
_THEIRS: Final = re.compile("(?:依照|按照|适用|从)其(?:规定)$")
_PLAIN: Final = re.compile(
    r"(?:依法)?(?:给予|予以|进行)(?:相应的?)?(?:治安管理|行政|治安|治安管理行政)?处罚$|(?:依法)?处罚$|依照规定处罚$|(?:依法)?追究(?:其)?法律责任$|治安管理处罚$"
)
_OFFENCES: Final = re.compile("罚款|没收|吊销|责令|拘留|警告|暂扣|刑|按照职|[0-9一二三四五六七八九十]元")


def take_besides_elsewhere(scan: Scan) -> bool:
    """Take 除依照前款规定处罚外, which is imposed as well; say whether it was that."""
    match = _BESIDES.match(scan.text, scan.at)
    if match is None or _OFFENCES.search(match[1]):
        return False
    start, scan.at = scan.at, match.end()
    scan.add("as_referenced", start)
    _cite(scan, match, 1)
    return True


def _cite(scan: Scan, match: re.Match[str], group: str | int) -> None:
    """Add the places that some words name to the measure before."""
    scan.found[-1].as_in = tuple(cited(words, scan.clause) for words in places_cited(match[group]))


def take_elsewhere(scan: Scan) -> bool:
    """Take a measure that another place of the law says; say whether it was one.

    Raises:
        Doubt: a place that is not surely one, or a harder penalty on top of it.
    """
    by = None if _THEIRS.match(scan.text, scan.at) else _BY.match(scan.text, scan.at)
    start = scan.at
    if by is not None and not _OFFENCES.search(by["what"]):
        if not by["done"] and not scan.text.startswith("适用", scan.at):
            return False
        cites = list(places_cited(by["what"]))
        if "承担" in (by["done"] or "") and not cites:
            return False
        harder = _HARDER.search(by["done"] or "")
        scan.at = len(scan.text) - (len("从重处罚") if harder else 0)
        kind = "as_public_order" if _POLICE.search(scan.text, start) else "as_referenced"
        scan.add(kind, start)
        _cite(scan, by, "what")
        if harder:
            start, scan.at = scan.at, len(scan.text)
            scan.add("heavier", start)
        return True
    another = _AS_ANOTHER.match(scan.text, start)
    if another and not _OFFENCES.search(another[0]):
        scan.at = another.end()
        scan.add("as_referenced", start)
        return True
    plain = _THEIRS.match(scan.text, start) or _PLAIN.match(scan.text, start)
    if plain is None:
        return False
    scan.at = plain.end()
    scan.add("as_public_order" if _POLICE.search(plain[0]) else "as_referenced", start)
    return True
