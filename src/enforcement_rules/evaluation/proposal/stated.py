"""What the organ says for its proposal, as the file has it: grounds, benchmark, tier, what was declined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.verdict import UNNAMED, NotChecked, StatedCitation, StatedProposal, StatedTier
from enforcement_rules.model.case import Citation, StatedTier as TierOfFile
from enforcement_rules.values.range import Range


def stated_proposal(plan: Plan, pair: Pair) -> StatedProposal:
    """Return what a proposal says for itself; nothing where nothing is proposed."""
    proposal = pair.proposal
    if proposal is None:
        return StatedProposal()
    used, deviation = pair.facts["proposal.benchmark_used"], proposal.deviation
    return StatedProposal(
        basis=tuple(_cited(plan, each) for each in proposal.basis or ()),
        benchmark=None if proposal.benchmark is None else _cited(plan, proposal.benchmark),
        benchmark_used=used if isinstance(used, bool) else None,
        tier=None if proposal.stated_tier is None else _tier(proposal.stated_tier, pair.facts["proposal.fine"]),
        declined=None if proposal.declined is None else tuple((each.ground, each.reason) for each in proposal.declined),
        deviation=None if deviation is None else (deviation.reason, deviation.approved_by),
    )


def _cited(plan: Plan, cited: str | Citation) -> StatedCitation:
    if isinstance(cited, str):
        return StatedCitation(None, None, None, cited, loaded=cited.partition("/")[0] in plan.rulesets.versions)
    known = cited.instrument in plan.rulesets.versions
    return StatedCitation(cited.instrument, cited.title, cited.article, None, loaded=known)


def _tier(stated: TierOfFile, fine: Any) -> StatedTier:
    low = next((end for end in (stated.exactly, stated.at_least, stated.more_than) if end is not None), None)
    high = next((end for end in (stated.exactly, stated.at_most, stated.below) if end is not None), None)
    if low is None and high is None:
        return StatedTier(stated.name, None, stated.by, None)
    range_ = Range(low, high, stated.more_than is not None, stated.below is not None)
    return StatedTier(stated.name, range_, stated.by, range_.holds(fine))


def unchecked(stated: StatedProposal) -> Iterator[NotChecked]:
    """Yield the documents that a proposal names and that are not loaded.

    None of them decides. A fine that lies outside the very tier the file states for it keeps the outcome open, unless
    a reason for leaving the benchmark is recorded.
    """
    for each in stated.basis:
        if not each.loaded and each.title is not None:
            yield NotChecked(each.title, each.article, "basis_not_loaded", ("decision",))
    tier = stated.tier
    against = tier is not None and tier.holds is False and (stated.deviation is None or stated.deviation[0] is None)
    named = stated.benchmark
    if named is not None and not named.loaded:
        title = named.title or named.instrument or ""
        yield NotChecked(title, named.article, "benchmark_not_loaded", ("decision",), blocks=against)
    elif tier is not None:
        place = (named.instrument, named.article) if named is not None else (None, None)
        yield NotChecked(place[0] or UNNAMED, place[1], "tier_stated_by_file", ("decision",), blocks=against)
