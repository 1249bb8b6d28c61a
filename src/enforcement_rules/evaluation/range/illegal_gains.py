"""Illegal gains to be confiscated: receipts, less what may be deducted, less what is refunded first (art. 28)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.applicability import deciding
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.verdict import GainsCheck, RuleRef
from enforcement_rules.model.fields import ForeignSum
from enforcement_rules.rules.circumstance import Gains
from enforcement_rules.values.interval import Interval, ends
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import UNKNOWN

RECEIPTS, GAINS = "violation.receipts", "violation.illegal_gains"


def gains_of(plan: Plan, pair: Pair) -> GainsCheck | None:
    """Return what is to be confiscated as far as is known; `None` where no receipts and no gains are stated.

    A rule of the sector goes before the general one; of several that contradict each other none is taken.
    """
    if pair.facts[RECEIPTS] is UNKNOWN and pair.facts[GAINS] is UNKNOWN:
        return None
    found = list(_speaking(plan, pair))
    special = [each for each in found if each[2]] or found
    rule, ref = special[0][:2] if len(special) == 1 else (None, None)
    return _worked_out(rule, ref, pair.facts)


def gains_unconverted(pair: Pair) -> bool:
    """Say whether gains or receipts are stated in a foreign currency, and nobody says what they come to in yuan."""
    bases = (pair.violation.bases.get(id_.removeprefix("violation.")) for id_ in (RECEIPTS, GAINS))
    return any(isinstance(base, ForeignSum) and base.yuan is None for base in bases)


def _speaking(plan: Plan, pair: Pair) -> Iterator[tuple[Gains, RuleRef, bool]]:
    for version in deciding(plan, pair, "gains"):
        for rule, ref, reading in version.gains.read(pair.facts):
            if reading.when is True and True not in reading.unless:
                yield rule, ref, bool(version.version.head.fields)


def _worked_out(rule: Gains | None, ref: RuleRef | None, facts: Facts) -> GainsCheck:
    """Return what is due by the receipts or by the gains stated; where these do not agree, all that lies between.

    Stated gains are never replaced: they agree with receipts when what was deducted or refunded makes the difference.
    """
    receipts, gains = facts[RECEIPTS], facts[GAINS]
    deducted = [(id_, facts[id_]) for id_ in rule.deducts] if rule is not None and receipts is not UNKNOWN else []
    refunded = [facts[id_] for id_ in rule.refunds if facts[id_] is not UNKNOWN] if rule is not None else []
    # What may be deducted and is not stated lowers only the lower end: the party has to show it.
    worked = [receipts, *(amount for _, amount in deducted), *refunded]
    found = [] if receipts is UNKNOWN else [_rest(worked)]
    contested = False
    if gains is not UNKNOWN:
        shown = [receipts, *(amount for _, amount in deducted if amount is not UNKNOWN)]
        net = _rest([gains]) == _rest([*shown, *refunded])
        contested = receipts is not UNKNOWN and not net and _rest([gains]) != _rest(shown)
        stated = _rest([gains] if net else [gains, *refunded])
        found = [*found, stated] if contested else [stated]
    known = [amount for amount in refunded if isinstance(amount, Decimal)]
    bounded = any(isinstance(amount, Interval) for amount in (*worked, gains))
    return GainsCheck(
        ref,
        _text(receipts),
        tuple((id_, money(amount)) for id_, amount in deducted if isinstance(amount, Decimal)),
        money(sum(known, Decimal(0))) if known else None,
        _between(found),
        _text(gains),
        contested,
        bounded,
    )


def _rest(amounts: list[Any]) -> tuple[Any, Any]:
    """Return both ends of what is left of the first amount after the others."""
    low, high = ends(amounts[0])
    for amount in amounts[1:]:
        low, high = _less(low, high, amount)
    return low, high


def _between(found: list[tuple[Any, Any]]) -> Range | None:
    lows, highs = [low for low, _ in found], [high for _, high in found]
    low, high = None if None in lows else min(lows), None if None in highs else max(highs)
    return None if low is None and high is None else Range(_least(low), _least(high))


def _less(low: Any, high: Any, amount: Any) -> tuple[Any, Any]:
    least, most = ends(amount)
    return (
        None if low is None or most is None else low - most,
        None if high is None else high if least is None else high - least,
    )


def _least(end: Any) -> Decimal | None:
    return None if end is None else max(Decimal(end), Decimal(0))


def _text(value: Any) -> str | None:
    return money(value) if isinstance(value, Decimal) else None
