"""Ranges of fines: the statute's, the benchmark tier's, and which version of the law they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.pair import Law, Pair, instruments_for, law_of, plans_of
from enforcement_rules.evaluation.plan import Bundle, Plan, VersionPlan
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.verdict import Amount, LawChoice, NotChecked, RuleRef, TierChoice
from enforcement_rules.evaluation.versions import possible_versions
from enforcement_rules.rules.amount import Penalty, Provision, Scale, Span, Tier
from enforcement_rules.values.citation import citation_covers
from enforcement_rules.values.interval import Interval, ends
from enforcement_rules.values.range import Range, money
from enforcement_rules.values.truth import Truth

NOTHING = Amount(None, None, decided=False)


@dataclass(frozen=True, slots=True)
class Threat:
    """A penalty provision that applies to a pair, with the penalties it threatens and the range of its fine."""

    provision: Provision
    ref: RuleRef
    amount: Amount
    penalties: tuple[tuple[Penalty, Truth], ...]


@dataclass(frozen=True, slots=True)
class Statute:
    """What the statute threatens: the provision that decides, the choice of version, what was not checked."""

    threat: Threat | None
    amount: Amount
    law: tuple[LawChoice, ...]
    skipped: tuple[NotChecked, ...] = ()


def statute_of(plan: Plan, pair: Pair) -> Statute:
    """Return the range that governs: the law at the act, or that at the decision where it is milder (art. 37)."""
    found = [each for each in (_by_law(plan, pair, law) for law in _laws(plan, pair)) if each]
    chosen = tuple(choice for each in found for choice in each.law)
    skipped = tuple(entry for each in found for entry in each.skipped)
    threats = [each for each in found if each.amount.range is not None]
    if not threats:
        first = next((each for each in found if each.threat), None)
        return Statute(first.threat if first else None, NOTHING, chosen, skipped)
    highest = _highest(threats)
    return Statute(highest.threat, highest.amount, chosen, skipped)


def _highest(threats: list[Statute]) -> Statute:
    """Return the provision with the higher fine (art. 29); where none is surely higher, the hull of all."""
    first = threats[0]
    for other in threats[1:]:
        order = _compare(_range(other), _range(first))
        if order == "higher":
            first = other
        elif order == "incomparable":
            joined = _range(first).joined(_range(other))
            first = replace(first, amount=replace(first.amount, range=joined, decided=False))
    return replace(first, amount=_told(first.amount))


def _range(statute: Statute) -> Range:
    assert statute.amount.range is not None
    return statute.amount.range


def _laws(plan: Plan, pair: Pair) -> Iterator[Law]:
    cited = pair.cited
    for instrument in sorted(cited) if cited else instruments_for(plan, pair):
        versions = plan.rulesets.versions.get(instrument, ())
        if cited or any(version.penalties for version in versions):
            yield law_of(plan, pair, instrument)


def _by_law(plan: Plan, pair: Pair, law: Law) -> Statute | None:
    if law.instrument not in plan.rulesets.versions:
        return Statute(None, NOTHING, (), (NotChecked(law.instrument, None, "not_loaded", blocks=False),))
    if law.act.why in ("date_unknown", "date_spans_versions"):
        return _any_of(plan, pair, law)
    act, decision = plans_of(plan, law)
    before, after = (_threat(each, pair) if each else None for each in (act, decision))
    if before is None and after is None:
        return _none(law, pair) if pair.cited or law.act.version is None else None
    if act is None:
        # The version at the act is not loaded: the other may be shown, never applied in its place.
        alternative = (decision.version.head.version, "not_applied", law.act.why) if decision else None
        choice = LawChoice(law.instrument, None, law.act.why, (alternative,) if alternative else ())
        return Statute(
            None,
            NOTHING,
            (choice,),
            (NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=True),),
        )
    return _milder(law, act, decision, before, after)


def _any_of(plan: Plan, pair: Pair, law: Law) -> Statute | None:
    """Return the hull of the ranges of all versions that may govern an act whose date is open; never decided."""
    made = [
        (version, threat)
        for version in possible_versions(plan.rulesets, law.instrument, pair.act_day)
        if (threat := _threat(plan.of(version), pair)) is not None
    ]
    if not made:
        return _none(law, pair) if pair.cited else None
    threat = _one_of([threat for _, threat in made])
    amount = replace(threat.amount, decided=False, closed=False)
    alternatives = tuple((version.head.version, "possible", law.act.why) for version, _ in made)
    choice = LawChoice(law.instrument, None, law.act.why, alternatives)
    skipped = NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=True)
    return Statute(replace(threat, amount=amount), amount, (choice,), (skipped,))


def _none(law: Law, pair: Pair) -> Statute:
    version = law.act.version
    why = "provision_not_encoded" if version else law.act.why
    choice = LawChoice(law.instrument, version.head.version if version else None, why)
    article = next((each.article for each in pair.violation.penalised_by if each.instrument == law.instrument), None)
    return Statute(None, NOTHING, (choice,), (NotChecked(law.instrument, article, why, ("violation",), blocks=True),))


def _milder(
    law: Law, act: VersionPlan, decision: VersionPlan | None, before: Threat | None, after: Threat | None
) -> Statute | None:
    old = act.version.head.version
    if decision is act:
        return _statute(before, LawChoice(law.instrument, old, "same_version"))
    if decision is None:
        return _statute(
            _unsure(before), LawChoice(law.instrument, old, "law_at_act", (("?", "unknown", law.decision.why),))
        )
    new = decision.version.head.version
    if before is None or after is None or before.amount.range is None or after.amount.range is None:
        choice = LawChoice(law.instrument, old, "law_at_act", ((new, "not_comparable", "no_range"),))
        return _statute(_unsure(before) or after, choice)
    order = _compare(after.amount.range, before.amount.range)
    if order == "lower":
        return _statute(after, LawChoice(law.instrument, new, "milder_at_decision", ((old, "not_applied", "heavier"),)))
    why = {"same": "same_range", "higher": "heavier", "incomparable": "not_comparable"}[order]
    return _statute(before, LawChoice(law.instrument, old, "law_at_act", ((new, "not_applied", why),)))


def _unsure(threat: Threat | None) -> Threat | None:
    """Return a provision whose range a milder law at the decision, which is not known, may yet replace."""
    return threat and replace(threat, amount=replace(threat.amount, closed=False))


def _statute(threat: Threat | None, choice: LawChoice) -> Statute | None:
    return Statute(threat, threat.amount, (choice,)) if threat else None


def _compare(one: Range, other: Range) -> str:
    """Say whether the first range is the same, lower, higher or not comparable, by both ends."""
    if one == other:
        return "same"
    low, high = _order(one.low, other.low, Decimal(0)), _order(one.high, other.high, Decimal("Infinity"))
    if max(low, high) <= 0:
        return "lower"
    return "higher" if min(low, high) >= 0 else "incomparable"


def _order(one: Decimal | None, other: Decimal | None, absent: Decimal) -> int:
    left, right = (absent if end is None else end for end in (one, other))
    return (left > right) - (left < right)


def _threat(version: VersionPlan, pair: Pair) -> Threat | None:
    """Return the provision of a version that the case cites, or that names its cause."""
    if not version.version.penalties:
        return None
    bundle: Bundle[Provision] = version.provisions
    articles = [
        each.article for each in pair.violation.penalised_by if each.instrument == version.version.head.instrument
    ]
    cause = pair.violation.cause
    candidates = [
        (rule, ref, reading.when)
        for rule, ref, reading in zip(bundle.rules, bundle.refs, bundle.run(pair.facts), strict=True)
        if reading.when is not False and _is_meant(rule, articles, cause)
    ]
    candidates = [each for each in candidates if cause in each[0].causes] or candidates
    sure = [_made(rule, ref, pair.facts) for rule, ref, when in candidates if when is True]
    if sure:
        return _one_of(sure)
    # Whether a provision applies at all is open: it is named without a range, so that what it waits for is asked.
    waiting = [_made(rule, ref, pair.facts) for rule, ref, _ in candidates]
    return replace(waiting[0], amount=replace(NOTHING, ref=waiting[0].ref)) if waiting else None


def _one_of(made: list[Threat]) -> Threat:
    """Return the threat; where several remain possible, the hull of their ranges, undecided."""
    first = made[0]
    for other in made[1:]:
        if (
            first.amount.range is not None
            and other.amount.range is not None
            and other.amount.range != first.amount.range
        ):
            hull = first.amount.range.joined(other.amount.range)
            first = replace(first, amount=replace(first.amount, range=hull, decided=False))
    return replace(first, amount=_told(first.amount))


def _told(amount: Amount) -> Amount:
    """Return an amount without a range where no end of it is known."""
    empty = amount.range is not None and amount.range.low is None and amount.range.high is None
    return replace(amount, range=None, decided=False) if empty else amount


def _is_meant(rule: Provision, articles: list[str | None], cause: str | None) -> bool:
    if not articles:
        return cause is not None and cause in rule.causes
    return any(
        article is None or citation_covers(article, rule.article) or citation_covers(rule.article, article)
        for article in articles
    )


def _made(rule: Provision, ref: RuleRef, facts: Facts) -> Threat:
    penalties = tuple((each, True if each.when is None else truth(each.when, facts)) for each in rule.then)
    fines = [(each, known) for each, known in penalties if each.kind == "fine" and known is not False]
    amount = NOTHING
    if fines:
        amounts = [scale_amount(each.scale, facts) for each, _ in fines if each.scale]
        amount = amounts[0]
        for other in amounts[1:]:
            if amount.range is not None and other.range is not None:
                amount = replace(amount, range=amount.range.joined(other.range), decided=False)
    return Threat(rule, ref, replace(amount, ref=ref, source=rule.range_source), penalties)


def scale_amount(scale: Scale, facts: Facts) -> Amount:
    """Return the range of a scale for the facts of a case."""
    if scale.fine is not None:
        return _amount(scale.fine, facts, None)
    assert scale.switch and scale.below and scale.otherwise
    base, at = facts[scale.switch.base], scale.switch.at
    if base < at:
        chosen = _amount(scale.below, facts, None)
    elif base >= at:
        chosen = _amount(scale.otherwise, facts, None)
    else:
        # On the far side of the switch the base is not less than where the switch stands.
        beyond = Interval(at, ends(base)[1]) if scale.otherwise.times == scale.switch.base else None
        chosen = _hull(_amount(scale.below, facts, None), _amount(scale.otherwise, facts, beyond))
    return replace(chosen, base=scale.switch.base, base_value=_text(base), switch_at=money(at))


def _hull(one: Amount, other: Amount) -> Amount:
    if one.range is None or other.range is None:
        return Amount(None, None, decided=False)
    return Amount(one.range.joined(other.range), None, decided=False)


def _amount(span: Span, facts: Facts, base: Any) -> Amount:
    """Return the range of a span; `base` stands in for the fact that its multiples are of."""
    shape = Range(span.low, span.high, span.more_than is not None, span.below is not None)
    if span.times is None:
        return Amount(shape, None)
    base = facts[span.times] if base is None else base
    factors = (None if span.low is None else str(span.low), None if span.high is None else str(span.high))
    least, most = ends(base)
    low = None if span.low is None or least is None else span.low * least
    high = None if span.high is None or most is None else span.high * most
    if low is None and high is None:
        return Amount(None, None, decided=False, base=span.times, factors=factors)
    made = Range(low, high, shape.low_open, shape.high_open)
    exact = least is not None and least == most
    return Amount(made, None, decided=exact, base=span.times, base_value=_text(base), factors=factors)


def _text(base: Any) -> str | None:
    return money(base) if isinstance(base, Decimal) else None


def tier_of(plan: Plan, pair: Pair, threat: Threat | None) -> tuple[TierChoice | None, tuple[str, ...]]:
    """Return the tier of a benchmark for the pair, and the benchmarks that contradict each other (none is chosen)."""
    found = list(_tiers(plan, pair, threat))
    if len(found) > 1:
        return None, tuple(choice.ref.rule for choice in found)
    return (found[0] if found else None), ()


def _tiers(plan: Plan, pair: Pair, threat: Threat | None) -> Iterator[TierChoice]:
    for instrument in instruments_for(plan, pair):
        version = law_of(plan, pair, instrument).decision.version
        if version is None or not version.benchmarks:
            continue
        bundle = plan.of(version).benchmarks
        for rule, ref, reading in zip(bundle.rules, bundle.refs, bundle.run(pair.facts), strict=True):
            if reading.when is False or pair.violation.cause not in rule.causes:
                continue
            if threat is not None and threat.ref.instrument != rule.penalised_by.instrument:
                continue
            yield _tier(rule.tiers, rule.statutory, ref, rule.statute_verified, pair.facts)


def _tier(tiers: tuple[Tier, ...], statutory: Scale, ref: RuleRef, verified: bool, facts: Facts) -> TierChoice:
    known = [(tier, truth(tier.when, facts)) for tier in tiers]
    held = [tier for tier, holds in known if holds is True]
    left = held or [tier for tier, holds in known if holds is None]
    ranges = [scale_amount(_scale(tier, statutory), facts) for tier in left]
    hull = ranges[0].range if ranges else None
    for other in ranges[1:]:
        hull = None if hull is None or other.range is None else hull.joined(other.range)
    decided = len(held) == 1 and all(each.decided for each in ranges)
    status = "none" if not left else "conflict" if len(held) > 1 else "chosen" if decided else "open"
    labels = tuple((tier.says, tier.says_en) for tier in left)
    return TierChoice(ref, status, tuple(tier.name for tier in left), hull, verified, labels)


def _scale(tier: Tier, statutory: Scale) -> Scale:
    if tier.fine is not None:
        return Scale(fine=tier.fine)
    return Scale(switch=statutory.switch, below=tier.below, otherwise=tier.otherwise)
