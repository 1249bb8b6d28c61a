"""Whether the officers of an act held valid certificates on its day, and what that was found from or waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.layout.officers import LaidOfficer, said
from enforcement_rules.evaluation.proof import Missing
from enforcement_rules.model.case import Certificate, Step
from enforcement_rules.model.statement import Statement
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import Interval, interval
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction

Fact = tuple[str, Any, Path]
Witness = tuple[tuple[tuple[str, Any], ...], Path, tuple[Fact, ...]]
"""What somebody is known by, where that stands, and what the file says of them: fact, value, place."""
ALL_CERTIFIED, HOW_MANY = "act.certificates_valid", "act.certified_count"


class Certified(Struct, frozen=True):
    """What the certificates of those at an act come to: the facts, what they were found from, what they wait for."""

    statements: Mapping[str, tuple[Statement, ...]]
    sources: tuple[Witness, ...]
    waits: tuple[Missing, ...]


def certified(step: Step, n: int, by: Iterable[LaidOfficer], day: Any, *, closed: bool) -> Certified:
    """Return whether all officers of a step held a valid certificate on its day, and how many of them did.

    `n` is the place of the step. Auxiliaries need none. Of somebody whom the list does not name nothing is known, and
    those named speak for all only where they are all (`closed`).
    """
    acting = {each.officer.id: each for each in by if not each.auxiliary}
    held = [(each, each.valid_on(day)) for each in acting.values()]
    every = conjunction([valid for _, valid in held] + ([] if closed else [None])) if held else None
    shown = [each for each, valid in held if valid is every is not None and each.n is not None]
    sources = tuple(source for each in shown for source in _certificates(each))
    path: Path = sources[0][1] if sources and every is False else ("steps", n)
    count = _count(step, [valid for _, valid in held], closed=closed)
    found = {ALL_CERTIFIED: UNKNOWN if every is None else every, HOW_MANY: count}
    undated = n if day is UNKNOWN else None
    sure = [valid for _, valid in held].count(True)
    return Certified(
        {fact: (Statement(value, path=path),) for fact, value in found.items() if value is not UNKNOWN},
        sources,
        (
            *(missing for each, valid in held if valid is None for missing in _missing(each, undated)),
            *([] if closed or not held or sure >= _ENOUGH else [_how_many(step, n, day)]),
        ),
    )


_ENOUGH = 2
"""Officers that an act needs: where so many surely held a certificate, it does not matter who else was there."""


def _how_many(step: Step, n: int, day: Any) -> Missing:
    named = (("act.kind", step.step), *(() if day is UNKNOWN else (("act.on", day),)))
    return Missing.at("act.officer_count", ("steps", n), named)


def _count(step: Step, held: list[Truth], *, closed: bool) -> Any:
    """Return how many of those at an act were certified, as far as who was there and what the file says of it tell."""
    stated = said(step, "certificates_valid")
    officers = len(held) if step.by is not None and closed else said(step, "officer_count")
    if type(officers) is not int:
        low = len(held) if stated is True else held.count(True)
        return interval(low, None) if held else UNKNOWN
    low = officers if stated is True else held.count(True)
    high = officers - max(held.count(False), 1 if stated is False else 0)
    return interval(low, high) if low <= high else UNKNOWN


def _certificates(laid: LaidOfficer) -> Iterator[Witness]:
    """Yield what the file says of each certificate of an officer, and of the end of the service."""
    name = ("officer.name", laid.name)
    left = [(f"officer.{key}", day, (*laid.path, key)) for key, day in laid.ended.items()]
    for certificate, at in zip(laid.certificates, laid.places(), strict=True):
        held_from_to = (("certificate_number", certificate.number), *_days(certificate))
        told = [(f"officer.{key}", value, at) for key, value in held_from_to if value is not None]
        yield (name,), at, (*told, *left)
    if not laid.certificates:
        yield (name,), laid.path, tuple(left)


def _days(certificate: Certificate) -> tuple[tuple[str, Any], ...]:
    return ("certificate_from", certificate.from_), ("certificate_to", certificate.to)


def _missing(laid: LaidOfficer, undated: int | None) -> Iterator[Missing]:
    """Yield what leaves open whether an officer was certified: the day of the act, or a day of a certificate."""
    if laid.n is None:
        return
    if undated is not None:
        yield Missing.at("act.on", ("steps", undated), ())
        return
    for certificate in laid.certificates or (Certificate(),):
        for name, value in _days(certificate):
            if value is None or isinstance(value, Interval):
                known_by = (("officer.name", laid.name),)
                yield Missing.at(f"officer.{name}", laid.path, known_by, bounded=value is not None)
