"""Measures in a stretch of text: fines and detentions with their ranges, confiscations, revocations, penal orders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct, structs

from enforcement_rules.statutes.proving.atoms import Range, Unit
from enforcement_rules.statutes.proving.numerals import number_in
from enforcement_rules.statutes.proving.words import (
    BUSINESS_LICENCE,
    GAINS,
    KINDS,
    NUMBER,
    PENAL_STOPS,
    PENAL_WORDS,
    STOPPED,
)

HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)


class Measure(Struct, frozen=True):
    """A measure as its words stand: kinds, range, characters; `stop` for a stop that only its place explains."""

    kinds: tuple[str, ...]
    start: int
    end: int
    range: Range | None = None
    stop: str = ""


_END = (
    rf"(?:百分之(?P<{{0}}p>{NUMBER})|(?P<{{0}}q>{NUMBER})%|千分之(?P<{{0}}t>{NUMBER})|(?P<{{0}}s>{NUMBER})‰"
    rf"|(?P<{{0}}f>{NUMBER})(?P<{{0}}u>元|倍|日)?|(?P<{{0}}e>等值))"
)
_RANGE = rf"(?:{_END.format('low')}(?:以上至?|至|到))?{_END.format('high')}(?P<upto>以下)?"
_LENGTH = rf"(?P<{{0}}n>{NUMBER})个?(?P<{{0}}m>月|年)"
_TERM = re.compile(
    rf"(?:{_LENGTH.format('low')}以上至?|{_LENGTH.format('from')}至)?{_LENGTH.format('high')}(?P<upto>以下|以内)?|(?P<life>终身|终生)"
)
_MONTHS = {"月": 1, "年": 12}
_SET_FINE = re.compile(rf"罚款数额为{_RANGE}(?:的?罚款)?")
_NAMED = re.compile(rf"{_RANGE}的?(?P<what>罚款|拘留)")
_STANDARD = re.compile(rf"以?每(?P<unit>[^,;。:]{{0,6}}?){_RANGE}的标准(?:处以?|并处)罚款")
_DAILY = re.compile(r"按照?(?P<base>原(?:罚款|处罚)数额)按(?P<per>日)连续处罚")
_OPEN_FINE = re.compile(r"处以?罚款(?!数额)")
_CONFISCATED = re.compile(r"没收(?P<what>[^,;。:]+)")
_TAKEN = re.compile(r"[^,;。:]{2,60}(?:予以|一律)没收(?=[,;。]|$)")
_REVOKED = re.compile(r"吊销(?P<what>(?:(?!或者|吊销)[^,;。:])+)")
_LIST = re.compile(r"和|、|以及|及其|及")
_PER = re.compile(r"每(?P<unit>[^,;。:]*?[一1](?:人|个|户|件|辆|次|份|台))$")
_BASE_BEGINS = re.compile(r"处以?|并|可以|罚款数额为|单处|给予")
_MEASURED = re.compile(rf"{NUMBER}(?:元|倍)|百分之|千分之|%|‰")
"""What no base holds: numerals that measure something themselves."""
_NOT_HERE = re.compile(r"(?:被(?:处以|依法|责令)*|不(?:予|依法)*)$")
"""What stands before a measure that was taken elsewhere, or was not."""


def measures(text: str) -> Iterator[Measure]:
    """Yield the measures of normal text in its order; a stretch of text is read once."""
    taken: list[tuple[int, int]] = []
    found = [each for read in _READ for each in read(text) if not _NOT_HERE.search(text[: each.start])]
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if any(start < each.end and each.start < end for start, end in taken if (start, end) != (each.start, each.end)):
            continue
        taken.append((each.start, each.end))
        yield each if each.range is not None or each.kinds == ("fine",) else _with_term(text, each)


def _with_term(text: str, each: Measure) -> Measure:
    """Return a measure with the term that stands in it or just before or behind it; a fine has none."""
    clause = max(text.rfind(mark, 0, each.start) for mark in ",;。:、") + 1
    ends = [at for mark in ",;。:、" if (at := text.find(mark, each.end)) >= 0]
    found = [span for span in _TERM.finditer(text, clause, min(ends, default=len(text))) if _is_term(text, span)]
    if len(found) != 1:
        return each
    start, end = min(each.start, found[0].start()), max(each.end, found[0].end())
    return structs.replace(each, range=_term(found[0]), start=start, end=end)


def _is_term(text: str, found: re.Match[str]) -> bool:
    """Say whether a length is no time in which something happened (一年内累计三次)."""
    return re.match(r"内(?!不得|禁止)", text[found.end() :]) is None


def _term(found: re.Match[str]) -> Range:
    if found["life"]:
        return Range(None, None, "life")
    high = _months(found, "high")
    low = _months(found, "low") if found["lown"] else _months(found, "from") if found["fromn"] else None
    exact = found["upto"] is None and low is None
    return Range(high if exact else low, high, "months")


def _months(found: re.Match[str], name: str) -> Decimal | None:
    count = number_in(found[f"{name}n"])
    return None if count is None else count * _MONTHS[found[f"{name}m"]]


def _ranged(text: str) -> Iterator[Measure]:
    for found in [*_NAMED.finditer(text), *_SET_FINE.finditer(text)]:
        detention = found.groupdict().get("what") == "拘留"
        start, base, per = _base(text, found.start())
        span = None if _MEASURED.search(base) else _range(found, base, per)
        if span is not None and (span.unit == "days") is detention:
            yield Measure(("administrative_detention" if detention else "fine",), start, found.end(), span)


def _by_standard(text: str) -> Iterator[Measure]:
    for found in _STANDARD.finditer(text):
        span = _range(found, "", found["unit"])
        if span is not None and span.unit == "yuan":
            yield Measure(("fine",), found.start(), found.end(), span)


def _base(text: str, start: int) -> tuple[int, str, str]:
    """Return where the words before a range begin, what is multiplied, and per what it is."""
    clause = max(text.rfind(mark, 0, start) for mark in ",;。:") + 1
    begins = [each.end() for each in _BASE_BEGINS.finditer(text, clause, start)]
    either = text.rfind("或者", clause, start)
    if either >= 0 and (not begins or PENAL_WORDS.search(text, clause, either)):
        begins.append(max([either + 2, *begins]))
    words = text[begins[-1] : start] if begins else ""
    per = _PER.search(words)
    if per is not None:
        return begins[-1], "", per["unit"]
    return (begins[-1] if words else start), words, ""


def _range(found: re.Match[str], base: str, per: str) -> Range | None:
    """Return the range; `None` where its ends do not fit together."""
    high, high_unit = _end(found, "high", None)
    low, low_unit = _end(found, "low", high_unit)
    if high_unit is None or (low is not None and low_unit != high_unit):
        return None
    if found["upto"] is None and low is None:
        low = high
    return Range(low, high, high_unit, base if high_unit == "factor" else "", per)


_UNITS: dict[str, Unit] = {"元": "yuan", "倍": "factor", "日": "days"}


def _end(found: re.Match[str], name: str, other: Unit | None) -> tuple[Decimal | None, Unit | None]:
    for groups, whole in (("pq", HUNDRED), ("ts", THOUSAND)):
        written = found[f"{name}{groups[0]}"] or found[f"{name}{groups[1]}"]
        share = number_in(written) if written else None
        if share is not None:
            return share / whole, "factor"
    if found[f"{name}e"]:
        return Decimal(1), "factor"
    if not found[f"{name}f"]:
        return None, None
    return number_in(found[f"{name}f"]), _UNITS.get(found[f"{name}u"] or "", other)


def _open_fines(text: str) -> Iterator[Measure]:
    for found in _OPEN_FINE.finditer(text):
        yield Measure(("fine",), found.start(), found.end())


def _daily_fines(text: str) -> Iterator[Measure]:
    for found in _DAILY.finditer(text):
        once = Range(Decimal(1), Decimal(1), "factor", found["base"], found["per"])
        yield Measure(("fine",), found.start(), found.end(), once)


def _confiscations(text: str) -> Iterator[Measure]:
    for found in _CONFISCATED.finditer(text):
        parts = [each for each in _LIST.split(found["what"]) if each]
        gains = [part for part in parts if part.endswith(tuple(GAINS))]
        if gains:
            yield Measure(("confiscation_of_illegal_gains",), found.start(), found.end())
        if len(gains) < len(parts):
            yield Measure(("confiscation_of_illegal_property",), found.start(), found.end())


def _confiscated_before(text: str) -> Iterator[Measure]:
    for found in _TAKEN.finditer(text):
        gains = any(each in found[0] for each in GAINS)
        kind = "confiscation_of_illegal_gains" if gains else "confiscation_of_illegal_property"
        yield Measure((kind,), found.start(), found.end())


def _revocations(text: str) -> Iterator[Measure]:
    for found in _REVOKED.finditer(text):
        business = found["what"].removeprefix("其") == BUSINESS_LICENCE
        yield Measure(
            ("business_licence_revocation" if business else "licence_revocation",), found.start(), found.end()
        )


def _named(text: str) -> Iterator[Measure]:
    for pattern, kinds in KINDS:
        for found in pattern.finditer(text):
            yield Measure(kinds, found.start(), found.end())


def _stops(text: str) -> Iterator[Measure]:
    for found in STOPPED.finditer(text):
        yield Measure(
            ("order_to_suspend_business",) if found["what"] in PENAL_STOPS else (),
            found.start(),
            found.end(),
            stop=found["what"],
        )


_READ = (
    _ranged,
    _by_standard,
    _daily_fines,
    _open_fines,
    _confiscations,
    _confiscated_before,
    _revocations,
    _named,
    _stops,
)
