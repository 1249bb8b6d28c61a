"""Where inside a range an amount belongs: bands for lighter, ordinary and heavier, shares, percentages, rounding."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_DOWN, Decimal
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.applicability import deciding
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.verdict import Amount, RuleRef, SchemeChoice, TierChoice
from enforcement_rules.rules.amount import Span
from enforcement_rules.rules.scheme import Adjustment, Bands, Rounding, Scheme
from enforcement_rules.values.interval import ends, interval
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import UNKNOWN

_HUNDRED = Decimal(100)
_NAMES = ("lighter", "ordinary", "heavier")


class Chosen(Struct, frozen=True):
    """The scheme that speaks of a pair, or the several that contradict each other (none is chosen)."""

    scheme: SchemeChoice | None = None
    contradicting: tuple[str, ...] = ()


def place(plan: Plan, pair: Pair, statutory: Amount, tier: TierChoice | None, treatment: str) -> Chosen:
    """Return where the scheme in force at the decision puts the amount.

    It starts from the range of the statute or, where the scheme says so, of the tier. `treatment` is what is named:
    lighter, ordinary or heavier; anything else leaves every band open.
    """
    found = list(_speaking(plan, pair))
    if len(found) > 1:
        return Chosen(None, tuple(ref.rule for _, ref in found))
    if not found:
        return Chosen()
    rule, ref = found[0]
    inside, within = _inside(rule, statutory, tier)
    if inside is None or inside.high is None:
        return Chosen()
    if rule.bands is not None:
        return Chosen(_banded(rule, ref, inside, within, treatment))
    return Chosen(_shared(rule, ref, inside, within, pair.facts))


def _speaking(plan: Plan, pair: Pair) -> Iterator[tuple[Scheme, RuleRef]]:
    for version in deciding(plan, pair, "schemes"):
        for rule, ref, reading in version.schemes.read(pair.facts):
            if reading.when is True and not any(known is not False for known in reading.unless):
                yield rule, ref


def _inside(rule: Scheme, statutory: Amount, tier: TierChoice | None) -> tuple[Range | None, str]:
    if rule.within == "tier" and tier is not None and tier.status == "chosen":
        return tier.range, "tier"
    return (statutory.range if statutory.decided else None), "statute"


def _banded(rule: Scheme, ref: RuleRef, inside: Range, within: str, treatment: str) -> SchemeChoice:
    bands = rule.without_floor if inside.low is None and rule.without_floor is not None else rule.bands
    assert bands is not None
    made = tuple((name, _band(_span(bands, name), inside)) for name in _NAMES)
    applies = treatment if treatment in _NAMES else None
    return SchemeChoice(ref, within, made, applies, dict(made).get(treatment))


def _span(bands: Bands, name: str) -> Span:
    span: Span = getattr(bands, name)
    return span


def _band(span: Span, inside: Range) -> Range:
    """Return a share of a range; where the share has no end, the range's own end closes it."""
    assert inside.high is not None
    low = inside.low or Decimal(0)
    width = inside.high - low
    if span.low is None or span.low == 0:
        start, start_open = inside.low, inside.low_open or span.more_than is not None
    else:
        start, start_open = low + width * span.low, span.more_than is not None
    if span.high is None or span.high == 1:
        end, end_open = inside.high, inside.high_open or span.below is not None
    else:
        end, end_open = low + width * span.high, span.below is not None
    return Range(start, end, start_open, end_open)


def _shared(rule: Scheme, ref: RuleRef, inside: Range, within: str, facts: Facts) -> SchemeChoice:
    """Return the amount that shares and adjustments come to; unknown ones leave an interval."""
    low, high = inside.low or Decimal(0), inside.high
    assert high is not None
    start: Any = low
    end: Any = high
    share = None
    if rule.of is not None:
        least, most = ends(facts[rule.of])
        start, end = low if least is None else least, high if most is None else most
    elif rule.share:
        share = _sum([facts[id_] for id_ in rule.share])
        least, most = ends(share)
        start = low + (high - low) * min(max(least or Decimal(0), Decimal(0)), _HUNDRED) / _HUNDRED
        end = high if most is None else low + (high - low) * min(most, _HUNDRED) / _HUNDRED
    told = [(each, truth(each.when, facts)) for each in rule.adjustments]
    lowest, highest = _adjusted(rule, told)
    made = Range(
        _inward(_lowered(start, lowest, rule), rule.rounding, inside),
        _inward(_lowered(end, highest, rule), rule.rounding, inside),
    )
    shown = tuple((each.says, each.says_en, _percent(each), known) for each, known in told)
    return SchemeChoice(ref, within, (), None, made, None if share is None else _text(share), shown)


def _lowered(amount: Decimal, factor: Decimal, rule: Scheme) -> Decimal:
    made = amount * factor
    return made if rule.most_lowered_by is None else max(made, amount - rule.most_lowered_by)


def _sum(values: list[Any]) -> Any:
    low, high = Decimal(0), Decimal(0)
    known = True
    for value in values:
        least, most = ends(value)
        low += Decimal(least or 0)
        known = known and most is not None
        high += Decimal(most or 0)
    return interval(low, high if known else None)


def _percent(each: Adjustment) -> Decimal:
    return each.raise_by if each.raise_by is not None else -(each.lower_by or Decimal(0))


def _adjusted(rule: Scheme, told: list[tuple[Adjustment, bool | None]]) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest factor that the adjustments come to."""
    least = most = Decimal(0)
    for each, known in told:
        percent = _percent(each)
        if known is not False:
            least += min(percent, Decimal(0)) if known is None else percent
            most += max(percent, Decimal(0)) if known is None else percent
    if rule.most_lowered is not None:
        least, most = max(least, -rule.most_lowered), max(most, -rule.most_lowered)
    return (_HUNDRED + least) / _HUNDRED, (_HUNDRED + most) / _HUNDRED


def _inward(amount: Decimal, rounding: Rounding | None, inside: Range) -> Decimal:
    """Return an amount rounded as the scheme says, and never out of the range."""
    made = amount
    if rounding is not None:
        mode = ROUND_FLOOR if rounding.towards == "party" else ROUND_HALF_DOWN
        made = (amount / rounding.to).to_integral_value(mode) * rounding.to
    if inside.low is not None and made < inside.low:
        made = inside.low
    return made if inside.high is None else min(made, inside.high)


def _text(share: Any) -> str | None:
    low, high = ends(share)
    if share is UNKNOWN or high is None:
        return f"{low}–?"
    return str(low) if low == high else f"{low}–{high}"
