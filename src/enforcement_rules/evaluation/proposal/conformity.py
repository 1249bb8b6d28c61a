"""Whether a proposal conforms to the benchmark: its tier, the kinds it calls for, the band of the treatment named."""

from __future__ import annotations

from typing import Any

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.range import Measured
from enforcement_rules.evaluation.verdict import SchemeChoice, TierChoice
from enforcement_rules.values.range import money
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction

Findings = list[tuple[str, dict[str, Any]]]


def conforms(
    pair: Pair, fine: Any, measured: Measured, scheme: SchemeChoice | None, findings: Findings, *, spared: bool
) -> Truth:
    """Return whether the proposal keeps to the benchmark; unknown where there is none."""
    for ref, last in measured.expired:
        findings.append(("benchmark_expired", {"rule": ref.rule, "last": last}))
    tier = measured.tier
    if spared:
        return True if tier is not None and tier.status == "chosen" and tier.spares == "no_penalty" else None
    if tier is None and scheme is None:
        return None
    answers = [] if tier is None else [_in_tier(fine, tier, findings), _kinds(pair, tier, findings)]
    if scheme is not None:
        answers.append(_in_band(fine, scheme, findings))
    return conjunction(answers)


def _in_tier(fine: Any, tier: TierChoice, findings: Findings) -> Truth:
    if tier.range is None:
        return None
    inside = tier.range.holds(fine)
    if inside is False:
        findings.append(("outside_tier", {"fine": _money(fine), "tiers": list(tier.tiers), "rule": tier.ref.rule}))
        return False
    return inside if tier.status == "chosen" else None


def _kinds(pair: Pair, tier: TierChoice, findings: Findings) -> Truth:
    """Say whether the other kinds that the tier calls for are proposed."""
    kinds = pair.facts["proposal.kinds"]
    if not tier.penalties:
        return True
    if kinds is UNKNOWN or tier.status != "chosen":
        return None
    missing = [kind for kind in tier.penalties if kind not in kinds.known]
    if missing and kinds.complete:
        findings.append(("tier_penalty_missing", {"kinds": missing, "rule": tier.ref.rule}))
        return False
    return not missing or None


def _in_band(fine: Any, scheme: SchemeChoice, findings: Findings) -> Truth:
    if scheme.range is None:
        return None
    inside = scheme.range.holds(fine)
    if inside is False:
        args = {
            "fine": _money(fine),
            "rule": scheme.ref.rule,
            "low": _end(scheme.range.low),
            "high": _end(scheme.range.high),
        }
        findings.append(("outside_band", args))
    return inside


def _end(end: Any) -> str | None:
    return None if end is None else money(end)


def _money(fine: Any) -> str | None:
    return None if fine is UNKNOWN or not hasattr(fine, "quantize") else money(fine)
