"""The grounds that hold, against what is proposed: relied on, declined, named without holding."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.extent import is_spared
from enforcement_rules.evaluation.proposal.mitigation import grounds_with
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark
from enforcement_rules.evaluation.verdict import Treatment
from enforcement_rules.model.case import Citation
from enforcement_rules.values.kinds import SPARING


def may_be_spared(pair: Pair, treatment: Treatment) -> Judged:
    """Say whether sparing has a ground that holds.

    None is missing where the grounds of the law were not looked at, or the organ rests on a law, regulation or rule
    that is not loaded: what nobody read neither clears nor bars.
    """
    if grounds_with(treatment, SPARING, "yes"):
        return Judged(True)
    open_ = grounds_with(treatment, SPARING, "unknown")
    unread = "not_checked" in treatment.remaining
    elsewhere = not open_ and not unread and _rests_on_unread(pair)
    code = "sparing_ground_open" if open_ else "sparing_not_checked" if unread else "sparing_without_ground"
    remark = ("sparing_basis_not_loaded" if elsewhere else code, {"rules": [ground.ref.rule for ground in open_]})
    return Judged(None if open_ or elsewhere or treatment.outcome == "undetermined" else False, (remark,))


def _rests_on_unread(pair: Pair) -> bool:
    """Say whether the organ names a text that is not loaded and may be a law, regulation or rule."""
    basis = pair.proposal.basis if pair.proposal else None
    cited = [each for each in basis or () if isinstance(each, Citation)]
    return any(each.instrument is None and each.title and each.rank != "normative_document" for each in cited)


def declined(pair: Pair, treatment: Treatment) -> Iterator[Remark]:
    """Yield each `may` that applies and was not taken without a reason; "not on the list" is no reason.

    A file that lists what was declined says so of everything it does not list; an empty list of all.
    """
    told = pair.proposal.declined if pair.proposal else None
    if is_spared(pair) or (pair.case.record != "complete" and told is None):
        return
    reasons = {each.ground: each.reason for each in told or ()}
    for ground in grounds_with(treatment, SPARING, "yes"):
        if not ground.binding and not reasons.get(ground.ref.rule):
            yield "may_declined_without_reason", {"rule": ground.ref.rule}


def named_in_vain(pair: Pair, treatment: Treatment) -> Iterator[Remark]:
    """Yield the grounds that the proposal names and that do not hold, are barred, or are still open."""
    named = [each for each in (pair.proposal.basis or () if pair.proposal else ()) if isinstance(each, str)]
    if not named:
        return
    status = {ground.ref.rule: ground.status for ground in treatment.grounds}
    for code, words in (("named_ground_fails", ("no", "barred")), ("named_ground_open", ("unknown", "dormant"))):
        rules = [rule for rule in named if status.get(rule) in words]
        if rules:
            yield code, {"rules": rules}
