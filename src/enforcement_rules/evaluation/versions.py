"""Which version of an instrument governs, and which instruments concern a case at all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.rules.instrument import Instrument
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.interval import ends
from enforcement_rules.values.truth import UNKNOWN, Truth


@dataclass(frozen=True, slots=True)
class Chosen:
    """A version and why; no version, and why not."""

    version: Version | None
    why: str


def concerns(head: Instrument, facts: Facts) -> Truth:
    """Say whether an instrument concerns the organ's field and place; unknown where the case does not say."""
    field, place = facts["organ.field"], facts["organ.place"]
    if head.fields and field is not UNKNOWN and field not in head.fields:
        return False
    if head.places and place is not UNKNOWN and not place.startswith(head.places):
        return False
    return None if (head.fields and field is UNKNOWN) or (head.places and place is UNKNOWN) else True


def version_at(rulesets: Rulesets, instrument: str, day: Any) -> Chosen:
    """Return the version in force on a day of which perhaps only bounds are known; never the nearest one."""
    low, high = ends(day)
    if low is None and high is None:
        return Chosen(None, "date_unknown")
    first = rulesets.version_on(instrument, low if low is not None else high)
    last = rulesets.version_on(instrument, high if high is not None else low)
    if low is None or high is None or first is not last or _another_between(rulesets, instrument, low, high):
        open_end = low is None or high is None
        if open_end and first is None and _none_before(rulesets, instrument, high):
            return Chosen(None, "no_version_in_force")
        return Chosen(None, "date_spans_versions")
    return Chosen(first, "in_force" if first else "no_version_in_force")


def _another_between(rulesets: Rulesets, instrument: str, low: dt.date, high: dt.date) -> bool:
    starts = [version.head.in_force.from_ for version in rulesets.versions.get(instrument, ())]
    return any(start is not None and low < start <= high for start in starts)


def _none_before(rulesets: Rulesets, instrument: str, day: dt.date | None) -> bool:
    starts = [version.head.in_force.from_ for version in rulesets.versions.get(instrument, ())]
    return day is not None and all(start is not None and start > day for start in starts)


def procedure_day(step: str, facts: Facts, on: dt.date) -> tuple[Any, str]:
    """Return the day whose law governs a step, and why: its own, that of the decision it precedes, the review's."""
    day = facts[f"{step}.on"]
    if day is not UNKNOWN:
        return day, "date_of_step"
    decision = facts["decision.on"]
    return (decision, "date_of_decision") if decision is not UNKNOWN else (on, "date_of_review")
