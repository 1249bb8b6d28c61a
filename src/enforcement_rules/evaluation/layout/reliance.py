"""Which evidence the decision relies on (定案根据): what the file names as proof, not all that lies in it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from enforcement_rules.model.case import Case, Part
from enforcement_rules.values.errors import Path
from enforcement_rules.values.truth import Truth

RELIED_ON = "evidence.relied_on"
_PARTY, _ORGAN = "party", "organ"


class Reliance(Struct, frozen=True):
    """Whether the decision relies on a piece of evidence; `path`: what in the case says so.

    `named` is false where nothing in the case names it.
    """

    known: Truth
    path: Path
    named: bool = True


class _Naming(Struct, frozen=True):
    """One place that names a piece: who names it, and whether for what the file finds or against it."""

    by: str | None
    supports: bool
    path: Path


def reliance_of(case: Case) -> dict[str, Reliance]:
    """Return for every piece of evidence, by id, whether the decision relies on it.

    Relied on is what the organ or the file itself names as proof. What only the party brings forward is not; what the
    file merely notes against an element, and what it names nowhere though it lists elements, is open. A file that
    lists no elements relies on all its evidence, unless only the party names it.
    """
    if not case.evidence:
        return {}
    named: dict[str, list[_Naming]] = {}
    for id_, naming in (*_of_elements(case), *_of_facts(case)):
        named.setdefault(id_, []).append(naming)
    lists = any(violation.elements for violation in case.violations)
    return {
        piece.id: _reliance(named.get(piece.id, []), ("evidence", n), lists=lists)
        for n, piece in enumerate(case.evidence)
    }


def _reliance(namings: list[_Naming], path: Path, *, lists: bool) -> Reliance:
    own = [each for each in namings if each.by != _PARTY]
    for each in own:
        if each.supports or each.by == _ORGAN:
            return Reliance(True, each.path)
    if namings and not own:
        return Reliance(False, namings[0].path)
    return Reliance(None if lists else True, path, bool(namings))


def _of_elements(case: Case) -> Iterator[tuple[str, _Naming]]:
    for n, violation in enumerate(case.violations):
        for name in violation.elements:
            path: Path = ("violations", n, "elements", name)
            for claim in violation.claims(name):
                yield from ((id_, _Naming(claim.by, True, path)) for id_ in claim.proven_by)
                yield from ((id_, _Naming(claim.by, False, path)) for id_ in claim.refuted_by)


def _of_facts(case: Case) -> Iterator[tuple[str, _Naming]]:
    """Yield the evidence of stated facts: whatever their value, the file finds them on it."""
    for part in _parts(case):
        for statements in part.facts.values():
            for each in statements:
                for id_ in each.evidence:
                    yield id_, _Naming(each.by, True, each.path)


def _parts(case: Case) -> Iterator[Part]:
    yield from (case, case.organ, *case.parties, *case.violations, *case.officers, *case.evidence)
    yield from (*case.prior_penalties, *case.steps, *case.proposed)
