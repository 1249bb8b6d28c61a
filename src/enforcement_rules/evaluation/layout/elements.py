"""Officers, acts, evidence, prior penalties and steps as elements that rules can quantify over.

What is said of an element is laid out once a case; each violation and party sees it with the other facts around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from enforcement_rules.evaluation.facts import ElementFacts, Elements, Facts
from enforcement_rules.evaluation.layout.certificates import ALL_CERTIFIED, HOW_MANY
from enforcement_rules.evaluation.layout.gathering import Statements, joined
from enforcement_rules.evaluation.layout.officers import LaidOfficer
from enforcement_rules.evaluation.layout.reliance import RELIED_ON, Reliance, reliance_of
from enforcement_rules.evaluation.layout.steps import LaidStep
from enforcement_rules.model.case import Case, Evidence, Part, PriorPenalty
from enforcement_rules.model.parts import HELD_IN
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import ELEMENT_SCOPES
from enforcement_rules.values.errors import Path

_VIOLATIONS = "step.violations"
_NONE = {complete: Elements((), complete) for complete in (False, True)}


class LaidElement(Struct, frozen=True, eq=False):
    """What is said of an element; see `ElementFacts` for all of it."""

    scopes: frozenset[str]
    path: Path
    statements: Statements
    values: Mapping[str, Any]
    contested: frozenset[str]
    paths: Mapping[str, Path] = field(default_factory=dict)
    sources: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    waits: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    raised: frozenset[str] = frozenset()

    def concerns(self, violation: str | None) -> bool:
        """Say whether it concerns a violation: it names none at all, or this one among others."""
        named = self.values.get(_VIOLATIONS)
        return violation is None or named is None or violation in named

    def within(self, around: Facts) -> ElementFacts:
        """Return the facts of the element with those of the case around it."""
        return ElementFacts(
            self.values,
            around,
            self.scopes,
            path=self.path,
            paths=self.paths,
            sources=self.sources,
            waits=self.waits,
            raised=self.raised,
            statements=self.statements,
            contested=self.contested,
        )


class LaidElements:
    """The elements of every collection."""

    def __init__(self, collections: Mapping[str, tuple[LaidElement, ...]], complete: Mapping[str, bool]) -> None:
        """Keep the collections by name (`officers`, …), and of which there can be no other elements."""
        self._collections = [
            (f"@{name}", elements, complete[name], _NONE[complete[name]]) for name, elements in collections.items()
        ]

    def within(self, around: Facts, violation: str | None = None) -> dict[str, Elements]:
        """Return every collection under its key (`@officers`, …) with the facts of the case around its elements.

        Of a violation, without the steps that name others alone.
        """
        return {
            key: Elements([each.within(around) for each in elements if each.concerns(violation)], complete)
            if elements
            else none
            for key, elements, complete, none in self._collections
        }


def lay_elements(
    case: Case, steps: Iterable[LaidStep], officers: Iterable[LaidOfficer], vocabulary: Vocabulary
) -> LaidElements:
    """Return the elements of all collections in the order of the file; `steps` and `officers` are those of the case."""
    done = [each for each in steps if each.step.done]
    acts = [each for each in done if each.step.step in vocabulary.acts]
    relied = reliance_of(case)
    collections = {
        "performers": tuple(_performer(act, each) for act in acts for each in act.by),
        "officers": tuple(map(_officer, officers)),
        "acts": tuple(_act(each, vocabulary) for each in acts),
        "steps": tuple(map(_step, done)),
        "evidence": tuple(_piece(n, each, relied[each.id]) for n, each in enumerate(case.evidence)),
        "prior_penalties": tuple(_prior(n, each, vocabulary) for n, each in enumerate(case.prior_penalties)),
    }
    complete = {name: case.is_complete(HELD_IN.get(name, name)) for name in collections}
    complete["performers"] &= all(act.step.by is not None and act.closed for act in acts)
    return LaidElements(collections, complete)


def assumed_of_elements(facts: Facts) -> Iterator[str]:
    """Yield the events that the elements of the case are taken not to have: told of none of them."""
    for name, scopes in ELEMENT_SCOPES.items():
        elements = facts["@" + name]
        if elements and len(scopes) == 1:
            told: set[str] = set().union(*(each.given for each in elements))
            for fact in facts.vocabulary.dormant.get(scopes[0], ()):
                if fact.id not in told and fact.entry.dormant:
                    yield fact.entry.dormant.event


def _laid(scopes: Iterable[str], path: Path, told: Statements, said: Statements, **kept: Any) -> LaidElement:
    """Return an element; `told` is what the structure of the file says, `said` what it states besides."""
    statements = {**told, **{id_: (*told.get(id_, ()), *more) for id_, more in said.items()}}
    values, contested = joined(statements)
    return LaidElement(frozenset(scopes), path, statements, values, contested, **kept)


def _told(scope: str, values: Mapping[str, Any], path: Path, *, named: bool = True) -> Statements:
    """Return what the structure of the file says; `named`: each at the key of its own, else all at the path itself."""
    return {
        f"{scope}.{name}": (Statement(value, path=(*path, name) if named else path),)
        for name, value in values.items()
        if value is not None
    }


def _said(scope: str, part: Part) -> Statements:
    return {f"{scope}.{name}": statements for name, statements in part.facts.items()}


def _piece(n: int, piece: Evidence, relied: Reliance) -> LaidElement:
    """Return a piece of evidence; whether the decision relies on it follows from the case unless the file says so."""
    path: Path = ("evidence", n)
    told = dict(_told("evidence", {"id": piece.id, "kind": piece.kind}, path))
    if relied.known is not None and "relied_on" not in piece.facts:
        told[RELIED_ON] = (Statement(relied.known, path=relied.path),)
    return _laid({"evidence"}, path, told, _said("evidence", piece))


def _prior(n: int, part: PriorPenalty, vocabulary: Vocabulary) -> LaidElement:
    """Return an earlier penalty; who revoked it, or when, wakes the question whether it was revoked."""
    names = ("on", "organ", "fine", "same_kind", "same_act")
    path: Path = ("prior_penalties", n)
    told = _told("prior", {name: getattr(part, name) for name in names}, path)
    said = _said("prior", part)
    return _laid({"prior"}, path, told, said, raised=vocabulary.raised_by(said))


def _officer(laid: LaidOfficer) -> LaidElement:
    told = _told("officer", _of_officer(laid), laid.path)
    return _laid({"officer"}, laid.path, told, _said("officer", laid.officer))


def _of_officer(laid: LaidOfficer) -> dict[str, Any]:
    officer = laid.officer
    told = {"id": officer.id, "name": officer.name, "role": officer.role}
    if officer.certificate is None or len(laid.certificates) != 1:
        return told  # the days of several are no single fact
    (one,) = laid.certificates
    return told | {"certificate_number": one.number, "certificate_from": one.from_, "certificate_to": one.to}


def _performer(act: LaidStep, by: LaidOfficer) -> LaidElement:
    """Return one officer at one act: the facts of both."""
    path = by.path or (*act.path, "by")
    told = {**_told("officer", _of_officer(by), path), **_of_step("act", act, kind=act.step.step)}
    said = {**_said("act", act.step), **_said("officer", by.officer)}
    return _laid({"act", "officer"}, act.path, told, said, paths={"officer": by.path} if by.path else {})


def _step(laid: LaidStep) -> LaidElement:
    told = _of_step("step", laid, kind=laid.step.step, moment=laid.moment, violations=laid.step.violations or None)
    return _laid({"step", laid.step.step}, laid.path, told, _said("step", laid.step))


def _act(laid: LaidStep, vocabulary: Vocabulary) -> LaidElement:
    kind, found = laid.step.step, laid.certified
    told = {
        **_of_step("act", laid, kind=kind, moment=laid.moment, officer_count=_counted(laid)),
        **_of_step(kind, laid, moment=laid.moment),
        **found.statements,
    }
    said = {**_said("act", laid.step), **_said(kind, laid.step)}
    return _laid(
        {"act", kind},
        laid.path,
        told,
        said,
        sources={ALL_CERTIFIED: found.sources},
        waits=dict.fromkeys((ALL_CERTIFIED, HOW_MANY), found.waits),
        raised=vocabulary.raised_by(said),
    )


def _counted(laid: LaidStep) -> Any:
    """Return how many officers the list names; where it may not name all, what the file counts goes before."""
    return laid.officer_count if laid.closed or "officer_count" not in laid.step.facts else None


def _of_step(scope: str, laid: LaidStep, **values: Any) -> Statements:
    return _told(scope, {"on": laid.known_day, **values}, laid.path, named=False)
