"""Who took part in a step: how many officers count, and whether each held a valid certificate that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from enforcement_rules.model.case import Officer
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction

Source = tuple[str, Any, Path]


def counted(by: Iterable[str], officers: Mapping[str, Officer]) -> int:
    """Return how many officers took part; auxiliaries do not count, whatever else they may do."""
    return sum(id_ not in officers or not is_auxiliary(officers[id_]) for id_ in set(by))


def is_auxiliary(officer: Officer) -> bool:
    """Say whether a person is an assistant, a grid worker or other temporary staff."""
    kinds = {statement.value for statement in officer.facts.get("kind", ())}
    return officer.role == "auxiliary" or kinds == {"assistant"}


def certified(by: Iterable[str], officers: Mapping[str, Officer], day: Any) -> tuple[Truth, tuple[Source, ...]]:
    """Return whether every officer of a step held a valid certificate that day, and what that was found from.

    Auxiliaries need none: they do not count among the officers. Where nobody who counts is listed it is not known.
    """
    held = {id_: _valid_on(officers[id_], day) for id_ in by if id_ in officers and not is_auxiliary(officers[id_])}
    known = conjunction(held.values())
    if not held or known is None:
        return None, ()
    shown = [id_ for id_, valid in held.items() if valid is known]
    return known, tuple(source for id_ in shown for source in _certificate(list(officers).index(id_), officers[id_]))


def _certificate(n: int, officer: Officer) -> Iterator[Source]:
    """Yield what the file says of the certificate of an officer."""
    path: Path = ("officers", n)
    yield "officer.name", officer.name or officer.id, path
    if officer.certificate is not None:
        held = (officer.certificate.from_, officer.certificate.to)
        for name, day in zip(("certificate_from", "certificate_to"), held, strict=True):
            if day is not None:
                yield f"officer.{name}", day, (*path, "certificate")
    for name in ("left_on", "certificate_cancelled_on"):
        if (day := _said(officer, name)) is not UNKNOWN:
            yield f"officer.{name}", day, (*path, name)


def _valid_on(officer: Officer, day: Any) -> Truth:
    """Say whether an officer held a certificate on a day: valid, not cancelled, and still in the post."""
    if day is UNKNOWN:
        return None
    ended = [_said(officer, name) for name in ("left_on", "certificate_cancelled_on")]
    gone = disjunction(day > end for end in ended)
    certificate = officer.certificate
    if certificate is None:
        return False if gone else None
    start = UNKNOWN if certificate.from_ is None else certificate.from_
    end = UNKNOWN if certificate.to is None else certificate.to
    if gone or day < start or day > end:
        return False
    stays = all(end is UNKNOWN or day <= end for end in ended)
    return True if stays and day >= start and day <= end else None


def _said(officer: Officer, name: str) -> Any:
    said = officer.facts.get(name, ())
    return said[0].value if len({ends(statement.value) for statement in said}) == 1 else UNKNOWN
