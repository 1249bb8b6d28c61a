"""What is proposed, against the statute, the circumstances and the benchmark: three answers, never mixed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.amounts import Threat
from enforcement_rules.evaluation.pair import Pair
from enforcement_rules.evaluation.verdict import Amount, Ground, ProposalCheck, TierChoice, Treatment
from enforcement_rules.values.kinds import SPARING
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction

Findings = list[tuple[str, dict[str, Any]]]


def check_proposal(
    pair: Pair, treatment: Treatment, threat: Threat | None, amount: Amount, tier: TierChoice | None
) -> ProposalCheck | None:
    """Return how the proposal stands; `None` when nothing is proposed."""
    if pair.proposal is None:
        return None
    findings: Findings = []
    fine = pair.facts["proposal.fine"]
    spared = _spared(pair)
    statute = conjunction(
        [
            _sparing(treatment, findings) if spared else _in_statute(pair, fine, treatment, amount, findings),
            _not_contradicted(pair, fine, treatment, findings),
        ]
    )
    _mandatory(pair, threat, treatment, findings)
    _declined(pair, treatment, findings)
    benchmark = None if spared else _in_tier(fine, tier, findings)
    deviation = _recorded(pair) if benchmark is False else None
    shown = money(fine) if isinstance(fine, Decimal) else None
    return ProposalCheck(shown, statute, benchmark, deviation, spared, tuple(findings))


def _recorded(pair: Pair) -> Truth:
    known = pair.facts["proposal.deviation_recorded"]
    return known if isinstance(known, bool) else None


def _spared(pair: Pair) -> bool:
    kinds = pair.facts["proposal.kinds"]
    return pair.facts["proposal.treatment"] == "no_penalty" or (
        kinds is not UNKNOWN and kinds.complete and not kinds.known
    )


def grounds_with(treatment: Treatment, effects: frozenset[str], status: str) -> list[Ground]:
    """Return the grounds of a status that have one of some effects."""
    return [ground for ground in treatment.grounds if ground.status == status and effects & set(ground.effects)]


def _sparing(treatment: Treatment, findings: Findings) -> Truth:
    if grounds_with(treatment, SPARING, "yes"):
        return True
    open_ = grounds_with(treatment, SPARING, "unknown")
    code = "sparing_ground_open" if open_ else "sparing_without_ground"
    findings.append((code, {"rules": [ground.ref.rule for ground in open_]}))
    return None if open_ or treatment.outcome == "undetermined" else False


def _in_statute(pair: Pair, fine: Any, treatment: Treatment, amount: Amount, findings: Findings) -> Truth:
    if amount.range is None:
        return None
    if amount.range.exceeded_by(fine, below=False) is True:
        findings.append(("above_ceiling", {"fine": money_of(fine), "ceiling": money_of(amount.range.high)}))
        return False if amount.closed else None
    if amount.range.exceeded_by(fine, below=True) is True:
        grounded = _below_floor(pair, fine, treatment, amount.range, findings)
        return grounded if amount.closed else None
    return amount.range.holds(fine) if amount.decided and amount.closed else None


def _below_floor(pair: Pair, fine: Any, treatment: Treatment, range_: Range, findings: Findings) -> Truth:
    """A fine below the floor is mitigation, and mitigation needs a ground in law, regulation or rule."""
    mitigating = frozenset({"mitigated"}) | SPARING
    held = grounds_with(treatment, mitigating, "yes")
    open_ = grounds_with(treatment, mitigating, "unknown")
    code = "below_floor_grounded" if held else "below_floor_ground_open" if open_ else "below_floor_without_ground"
    rules = [ground.ref.rule for ground in held or open_]
    findings.append((code, {"fine": money_of(fine), "floor": money_of(range_.low), "rules": rules}))
    if not _stated_ground(pair):
        findings.append(("no_stated_basis", {"fine": money_of(fine), "floor": money_of(range_.low)}))
    return True if held else None if open_ or treatment.outcome == "undetermined" else False


def _stated_ground(pair: Pair) -> bool:
    return bool(pair.proposal and pair.proposal.basis)


def _not_contradicted(pair: Pair, fine: Any, treatment: Treatment, findings: Findings) -> Truth:
    """Return false when a binding ground that holds is set aside."""
    binding = [ground for ground in treatment.grounds if ground.status == "yes" and ground.binding]
    named = pair.facts["proposal.treatment"]
    against = [
        ground.ref.rule
        for ground in binding
        if (set(ground.effects) <= SPARING and fine > 0)
        or (set(ground.effects) <= {"lighter", "mitigated"} and named in ("ordinary", "heavier"))
        or ("heavier" in ground.effects and named in ("lighter", "mitigated"))
    ]
    if against:
        findings.append(("contradicts_binding_ground", {"rules": against}))
    if named == "heavier" and not grounds_with(treatment, frozenset({"heavier", "band_up"}), "yes"):
        open_ = grounds_with(treatment, frozenset({"heavier", "band_up"}), "unknown")
        unsure = open_ or "not_checked" in treatment.remaining
        findings.append(("heavier_ground_open" if unsure else "heavier_without_ground", {}))
    return not against


def _mandatory(pair: Pair, threat: Threat | None, treatment: Treatment, findings: Findings) -> None:
    """Report penalties that the provision commands and the proposal leaves out without mitigation."""
    kinds = pair.facts["proposal.kinds"]
    if threat is None or kinds is UNKNOWN or not kinds.known or pair.case.record == "excerpt":
        return
    if grounds_with(treatment, frozenset({"mitigated"}) | SPARING, "yes"):
        return
    missing = [
        penalty.kind
        for penalty, applies in threat.penalties
        if penalty.force == "shall" and applies is True and penalty.kind not in kinds.known
    ]
    if missing:
        findings.append(("mandatory_penalty_missing", {"kinds": missing, "rule": threat.ref.rule}))


def _declined(pair: Pair, treatment: Treatment, findings: Findings) -> None:
    """Report a `may` that applies and was not taken without a reason; "not on the list" is no reason."""
    declined = {each.ground: each.reason for each in pair.proposal.declined} if pair.proposal else {}
    if pair.case.record != "complete" and not declined:
        return
    for ground in grounds_with(treatment, SPARING, "yes"):
        if not ground.binding and not _spared(pair) and not declined.get(ground.ref.rule):
            findings.append(("may_declined_without_reason", {"rule": ground.ref.rule}))


def _in_tier(fine: Any, tier: TierChoice | None, findings: Findings) -> Truth:
    if tier is None or tier.range is None:
        return None
    inside = tier.range.holds(fine)
    if inside is False:
        findings.append(("outside_tier", {"fine": money_of(fine), "tiers": list(tier.tiers), "rule": tier.ref.rule}))
        return False
    return inside if tier.status == "chosen" else None


def money_of(amount: Any) -> str | None:
    """Return an exact amount as text; `None` when it is not one."""
    return money(amount) if isinstance(amount, Decimal) else None


def permitted_range(treatment: Treatment, statutory: Range | None) -> Range | None:
    """Return the fines that the law permits as far as is known: the statute, extended downwards by mitigation."""
    if treatment.outcome == "no_penalty":
        return Range(Decimal(0), Decimal(0))
    if statutory is None or statutory.low is None:
        return statutory
    commanded = [g for g in treatment.grounds if g.status == "yes" and g.binding and set(g.effects) == {"mitigated"}]
    if commanded:
        return Range(Decimal(0), statutory.low, low_open=True, high_open=not statutory.low_open)
    mitigating = frozenset({"mitigated"}) | SPARING
    if grounds_with(treatment, mitigating, "yes") or grounds_with(treatment, mitigating, "unknown"):
        return Range(Decimal(0), statutory.high, low_open=False, high_open=statutory.high_open)
    return statutory
