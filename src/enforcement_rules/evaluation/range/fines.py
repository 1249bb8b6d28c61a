"""From the forms of a fine to its range in yuan for the facts of a case; what is unknown leaves an interval."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal
from typing import Any

from msgspec.structs import replace

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.verdict import Amount, Way
from enforcement_rules.rules.amount import Branch, Increase, Scale, Span
from enforcement_rules.values.interval import Interval, ends, interval
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import UNKNOWN

NOTHING = Amount(None, None, decided=False)


def scale_amount(scale: Scale, facts: Facts) -> Amount:
    """Return the range of a scale for the facts of a case."""
    if scale.fine is not None:
        return span_amount(scale.fine, facts)
    if scale.branches:
        return _of_branches(scale.branches, facts)
    assert scale.switch and scale.below and scale.otherwise
    base, at = facts[scale.switch.base], scale.switch.at
    if base < at:
        chosen = span_amount(scale.below, facts)
    elif base >= at:
        chosen = span_amount(scale.otherwise, facts)
    else:
        # On the far side of the switch the base is not less than where the switch stands.
        beyond = Interval(at, ends(base)[1]) if scale.otherwise.base == scale.switch.base else None
        sides = [span_amount(scale.below, facts), span_amount(scale.otherwise, facts, beyond)]
        chosen = replace(hull(sides), ways=(_way("below", None, sides[0]), _way("from", None, sides[1])))
    return replace(chosen, base=scale.switch.base, base_value=_text(base), switch_at=money(at))


def _of_branches(branches: tuple[Branch, ...], facts: Facts) -> Amount:
    known = [(branch, truth(branch.when, facts)) for branch in branches]
    held = [branch for branch, holds in known if holds is True]
    left = held or [branch for branch, holds in known if holds is None]
    if not left:
        return NOTHING
    each = [span_amount(branch.fine, facts) for branch in left]
    ways = [_way(branch.name, (branch.says, branch.says_en), one) for branch, one in zip(left, each, strict=True)]
    made = replace(hull(each), ways=tuple(ways) if len(ways) > 1 else ())
    labels = tuple((branch.says, branch.says_en) for branch in left)
    waiting = tuple(branch.name for branch, holds in known if holds is None)
    return replace(made, decided=made.decided and len(held) == 1, branches=labels, waiting=() if held else waiting)


def _way(at: str, label: tuple[str, str] | None, amount: Amount) -> Way:
    return Way(at, label, amount.range, amount.base, amount.factors, amount.form)


def hull(amounts: Iterable[Amount]) -> Amount:
    """Return the one amount, or the undecided hull of several; nothing where one of them is unknown."""
    first, *others = amounts
    for other in others:
        if first.range is None or other.range is None:
            return NOTHING
        if other.range != first.range:
            joined = first.range.joined(other.range)
            first = Amount(joined, None, decided=False, base=first.base or other.base)
    return told(first)


def told(amount: Amount) -> Amount:
    """Return an amount without a range where no end of it is known."""
    empty = amount.range is not None and amount.range.low is None and amount.range.high is None
    return replace(amount, range=None, decided=False) if empty else amount


def span_amount(span: Span, facts: Facts, base: Any = None) -> Amount:
    """Return the range of a span; `base` stands in for the fact that its multiples are of."""
    factors = (None if span.low is None else str(span.low), None if span.high is None else str(span.high))
    shown = span.base is not None or span.per is not None
    made = Amount(
        _capped(_added(span, _times(span, facts, base), facts), span),
        None,
        decided=_exact(span, facts, base),
        base=span.base,
        base_value=None if span.base is None else _text(_counted(span, facts, base)),
        factors=factors if shown else None,
        form=span.form,
        per=span.per,
        units=None if span.per is None else _text(facts[span.per]),
        deemed=span.deemed_at_least is not None and facts[span.base or ""] < span.deemed_at_least,
        capped_at=None if span.capped_at is None else money(span.capped_at),
    )
    return told(made)


def _counted(span: Span, facts: Facts, base: Any) -> Any:
    """Return the base as it counts: what the law deems it to be where it is less."""
    value = facts[span.base or ""] if base is None else base
    if span.deemed_at_least is None:
        return value
    low, high = ends(value)
    least = span.deemed_at_least
    return interval(least if low is None else max(low, least), None if high is None else max(high, least))


def _multiplier(span: Span, facts: Facts, base: Any) -> Any:
    """Return what the ends are multiplied by: base and units together."""
    factor: Any = Decimal(1) if span.base is None else _counted(span, facts, base)
    return _product(factor, facts[span.per]) if span.per is not None else factor


def _product(one: Any, other: Any) -> Any:
    (low, high), (least, most) = ends(one), ends(other)
    return interval(
        None if low is None or least is None else low * least, None if high is None or most is None else high * most
    )


def _times(span: Span, facts: Facts, base: Any) -> Range:
    least, most = ends(_multiplier(span, facts, base))
    fewest, greatest = span.factors
    low = None if fewest is None or least is None else fewest * least
    high = None if greatest is None or most is None else greatest * most
    return Range(low, high, span.more_than is not None, span.below is not None)


def _exact(span: Span, facts: Facts, base: Any) -> bool:
    least, most = ends(_multiplier(span, facts, base))
    more = span.increase
    return least is not None and least == most and (more is None or _steps(more, facts)[0] == _steps(more, facts)[1])


def _added(span: Span, made: Range, facts: Facts) -> Range:
    """Return the range with what is added for each further unit."""
    more = span.increase
    if more is None:
        return made
    least, most = _steps(more, facts)
    low = made.low
    if more.by is not None and low is not None:
        low = None if least is None else low + more.by * least
    each = more.by if more.by is not None else more.at_most
    high = None if made.high is None or most is None or each is None else made.high + each * most
    return Range(low, high, made.low_open, made.high_open)


def _steps(more: Increase, facts: Facts) -> tuple[int | None, int | None]:
    """Return the fewest and the most units begun beyond the number that is free."""
    low, high = ends(facts[more.of])
    return tuple(  # type: ignore[return-value]
        None
        if end is None
        else int(max((Decimal(end) - more.over) / more.each, Decimal(0)).to_integral_value(ROUND_CEILING))
        for end in (low, high)
    )


def _capped(made: Range, span: Span) -> Range:
    cap = span.capped_at
    if cap is None:
        return made
    low = made.low if made.low is None else min(made.low, cap)
    high = cap if made.high is None else min(made.high, cap)
    return Range(low, high, made.low_open and low != cap, made.high_open and high == made.high and high != cap)


def _text(base: Any) -> str | None:
    return money(base) if isinstance(base, Decimal) else str(base) if type(base) is int else None


def open_bases(scale: Scale, facts: Facts) -> list[str]:
    """Return the bases and units that a scale still waits for."""
    ids: list[str] = [scale.switch.base] if scale.switch else []
    live = [branch.fine for branch in scale.branches if truth(branch.when, facts) is not False]
    for span in [*(each for each in (scale.fine, scale.below, scale.otherwise) if each), *live]:
        ids += [id_ for id_ in (span.base, span.per, span.increase.of if span.increase else None) if id_]
    return [id_ for id_ in dict.fromkeys(ids) if facts[id_] is UNKNOWN or isinstance(facts[id_], Interval)]


def stated_scale(pair: Pair) -> Scale | None:
    """Return the range that the file states in the form of the law's own."""
    stated = pair.violation.stated_range
    return None if stated is None else Scale.model_validate(stated.scale())


def stated_by_file(pair: Pair) -> Amount | None:
    """Return the range that the file states for a provision whose text is not loaded; it is nowhere checked."""
    scale = stated_scale(pair)
    return None if scale is None else replace(scale_amount(scale, pair.facts), source="file")
