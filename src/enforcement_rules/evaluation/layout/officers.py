"""Officers laid out: where each stands in the file, what certificates it held and until when it served."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from enforcement_rules.model.case import Case, Certificate, Officer, Part
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import ends, hull
from enforcement_rules.values.truth import UNKNOWN, Truth, disjunction

ENDED = ("left_on", "certificate_cancelled_on")
"""Facts of an officer that are days after which no certificate is held any more."""


class LaidOfficer(Struct, frozen=True, eq=False, dict=True):
    """An officer with the place in the list of officers; `n` is `None` for one whom the list does not name."""

    officer: Officer
    n: int | None = None

    @property
    def path(self) -> Path:
        """Where the officer stands; empty for one whom the list does not name."""
        return () if self.n is None else ("officers", self.n)

    @property
    def name(self) -> str:
        """The name, or the id where the file gives none."""
        return self.officer.name or self.officer.id

    @cached_property
    def auxiliary(self) -> bool:
        """Whether somebody is no enforcement officer: listed as auxiliary, or by all as an assistant."""
        kinds = {statement.value for statement in self.officer.facts.get("kind", ())}
        return self.officer.role == "auxiliary" or kinds == {"assistant"}

    @cached_property
    def certificates(self) -> tuple[Certificate, ...]:
        """The certificates, also one of which the file tells only single facts."""
        held = self.officer.certificate
        if held is not None:
            return held if isinstance(held, tuple) else (held,)
        start, end = (said(self.officer, name) for name in ("certificate_from", "certificate_to"))
        if start is UNKNOWN and end is UNKNOWN:
            return ()
        return (Certificate(from_=None if start is UNKNOWN else start, to=None if end is UNKNOWN else end),)

    @cached_property
    def ended(self) -> Mapping[str, Any]:
        """The days after which no certificate was held any more, by the fact that tells them; stated ones only."""
        days = {name: said(self.officer, name) for name in ENDED}
        return {name: day for name, day in days.items() if day is not UNKNOWN}

    def valid_on(self, day: Any) -> Truth:
        """Say whether a certificate was held on a day: valid, not cancelled, and its holder still in the post."""
        none = self.officer.certificate == ()
        if day is UNKNOWN:
            return False if none else None
        covered = disjunction(_covers(each, day) for each in self.certificates) if self.certificates else None
        if none or covered is False or any(day > end for end in self.ended.values()):
            return False
        stays = all(day <= end for end in self.ended.values())
        return True if stays and covered else None

    def places(self) -> Iterator[Path]:
        """Yield where each certificate stands."""
        if isinstance(self.officer.certificate, tuple):
            yield from ((*self.path, "certificate", n) for n in range(len(self.officer.certificate)))
        else:
            told = (*self.path, "certificate") if self.officer.certificate else self.path
            yield from (told for _ in self.certificates)


def lay_officers(case: Case) -> dict[str, LaidOfficer]:
    """Return the officers whom a case lists, by id."""
    return {officer.id: LaidOfficer(officer, n) for n, officer in enumerate(case.officers)}


def said_within(part: Part, name: str) -> Any:
    """Return what the file says of a fact of a part; the bounds of it where speakers disagree."""
    found = part.facts.get(name, ())
    return hull([statement.value for statement in found]) if found else UNKNOWN


def said(part: Part, name: str) -> Any:
    """Return what the file says of a fact of a part; unknown where two speakers disagree."""
    found = part.facts.get(name, ())
    return found[0].value if len({ends(statement.value) for statement in found}) == 1 else UNKNOWN


def _covers(certificate: Certificate, day: Any) -> Truth:
    start = UNKNOWN if certificate.from_ is None else certificate.from_
    end = UNKNOWN if certificate.to is None else certificate.to
    if day < start or day > end:
        return False
    return True if day >= start and day <= end else None
