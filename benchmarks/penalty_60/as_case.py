"""From a record of the workload to a case file, and from a verdict back to the rules that fire: the public call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from enforcement_rules import Verdict
from penalty_60.mapping import PLACES
from penalty_60.workload import EPOCH, gen

ON = dt.date(2026, 1, 1)
"""The day of the review: after every decision of the workload."""
_DUTY = {"breached": True, "satisfied": False, "not_applicable": False, "undetermined": None}
_LARGE = (("proposed", "fine_fen"), ("proposed", "confiscate_fen"), ("violation", "goods_value_fen"))
_GROUND = {"yes": True, "no": False, "unknown": None}


_MOST = 10**9
"""Counts in case files have at most nine digits."""


def records(number: int, seed: int, missing: float = 0.0) -> list[dict[str, Any]]:
    """Return records of the workload that a case file can hold."""
    made = gen(2 * number, seed, missing)
    return [each for each in made if all((each[s][k] or 0) < _MOST for s, k in _LARGE)][:number]


def case_of(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record as a case file: the 54 fields as facts, the act and the decision also by their days."""
    stated = _stated(record)
    ended, decided = (stated["violation"].get("ended_day"), stated["case"].get("decided"))
    return {
        "schema": "enforcement_rules/case/1",
        "number": "penalty-60",
        **stated["case"],
        "parties": [{"id": "p1", **stated["party"]}],
        "violations": [{"id": "v1", "ended": _date(ended), **stated["violation"]}],
        "steps": [{"step": "decision", "on": _date(decided)}],
        "proposed": [{"violation": "v1", "party": "p1", **stated["proposal"]}],
    }


def _stated(record: dict[str, Any]) -> dict[str, dict[str, Any]]:
    stated: dict[str, dict[str, Any]] = {}
    for section, key, id_ in PLACES:
        scope, _, name = id_.partition(".")
        if record[section][key] is not None:
            stated.setdefault(scope, {})[name] = record[section][key]
    return stated


def _date(day: int | None) -> str | None:
    return None if day is None else (EPOCH + dt.timedelta(days=day)).isoformat()


def statuses_of(verdict: Verdict, ids: list[str]) -> tuple[bool | None, ...]:
    """Return the truth of every rule as the verdict tells it; a question is there or not, whatever else is open."""
    found = dict(_fired(verdict))
    return tuple(found.get(id_, False) for id_ in ids)


def _fired(verdict: Verdict) -> Iterator[tuple[str, bool | None]]:
    for finding in verdict.findings:
        yield finding.ref.article, _DUTY[finding.status]
    for result in verdict.results:
        for ground in result.treatment.grounds:
            yield ground.ref.article, _GROUND[ground.status]
    for question in verdict.questions:
        yield question.ref.article, True
