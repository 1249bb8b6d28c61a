"""Whether a proposal conforms to the benchmark: its tier, the kinds it calls for, the band of the treatment named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark
from enforcement_rules.evaluation.range import Measured
from enforcement_rules.evaluation.verdict import SchemeChoice, TierChoice
from enforcement_rules.values.range import money
from enforcement_rules.values.truth import UNKNOWN, conjunction


def conforms(pair: Pair, fine: Any, measured: Measured, scheme: SchemeChoice | None, *, spared: bool) -> Judged:
    """Return whether the proposal keeps to the benchmark; unknown where there is none."""
    expired: Iterable[Remark] = (
        ("benchmark_expired", {"rule": ref.rule, "last": last}) for ref, last in measured.expired
    )
    judged = list(_judged(pair, fine, measured.tier, scheme, spared=spared))
    remarks = (*expired, *(remark for each in judged for remark in each.remarks))
    return Judged(conjunction(each.holds for each in judged) if judged else None, remarks)


def _judged(
    pair: Pair, fine: Any, tier: TierChoice | None, scheme: SchemeChoice | None, *, spared: bool
) -> Iterator[Judged]:
    if spared:
        yield Judged(True if tier is not None and tier.status == "chosen" and tier.spares == "no_penalty" else None)
        return
    if tier is not None:
        yield _in_tier(fine, tier)
        yield _kinds(pair, tier)
    if scheme is not None:
        yield _in_band(fine, scheme)


def _in_tier(fine: Any, tier: TierChoice) -> Judged:
    if tier.range is None:
        return Judged(None)
    inside = tier.range.holds(fine)
    if inside is False:
        remark = ("outside_tier", {"fine": _money(fine), "tiers": list(tier.tiers), "rule": tier.ref.rule})
        return Judged(False, (remark,))
    return Judged(inside if tier.status == "chosen" else None)


def _kinds(pair: Pair, tier: TierChoice) -> Judged:
    """Say whether the other kinds that the tier calls for are proposed."""
    kinds = pair.facts["proposal.kinds"]
    if not tier.penalties:
        return Judged(True)
    if kinds is UNKNOWN or tier.status != "chosen":
        return Judged(None)
    missing = [kind for kind in tier.penalties if kind not in kinds.known]
    if missing and kinds.complete:
        return Judged(False, (("tier_penalty_missing", {"kinds": missing, "rule": tier.ref.rule}),))
    return Judged(not missing or None)


def _in_band(fine: Any, scheme: SchemeChoice) -> Judged:
    if scheme.range is None:
        return Judged(None)
    inside = scheme.range.holds(fine)
    args = {
        "fine": _money(fine),
        "rule": scheme.ref.rule,
        "low": _end(scheme.range.low),
        "high": _end(scheme.range.high),
    }
    return Judged(inside, (("outside_band", args),) if inside is False else ())


def _end(end: Any) -> str | None:
    return None if end is None else money(end)


def _money(fine: Any) -> str | None:
    return None if fine is UNKNOWN or not hasattr(fine, "quantize") else money(fine)
