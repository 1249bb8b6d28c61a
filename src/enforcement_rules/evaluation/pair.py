"""What is evaluated for one violation of one party, and under which versions of the law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan import Plan, VersionPlan
from enforcement_rules.evaluation.versions import Chosen, concerns, version_at
from enforcement_rules.model.case import Case, Party, Proposal, Violation
from enforcement_rules.rules.instrument import Instrument
from enforcement_rules.values.truth import UNKNOWN


@dataclass(frozen=True, eq=False)
class Pair:
    """One violation of one party with its facts."""

    case: Case
    violation: Violation
    party: Party | None
    proposal: Proposal | None
    facts: Facts
    on: dt.date

    @property
    def key(self) -> tuple[str, str | None]:
        """The ids of violation and party."""
        return self.violation.id, self.party.id if self.party else None

    @property
    def act_day(self) -> Any:
        """The end of the act (art. 37), or what is known of it."""
        return self.facts["violation.ended"]

    @property
    def decision_day(self) -> Any:
        """The day of the decision; that of the review where there is none yet."""
        day = self.facts["decision.on"]
        return self.on if day is UNKNOWN else day

    @cached_property
    def penalised_under(self) -> frozenset[str]:
        """The instruments that the case cites as the ground of the penalty."""
        return frozenset(each.instrument for each in self.violation.penalised_by if each.instrument)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The loaded instruments that the case cites for this violation."""
        used = self.proposal.benchmark if self.proposal else None
        named = [*self.violation.penalised_by, *([used] if used else [])]
        return frozenset(each.instrument for each in named if each.instrument)


def proposal_for(case: Case, violation: Violation, party: Party | None) -> Proposal | None:
    """Return what is proposed for a violation and party; one that names neither speaks of all."""
    for proposal in case.proposed:
        if proposal.violation in (None, violation.id) and (party is None or proposal.party in (None, party.id)):
            return proposal
    return None


def pairs_of(case: Case) -> Iterator[tuple[Violation, Party | None, Proposal | None]]:
    """Yield every violation with each of its parties; all parties where it names none."""
    for violation in case.violations:
        ids = violation.parties or tuple(party.id for party in case.parties)
        parties: list[Party | None] = [party for party in case.parties if party.id in ids]
        for party in parties or [None]:
            yield violation, party, proposal_for(case, violation, party)


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
