"""Which instruments concern a violation of a party, and in which versions: at the act and at the decision."""

from __future__ import annotations

from dataclasses import dataclass

from enforcement_rules.evaluation.applicability.versions import Chosen, concerns, version_at
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan, VersionPlan
from enforcement_rules.rules.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Law:
    """The versions of one instrument at the act and at the decision."""

    instrument: str
    act: Chosen
    decision: Chosen

    @property
    def same(self) -> bool:
        """Whether both are one version."""
        return self.act.version is not None and self.act.version is self.decision.version


def law_of(plan: Plan, pair: Pair, instrument: str) -> Law:
    """Return the versions of an instrument at the end of the act and at the decision."""
    laws: dict[str, Law] = pair.__dict__.setdefault("_laws", {})
    if instrument not in laws:
        laws[instrument] = Law(
            instrument,
            version_at(plan.rulesets, instrument, pair.act_day),
            version_at(plan.rulesets, instrument, pair.decision_day),
        )
    return laws[instrument]


def instruments_for(plan: Plan, pair: Pair) -> list[str]:
    """Return the instruments that concern a pair: by field and place, or because the case cites them."""
    found: list[str] | None = pair.__dict__.get("_instruments")
    if found is None:
        # Worked out once for each pair and kept with it: every part of the evaluation asks for it.
        found = pair.__dict__["_instruments"] = [
            instrument for instrument in plan.names if instrument in pair.cited or _concerned(plan, instrument, pair)
        ]
    return found


def _concerned(plan: Plan, instrument: str, pair: Pair) -> bool:
    versions = plan.rulesets.versions[instrument]
    if not _reaches(plan, versions[-1].head, pair):
        return False
    return any(concerns(version.head, pair.facts) is True for version in versions)


def _reaches(plan: Plan, head: Instrument, pair: Pair) -> bool:
    """Say whether an instrument of the field and place speaks of this violation, which does not cite it."""
    if head.reach == "own":
        return pair.violation.cause in plan.causes[head.instrument]
    return head.reach == "general"


def plans_of(plan: Plan, law: Law) -> tuple[VersionPlan | None, VersionPlan | None]:
    """Return the plans of the versions at act and decision; `None` where none is loaded."""
    act, decision = law.act.version, law.decision.version
    return (plan.of(act) if act else None, plan.of(decision) if decision else None)
