"""Measures in a stretch of text: fines and detentions with their ranges, confiscations, revocations, penal orders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from enforcement_rules.statutes.proving.atoms import Range, Unit
from enforcement_rules.statutes.proving.numerals import number_in
from enforcement_rules.statutes.proving.words import BUSINESS_LICENCE, GAINS, KINDS, NUMBER, PENAL_STOPS, STOPPED

HUNDRED = Decimal(100)


class Measure(Struct, frozen=True):
    """A measure as its words stand: kinds, range, characters; `stop` for a stop that only its place explains."""

    kinds: tuple[str, ...]
    start: int
    end: int
    range: Range | None = None
    stop: str = ""


_END = (
    rf"(?:百分之(?P<{{0}}p>{NUMBER})|(?P<{{0}}q>{NUMBER})%|(?P<{{0}}f>{NUMBER})(?P<{{0}}u>元|倍|日)?|(?P<{{0}}e>等值))"
)
_RANGE = rf"(?:{_END.format('low')}以上)?{_END.format('high')}以下"
_SET_FINE = re.compile(rf"罚款数额为{_RANGE}(?:的?罚款)?")
_NAMED = re.compile(rf"{_RANGE}的?(?P<what>罚款|拘留)")
_OPEN_FINE = re.compile(r"处以?罚款(?!数额)")
_CONFISCATED = re.compile(r"没收(?P<what>[^,;。:]+)")
_REVOKED = re.compile(r"吊销(?P<what>(?:(?!或者|吊销)[^,;。:])+)")
_LIST = re.compile(r"和|、|以及|及其|及")
_PER = re.compile(r"每(?P<unit>[^,;。:]*?[一1](?:人|个|户|件|辆|次|份|台))$")
_BASE_BEGINS = re.compile(r"处以?|或者|并|可以|罚款数额为|单处|给予")


def measures(text: str) -> Iterator[Measure]:
    """Yield the measures of normal text in its order; a stretch of text is read once."""
    taken: list[tuple[int, int]] = []
    found = [each for read in _READ for each in read(text)]
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if any(start < each.end and each.start < end for start, end in taken if (start, end) != (each.start, each.end)):
            continue
        taken.append((each.start, each.end))
        yield each


def _ranged(text: str) -> Iterator[Measure]:
    for found in [*_NAMED.finditer(text), *_SET_FINE.finditer(text)]:
        detention = found.groupdict().get("what") == "拘留"
        start, base, per = _base(text, found.start())
        span = _range(found, base, per)
        if span is not None and (span.unit == "days") is detention:
            yield Measure(("administrative_detention" if detention else "fine",), start, found.end(), span)


def _base(text: str, start: int) -> tuple[int, str, str]:
    """Return where the words before a range begin, what is multiplied, and per what it is."""
    clause = max(text.rfind(mark, 0, start) for mark in ",;。:") + 1
    begins = [each.end() for each in _BASE_BEGINS.finditer(text, clause, start)]
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
    return Range(low, high, high_unit, base if high_unit == "factor" else "", per)


_UNITS: dict[str, Unit] = {"元": "yuan", "倍": "factor", "日": "days"}


def _end(found: re.Match[str], name: str, other: Unit | None) -> tuple[Decimal | None, Unit | None]:
    percent = found[f"{name}p"] or found[f"{name}q"]
    if percent:
        share = number_in(percent)
        return (None if share is None else share / HUNDRED), "factor"
    if found[f"{name}e"]:
        return Decimal(1), "factor"
    if not found[f"{name}f"]:
        return None, None
    return number_in(found[f"{name}f"]), _UNITS.get(found[f"{name}u"] or "", other)


def _open_fines(text: str) -> Iterator[Measure]:
    for found in _OPEN_FINE.finditer(text):
        yield Measure(("fine",), found.start(), found.end())


def _confiscations(text: str) -> Iterator[Measure]:
    for found in _CONFISCATED.finditer(text):
        parts = [each for each in _LIST.split(found["what"]) if each]
        if GAINS.intersection(parts):
            yield Measure(("confiscation_of_illegal_gains",), found.start(), found.end())
        if not GAINS.issuperset(parts):
            yield Measure(("confiscation_of_illegal_property",), found.start(), found.end())


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


_READ = (_ranged, _open_fines, _confiscations, _revocations, _named, _stops)
