"""The proposal (拟处罚): three answers, never mixed — statute, benchmark, deviation.

In: what is proposed, the treatment (`circumstances`), the ranges and tiers (`range`). Out: a `ProposalCheck` with its
findings. The rooms below say what the law allows; here somebody's figures are held against it, down to their
arithmetic.
"""

from __future__ import annotations

from enforcement_rules.evaluation.proposal.answers import Means, check_proposal, permitted_range
from enforcement_rules.evaluation.proposal.approvals import approvals_untold
from enforcement_rules.evaluation.proposal.stated import stated_proposal, unchecked
from enforcement_rules.evaluation.proposal.terms import terms_untold

__all__ = [
    "Means",
    "approvals_untold",
    "check_proposal",
    "permitted_range",
    "stated_proposal",
    "terms_untold",
    "unchecked",
]
