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
    proposals = Proposals(case)
    for violation in case.violations:
        named = frozenset(violation.parties)
        parties: list[Party | None] = [party for party in case.parties if not named or party.id in named]
        for party in parties or [None]:
            yield violation, party, proposals.of(violation, party)
