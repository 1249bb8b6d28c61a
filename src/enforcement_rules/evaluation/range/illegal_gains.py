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
from enforcement_rules.rules.circumstance import Gains
from enforcement_rules.values.interval import ends
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


def _speaking(plan: Plan, pair: Pair) -> Iterator[tuple[Gains, RuleRef, bool]]:
    for version in deciding(plan, pair, "gains"):
        for rule, ref, reading in version.gains.read(pair.facts):
            if reading.when is True and True not in reading.unless:
                yield rule, ref, bool(version.version.head.fields)


def _worked_out(rule: Gains | None, ref: RuleRef | None, facts: Facts) -> GainsCheck:
    receipts, gains = facts[RECEIPTS], facts[GAINS]
    low, high = ends(gains if receipts is UNKNOWN else receipts)
    deducted: list[tuple[str, str]] = []
    if receipts is not UNKNOWN and rule is not None:
        # What may be deducted and is not stated lowers only the lower end: the party has to show it.
        for id_ in rule.deducts:
            low, high = _less(low, high, facts[id_])
            if isinstance(facts[id_], Decimal):
                deducted.append((id_, money(facts[id_])))
    refunded = [facts[id_] for id_ in rule.refunds] if rule is not None else []
    for amount in refunded:
        if amount is not UNKNOWN:
            low, high = _less(low, high, amount)
    due = None if low is None and high is None else Range(_least(low), _least(high))
    known = [amount for amount in refunded if isinstance(amount, Decimal)]
    total = money(sum(known, Decimal(0))) if known else None
    return GainsCheck(ref, _text(receipts), tuple(deducted), total, due)


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
