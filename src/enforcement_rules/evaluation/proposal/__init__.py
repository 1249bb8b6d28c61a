"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.proposal.answers import Means, check_proposal, permitted_range

__all__ = [
    "Means",
    "check_proposal",
    "permitted_range",
]
