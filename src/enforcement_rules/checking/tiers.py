"""Checks of benchmarks: tiers inside the statute, without gap or overlap, the statute as loaded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from enforcement_rules.checking.listings import expired
from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.checking.spans import shown, shown_gap, shown_part
from enforcement_rules.rules.amount import Benchmark, Provision, Scale, Span, Tier
from enforcement_rules.rules.condition import All, Condition, Test
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import citation_covers
from enforcement_rules.values.range import Range

_BELOW = ("mitigated", "no_penalty")
_NO_HARM = {"violation.corrected_in_time", "violation.harm"}
"""What a tier that spares must at least ask for (art. 33): correction in time, and harm that is none or slight."""


def benchmarks(rulesets: Rulesets) -> Iterator[Remark]:
    """Check every benchmark against the range it states and the statute as loaded."""
    for version in rulesets.all_versions():
        for rule in version.benchmarks:
            found = [
                each for name, span in rule.statutory.spans().items() for each in _shape(version, rule, name, span)
            ]
            found += [each for tier in rule.tiers for each in _form(version, rule, tier)]
            found += _statute(rulesets, version, rule)
            found += expired(rulesets, version, rule, rule.penalised_by)
            yield from (each for each in found if each.code not in rule.accepted)


def _form(version: Version, rule: Benchmark, tier: Tier) -> Iterator[Remark]:
    if tier.spares is None:
        if not any(_span(tier, name, span) for name, span in rule.statutory.spans().items()):
            yield remark("tier_shape", version, rule, tier.place, tier=tier.name)
        return
    floor = any(span.low for span in rule.statutory.spans().values())
    if floor and not set(_asked(tier.when)) >= _NO_HARM:
        yield remark("tier_spares_without_ground", version, rule, tier.place, tier=tier.name)


def _asked(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Test):
        yield condition.fact
    elif isinstance(condition, All):
        for part in condition.parts:
            yield from _asked(part)


def _shape(version: Version, rule: Benchmark, name: str, statutory: Span) -> Iterator[Remark]:
    spans: list[tuple[Tier, Span]] = []
    for tier in rule.tiers:
        span = _span(tier, name, statutory)
        if span is None:
            if name in ("below", "otherwise") and tier.fine is None and tier.spares is None:
                yield remark("tier_shape", version, rule, tier.place, tier=tier.name)
        elif span.shape != statutory.shape:
            yield remark("tier_shape", version, rule, tier.place, tier=tier.name)
        else:
            spans.append((tier, span))
            yield from _placed(version, rule, name, (tier, span), statutory)
    inside = [each for each in spans if each[0].treatment not in _BELOW]
    yield from _neighbours(version, rule, name, inside, statutory)


def _placed(
    version: Version, rule: Benchmark, name: str, placed: tuple[Tier, Span], statutory: Span
) -> Iterator[Remark]:
    """A tier lies inside the statute; one that mitigates lies below its floor."""
    tier, span = placed
    says = {"tier": tier.name} | shown_part(name) | shown("own", span) | shown("statutory", statutory)
    if tier.treatment == "mitigated":
        if statutory.low is None or span.high is None or span.high > statutory.low:
            yield remark("tier_not_below", version, rule, tier.place, **says)
        return
    if _range(span).within(_range(statutory)) is not True:
        yield remark("tier_outside", version, rule, tier.place, **says)
    if (
        span.capped_at is not None
        and statutory.low
        and (not statutory.capped_at or span.capped_at < statutory.capped_at)
    ):
        # Where the base is large enough, the cap of the tier lies below what the statute asks for at least.
        yield remark("tier_cap_below_floor", version, rule, tier.place, cap=span.capped_at, **says)


def _span(tier: Tier, name: str, statutory: Span) -> Span | None:
    """Return the range of a tier that is compared with one range of the statute's.

    A tier may lie wholly on one side of the switch; then its one range is of the kind of that side.
    """
    if name in tier.branches:
        return tier.branches[name]
    if tier.fine is not None:
        return tier.fine if name == "fine" or tier.fine.base == statutory.base else None
    span: Span | None = getattr(tier, name, None) if name in ("below", "otherwise") else None
    return span


def _range(span: Span) -> Range:
    return Range(span.low, span.high, span.more_than is not None, span.below is not None)


def _neighbours(
    version: Version, rule: Benchmark, name: str, spans: list[tuple[Tier, Span]], statutory: Span
) -> Iterator[Remark]:
    ordered = sorted(spans, key=lambda pair: (pair[1].low or 0, pair[1].high or 0))
    for (tier, one), (other, two) in pairwise(ordered):
        if one.high is None or two.low is None:
            continue
        # What is wrong between two tiers stands at the second of them.
        says = {"tier": other.name, "other": tier.name} | shown_part(name) | shown("own", two) | shown("other", one)
        point = one.low == one.high or two.low == two.high
        owned_twice = one.high == two.low and one.below is None and two.more_than is None and not point
        if one.high > two.low or owned_twice:
            yield remark("tier_overlap", version, rule, other.place, **says, at_=two.low)
        owned_by_none = one.high == two.low and one.below is not None and two.more_than is not None
        if (one.high < two.low and not point) or owned_by_none:
            yield remark("tier_gap", version, rule, other.place, **says, **shown_gap(one, two))
    yield from _ends(version, rule, name, [span for _, span in ordered], statutory)


def _ends(version: Version, rule: Benchmark, name: str, spans: list[Span], statutory: Span) -> Iterator[Remark]:
    """The tiers begin where the statute begins and end where it ends."""
    if not spans:
        return
    lowest, highest = spans[0].low, [span.high for span in spans]
    part: dict[str, Any] = shown_part(name)
    if statutory.low is not None and lowest is not None and lowest > statutory.low:
        yield remark("tiers_begin_late", version, rule, None, at_=lowest, bound=statutory.low, **part)
    known = [high for high in highest if high is not None]
    if statutory.high is not None and len(known) == len(highest) and max(known) < statutory.high:
        yield remark("tiers_end_early", version, rule, None, at_=max(known), bound=statutory.high, **part)


def _statute(rulesets: Rulesets, version: Version, rule: Benchmark) -> Iterator[Remark]:
    cited = rule.penalised_by
    loaded = rulesets.versions.get(cited.instrument, ()) if cited.instrument else ()
    provisions = [
        p
        for each in loaded
        for p in each.penalties
        if cited.article is None or any(citation_covers(cited.article, place) for place in p.places)
    ]
    if loaded and not provisions:
        yield remark("statute_missing", version, rule, article=cited.article or "")
    scales = [scale for provision in provisions for scale in _fines(provision)]
    if scales and not any(scale == rule.statutory for scale in scales):
        yield remark("statute_differs", version, rule, article=cited.article or "")


def _fines(provision: Provision) -> Iterator[Scale]:
    for penalty in provision.then:
        if penalty.scale is not None:
            yield penalty.scale
