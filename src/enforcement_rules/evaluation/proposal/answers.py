"""What is proposed, against the statute, the circumstances and the benchmark: three answers, never mixed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.arithmetic import remarks_on, remarks_on_case
from enforcement_rules.evaluation.proposal.conformity import conforms
from enforcement_rules.evaluation.proposal.grounds_named import (
    declined,
    follows_binding,
    grounds_with,
    is_spared,
    may_be_spared,
    named_in_vain,
)
from enforcement_rules.evaluation.proposal.kinds import fine_is_dropped, fined_once, mandatory, terms
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark
from enforcement_rules.evaluation.proposal.standing import standing
from enforcement_rules.evaluation.range import Measured, Threat
from enforcement_rules.evaluation.verdict import (
    Amount,
    Candidate,
    GainsCheck,
    ProposalCheck,
    SchemeChoice,
    Treatment,
)
from enforcement_rules.values.kinds import SPARING
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import UNKNOWN, conjunction

_MITIGATING = frozenset({"mitigated"}) | SPARING


class Means(Struct, frozen=True):
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
    fine, spared = pair.facts["proposal.fine"], is_spared(pair)
    judged = (
        may_be_spared(treatment) if spared else _in_statute(pair, fine, treatment, means),
        follows_binding(pair, fine, treatment),
        _confiscation(pair, means),
        fined_once(pair),
        standing(pair, means.threats),
    )
    benchmark = conforms(pair, fine, means.measured, means.scheme, spared=spared)
    deviation = pair.facts["proposal.deviation_recorded"] if benchmark.holds is False else UNKNOWN
    return ProposalCheck(
        money_of(fine),
        conjunction(each.holds for each in judged),
        benchmark.holds,
        deviation if isinstance(deviation, bool) else None,
        spared,
        (
            *(remark for each in judged for remark in each.remarks),
            *mandatory(pair, means.threats, treatment),
            *terms(pair, means.threats),
            *declined(pair, treatment),
            *named_in_vain(pair, treatment),
            *benchmark.remarks,
            *remarks_on(pair.proposal),
            *(remarks_on_case(pair.case) if _is_first(pair) else ()),
        ),
    )


def _is_first(pair: Pair) -> bool:
    """Say whether it is the first of the case, with which the whole decision is remarked on."""
    return pair.violation is pair.case.violations[0] and pair.proposal is pair.case.proposed[0]


def _in_statute(pair: Pair, fine: Any, treatment: Treatment, means: Means) -> Judged:
    """Say whether the fine lies in the range of the statute, or below it with a ground."""
    amount = means.amount
    if amount.range is None:
        return Judged(None)
    if fine == 0 and fine_is_dropped(pair, means.threats):
        return Judged(True if amount.closed else None)
    if amount.range.exceeded_by(fine, below=False) is True:
        remark = ("above_ceiling", {"fine": money_of(fine), "ceiling": money_of(amount.range.high)})
        return Judged(False if amount.closed else None, (remark,))
    floor = {"fine": money_of(fine), "floor": money_of(amount.range.low)}
    if amount.range.exceeded_by(fine, below=True) is True:
        grounded, remarks = _below_floor(pair, treatment, floor)
        return Judged(grounded if amount.closed else None, remarks)
    inside = amount.range.holds(fine) if amount.decided and amount.closed else None
    if inside is True and pair.facts["proposal.treatment"] == "mitigated" and amount.range.low is not None:
        return Judged(inside, (("mitigated_not_below_floor", floor),))
    return Judged(inside)


def _below_floor(pair: Pair, treatment: Treatment, floor: dict[str, Any]) -> Judged:
    """A fine below the floor is mitigation, and mitigation needs a ground in law, regulation or rule."""
    held = grounds_with(treatment, _MITIGATING, "yes")
    open_ = grounds_with(treatment, _MITIGATING, "unknown")
    code = "below_floor_grounded" if held else "below_floor_ground_open" if open_ else "below_floor_without_ground"
    remarks: list[Remark] = [(code, floor | {"rules": [ground.ref.rule for ground in held or open_]})]
    if pair.facts["proposal.treatment"] in ("lighter", "ordinary", "heavier"):
        remarks.append(("named_other_than_mitigated", floor))
    if not (pair.proposal and pair.proposal.basis):
        remarks.append(("no_stated_basis", floor))
    grounded = True if held else None if open_ or treatment.outcome == "undetermined" else False
    return Judged(grounded, tuple(remarks))


def _confiscation(pair: Pair, means: Means) -> Judged:
    """Confiscation stands apart from the fine: more than the gains that remain after refunds has no basis."""
    taken, gains = pair.facts["proposal.confiscated_gains"], means.gains
    if gains is None or gains.due is None or not isinstance(taken, Decimal) or taken == 0:
        return Judged(True)
    if gains.due.exceeded_by(taken, below=False) is True:
        return Judged(False, (("gains_above_due", {"fine": money(taken), "ceiling": money_of(gains.due.high)}),))
    if gains.contested and (gains.due.low is None or taken > gains.due.low):
        return Judged(None)
    below = gains.due.exceeded_by(taken, below=True) is True
    remark = ("gains_below_due", {"fine": money(taken), "floor": money_of(gains.due.low)})
    return Judged(True, (remark,) if below else ())


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
    if grounds_with(treatment, _MITIGATING, "yes") or grounds_with(treatment, _MITIGATING, "unknown"):
        return Range(Decimal(0), statutory.high, low_open=False, high_open=statutory.high_open)
    return statutory
