"""The kinds of penalty that provisions command, permit or offer as alternatives, and terms in days."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from enforcement_rules.evaluation.layout import Pair, proposal_for
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark
from enforcement_rules.evaluation.range import Threat, span_amount
from enforcement_rules.evaluation.verdict import Treatment
from enforcement_rules.model.case import Proposal
from enforcement_rules.rules.amount import Penalty
from enforcement_rules.values.kinds import SPARING
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import UNKNOWN

_MITIGATING = SPARING | {"mitigated"}


def mandatory(pair: Pair, threats: tuple[Threat, ...], treatment: Treatment) -> Iterator[Remark]:
    """Yield penalties that a provision commands and the proposal leaves out without mitigation."""
    kinds = pair.facts["proposal.kinds"]
    if kinds is UNKNOWN or not kinds.known or pair.case.record == "excerpt":
        return
    if any(ground.status == "yes" and _MITIGATING & set(ground.effects) for ground in treatment.grounds):
        return
    for threat in threats:
        missing = [kind for kind in _commanded(threat, kinds.known) if kind not in kinds.known]
        if missing:
            yield "mandatory_penalty_missing", {"kinds": missing, "rule": threat.ref.rule}


def _commanded(threat: Threat, chosen: frozenset[str]) -> Iterator[str]:
    """Yield the kinds that are commanded; of alternatives the first, where none of them was chosen."""
    settled: set[str] = set()
    for penalty, applies in threat.penalties:
        if penalty.force != "shall" or applies is not True:
            continue
        if penalty.either is None:
            yield penalty.kind
        elif penalty.either not in settled and not chosen & _group(threat, penalty.either):
            settled.add(penalty.either)
            yield penalty.kind


def _group(threat: Threat, either: str) -> set[str]:
    return {penalty.kind for penalty, known in threat.penalties if penalty.either == either and known is not False}


def fine_is_dropped(pair: Pair, threats: tuple[Threat, ...]) -> bool:
    """Say whether no fine is lawful as it stands: it only may be imposed, or an alternative to it was chosen."""
    kinds = pair.facts["proposal.kinds"]
    if kinds is UNKNOWN or not kinds.known or not threats:
        return False
    return all(_droppable(penalty, threat, kinds.known) for threat in threats for penalty in _fines(threat))


def _fines(threat: Threat) -> Iterator[Penalty]:
    return (penalty for penalty, known in threat.penalties if penalty.kind == "fine" and known is not False)


def _droppable(penalty: Penalty, threat: Threat, chosen: frozenset[str]) -> bool:
    if penalty.either is not None and chosen & (_group(threat, penalty.either) - {"fine"}):
        return True
    return penalty.force == "may"


def terms(pair: Pair, threats: tuple[Threat, ...]) -> Iterator[Remark]:
    """Yield terms (detention, suspension) outside the days that the provision allows."""
    if pair.proposal is None:
        return
    for proposed in pair.proposal.penalties or ():
        ranges = list(_terms(proposed.kind, threats, pair))
        if proposed.days is None or not ranges:
            continue
        days = Decimal(proposed.days)
        if all(each.holds(days) is False for each in ranges):
            least, most = ranges[0].low, ranges[0].high
            args = {"kinds": [proposed.kind], "days": str(days), "least": _days(least), "most": _days(most)}
            yield "term_outside", args


def _terms(kind: str, threats: tuple[Threat, ...], pair: Pair) -> Iterator[Range]:
    for threat in threats:
        for penalty, known in threat.penalties:
            if penalty.kind != kind or penalty.days is None or known is False:
                continue
            made = span_amount(penalty.days, pair.facts).range
            if made is not None:
                yield made


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


def _days(end: Decimal | None) -> str:
    return "" if end is None else format(end, "f")
