"""Officers, acts, evidence, prior penalties and steps as elements that rules can quantify over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from enforcement_rules.evaluation.facts import ElementFacts, Elements, Facts
from enforcement_rules.evaluation.layout.certificates import (
    ALL_CERTIFIED,
    HOW_MANY,
    certificates_of,
    certified,
    counted,
)
from enforcement_rules.evaluation.layout.reliance import RELIED_ON, Reliance, reliance_of
from enforcement_rules.evaluation.layout.steps import step_day, step_moment
from enforcement_rules.model.case import Case, Evidence, Officer, Part, Step
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import ELEMENT_SCOPES
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN

_LISTED = {"@acts": "steps", "@performers": "steps"}
"""Collections whose elements are listed elsewhere in the case."""


def collections_of(case: Case, vocabulary: Vocabulary, around: Facts) -> dict[str, Elements]:
    """Return every collection under its key (`@officers`, …)."""
    acts = [(n, step) for n, step in enumerate(case.steps) if step.done and step.step in vocabulary.acts]
    steps = [(n, step) for n, step in enumerate(case.steps) if step.done]
    officers = {officer.id: officer for officer in case.officers}
    performers = [_performer(n, id_, step, officers, around) for n, step in acts for id_ in step.by or ()]
    made = {
        "@performers": performers,
        "@officers": [_officer(n, officer, around) for n, officer in enumerate(case.officers)],
        "@acts": [_act(n, step, officers, around) for n, step in acts],
        "@steps": [_step(n, step, around) for n, step in steps],
        "@evidence": _evidence(case, around),
        "@prior_penalties": [
            _element(
                "prior",
                part,
                around,
                ("prior_penalties", n),
                on=part.on,
                organ=part.organ,
                fine=part.fine,
                same_kind=part.same_kind,
                same_act=part.same_act,
            )
            for n, part in enumerate(case.prior_penalties)
        ],
    }
    complete = {name: case.is_complete(_LISTED.get(name, name[1:])) for name in made}
    complete["@performers"] &= all(step.by is not None for _, step in acts)
    return {name: Elements(elements, complete[name]) for name, elements in made.items()}


def assumed_of_elements(facts: Facts) -> Iterator[str]:
    """Yield the events that the elements of the case are taken not to have: told of none of them."""
    for name, scopes in ELEMENT_SCOPES.items():
        elements = facts["@" + name]
        for fact in facts.vocabulary.dormant.get(scopes[0], ()) if elements and len(scopes) == 1 else ():
            if fact.entry.dormant and not any(fact.id in each.given for each in elements):
                yield fact.entry.dormant.event


def _element(scope: str, part: Part, around: Facts, path: Path, /, **values: Any) -> ElementFacts:
    statements: dict[str, tuple[Statement, ...]] = {
        f"{scope}.{name}": (Statement(value, path=(*path, name)),)
        for name, value in values.items()
        if value is not None
    }
    said = {f"{scope}.{name}": each for name, each in part.facts.items()}
    return _made({scope}, statements, said, around, path=path)


def _made(
    scopes: Iterable[str],
    statements: Mapping[str, tuple[Statement, ...]],
    facts: Mapping[str, tuple[Statement, ...]],
    around: Facts,
    **kept: Any,
) -> ElementFacts:
    said = dict(statements) | {id_: statements.get(id_, ()) + more for id_, more in facts.items()}
    values = {
        id_: each[0].value if len({ends(statement.value) for statement in each}) == 1 else UNKNOWN
        for id_, each in said.items()
    }
    contested = frozenset(id_ for id_, value in values.items() if value is UNKNOWN)
    return ElementFacts(values, around, frozenset(scopes), statements=said, contested=contested, **kept)


def _evidence(case: Case, around: Facts) -> list[ElementFacts]:
    relied = reliance_of(case)
    return [_piece(n, piece, relied[piece.id], around) for n, piece in enumerate(case.evidence)]


def _piece(n: int, piece: Evidence, relied: Reliance, around: Facts) -> ElementFacts:
    """Return a piece of evidence; whether the decision relies on it follows from the case unless the file says so."""
    path: Path = ("evidence", n)
    statements: dict[str, tuple[Statement, ...]] = {"evidence.id": (Statement(piece.id, path=(*path, "id")),)}
    if piece.kind is not None:
        statements["evidence.kind"] = (Statement(piece.kind, path=(*path, "kind")),)
    if relied.known is not None and "relied_on" not in piece.facts:
        statements[RELIED_ON] = (Statement(relied.known, path=relied.path),)
    said = {f"evidence.{name}": each for name, each in piece.facts.items()}
    return _made({"evidence"}, statements, said, around, path=path)


def _officer(n: int, officer: Officer, around: Facts) -> ElementFacts:
    return _element("officer", officer, around, ("officers", n), **_of_officer(officer))


def _of_officer(officer: Officer) -> dict[str, Any]:
    told = {"id": officer.id, "name": officer.name, "role": officer.role}
    if officer.certificate is None:
        return told
    held = certificates_of(officer)
    if len(held) != 1:
        return told  # the days of several are no single fact
    (one,) = held
    return told | {"certificate_number": one.number, "certificate_from": one.from_, "certificate_to": one.to}


def _performer(n: int, id_: str, step: Step, officers: dict[str, Officer], around: Facts) -> ElementFacts:
    """Return one officer at one act: the facts of both."""
    officer = officers.get(id_) or Officer(id=id_)
    at = list(officers).index(id_) if id_ in officers else None
    path: Path = ("steps", n, "by") if at is None else ("officers", at)
    statements: dict[str, tuple[Statement, ...]] = {
        f"officer.{name}": (Statement(value, path=(*path, name)),)
        for name, value in _of_officer(officer).items()
        if value is not None
    }
    day = step_day(step)
    statements |= _stated("act", n, kind=step.step, on=None if day is UNKNOWN else day)
    facts = {f"act.{name}": said for name, said in step.facts.items()}
    facts |= {f"officer.{name}": said for name, said in officer.facts.items()}
    paths = {} if at is None else {"officer": path}
    return _made({"act", "officer"}, statements, facts, around, path=("steps", n), paths=paths)


def _step(n: int, step: Step, around: Facts) -> ElementFacts:
    day = step_day(step)
    return _made(
        {"step", step.step},
        _stated("step", n, kind=step.step, on=None if day is UNKNOWN else day, moment=step_moment(step)),
        {f"step.{name}": said for name, said in step.facts.items()},
        around,
        path=("steps", n),
    )


def _act(n: int, step: Step, officers: dict[str, Officer], around: Facts) -> ElementFacts:
    day = step_day(step)
    stated = _stated(
        "act",
        n,
        kind=step.step,
        on=None if day is UNKNOWN else day,
        moment=step_moment(step),
        officer_count=None if step.by is None else counted(step.by, officers),
    )
    stated |= _stated(step.step, n, on=None if day is UNKNOWN else day, moment=step_moment(step))
    found = certified(n, step, officers, day)
    stated |= found.statements
    own = {f"act.{name}": said for name, said in step.facts.items()}
    own |= {f"{step.step}.{name}": said for name, said in step.facts.items()}
    return _made(
        {"act", step.step},
        stated,
        own,
        around,
        path=("steps", n),
        sources={ALL_CERTIFIED: found.sources},
        waits=dict.fromkeys((ALL_CERTIFIED, HOW_MANY), found.waits),
        raised=around.vocabulary.raised_by(own),
    )


def _stated(scope: str, n: int, /, **values: Any) -> dict[str, tuple[Statement, ...]]:
    return {
        f"{scope}.{name}": (Statement(value, path=("steps", n)),) for name, value in values.items() if value is not None
    }
