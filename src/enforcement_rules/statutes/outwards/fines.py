"""What stands behind 处 or 给予: a fine or a detention with its range, a warning."""

from __future__ import annotations

import re
from typing import Final

from msgspec import structs

from enforcement_rules.statutes.clauses import Bounds
from enforcement_rules.statutes.outwards.codes import PLAIN_KINDS
from enforcement_rules.statutes.outwards.cues import CAP, DEEMED, KINDS, VERB
from enforcement_rules.statutes.outwards.licences import take_licence
from enforcement_rules.statutes.outwards.quantities import FoundRange, ranges_in, with_base
from enforcement_rules.statutes.outwards.scanning import Scan

_MONEY: Final = ("amount", "multiple", "percent", "per_mille")
_PAUSED: Final = re.compile("(?:停止执业|停业整顿|停止营业|停产停业)(?:[^,处]{2,16})?的处罚")
_EACH_TIME: Final = re.compile("按(次)处([^,]{2,24}?)的?罚款$")
_COMPUTED: Final = re.compile("按照?([^,]{2,40}?)计算罚款$")
_CAPPED: Final = re.compile("[、,]?但?(?:最高)?")
_SET: Final = re.compile("罚款(?:数)?额(?:度)?为")
_RATE_FIRST: Final = re.compile(r"(?:按照?|以)(每[^,]{1,40}?)(?:的?标准)?(?:处以|处|并处)(?:的)?罚款$")

_OF_BEFORE: Final = re.compile("按照(前款罚款数额的[^,对]{2,20}?)对([^,对]{2,30}?)处以罚款$")
"""A multiple of the fine before, for whom it names."""


def take_deemed(scan: Scan) -> bool:
    """Take a sum that counts where the base is smaller (违法所得不足一万元的,按一万元计算); say whether it was one."""
    if DEEMED.match(scan.text, scan.at) is None:
        return False
    start = scan.at
    ranges = ranges_in(scan.text, scan.at, len(scan.text))
    if len(ranges) != 1 or ranges[0].type != "amount" or ranges[0].bounds.low != ranges[0].bounds.high:
        raise scan.doubt("unclear_numeral")
    scan.at = len(scan.text)
    scan.add("deemed", start, ranges=(ranges[0].bounds,))
    return True


def take_cap(scan: Scan) -> bool:
    """Take the highest sum of the fine before it (但最高不得超过三万元); say whether it was one."""
    if scan.found or CAP.match(scan.text, scan.at) is None:
        return False
    start = scan.at
    ranges = ranges_in(scan.text, scan.at, len(scan.text))
    bound = ranges[0].bounds.high or ranges[0].bounds.low if len(ranges) == 1 else None
    if bound is None or bound.type != "amount":
        raise scan.doubt("unclear_numeral")
    top = structs.replace(bound, closed=True)
    scan.at = len(scan.text)
    scan.add("cap", start, ranges=(Bounds(None, top),))
    return True


def take_set(scan: Scan) -> bool:
    """Take the amount of a fine that is imposed elsewhere (罚款数额为二万元以上…); say whether it was one."""
    match = _SET.match(scan.text, scan.at)
    if match is None:
        return False
    start = scan.at
    ranges = ranges_in(scan.text, match.end(), len(scan.text))
    if len(ranges) != 1 or ranges[0].end != len(scan.text) or ranges[0].type not in _MONEY:
        raise scan.doubt("formula")
    bounds = tuple(_moved(scan, each) for each in with_base(ranges[0], scan.text, match.end()))
    scan.at = len(scan.text)
    scan.add("fine", start, ranges=bounds)
    return True


def take_imposed(scan: Scan, start: int) -> None:
    """Take a kind behind 处 or 给予.

    Raises:
        Doubt: a kind that is no penalty with a range here, or a range that is not surely its own.
    """
    bare = scan.take(VERB) is None
    if bare and not (scan.joined or scan.text[max(0, scan.at - 2) : scan.at].endswith("处")):
        raise scan.doubt("unknown_word")
    paused = _PAUSED.match(scan.text, scan.at)
    if paused:
        return _suspended(scan, start, paused.end())
    if not bare and scan.text.startswith("暂扣", scan.at):
        take_licence(scan, scan.at)
        return None
    kind = KINDS.search(scan.text, scan.at)
    if kind is None:
        raise scan.doubt("unknown_word")
    if kind[0] in PLAIN_KINDS and kind.start() == scan.at:
        scan.at = kind.end()
        return scan.add(PLAIN_KINDS[kind[0]], start)
    if kind[0] not in ("罚款", "拘留", "行政拘留"):
        raise scan.doubt("unclear_scope")
    if kind[0] == "罚款" and kind.start() == scan.at:
        if re.match("数额|金额|标准|幅度|的", scan.text[kind.end() :]):
            raise scan.doubt("formula")
        scan.at = kind.end()
        return scan.add("fine", start)
    bounds = _range_of(scan, kind)
    scan.at = kind.end()
    return scan.add("fine" if kind[0] == "罚款" else "administrative_detention", start, ranges=bounds)


def _suspended(scan: Scan, start: int, end: int) -> None:
    """给予停止执业三个月以上六个月以下的处罚."""
    ranges = ranges_in(scan.text, scan.at, end)
    if len(ranges) > 1 or any(each.type not in ("days", "months", "years") for each in ranges):
        raise scan.doubt("unclear_numeral")
    scan.at = end
    scan.add("order_to_suspend_business", start, ranges=tuple(each.bounds for each in ranges))


def _range_of(scan: Scan, kind: re.Match[str]) -> tuple[Bounds, ...]:
    ranges = [each for each in ranges_in(scan.text, scan.at, kind.start()) if not _last_year(scan, each)]
    capped = len(ranges) == len(("share", "cap")) and _CAPPED.fullmatch(scan.text[ranges[0].end : ranges[1].start])
    if capped and ranges[1].type == "amount" and ranges[1].bounds.low is None:
        last = (ranges.pop().bounds,) if scan.text[ranges[1].end : kind.start()] in ("", "的") else ()
        return (*_range_only(scan, ranges[0], kind), *last)
    if len(ranges) != 1 or scan.text[ranges[0].end : kind.start()] not in ("", "的"):
        raise scan.doubt("amount_elsewhere" if not ranges else "formula")
    return _range_only(scan, ranges[0], kind)


def _range_only(scan: Scan, found: FoundRange, kind: re.Match[str]) -> tuple[Bounds, ...]:
    if found.type not in (_MONEY if kind[0] == "罚款" else ("days",)):
        raise scan.doubt("unclear_numeral")
    all_bounds = _based(scan, found)
    if any(each.high is None for each in all_bounds):
        raise scan.doubt("unclear_numeral")
    return all_bounds


def _last_year(scan: Scan, found: FoundRange) -> bool:
    """Whether a range is only the year of a base (上一年年收入)."""
    return found.type == "years" and scan.text[: found.start].endswith(("上", "前"))


def _based(scan: Scan, found: FoundRange) -> tuple[Bounds, ...]:
    """Return the bounds with their base, its places moved from the clause to the text."""
    return tuple(_moved(scan, each) for each in with_base(found, scan.text, scan.at))


def _moved(scan: Scan, bounds: Bounds) -> Bounds:
    return structs.replace(
        bounds,
        of=tuple(scan.place(start, end) for start, end in bounds.of),
        per=None if bounds.per is None else scan.place(*bounds.per),
    )


def take_each_time(scan: Scan, start: int) -> bool:
    """Take a fine for each time (按次处一百元以上五百元以下罚款); say whether it was one."""
    match = _EACH_TIME.match(scan.text, scan.at)
    if match is None:
        return False
    ranges = ranges_in(scan.text, match.start(2), match.end(2))
    if len(ranges) != 1 or (ranges[0].start, ranges[0].end) != match.span(2) or ranges[0].type != "amount":
        raise scan.doubt("formula")
    scan.at = match.end()
    scan.add("fine", start, ranges=(structs.replace(ranges[0].bounds, per=scan.place(*match.span(1))),))
    return True


def take_rate(scan: Scan, start: int) -> bool:
    """Take a fine with its sum before 处 (按每平方米十元以上五十元以下处以罚款); say whether it was one."""
    before = _OF_BEFORE.match(scan.text, scan.at)
    match = before or _RATE_FIRST.match(scan.text, scan.at) or _COMPUTED.match(scan.text, scan.at)
    if match is None:
        return False
    if before:
        scan.name_holder(*before.span(2))
    ranges = ranges_in(scan.text, match.start(1), match.end(1))
    if len(ranges) != 1 or ranges[0].end != match.end(1) or ranges[0].type not in _MONEY:
        raise scan.doubt("formula")
    bounds = tuple(_moved(scan, each) for each in with_base(ranges[0], scan.text, match.start(1)))
    scan.at = match.end()
    scan.add("fine", start, ranges=bounds)
    return True
