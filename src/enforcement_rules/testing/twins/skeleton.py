"""The least of a case file that every twin starts from: who, what, when, and the steps of the procedure in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.range import standing_of
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.condition import ALWAYS, Condition, constants_of, facts_of
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.workdays import PUBLISHED, Calendar

_PERSON = "natural_person"
FIELD, PLACE = "urban_management", "620102"
"""The field of a provision for every field, and a place that issued nothing that is loaded."""
OFFICERS = ("o1", "o2")
_COMPLETE = ("officers", "evidence", "prior_penalties", "steps")
_STEPS: tuple[tuple[str, int, bool], ...] = (
    ("case_filing", 2, False),
    ("inspection", 2, True),
    ("inquiry", 2, True),
    ("investigation_end", 3, False),
    ("notice", 2, True),
    ("legal_review", 8, False),
    ("collective_discussion", 1, False),
    ("decision", 1, False),
    ("service", 2, True),
)
"""Kind of step, working days after the one before, whether officers take it."""
_ORDERS = {"violation.correction_ran_out": "correction_order", "violation.payment_ran_out": "payment_order"}
"""What a refusal presupposes → the kind of order; it is given at the inspection, with time until the inquiry."""
_GROUND = "violation.gravity_grounded"
LAST = 70
"""Natural days after the act by which a twin has ended."""


def workday(day: dt.date, calendar: Calendar = PUBLISHED) -> dt.date:
    """Return the day itself where it is a working day, else the next one; a year nobody published counts weekdays."""
    while not (calendar.is_workday(day) if calendar.covers(day) else day.weekday() < 5):  # noqa: PLR2004 - Saturday
        day += dt.timedelta(days=1)
    return day


def _days(act: dt.date) -> dict[str, str]:
    """Return the day of every step, each later than the one before."""
    on, day = {}, act
    for step, after, _ in _STEPS:
        for _ in range(after):
            day = workday(day + dt.timedelta(days=1))
        on[step] = day.isoformat()
    return on


def skeleton(version: Version, provision: Provision, act: dt.date) -> dict[str, Any]:
    """Return the data of a made-up case of an act that violates a provision."""
    head = version.head
    on = _days(act)
    violation: dict[str, Any] = {
        "id": "v1",
        "parties": ["p1"],
        "penalised_by": [{"instrument": head.instrument, "article": provision.article}],
        "began": act.isoformat(),
        "ended": act.isoformat(),
        "discovered": (act + dt.timedelta(days=1)).isoformat(),
    }
    cause = next(_causes(version, provision), None)
    if cause is not None:
        violation["cause"] = cause
    presupposed = _presupposed(provision)
    if _GROUND in presupposed:
        violation["gravity_ground"] = "虚构的严重情节"
    return {
        "schema": "enforcement_rules/case/1",
        "number": f"虚构：{head.short.zh}{provision.article}",
        "record": "working",
        "complete": list(_COMPLETE),
        "procedure": "ordinary",
        "organ": {
            "field": _field(version, provision),
            "place": head.places[0] if head.places else PLACE,
            "capacity": "own",
        },
        "parties": [{"id": "p1"} | ({"kind": _PERSON} if _detains(provision) else {})],
        "violations": [violation],
        "officers": [_officer(id_, act) for id_ in OFFICERS],
        "evidence": [{"id": "e1", "kind": "documentary"}],
        "prior_penalties": [],
        "steps": list(_steps(on, presupposed)),
        "proposed": [{"violation": "v1", "party": "p1", "treatment": "ordinary", "penalties": []}],
    }


def _presupposed(provision: Provision) -> frozenset[str]:
    """Return the facts that conditions of a provision speak of."""
    conditions = (provision.when, *(each.when or ALWAYS for each in provision.then))
    return frozenset(id_ for each in conditions for id_ in facts_of(each))


def _steps(on: dict[str, str], presupposed: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Yield the steps in order, with an order whose time ran out where a provision presupposes one."""
    for kind, _, by in _STEPS:
        yield _step(kind, on[kind], by=by)
        if kind == "inspection":
            ordered = (order for fact, order in _ORDERS.items() if fact in presupposed)
            yield from ({"step": each, "on": on[kind], "deadline": on["inquiry"]} for each in ordered)


def _causes(version: Version, provision: Provision) -> Iterator[str]:
    """Yield the causes of a provision: those it names, those of its condition, those of what defines its condition."""
    yield from provision.causes
    named = set(facts_of(provision.when))
    for when in (provision.when, *(each.when for each in version.definitions if each.defines in named)):
        yield from sorted(constants_of(when, "violation.cause"))


def _field(version: Version, provision: Provision) -> str:
    """Return the field of the organ: the instrument's own, else one that the provision empowers, else any."""
    if version.head.fields:
        return version.head.fields[0]
    empowered = (standing_of(penalty, provision).get("imposed_by", ALWAYS) for penalty in provision.then)
    return next((field for each in empowered for field in constants_of(each, "organ.field")), FIELD)


def _detains(provision: Provision) -> bool:
    """Say whether a provision has whoever violates it detained: only people are."""
    return any(
        each.kind == "administrative_detention" and each.force == "shall" and _bears(standing_of(each, provision))
        for each in provision.then
    )


def _bears(standing: dict[str, Condition]) -> bool:
    """Say whether a natural person as such bears a penalty, not one who is responsible for another."""
    borne_by = standing.get("borne_by", ALWAYS)
    return not list(facts_of(borne_by)) or _PERSON in constants_of(borne_by, "party.kind")


def _officer(id_: str, act: dt.date) -> dict[str, Any]:
    valid = {"from": act.replace(day=1, year=act.year - 2), "to": act.replace(day=1, year=act.year + 3)}
    return {"id": id_, "certificate": {"number": f"虚构{id_}", **{key: day.isoformat() for key, day in valid.items()}}}


def _step(kind: str, on: str, *, by: bool) -> dict[str, Any]:
    step: dict[str, Any] = {"step": kind, "on": on}
    if by:
        step["by"] = list(OFFICERS)
    if kind == "notice":
        step |= {"served": on, "written": {}}
    if kind == "legal_review":
        step["result"] = "passed"
    return step
