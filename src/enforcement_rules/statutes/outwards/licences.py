"""What is done to a licence: 吊销, 暂扣, 撤销, 注销, 收缴, with the term of a suspension."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.clauses import Bounds
from enforcement_rules.statutes.outwards.codes import LICENCE_VERBS
from enforcement_rules.statutes.outwards.cues import DEEDS, KINDS, LICENCE
from enforcement_rules.statutes.outwards.orders import thing_end
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.scanning import Scan

_VERBS: Final = f"(?:{'|'.join(LICENCE_VERBS)})"
_SEVERAL: Final = re.compile(f"(?:{_VERBS}|暂停)(?:(?:或者|、)(?:予以)?{_VERBS})+")
_PAUSED: Final = re.compile("暂停其?([^,从]{2,10})从事[^,]{2,8}业务(?:或者执业)?$")
_BARE: Final = re.compile(f"(?:予以(?={_VERBS})|(?={_VERBS}或者))({_VERBS}(?:或者(?:予以)?{_VERBS})?)(?=$|并公告)")
"""What is done to the licence that the act is about (予以收缴或者吊销)."""
_CHOICE_INSIDE: Final = re.compile("[^的]*或者[^的]*的(?:(?!或者).)+$")
_HOLDER: Final = re.compile(
    "((?:(?!机构|单位|企业|资质|相关)[^,和]){0,14}?(?:船长、责任船员|责任船员|船长|责任人员|医疗卫生人员|医务人员)|(?:相关|有关)人员)的(?=[^,的]*(?:证|资格))"
)
"""Whose certificate it is: a person who bears the measure."""
_HOLDERS: Final = re.compile("(?:人员|船长|船员|负责人|个人|责任人|医师|驾驶人)(?:的|所)|人员资格")
_EACH: Final = re.compile("|".join((*LICENCE_VERBS, "暂停")))
_TIMES: Final = ("days", "months", "years")


def take_licence(scan: Scan, start: int) -> bool:
    """Take what is done to a licence; say whether it was that.

    Raises:
        Doubt: a thing that is surely no licence, or alternatives among things that may be grouped in two ways.
    """
    paused = _PAUSED.match(scan.text, start)
    if paused:
        return _pause(scan, paused)
    bare = _BARE.match(scan.text, start)
    if bare:
        return _without_thing(scan, bare)
    several = _SEVERAL.match(scan.text, start)
    verb = _EACH.match(scan.text, start)
    if verb is None or (verb[0] == "暂停" and several is None):
        return False
    begin = (several or verb).end()
    end = thing_end(scan, begin)
    begin, end, ranges = _term(scan, begin, end)
    thing = scan.text[begin:end]
    if not thing or ranges_in(thing, 0, len(thing)) or KINDS.search(thing):
        raise scan.doubt("unclear_scope")
    holder = _HOLDER.match(thing)
    if holder:
        begin += holder.end()
        thing = scan.text[begin:end]
        scan.name_holder(begin - holder.end() + holder.start(1), begin - holder.end() + holder.end(1))
    if _HOLDERS.search(thing):
        raise scan.doubt("unclear_party")
    if ranges and verb[0] != "暂扣":
        raise scan.doubt("unclear_scope")
    parts = _parts(scan, thing)
    if several:
        if any(each.endswith("营业执照") for each in parts[1:]) or (len(parts) > 1 and "营业执照" in parts[0]):
            raise scan.doubt("unclear_alternative")
        _each_verb(scan, several, (begin, end), ranges)
    else:
        _each_licence(scan, start, begin, LICENCE_VERBS[verb[0]], parts, ranges)
    scan.at = thing_end(scan, end)
    return True


def _pause(scan: Scan, match: re.Match[str]) -> bool:
    """暂停其六个月以内从事有关业务: the business is suspended."""
    ranges = ranges_in(scan.text, match.start(1), match.end(1))
    if len(ranges) != 1 or ranges[0].type not in _TIMES:
        raise scan.doubt("unclear_numeral")
    start, scan.at = match.start(), match.end()
    scan.add("order_to_suspend_business", start, ranges=(ranges[0].bounds,))
    return True


def _without_thing(scan: Scan, bare: re.Match[str]) -> bool:
    for n, verb in enumerate(_EACH.finditer(scan.text, bare.start(1), bare.end(1))):
        if n:
            scan.joined = "or"
        scan.at = verb.end()
        scan.add(LICENCE_VERBS[verb[0]], verb.start())
    return True


def _term(scan: Scan, begin: int, end: int) -> tuple[int, int, tuple[Bounds, ...]]:
    """Return where the thing begins and ends without the term beside it, and the term."""
    ranges = [each for each in ranges_in(scan.text, begin, end) if each.type in _TIMES]
    if len(ranges) != 1:
        return begin, end, ()
    (found,) = ranges
    if found.start == begin:
        return found.end + scan.text.startswith("的", found.end), end, (found.bounds,)
    if found.end == end:
        return begin, found.start, (found.bounds,)
    return begin, end, ()


def _parts(scan: Scan, thing: str) -> list[str]:
    """Return the alternatives of a thing; several licences of one kind are one measure."""
    parts = [thing] if _CHOICE_INSIDE.match(thing) else thing.split("或者")
    if DEEDS.search(thing) or not all(LICENCE.search(each) for each in parts):
        raise scan.doubt("unknown_word")
    several = "、" in thing or "和" in thing
    if several and "营业执照" in thing:
        raise scan.doubt("unclear_scope")
    return parts if not several and "营业执照" in thing else [thing]


def _each_verb(scan: Scan, several: re.Match[str], thing: tuple[int, int], ranges: tuple[Bounds, ...]) -> None:
    """暂扣或者吊销, 吊销、撤销: one of them is chosen, for nobody loses one licence twice."""
    kinds = {"暂停": "licence_suspension"} | LICENCE_VERBS
    verbs = list(_EACH.finditer(scan.text, several.start(), several.end()))
    business = scan.text[thing[0] : thing[1]].endswith("营业执照")
    for n, verb in enumerate(verbs):
        if n:
            scan.joined = "or" if n == len(verbs) - 1 else "list"
        scan.at = thing[1] if n == len(verbs) - 1 else verb.end()
        kind = "business_licence_revocation" if business and verb[0] == "吊销" else kinds[verb[0]]
        timely = ranges if kind == "licence_suspension" else ()
        scan.add(kind, verb.start(), things=(scan.place(*thing),), ranges=timely)


def _each_licence(scan: Scan, start: int, begin: int, kind: str, parts: list[str], ranges: tuple[Bounds, ...]) -> None:
    at = begin
    for n, each in enumerate(parts):
        if n:
            scan.joined = "or"
        business = each.endswith("营业执照") and kind == "licence_revocation"
        scan.at = at + len(each)
        scan.add(
            "business_licence_revocation" if business else kind,
            at if n else start,
            things=(scan.place(at, at + len(each)),),
            ranges=ranges,
        )
        at += len(each) + 2
