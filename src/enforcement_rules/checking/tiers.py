"""Checks of benchmarks: tiers inside the statute, without gap or overlap, the statute as loaded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.rules.amount import Benchmark, Provision, Scale, Span, Tier
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.citation import citation_covers
from enforcement_rules.values.range import Range

SHAPES = ("fine", "below", "otherwise")


def benchmarks(rulesets: Rulesets) -> Iterator[Remark]:
    """Check every benchmark against the range it states and the statute as loaded."""
    for version in rulesets.all_versions():
        for rule in version.benchmarks:
            found = [each for shape in SHAPES for each in _shape(version, rule, shape)]
            found += _statute(rulesets, version, rule)
            yield from (each for each in found if each.code not in rule.accepted)


def _shape(version: Version, rule: Benchmark, shape: str) -> Iterator[Remark]:
    statutory: Span | None = getattr(rule.statutory, shape)
    spans: list[tuple[Tier, Span]] = []
    for tier in rule.tiers:
        span = _span(tier, rule.statutory, shape)
        if span is None:
            if statutory is not None and tier.fine is None:
                yield remark("tier_shape", version, rule, tier=tier.name)
        elif statutory is None or span.times != statutory.times:
            yield remark("tier_shape", version, rule, tier=tier.name)
        else:
            spans.append((tier, span))
            if _range(span).within(_range(statutory)) is not True:
                yield remark("tier_outside", version, rule, tier=tier.name)
    yield from _neighbours(version, rule, spans)


def _span(tier: Tier, statutory: Scale, shape: str) -> Span | None:
    """Return the range of a tier that is compared with one half of the statute's.

    A tier may lie wholly on one side of the switch; then its one range is of the kind of that side.
    """
    if tier.fine is None or statutory.fine is not None:
        span: Span | None = getattr(tier, shape)
        return span
    half: Span | None = getattr(statutory, shape)
    return tier.fine if half is not None and half.times == tier.fine.times else None


def _range(span: Span) -> Range:
    return Range(span.low, span.high, span.more_than is not None, span.below is not None)


def _neighbours(version: Version, rule: Benchmark, spans: list[tuple[Tier, Span]]) -> Iterator[Remark]:
    ordered = sorted(spans, key=lambda pair: (pair[1].low or 0, pair[1].high or 0))
    for (tier, one), (other, two) in pairwise(ordered):
        if one.high is None or two.low is None:
            continue
        names = {"tier": tier.name, "other": other.name}
        owned_twice = one.high == two.low and one.below is None and two.more_than is None and one.low != one.high
        if one.high > two.low or owned_twice:
            yield remark("tier_overlap", version, rule, at=two.low, **names)
        owned_by_none = one.high == two.low and one.below is not None and two.more_than is not None
        if one.high < two.low or owned_by_none:
            yield remark("tier_gap", version, rule, **names)


def _statute(rulesets: Rulesets, version: Version, rule: Benchmark) -> Iterator[Remark]:
    cited = rule.penalised_by
    loaded = rulesets.versions.get(cited.instrument, ())
    provisions = [p for each in loaded for p in each.penalties if citation_covers(cited.article, p.article)]
    if loaded and not provisions:
        yield remark("statute_missing", version, rule, article=cited.article)
    scales = [scale for provision in provisions for scale in _fines(provision)]
    if scales and not any(_same(scale, rule.statutory) for scale in scales):
        yield remark("statute_differs", version, rule, article=cited.article)


def _fines(provision: Provision) -> Iterator[Scale]:
    for penalty in provision.then:
        if penalty.scale is not None:
            yield penalty.scale


def _same(one: Scale, other: Scale) -> bool:
    return one == other
