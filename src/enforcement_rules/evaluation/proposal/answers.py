"""What is proposed, against the statute, the circumstances and the benchmark: three answers, never mixed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.arithmetic import remarks_on, remarks_on_case
from enforcement_rules.evaluation.proposal.conformity import conforms
from enforcement_rules.evaluation.proposal.kinds import fine_is_dropped, fined_once, mandatory, terms
from enforcement_rules.evaluation.range import Measured, Threat
from enforcement_rules.evaluation.verdict import (
    Amount,
    Candidate,
    GainsCheck,
    Ground,
    ProposalCheck,
    SchemeChoice,
    Treatment,
)
from enforcement_rules.values.kinds import SPARING
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction

Findings = list[tuple[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Means:
    """What a proposal is held against."""

    threats: tuple[Threat, ...]
    candidates: tuple[Candidate, ...]
    amount: Amount
    measured: Measured
    scheme: SchemeChoice | None
    gains: GainsCheck | None


def check_proposal(pair: Pair, treatment: Treatment, means: Means) -> ProposalCheck | None:
    """Return how the proposal stands; `None` when nothing is proposed."""
    if pair.proposal is None:
        return None
    findings: Findings = []
    fine = pair.facts["proposal.fine"]
    spared = _spared(pair)
    statute = conjunction(
        [
            _sparing(treatment, findings) if spared else _in_statute(pair, fine, treatment, means, findings),
            _not_contradicted(pair, fine, treatment, findings),
            _confiscation(pair, means, findings),
            fined_once(pair, findings),
        ]
    )
    mandatory(pair, means.threats, treatment, findings)
    terms(pair, means.threats, findings)
    _declined(pair, treatment, findings)
    _named_grounds(pair, treatment, findings)
    benchmark = conforms(pair, fine, means.measured, means.scheme, findings, spared=spared)
    deviation = pair.facts["proposal.deviation_recorded"] if benchmark is False else UNKNOWN
    findings += remarks_on(pair.proposal)
    if pair.violation is pair.case.violations[0] and pair.proposal is pair.case.proposed[0]:
        findings += remarks_on_case(pair.case)
    shown = money(fine) if isinstance(fine, Decimal) else None
    known = deviation if isinstance(deviation, bool) else None
    return ProposalCheck(shown, statute, benchmark, known, spared, tuple(findings))


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


def _in_statute(pair: Pair, fine: Any, treatment: Treatment, means: Means, findings: Findings) -> Truth:
    amount = means.amount
    if amount.range is None:
        return None
    if fine == 0 and fine_is_dropped(pair, means.threats):
        return True if amount.closed else None
    if amount.range.exceeded_by(fine, below=False) is True:
        findings.append(("above_ceiling", {"fine": money_of(fine), "ceiling": money_of(amount.range.high)}))
        return False if amount.closed else None
    if amount.range.exceeded_by(fine, below=True) is True:
        grounded = _below_floor(pair, fine, treatment, amount.range, findings)
        return grounded if amount.closed else None
    inside = amount.range.holds(fine) if amount.decided and amount.closed else None
    if inside is True and pair.facts["proposal.treatment"] == "mitigated" and amount.range.low is not None:
        findings.append(("mitigated_not_below_floor", {"fine": money_of(fine), "floor": money_of(amount.range.low)}))
    return inside


def _below_floor(pair: Pair, fine: Any, treatment: Treatment, range_: Range, findings: Findings) -> Truth:
    """A fine below the floor is mitigation, and mitigation needs a ground in law, regulation or rule."""
    mitigating = frozenset({"mitigated"}) | SPARING
    held = grounds_with(treatment, mitigating, "yes")
    open_ = grounds_with(treatment, mitigating, "unknown")
    code = "below_floor_grounded" if held else "below_floor_ground_open" if open_ else "below_floor_without_ground"
    rules = [ground.ref.rule for ground in held or open_]
    findings.append((code, {"fine": money_of(fine), "floor": money_of(range_.low), "rules": rules}))
    if pair.facts["proposal.treatment"] in ("lighter", "ordinary", "heavier"):
        findings.append(("named_other_than_mitigated", {"fine": money_of(fine), "floor": money_of(range_.low)}))
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
    counted = {rule for rule, _ in treatment.twice}
    heavier = grounds_with(treatment, frozenset({"heavier", "band_up"}), "yes")
    if named == "heavier" and heavier and all(ground.ref.rule in counted for ground in heavier):
        findings.append(("heavier_counted_twice", {"rules": [ground.ref.rule for ground in heavier]}))
    if named == "heavier" and not heavier:
        open_ = grounds_with(treatment, frozenset({"heavier", "band_up"}), "unknown")
        unsure = open_ or "not_checked" in treatment.remaining
        findings.append(("heavier_ground_open" if unsure else "heavier_without_ground", {}))
    return not against


def _declined(pair: Pair, treatment: Treatment, findings: Findings) -> None:
    """Report a `may` that applies and was not taken without a reason; "not on the list" is no reason."""
    declined = {each.ground: each.reason for each in pair.proposal.declined} if pair.proposal else {}
    if pair.case.record != "complete" and not declined:
        return
    for ground in grounds_with(treatment, SPARING, "yes"):
        if not ground.binding and not _spared(pair) and not declined.get(ground.ref.rule):
            findings.append(("may_declined_without_reason", {"rule": ground.ref.rule}))


def _named_grounds(pair: Pair, treatment: Treatment, findings: Findings) -> None:
    """Report grounds that the proposal names and that do not hold, are barred, or are still open."""
    status = {ground.ref.rule: ground.status for ground in treatment.grounds}
    named = [each for each in (pair.proposal.basis or () if pair.proposal else ()) if isinstance(each, str)]
    for code, words in (("named_ground_fails", ("no", "barred")), ("named_ground_open", ("unknown", "dormant"))):
        rules = [rule for rule in named if status.get(rule) in words]
        if rules:
            findings.append((code, {"rules": rules}))


def _confiscation(pair: Pair, means: Means, findings: Findings) -> Truth:
    """Confiscation stands apart from the fine: more than the gains that remain after refunds has no basis."""
    taken, gains = pair.facts["proposal.confiscated_gains"], means.gains
    if gains is None or gains.due is None or not isinstance(taken, Decimal) or taken == 0:
        return True
    if gains.due.exceeded_by(taken, below=False) is True:
        findings.append(("gains_above_due", {"fine": money(taken), "ceiling": money_of(gains.due.high)}))
        return False
    if gains.due.exceeded_by(taken, below=True) is True:
        findings.append(("gains_below_due", {"fine": money(taken), "floor": money_of(gains.due.low)}))
    return True


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
