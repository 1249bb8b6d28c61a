"""What is proposed, against the statute, the circumstances and the benchmark: three answers, never mixed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.approvals import approved
from enforcement_rules.evaluation.proposal.arithmetic import names_two_sums, remarks_on, remarks_on_case
from enforcement_rules.evaluation.proposal.binding import follows_binding
from enforcement_rules.evaluation.proposal.conformity import conforms
from enforcement_rules.evaluation.proposal.extent import extent_of, is_spared
from enforcement_rules.evaluation.proposal.grounds_named import declined, may_be_spared, named_in_vain
from enforcement_rules.evaluation.proposal.kinds import (
    Basis,
    fine_is_dropped,
    in_every_world,
    kinds_given,
    kinds_within,
)
from enforcement_rules.evaluation.proposal.mitigation import MITIGATING, grounds_with, mitigation_holds, waived
from enforcement_rules.evaluation.proposal.one_act import fined_once
from enforcement_rules.evaluation.proposal.presupposed import presupposed
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark, all_of
from enforcement_rules.evaluation.proposal.standing import standing
from enforcement_rules.evaluation.proposal.terms import terms_within
from enforcement_rules.evaluation.range import Measured, Threat, gains_unconverted
from enforcement_rules.evaluation.verdict import (
    Amount,
    Candidate,
    GainsCheck,
    ProposalCheck,
    RuleRef,
    SchemeChoice,
    Treatment,
)
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.kinds import SPARED_ALL_THE_SAME, SPARING
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import UNKNOWN, Truth, disjunction, negation

_LOWERING = MITIGATING | SPARING
"""Effects after which a fine below the floor is lawful."""


class Means(Struct, frozen=True):
    """What a proposal is held against.

    Attributes:
        worlds: the provisions that apply, once for each choice of versions that the dates leave possible.
        complete: whether nothing else can threaten anything (see `Statute`).
        unmet: provisions cited that surely do not reach the violation.
        gains_rule: whether a general rule has illegal gains confiscated.
        milder: whether some law of the day of the decision was chosen because it is milder.
    """

    worlds: tuple[tuple[Threat, ...], ...]
    complete: bool
    unmet: tuple[RuleRef, ...]
    candidates: tuple[Candidate, ...]
    amount: Amount
    measured: Measured
    scheme: SchemeChoice | None
    gains: GainsCheck | None
    gains_rule: bool
    milder: bool


def check_proposal(pair: Pair, treatment: Treatment, means: Means) -> ProposalCheck | None:
    """Return how the proposal stands; `None` when nothing is proposed."""
    if pair.proposal is None:
        return None
    fine, spared = pair.facts["proposal.fine"], is_spared(pair)
    bases, within = _bases(treatment, means), _fine_within(pair, treatment, means)
    sums = (*remarks_on(pair.proposal, pair.violation), *(remarks_on_case(pair.case) if _is_first(pair) else ()))
    judged = (
        _spared(pair, treatment, bases) if spared else _in_statute(pair, within, means, bases),
        in_every_world([follows_binding(pair, treatment, extent_of(pair, means.amount, basis)) for basis in bases]),
        _confiscation(pair, means, mitigation_holds(treatment)),
        _named_spared(pair, treatment),
        fined_once(pair),
        in_every_world([standing(pair, basis.threats) for basis in bases]),
        Judged(None if names_two_sums(sums) else True),
    )
    whole = all_of(*judged)
    benchmark = conforms(pair, fine, means.measured, means.scheme, spared=spared)
    deviation = pair.facts["proposal.deviation_recorded"] if benchmark.holds is False else UNKNOWN
    return ProposalCheck(
        money_of(fine),
        whole.holds,
        benchmark.holds,
        deviation if isinstance(deviation, bool) else None,
        spared,
        (
            *whole.remarks,
            *declined(pair, treatment),
            *named_in_vain(pair, treatment),
            *benchmark.remarks,
            *sums,
        ),
        None if spared else within.holds,
    )


def _bases(treatment: Treatment, means: Means) -> list[Basis]:
    """Return what the kinds are held against, once for each choice of versions; at least one."""
    worlds, complete = (means.worlds, means.complete) if means.worlds else (((),), False)
    mitigated, without = mitigation_holds(treatment), waived(treatment)
    source, ranged = means.amount.source, means.amount.range is not None
    stated = source if ranged and source in ("file", "benchmark") else None
    gains = (means.gains_rule, _gains_due(means.gains))
    return [Basis(threats, complete, mitigated, without, stated, *gains) for threats in worlds]


def _gains_due(gains: GainsCheck | None) -> bool:
    """Say whether some gains are surely left to confiscate, after what is refunded."""
    return gains is not None and gains.due is not None and gains.due.low is not None and gains.due.low > 0


def _spared(pair: Pair, treatment: Treatment, bases: list[Basis]) -> Judged:
    """Say whether sparing has a ground, and what is confiscated all the same a basis.

    Where the law surely threatens nothing, as before an order was refused, nothing is spared: that needs no ground.
    """
    if bases and all(_threatens_nothing(basis) for basis in bases):
        return in_every_world([kinds_given(pair, basis) for basis in bases])
    return all_of(may_be_spared(pair, treatment), in_every_world([kinds_given(pair, basis) for basis in bases]))


def _threatens_nothing(basis: Basis) -> bool:
    """Say whether all provisions that apply were read whole, and every penalty of theirs surely falls away."""
    penalties = [known for threat in basis.threats for _, known in threat.penalties]
    return basis.complete and bool(penalties) and all(known is False for known in penalties)


def _in_statute(pair: Pair, within: Judged, means: Means, bases: list[Basis]) -> Judged:
    """Say whether amount, kinds and terms are what a provision gives, or less with a ground; and had its approval."""
    return all_of(
        _reached(means),
        _cited_governs(pair, means),
        within,
        in_every_world([kinds_within(pair, basis) for basis in bases]),
        in_every_world([terms_within(pair, basis) for basis in bases]),
        in_every_world([approved(pair, basis) for basis in bases]),
        in_every_world([presupposed(pair, basis) for basis in bases]),
    )


def _named_spared(pair: Pair, treatment: Treatment) -> Judged:
    """Say whether what is called sparing imposes nothing: which of the two is meant is for the organ to say."""
    kinds = pair.facts["proposal.kinds"]
    if kinds is UNKNOWN or not pair.facts["proposal.treatment"] == "no_penalty":  # noqa: SIM201 - it may be unknown
        return Judged(True)
    nothing = {"fine"} if pair.facts["proposal.fine"] == 0 else set()
    released = {"warning"} if grounds_with(treatment, frozenset({"warning_release"}), "yes") else set()
    imposed = sorted(kinds.known - SPARED_ALL_THE_SAME - nothing - released)
    return Judged(None, (("spared_and_penalised", {"kinds": imposed}),)) if imposed else Judged(True)


def _reached(means: Means) -> Judged:
    """Say whether what is cited reaches the violation at all."""
    if not means.unmet:
        return Judged(True)
    # Beside what applies the penalty is held against that.
    holds = True if any(means.worlds) else False if means.complete else None
    return Judged(holds, (("provision_not_met", {"rules": [ref.rule for ref in means.unmet]}),))


def _cited_governs(pair: Pair, means: Means) -> Judged:
    """Say whether a law that is cited governs: none does that began after the act or ended before it (art. 37).

    Where the law at the decision is the milder one, both may be cited, or either: that is left open.
    """
    cited = {each.instrument for each in pair.violation.penalised_by if each.instrument}
    applying = [each for world in means.worlds for each in world]
    if not cited or not applying or any(each.ref.instrument in cited for each in applying):
        return Judged(True)
    sure = means.complete and not means.milder and all(each.sure for each in applying)
    rules = list(dict.fromkeys(each.ref.rule for each in applying))
    return Judged(False if sure else None, (("other_law_governs", {"rules": rules}),))


def _is_first(pair: Pair) -> bool:
    """Say whether it is the first of the case, with which the whole decision is remarked on."""
    return pair.violation.id == pair.case.violations[0].id and pair.proposal is pair.case.proposed[0]


def _fine_within(pair: Pair, treatment: Treatment, means: Means) -> Judged:
    """Say whether the fine lies in the range of the statute, or below it with a ground."""
    amount, fine = means.amount, pair.facts["proposal.fine"]
    if amount.range is None:
        return Judged(True if fine == 0 and _no_fine(means) else None)
    if fine == 0 and all(fine_is_dropped(pair, threats) for threats in means.worlds):
        return Judged(True if amount.closed else None)
    if amount.range.exceeded_by(fine, below=False) is True:
        remark = ("above_ceiling", {"fine": money_of(fine), "ceiling": money_of(amount.range.high)})
        return Judged(False if amount.closed or amount.capped else None, (remark,))
    floor = {"fine": money_of(fine), "floor": money_of(amount.range.low)}
    if amount.range.exceeded_by(fine, below=True) is True:
        grounded, remarks = _below_floor(pair, treatment, floor)
        return Judged(grounded if amount.closed and not _fine_open(fine, means) else None, remarks)
    inside = amount.range.holds(fine) if amount.decided and amount.closed else None
    if inside is True and pair.facts["proposal.treatment"] == "mitigated" and amount.range.low is not None:
        return Judged(inside, (("mitigated_not_below_floor", floor),))
    return Judged(inside)


def _no_fine(means: Means) -> bool:
    """Say whether the provisions that apply are all read and threaten no fine."""
    return means.complete and any(means.worlds) and not any(each.fines for world in means.worlds for each in world)


def _fine_open(fine: Any, means: Means) -> bool:
    """Say whether no fine is proposed and it is open whether one is threatened at all."""
    return fine == 0 and all(
        known is not True
        for world in means.worlds
        for each in world
        for penalty, known in each.penalties
        if penalty.kind == "fine"
    )


def _below_floor(pair: Pair, treatment: Treatment, floor: dict[str, Any]) -> Judged:
    """A fine below the floor is mitigation, and mitigation needs a ground in law, regulation or rule."""
    kinds = pair.facts["proposal.kinds"]
    nothing = pair.facts["proposal.fine"] == 0 and kinds is not UNKNOWN and kinds.known <= {"fine"}
    lowering = SPARING if nothing else _LOWERING  # a fine of nothing, alone, is no mitigation but sparing
    held = grounds_with(treatment, lowering, "yes")
    open_ = grounds_with(treatment, lowering, "unknown")
    code = "below_floor_grounded" if held else "below_floor_ground_open" if open_ else "below_floor_without_ground"
    remarks: list[Remark] = [(code, floor | {"rules": [ground.ref.rule for ground in held or open_]})]
    if pair.facts["proposal.treatment"] in ("lighter", "ordinary", "heavier"):
        remarks.append(("named_other_than_mitigated", floor))
    if not (pair.proposal and pair.proposal.basis):
        remarks.append(("no_stated_basis", floor))
    grounded = True if held else None if open_ or treatment.outcome == "undetermined" else False
    return Judged(grounded, tuple(remarks))


def _confiscation(pair: Pair, means: Means, mitigated: Truth) -> Judged:
    """Confiscation stands apart from the fine: more than the gains after refunds has no basis, less needs a ground."""
    taken, gains = pair.facts["proposal.confiscated_gains"], means.gains
    if isinstance(taken, Interval) and gains is not None and gains.due is not None:
        # Shared with others: how much of it falls on whom is not told, so that only all of it can be what is due.
        return Judged(True if not gains.bounded and gains.due.holds(taken.high) is True else None)
    if not taken == 0 and gains_unconverted(pair):  # noqa: SIM201 - it may be unknown
        return Judged(None)
    if gains is None or gains.due is None or not isinstance(taken, Decimal) or taken == 0:
        return Judged(True)
    if gains.due.exceeded_by(taken, below=False) is True:
        return Judged(False, (("gains_above_due", {"fine": money(taken), "ceiling": money_of(gains.due.high)}),))
    if gains.contested and (gains.due.low is None or taken > gains.due.low):
        return Judged(None)
    if gains.due.exceeded_by(taken, below=True) is not True:
        # Within bounds it may still be less than what is due, or more.
        return Judged(None if gains.bounded else True)
    # How receipts come to gains depends on the field, and a refund that nobody told of may take the rest: only gains
    # that are stated, less refunds that are, are surely due.
    told = gains.stated is not None and gains.refunded is not None
    due = means.gains_rule and (True if told else None)
    remark = ("gains_below_due", {"fine": money(taken), "floor": money_of(gains.due.low)})
    return Judged(disjunction((negation(due), mitigated)), (remark,))


def money_of(amount: Any) -> str | None:
    """Return an exact amount as text; `None` when it is not one."""
    return money(amount) if isinstance(amount, Decimal) else None


def permitted_range(treatment: Treatment, statutory: Range | None) -> Range | None:
    """Return the fines that the law permits as far as is known: the statute, extended downwards by mitigation."""
    if treatment.outcome == "no_penalty":
        return Range(Decimal(0), Decimal(0))
    if statutory is None or statutory.low is None:
        return statutory
    held = [ground for ground in treatment.grounds if ground.status == "yes" and ground.binding]
    commanded = [ground for ground in held if "mitigated" in ground.effects and set(ground.effects) <= _LOWERING]
    if commanded:
        return Range(Decimal(0), statutory.low, low_open=True, high_open=not statutory.low_open)
    if grounds_with(treatment, _LOWERING, "yes") or grounds_with(treatment, _LOWERING, "unknown"):
        return Range(Decimal(0), statutory.high, low_open=False, high_open=statutory.high_open)
    return statutory
