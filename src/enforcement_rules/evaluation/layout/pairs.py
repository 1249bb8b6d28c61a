"""What is judged together: one violation of one party, with what is proposed for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout.proposals import Proposals
from enforcement_rules.model.case import Case, Party, Proposal, Violation
from enforcement_rules.values.dates import bounded
from enforcement_rules.values.truth import UNKNOWN


class Pair(Struct, frozen=True, eq=False, dict=True):
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

    @cached_property
    def act_day(self) -> Any:
        """The end of the act (art. 37), or what is known of it: by the decision, unless the file says otherwise."""
        return bounded(self.facts["violation.ended"], [], [self.decision_day])

    @cached_property
    def decision_day(self) -> Any:
        """The day of the decision, or what is known of it; that of the review where there is none yet."""
        return decided_on(self.facts, self.on)

    @property
    def decision_stated(self) -> bool:
        """Whether the file dates the decision, or there is none yet: then it is made on the day of the review."""
        return self.facts["decision.on"] is not UNKNOWN or self.facts["decision.done"] is not True

    @cached_property
    def cited(self) -> frozenset[str]:
        """The loaded instruments that the case cites for this violation."""
        used = self.proposal.benchmark if self.proposal else None
        named = [*self.violation.penalised_by, *([used] if used else [])]
        return frozenset(each.instrument for each in named if each.instrument)


def decided_on(facts: Facts, on: dt.date) -> Any:
    """Return the day of the decision, or what is known of it; that of the review where there is none yet.

    One that the file lists as made was made by the day of the review.
    """
    day = facts["decision.on"]
    if facts["decision.done"] is True:
        return bounded(day, [], [on])
    return on if day is UNKNOWN or "decision.on" not in facts.given else day


def proposal_for(case: Case, violation: Violation, party: Party | None) -> Proposal | None:
    """Return what is proposed for a violation and party; one that names neither speaks of all."""
    for proposal in case.proposed:
        if proposal.violation in (None, violation.id) and (
            party is None or proposal.party is None or party.id in (proposal.party, *proposal.shared_with)
        ):
            return proposal
    return None


def pairs_of(case: Case) -> Iterator[tuple[Violation, Party | None, Proposal | None]]:
    """Yield every violation with each of its parties; all parties where it names none."""
    proposals = Proposals(case)
    for violation in case.violations:
        named = frozenset(violation.parties)
        parties: list[Party | None] = [party for party in case.parties if not named or party.id in named]
        for party in parties or [None]:
            yield violation, party, proposals.of(violation, party)
