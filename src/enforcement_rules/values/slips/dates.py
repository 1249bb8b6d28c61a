"""Dates as people write them: 2024/3/5, 2024年3月5日, 20240305, from one day to another, with a time behind."""

from __future__ import annotations

import calendar
import re
from typing import Any

from enforcement_rules.values.dates import EARLIEST, LATEST
from enforcement_rules.values.slips.marks import plain

Slip = tuple[str, dict[str, Any]]
_MONTHS = 12
_NUMERALS = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_TENS = re.compile("([一二三]?)十([一二三四五六七八九]?)")
_BLANKS = re.compile(r"(?<=[年月])\s+|\s+(?=[年月日号])")
_TIME = (
    r"(?:T|\s*)(?:(?P<noon>上午|下午|中午|晚上|晚|早上|凌晨)?(?P<hour>[0-9]{1,2})(?::|时|点)(?P<minute>[0-9]{1,2})?分?"
    r"(?::[0-9]{1,2}(?:\.[0-9]+)?|[0-9]{1,2}秒)?(?:\+08:?00)?整?)"
)
_PARTS = re.compile(
    r"(?P<year>[0-9]{4})(?:年?\Z|(?P<mark>[-/.年–—])(?P<month>[0-9]{1,2})"
    r"(?:月?\Z|月?(?P<third>[上中下])旬\Z|[-/.月–—](?P<day>[0-9]{1,2})(?:日|号)?))"
    rf"(?:{_TIME})?\Z"
)
_JOINED = re.compile(rf"(?P<year>[0-9]{{4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})?(?:(?<=[0-9]{{8}}){_TIME})?\Z")
_BETWEEN = re.compile(r"\s*(?:至|到|~|～|——|－|—|–)\s*|\s+-\s+|(?<=日)-|(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})[/-]")
_DOTTED = re.compile(r"([0-9]{4}([./])[0-9]{1,2}\2[0-9]{1,2})-([0-9]{4}\2[0-9]{1,2}\2[0-9]{1,2})\Z")
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
_AFTERNOON = {"下午", "晚上", "晚"}


def span_slip(text: str) -> Slip | None:
    """Read a date that may be cut or lie between two days."""
    normal = _normal(text)
    found = _ends(normal)
    return _between(text, *found) if found else _date(text, normal, whole=False)


def day_slip(text: str) -> Slip | None:
    """Read a whole day."""
    return _date(text, _normal(text), whole=True)


def year_slip(text: str) -> Slip | None:
    """Read a year."""
    match = re.fullmatch("([0-9]{4})年?", _normal(text))
    return None if match is None or match[1] == text else _write(text, match[1])


def time_slip(text: str) -> Slip | None:
    """Read a day and a time of it."""
    match = _matched(_normal(text))
    if match is None or match["day"] is None or match["hour"] is None:
        return None
    problem = _impossible(text, match)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    hour += 12 if match["noon"] in _AFTERNOON and hour < _MONTHS else 0
    if problem is not None or hour > 23 or minute > 59:  # noqa: PLR2004 - hours and minutes
        return problem
    return _write(text, f"{_written(match)}T{hour:02}:{minute:02}")


def _normal(text: str) -> str:
    """Return the text with Arabic numerals; 十 and 廿 depend on what stands beside them."""
    tens = _TENS.sub(lambda m: str(int((m[1] or "一").translate(_NUMERALS))) + (m[2] or "零"), plain(text))
    return _BLANKS.sub("", tens.translate(_NUMERALS))


def _matched(text: str) -> re.Match[str] | None:
    return _PARTS.match(text) or _JOINED.match(text)


def _date(text: str, normal: str, *, whole: bool) -> Slip | None:
    match = _matched(normal)
    if match is None or (whole and match["day"] is None):
        return None
    third = match.groupdict().get("third")
    problem = _impossible(text, match)
    if problem is not None or third is None:
        return problem or (None if _written(match) == text else _write(text, _written(match)))
    first, last = _THIRDS[third]
    last = min(last, calendar.monthrange(int(match["year"]), int(match["month"]))[1])
    month = _written(match)
    return _write(text, f"{{from: {month}-{first:02}, to: {month}-{last:02}}}")


def _impossible(text: str, match: re.Match[str]) -> Slip | None:
    """Say what of a date does not exist."""
    year, month, day = (int(match[key] or 1) for key in ("year", "month", "day"))
    if not EARLIEST.year <= year <= LATEST.year:
        return "year_outside", {"value": text}
    if not 1 <= month <= _MONTHS:
        return "no_such_month", {"value": text, "month": month}
    days = calendar.monthrange(year, month)[1]
    return None if 1 <= day <= days else ("no_such_day", {"value": text, "month": f"{year}-{month:02}", "days": days})


def _written(match: re.Match[str]) -> str:
    return "-".join(f"{int(match[key]):02}" for key in ("year", "month", "day") if match[key])


def _ends(normal: str) -> tuple[str, str] | None:
    """Return the two ends of a span, the second completed by what it leaves out: 2024年3月1日至5日."""
    dotted = _DOTTED.match(normal)
    ends = (dotted[1], dotted[3]) if dotted else tuple(_BETWEEN.split(normal))
    if len(ends) != 2 or _matched(ends[0]) is None:  # noqa: PLR2004 - a span has two ends
        return None
    low, high = ends
    begin = re.match(r"([0-9]{4}年)([0-9]{1,2}月)?", low)
    if begin is not None and _matched(high) is None:
        high = begin[1] + ("" if "月" in high else begin[2] or "") + high
    return (low, high) if _matched(high) else None


def _between(text: str, low: str, high: str) -> Slip | None:
    ends = []
    for end in (low, high):
        match = _matched(end)
        problem = None if match is None else _impossible(end, match)
        if match is None or problem is not None:
            return problem
        ends.append(_written(match))
    if ends[0] > ends[1]:
        return "span_upside_down", {"from": ends[0], "to": ends[1]}
    return _write(text, f"{{from: {ends[0]}, to: {ends[1]}}}")


def _write(text: str, instead: str) -> Slip:
    return "write_instead", {"value": text, "instead": instead}
