"""One act is fined once (行政处罚法 art. 29), where the file says that violations are one act."""

from __future__ import annotations

from enforcement_rules.evaluation.layout import Pair, proposal_for
from enforcement_rules.evaluation.proposal.remarks import Judged
from enforcement_rules.model.case import Proposal


def fined_once(pair: Pair) -> Judged:
    """Say whether one act is fined only once (art. 29), where the file says that violations are one act."""
    if pair.proposal is None or not _fine_in(pair.proposal):
        return Judged(True)
    mine = pair.violation
    others = [
        each.id
        for each in pair.case.violations
        if each is not mine
        and (each.id in mine.same_act_as or mine.id in each.same_act_as)
        and (proposal := proposal_for(pair.case, each, pair.party)) is not None
        and proposal is not pair.proposal
        and _fine_in(proposal)
    ]
    return Judged(False, (("fined_twice_for_one_act", {"words": ", ".join(others)}),)) if others else Judged(True)


def _fine_in(proposal: Proposal) -> bool:
    return any(each.kind == "fine" and each.amount != 0 for each in proposal.penalties or ())
