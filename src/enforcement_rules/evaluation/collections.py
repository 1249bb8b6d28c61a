"""Officers, acts, evidence, prior penalties and steps as elements that rules can quantify over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from enforcement_rules.evaluation.facts import ElementFacts, Elements, Facts
from enforcement_rules.evaluation.steps import step_day
from enforcement_rules.model.case import Case, Officer, Part, Step
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction


def collections_of(case: Case, vocabulary: Vocabulary, around: Facts) -> dict[str, Elements]:
    """Return every collection under its key (`@officers`, …)."""
    acts = [(n, step) for n, step in enumerate(case.steps) if step.done and step.step in vocabulary.acts]
    steps = [(n, step) for n, step in enumerate(case.steps) if step.done]
    officers = {officer.id: officer for officer in case.officers}
    made = {
        "@officers": [_officer(n, officer, around) for n, officer in enumerate(case.officers)],
        "@acts": [_act(n, step, officers, around) for n, step in acts],
        "@steps": [_step(n, step, around) for n, step in steps],
        "@evidence": [
            _element("evidence", part, around, ("evidence", n), kind=part.kind) for n, part in enumerate(case.evidence)
        ],
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
    complete = {name: case.is_complete("steps" if name == "@acts" else name[1:]) for name in made}
    return {name: Elements(elements, complete[name]) for name, elements in made.items()}


def _element(scope: str, part: Part, around: Facts, path: Path, /, **values: Any) -> ElementFacts:
    statements: dict[str, tuple[Statement, ...]] = {
        f"{scope}.{name}": (Statement(value, path=(*path, name)),)
        for name, value in values.items()
        if value is not None
    }
    return _made({scope}, statements, {f"{scope}.{name}": said for name, said in part.facts.items()}, around)


def _made(
    scopes: Iterable[str],
    statements: Mapping[str, tuple[Statement, ...]],
    facts: Mapping[str, tuple[Statement, ...]],
    around: Facts,
) -> ElementFacts:
    said = dict(statements) | {id_: statements.get(id_, ()) + more for id_, more in facts.items()}
    values = {
        id_: each[0].value if len({ends(statement.value) for statement in each}) == 1 else UNKNOWN
        for id_, each in said.items()
    }
    contested = frozenset(id_ for id_, value in values.items() if value is UNKNOWN)
    return ElementFacts(values, around, frozenset(scopes), statements=said, contested=contested)


def _officer(n: int, officer: Officer, around: Facts) -> ElementFacts:
    certificate = officer.certificate
    return _element(
        "officer",
        officer,
        around,
        ("officers", n),
        role=officer.role,
        certificate_from=certificate.from_ if certificate else None,
        certificate_to=certificate.to if certificate else None,
    )


def _step(n: int, step: Step, around: Facts) -> ElementFacts:
    day = step_day(step)
    return _made(
        {"step", step.step},
        _stated("step", n, kind=step.step, on=None if day is UNKNOWN else day),
        {f"step.{name}": said for name, said in step.facts.items()},
        around,
    )


def _act(n: int, step: Step, officers: dict[str, Officer], around: Facts) -> ElementFacts:
    day = step_day(step)
    valid = None if step.by is None else _certified(step.by, officers, day)
    stated = _stated(
        "act",
        n,
        kind=step.step,
        on=None if day is UNKNOWN else day,
        officer_count=None if step.by is None else len(set(step.by)),
        certificates_valid=valid,
    )
    own = {f"act.{name}": said for name, said in step.facts.items()}
    return _made({"act", step.step}, stated, own | {f"{step.step}.{k}": v for k, v in step.facts.items()}, around)


def _stated(scope: str, n: int, /, **values: Any) -> dict[str, tuple[Statement, ...]]:
    return {
        f"{scope}.{name}": (Statement(value, path=("steps", n)),) for name, value in values.items() if value is not None
    }


def _certified(by: tuple[str, ...], officers: dict[str, Officer], day: Any) -> Truth:
    """Say whether every officer of an act held a certificate valid on that day."""
    return conjunction(_valid_on(officers[id_], day) for id_ in by if id_ in officers)


def _valid_on(officer: Officer, day: Any) -> Truth:
    certificate = officer.certificate
    if certificate is None or day is UNKNOWN:
        return None
    start = UNKNOWN if certificate.from_ is None else certificate.from_
    end = UNKNOWN if certificate.to is None else certificate.to
    if day < start or day > end:
        return False
    return True if day >= start and day <= end else None
