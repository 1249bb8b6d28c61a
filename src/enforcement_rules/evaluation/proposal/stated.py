"""What the organ says for its proposal, as the file has it: grounds, benchmark, tier, what was declined."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair, amount_of
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.range import span_amount
from enforcement_rules.evaluation.verdict import UNNAMED, NotChecked, StatedCitation, StatedProposal, StatedTier
from enforcement_rules.model.case import Citation, Proposal
from enforcement_rules.model.stated_law import StatedTier as TierOfFile
from enforcement_rules.rules.amount import Span
from enforcement_rules.values.range import money


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
        tier=None if proposal.stated_tier is None else _tier(proposal.stated_tier, pair.facts),
        declined=None if proposal.declined is None else tuple((each.ground, each.reason) for each in proposal.declined),
        deviation=None if deviation is None else (deviation.reason, deviation.approved_by),
        shared_by=(proposal.party or "", *proposal.shared_with) if proposal.shared_with else (),
        shared_fine=_whole_fine(pair, proposal) if proposal.shared_with else None,
    )


def _whole_fine(pair: Pair, proposal: Proposal) -> str | None:
    fines = [amount_of(each, pair.violation) for each in proposal.penalties or () if each.kind == "fine"]
    known = [fine for fine in fines if fine is not None]
    return money(sum(known, Decimal(0))) if fines and len(known) == len(fines) else None


def _cited(plan: Plan, cited: str | Citation) -> StatedCitation:
    if isinstance(cited, str):
        return StatedCitation(None, None, None, cited, loaded=cited.partition("/")[0] in plan.rulesets.versions)
    known = cited.instrument in plan.rulesets.versions
    return StatedCitation(cited.instrument, cited.title, cited.article, None, loaded=known)


def _tier(stated: TierOfFile, facts: Facts) -> StatedTier:
    raw = stated.span()
    if not raw:
        return StatedTier(stated.name, by=stated.by)
    span = Span.model_validate(raw)
    made = span_amount(span, facts)
    holds = None if made.range is None else made.range.holds(facts["proposal.fine"])
    return StatedTier(
        stated.name,
        made.range,
        stated.by,
        holds if made.decided or holds is False else None,
        made.base,
        _in_multiples(span) if span.form == "percent_to_times" else made.factors,
        percent=made.form == "percent",
    )


def _in_multiples(span: Span) -> tuple[str | None, str | None]:
    low, high = (None if end is None else f"{end.normalize():f}" for end in span.factors)
    return low, high


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
