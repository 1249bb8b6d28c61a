"""Which duties govern a case: each step by the law in force when it is taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.applicability import not_yet_born, procedure_day
from enforcement_rules.evaluation.duties.denials import denials
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import DECISION
from enforcement_rules.evaluation.plan import OPEN_DAY, Chosen, Duty, DutyBundle, Plan, possible_versions
from enforcement_rules.evaluation.proof import occurred
from enforcement_rules.evaluation.verdict import NotChecked
from enforcement_rules.values.interval import ends
from enforcement_rules.values.kinds import BARRING
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.truth import UNKNOWN

PERHAPS = "undated_step"
"""Why duties are run of a version of which it is open whether it governs: nothing they come to is shown."""


class When(Struct, frozen=True):
    """The day of the review, and the days, or bounds of them, of every kind of step that was taken."""

    on: dt.date
    spans: Mapping[str, Any]


def bundles(
    plan: Plan, facts: Facts, when: When, cited: frozenset[str], *, pair: bool
) -> Iterator[tuple[DutyBundle | None, str, str | NotChecked]]:
    """Yield the duties that govern the steps of a case, each step by the law in force when it is taken.

    Where no version is loaded for a step, the second place of the tuple is the step and the third what was not
    checked. Where the day leaves open whether the one version that is loaded and speaks of the step governs, both are
    yielded.
    """
    sure = plan.reach.versions(facts["organ.field"], facts["organ.place"])
    days: dict[str, tuple[Any, str]] = {}
    for instrument in plan.holding("requirements"):
        versions = plan.rulesets.versions[instrument]
        groups = [plan.of(version).duties(pair=pair) for version in versions if version in sure]
        # Only an instrument for every field, or one the case cites, can be missed where no version is loaded.
        general = instrument in cited or instrument in plan.for_every_field
        for step in sorted({step for group in groups for step in group}):
            if step not in days:
                days[step] = procedure_day(step, facts, when.on, when.spans)
            day, why = days[step]
            chosen = plan.version_at(instrument, day)
            if chosen.version is not None:
                group = plan.of(chosen.version).duties(pair=pair)
                if step in group:
                    yield group[step], step, why
                continue
            perhaps = [version for version in possible_versions(plan.rulesets, instrument, day) if version in sure]
            # Of the first of its kind there is no older text: what its one version says is all there can be.
            whole = versions[0].head.first and perhaps == list(versions)
            governed = not not_yet_born(versions[0].head, day) and not _gave_way(plan, instrument, day)
            if general and not whole and governed:
                duties = [duty for group in groups if step in group for duty in group[step].duties]
                yield None, step, _not_checked(instrument, _why(chosen, step, facts), step, duties, facts)
            speaking = [group for each in perhaps if step in (group := plan.of(each).duties(pair=pair))]
            if len(speaking) == 1:
                yield speaking[0][step], step, PERHAPS


def _gave_way(plan: Plan, instrument: str, day: Any) -> bool:
    """Say whether a day lies surely after the end of an instrument whose successor is loaded: that one governs."""
    low, _ = ends(day)
    last = plan.rulesets.versions[instrument][-1].head.in_force.to
    if low is None or last is None or low <= last:
        return False
    heirs = (other for other in plan.rulesets.versions if plan.leads_to(instrument, other))
    return any(plan.version_at(other, day).version is not None for other in heirs)


def _why(chosen: Chosen, step: str, facts: Facts) -> str:
    """Return why no version is told; of a day that nobody states that it is missing, not that it spans several."""
    own = step if facts[f"{step}.done"] is True else DECISION
    unstated = chosen.why in OPEN_DAY and facts[f"{own}.on"] is UNKNOWN
    return "date_unknown" if unstated else chosen.why


def _asleep(duty: Duty, facts: Facts) -> bool:
    """Say whether a duty turns on an event that nobody raised: it would be dormant, were its law loaded for the day."""
    return duty.sleeps[0] and occurred(duty.rule.when, facts) is False


def _not_checked(instrument: str, why: str, step: str, duties: Iterable[Duty], facts: Facts) -> NotChecked:
    """Return what was not checked of a step; duties of other versions only tell which facts would have mattered.

    It bears on the decision where one of them might bar it: none does that waits for what nobody says occurred.
    """
    duties = list(duties)
    later = step in facts.vocabulary.after_decision
    bears = not later and any(duty.rule.severity in BARRING and not _asleep(duty, facts) for duty in duties)
    return NotChecked(instrument, None, why, (step,), blocks=bears, denying=OnDemand(denials, duties, facts))
