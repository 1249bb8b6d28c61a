"""The answer for one violation of one party."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.proof import Node
from enforcement_rules.evaluation.verdict.amounts import (
    Amount,
    Candidate,
    GainsCheck,
    LawChoice,
    ProposalCheck,
    SchemeChoice,
    TierChoice,
)
from enforcement_rules.evaluation.verdict.evidence_rows import ElementCheck
from enforcement_rules.evaluation.verdict.treatment import Treatment
from enforcement_rules.values.range import Range

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import ResultShape


class Result(Struct, frozen=True):
    """The answer for one violation of one party."""

    violation: str
    party: str | None
    settled_treatment: bool
    settled_amount: bool
    law: tuple[LawChoice, ...]
    treatment: Treatment
    statutory: Amount
    tier: TierChoice | None
    permitted: Range | None
    proposal: ProposalCheck | None
    scheme: SchemeChoice | None = None
    candidates: tuple[Candidate, ...] = ()
    gains: GainsCheck | None = None
    evidence: tuple[ElementCheck, ...] = ()

    def to_dict(self, node: Callable[[Node], Any]) -> ResultShape:
        """Return the JSON form."""
        return {
            "violation": self.violation,
            "party": self.party,
            "settled": {"treatment": self.settled_treatment, "amount": self.settled_amount},
            "law": [choice.to_dict() for choice in self.law],
            "treatment": self.treatment.to_dict(node),
            "range": {
                "statutory": self.statutory.to_dict(),
                "tier": None if self.tier is None else self.tier.to_dict(),
                "scheme": None if self.scheme is None else self.scheme.to_dict(),
                "permitted": None if self.permitted is None else self.permitted.to_dict(),
                "candidates": [candidate.to_dict() for candidate in self.candidates],
            },
            "gains": None if self.gains is None else self.gains.to_dict(),
            "evidence": [row.to_dict() for row in self.evidence],
            "proposal": None if self.proposal is None else self.proposal.to_dict(),
        }
