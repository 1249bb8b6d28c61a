"""What a provision commands of a case, as a proposal and as the notice that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.range import Statute, span_amount
from enforcement_rules.rules.amount import Penalty
from enforcement_rules.testing.twins import terms
from enforcement_rules.values.range import Range

_MONEY = {"fine": "fine", "confiscation_of_illegal_gains": "confiscated_gains"}
"""Kinds of which the notice tells the amount, and under which name."""


def penalties_of(statute: Statute, facts: Facts) -> list[dict[str, Any]]:
    """Return what all provisions that apply command; where they only permit, the first that they permit."""
    made: dict[str, dict[str, Any]] = {}
    for threat in statute.threats:
        for penalty in _commanded(threat.penalties):
            made.setdefault(penalty.kind, _penalty(penalty, statute.amount.range, facts))
    return list(made.values())


def _commanded(penalties: Sequence[tuple[Penalty, bool | None]]) -> Iterator[Penalty]:
    applying = [penalty for penalty, known in penalties if known is True]
    commanded = [penalty for penalty in applying if penalty.force == "shall"]
    chosen: set[str] = set()
    for penalty in commanded or applying[:1]:
        if penalty.choice is None or penalty.choice not in chosen:
            chosen |= {penalty.choice} if penalty.choice is not None else set()
            yield penalty


def _penalty(penalty: Penalty, fine: Range | None, facts: Facts) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": penalty.kind}
    if penalty.kind == "fine":
        made["amount"] = str(inside(fine))
    elif penalty.kind == "confiscation_of_illegal_gains":
        gains = facts["violation.illegal_gains"]
        made["amount"] = str(gains if isinstance(gains, Decimal) else 0)
    elif penalty.kind == "confiscation_of_illegal_property":
        made["items"] = "涉案物品"
    elif penalty.kind == "other":
        made["note"] = "法律规定的其他处罚"
    if penalty.days is not None:
        made["days"] = int(inside(span_amount(penalty.days, facts).range))
    if penalty.term is not None:
        made["term"] = terms.stated(terms.inside(penalty.term.lengths))
    return made


def inside(range_: Range | None) -> Decimal:
    """Return a whole amount inside a range, near its middle; of one without a ceiling a little above its floor."""
    if range_ is None:
        return Decimal(1000)
    low = range_.low or Decimal(0)
    high = low + 1000 if range_.high is None else range_.high
    middle = (low + high) / 2
    for each in (middle.to_integral_value(ROUND_FLOOR), middle.to_integral_value(ROUND_CEILING), middle, low, high):
        if range_.holds(each) is True and each > 0:
            return each
    return middle


def told(penalties: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what the notice writes of these penalties: their kinds, and how much."""
    written: dict[str, Any] = {"kinds": [each["kind"] for each in penalties]}
    for each in penalties:
        if each["kind"] in _MONEY:
            written[_MONEY[each["kind"]]] = each["amount"]
        days = each.get("days") or each.get("term", {}).get("days")
        if each["kind"] == "administrative_detention" and days:
            written["detention_days"] = days
    return written
