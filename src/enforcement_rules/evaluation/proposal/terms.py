"""Terms in days (detention, suspension), against the days that the provisions allow."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.kinds import Basis
from enforcement_rules.evaluation.proposal.remarks import Judged, all_of
from enforcement_rules.evaluation.range import Threat, span_amount
from enforcement_rules.model.case import Penalty as Proposed
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth


def terms_within(pair: Pair, basis: Basis) -> Judged:
    """Say whether every term proposed lies within the days of a provision, or below them with a ground."""
    return all_of(*_judged(pair, basis))


def is_below(pair: Pair, basis: Basis) -> bool:
    """Say whether some term proposed is shorter than every provision allows."""
    for proposed in (pair.proposal.penalties or ()) if pair.proposal else ():
        ranges = list(_terms(proposed.kind, basis.threats, pair))
        if ranges and proposed.days is not None and _below_all(ranges, Decimal(proposed.days)):
            return True
    return False


def _judged(pair: Pair, basis: Basis) -> Iterator[Judged]:
    for proposed in (pair.proposal.penalties or ()) if pair.proposal else ():
        ranges = list(_terms(proposed.kind, basis.threats, pair))
        if not ranges:
            continue
        if proposed.days is None:
            yield Judged(None, (("term_not_stated", {"kinds": [proposed.kind]}),))
            continue
        yield _term(proposed, Decimal(proposed.days), ranges, basis)


def _term(proposed: Proposed, days: Decimal, ranges: list[tuple[Range, bool]], basis: Basis) -> Judged:
    inside: list[Truth] = [made.holds(days) if sure else made.holds(days) and None for made, sure in ranges]
    if True in inside:
        return Judged(True)
    if None in inside:
        return Judged(None)
    least, most = ranges[0][0].low, ranges[0][0].high
    args = {"kinds": [proposed.kind], "days": str(days), "least": _days(least), "most": _days(most)}
    if _below_all(ranges, days) and basis.mitigated is not False:
        code = "term_below_grounded" if basis.mitigated else "term_below_ground_open"
        return Judged(basis.mitigated, ((code, args),))
    return Judged(False if basis.complete else None, (("term_outside", args),))


def _below_all(ranges: list[tuple[Range, bool]], days: Decimal) -> bool:
    return all(made.exceeded_by(days, below=True) is True for made, _ in ranges)


def _terms(kind: str, threats: tuple[Threat, ...], pair: Pair) -> Iterator[tuple[Range, bool]]:
    """Yield the days that each provision allows, and whether it surely applies."""
    for threat in threats:
        for penalty, known in threat.penalties:
            if penalty.kind != kind or penalty.days is None or known is False:
                continue
            made = span_amount(penalty.days, pair.facts).range
            if made is not None:
                yield made, known is True and threat.sure


def _days(end: Decimal | None) -> str:
    return "" if end is None else format(end, "f")
