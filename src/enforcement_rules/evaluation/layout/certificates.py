"""Whether the officers of an act held valid certificates on its day, and what that was found from or waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from enforcement_rules.evaluation.proof import Missing
from enforcement_rules.model.case import Certificate, Officer, Part, Step
from enforcement_rules.model.statement import Statement
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import Interval, ends, interval
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction

Fact = tuple[str, Any, Path]
Witness = tuple[tuple[tuple[str, Any], ...], Path, tuple[Fact, ...]]
"""What somebody is known by, where that stands, and what the file says of them: fact, value, place."""
ALL_CERTIFIED, HOW_MANY = "act.certificates_valid", "act.certified_count"
_ENDED = ("left_on", "certificate_cancelled_on")


@dataclass(frozen=True)
class Certified:
    """What the certificates of those at an act come to: the facts, what they were found from, what they wait for."""

    statements: Mapping[str, tuple[Statement, ...]]
    sources: tuple[Witness, ...]
    waits: tuple[Missing, ...]


def certified(n: int, step: Step, officers: Mapping[str, Officer], day: Any) -> Certified:
    """Return whether all officers of an act held a valid certificate on its day, and how many of them did.

    Auxiliaries need none. Of somebody who is not among the officers nothing is known.
    """
    acting = {id_: officers.get(id_, Officer(id=id_)) for id_ in step.by or ()}
    held = {id_: valid_on(each, day) for id_, each in acting.items() if not is_auxiliary(each)}
    places = {id_: at for at, id_ in enumerate(officers)}
    every = conjunction(held.values()) if held else None
    shown = [id_ for id_, valid in held.items() if valid is every is not None and id_ in officers]
    sources = tuple(source for id_ in shown for source in _certificates(places[id_], officers[id_]))
    path: Path = sources[0][1] if sources and every is False else ("steps", n)
    found = {ALL_CERTIFIED: UNKNOWN if every is None else every, HOW_MANY: _count(step, tuple(held.values()))}
    return Certified(
        {fact: (Statement(value, path=path),) for fact, value in found.items() if value is not UNKNOWN},
        sources,
        tuple(
            missing
            for id_, valid in held.items()
            if valid is None and id_ in officers
            for missing in _missing(places[id_], officers[id_], n if day is UNKNOWN else None)
        ),
    )


def counted(by: Iterable[str], officers: Mapping[str, Officer]) -> int:
    """Return how many officers took part; auxiliaries do not count, whatever else they may do."""
    return sum(id_ not in officers or not is_auxiliary(officers[id_]) for id_ in set(by))


def is_auxiliary(officer: Officer) -> bool:
    """Say whether somebody is no enforcement officer: listed as auxiliary, or by all as an assistant."""
    kinds = {statement.value for statement in officer.facts.get("kind", ())}
    return officer.role == "auxiliary" or kinds == {"assistant"}


def valid_on(officer: Officer, day: Any) -> Truth:
    """Say whether an officer held a certificate on a day: valid, not cancelled, and still in the post."""
    if day is UNKNOWN:
        return False if officer.certificate == () else None
    ended = [said(officer, name) for name in _ENDED]
    certificates = certificates_of(officer)
    covered = disjunction(_covers(each, day) for each in certificates) if certificates else None
    if officer.certificate == () or covered is False or any(day > end for end in ended):
        return False
    stays = all(end is UNKNOWN or day <= end for end in ended)
    return True if stays and covered else None


def _covers(certificate: Certificate, day: Any) -> Truth:
    start = UNKNOWN if certificate.from_ is None else certificate.from_
    end = UNKNOWN if certificate.to is None else certificate.to
    if day < start or day > end:
        return False
    return True if day >= start and day <= end else None


def certificates_of(officer: Officer) -> tuple[Certificate, ...]:
    """Return the certificates of an officer, also one of which the file tells only single facts."""
    if officer.certificate is not None:
        return officer.certificate if isinstance(officer.certificate, tuple) else (officer.certificate,)
    days = [said(officer, name) for name in ("certificate_from", "certificate_to")]
    if all(day is UNKNOWN for day in days):
        return ()
    start, end = (None if day is UNKNOWN else day for day in days)
    return (Certificate(from_=start, to=end),)


def said(part: Part, name: str) -> Any:
    """Return what the file says of a fact of a part; unknown where two speakers disagree."""
    found = part.facts.get(name, ())
    return found[0].value if len({ends(statement.value) for statement in found}) == 1 else UNKNOWN


def _count(step: Step, held: tuple[Truth, ...]) -> Any:
    """Return how many of those at an act were certified, as far as who was there and what the file says of it tell."""
    stated = said(step, "certificates_valid")
    officers = len(held) if step.by is not None else said(step, "officer_count")
    if type(officers) is not int:
        return UNKNOWN
    low = officers if stated is True else held.count(True)
    high = officers - max(held.count(False), 1 if stated is False else 0)
    return interval(low, high) if low <= high else UNKNOWN


def _certificates(n: int, officer: Officer) -> Iterator[Witness]:
    """Yield what the file says of each certificate of an officer, and of the end of the service."""
    path: Path = ("officers", n)
    name = ("officer.name", officer.name or officer.id)
    left = [(f"officer.{key}", day, (*path, key)) for key in _ENDED if (day := said(officer, key)) is not UNKNOWN]
    held = certificates_of(officer)
    for certificate, at in zip(held, _places(officer, path), strict=True):
        held_from_to = (("certificate_number", certificate.number), *_days(certificate))
        told = [(f"officer.{key}", value, at) for key, value in held_from_to if value is not None]
        yield (name,), at, (*told, *left)
    if not held:
        yield (name,), path, tuple(left)


def _days(certificate: Certificate) -> tuple[tuple[str, Any], ...]:
    return ("certificate_from", certificate.from_), ("certificate_to", certificate.to)


def _places(officer: Officer, path: Path) -> list[Path]:
    """Return where each certificate of an officer stands."""
    if isinstance(officer.certificate, tuple):
        return [(*path, "certificate", n) for n in range(len(officer.certificate))]
    return [(*path, "certificate")] if officer.certificate else [path] * len(certificates_of(officer))


def _missing(n: int, officer: Officer, undated: int | None) -> Iterator[Missing]:
    """Yield what leaves open whether an officer was certified: the day of the act, or a day of a certificate."""
    if undated is not None:
        yield Missing.at("act.on", ("steps", undated), ())
        return
    named = (("officer.name", officer.name or officer.id),)
    for certificate in certificates_of(officer) or (Certificate(),):
        for name, value in _days(certificate):
            if value is None or isinstance(value, Interval):
                yield Missing.at(f"officer.{name}", ("officers", n), named)
