"""How far a proposal goes: whether it spares, stays below the statute, or takes the least or the most of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.kinds import Basis, left_out
from enforcement_rules.evaluation.proposal.mitigation import is_lighter
from enforcement_rules.evaluation.proposal.terms import is_below
from enforcement_rules.evaluation.verdict import Amount
from enforcement_rules.values.kinds import SPARED_ALL_THE_SAME
from enforcement_rules.values.truth import UNKNOWN, Truth


class Extent(Struct, frozen=True):
    """How far a proposal goes, as far as its amounts, terms and kinds show.

    Attributes:
        spared: whether no penalty is proposed.
        mitigated: whether it stays below what the statute sets: in amount, in days, in kind.
        at_least, at_most: whether the fine is the least, the most that the statute allows.
    """

    spared: bool
    mitigated: Truth
    at_least: bool = False
    at_most: bool = False


def is_spared(pair: Pair) -> bool:
    """Say whether no penalty is proposed; gains and goods may be confiscated all the same."""
    kinds = pair.facts["proposal.kinds"]
    if kinds is UNKNOWN:
        return bool(pair.facts["proposal.treatment"] == "no_penalty")
    if pair.facts["proposal.treatment"] == "no_penalty":
        return bool(kinds.known <= SPARED_ALL_THE_SAME)
    return bool(kinds.complete and not kinds.known)


def extent_of(pair: Pair, amount: Amount, basis: Basis) -> Extent:
    """Return how far a proposal goes against a range of fines and the kinds that are given and commanded."""
    fine = pair.facts["proposal.fine"]
    ends = amount.range if amount.decided else None
    return Extent(
        is_spared(pair),
        _mitigated(pair, amount, basis),
        at_least=ends is not None and ends.high != ends.low and _is_end(fine, ends.low),
        at_most=ends is not None and ends.high != ends.low and _is_end(fine, ends.high),
    )


def _is_end(fine: Any, end: Decimal | None) -> bool:
    return end is not None and isinstance(fine, Decimal) and fine == end


def _mitigated(pair: Pair, amount: Amount, basis: Basis) -> Truth:
    kinds = pair.facts["proposal.kinds"]
    if kinds is UNKNOWN:
        return None
    fined = _fine_below(pair, amount, basis)
    lighter = any(is_lighter(kind, basis.threats, kinds.known) for kind in kinds.known)
    if fined or lighter or is_below(pair, basis) or any(left_out(kinds, basis, applies=True)):
        return True
    return fined


def _fine_below(pair: Pair, amount: Amount, basis: Basis) -> Truth:
    """Say whether the fine is below the floor; where the statute sets none, that cannot be told."""
    if not any(threat.fines for threat in basis.threats):
        return False if basis.threats else None
    if amount.range is None or amount.range.low is None:
        return None
    return amount.range.exceeded_by(pair.facts["proposal.fine"], below=True)
