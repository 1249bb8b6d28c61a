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
    possible = possible_versions(rulesets, instrument, day)
    if not possible:
        return Chosen(None, "no_version_in_force")
    first, *others = possible
    if others or not _covers(first, low, high):
        return Chosen(None, "date_spans_versions")
    return Chosen(first, "in_force")


def possible_versions(rulesets: Rulesets, instrument: str, day: Any) -> list[Version]:
    """Return every loaded version that may have been in force on a day of which perhaps only bounds are known."""
    low, high = ends(day)
    return [version for version in rulesets.versions.get(instrument, ()) if _touches(version, low, high)]


def _touches(version: Version, low: dt.date | None, high: dt.date | None) -> bool:
    start, end = version.head.earliest, version.head.in_force.to
    return (high is None or start is None or start <= high) and (low is None or end is None or low <= end)


def _covers(version: Version, low: dt.date | None, high: dt.date | None) -> bool:
    known, start, end = version.head.in_force.from_, version.head.earliest, version.head.in_force.to
    begun = start is None or (low is not None and start <= low) or (low is None and known is None)
    return begun and (end is None or (high is not None and high <= end))


def not_yet_born(head: Instrument, day: Any) -> bool:
    """Say whether a day lies surely before an instrument that has no predecessor: there was nothing to check."""
    _, high = ends(day)
    return head.first and head.earliest is not None and high is not None and high < head.earliest


def procedure_day(step: str, facts: Facts, on: dt.date) -> tuple[Any, str]:
    """Return the day whose law governs a step, and why.

    Its own; for a step that did not take place, that of the decision it had to precede, or of the review. A step that
    took place on a day the file does not tell is taken for one of that time (`undated_step`), which is an assumption.
    """
    if facts[f"{step}.done"] is not False and (day := facts[f"{step}.on"]) is not UNKNOWN:
        return day, "date_of_step"
    decision = facts["decision.on"]
    undated = facts[f"{step}.done"] is True or (decision is UNKNOWN and facts["decision.done"] is True)
    if decision is not UNKNOWN and facts["decision.done"] is True:
        return decision, "undated_step" if undated else "date_of_decision"
    return on, "undated_step" if undated else "date_of_review"
