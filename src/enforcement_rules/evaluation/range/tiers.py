"""The tier of a published benchmark that a violation falls in; never a default one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import instruments_for, law_of, penalised_by
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Bundle, Plan
from enforcement_rules.evaluation.proof import open_facts, truth
from enforcement_rules.evaluation.range.fines import scale_amount
from enforcement_rules.evaluation.range.threatened import Threat
from enforcement_rules.evaluation.verdict import Amount, RuleRef, TierChoice
from enforcement_rules.model.case import Citation
from enforcement_rules.rules.amount import Benchmark, Branch, CitedProvision, Scale, Tier
from enforcement_rules.rules.condition import facts_of
from enforcement_rules.values.citation import citations_meet
from enforcement_rules.values.range import Range
from enforcement_rules.values.titles import law_title
from enforcement_rules.values.truth import Truth

_NOTHING = (Decimal(0), Decimal(0))


class Measured(Struct, frozen=True):
    """What the benchmarks say of a pair.

    Attributes:
        tier: the choice of the one benchmark that speaks of it.
        contradicting: benchmarks that speak of it side by side; none is chosen.
        expired: benchmarks that would have, but for their validity: rule, and the last day it was in force.
        stated: the range of the statute as the benchmark states it.
        turns_on: the facts on which the tier turned.
    """

    tier: TierChoice | None = None
    contradicting: tuple[str, ...] = ()
    expired: tuple[tuple[RuleRef, str], ...] = ()
    stated: Amount | None = None
    turns_on: frozenset[str] = frozenset()


def measure(plan: Plan, pair: Pair, threat: Threat | None) -> Measured:
    """Return the tier of the benchmark in force at the decision that speaks of the pair."""
    found: list[tuple[Benchmark, RuleRef, Truth]] = []
    expired: list[tuple[RuleRef, str]] = []
    cited = penalised_by(plan, pair)
    for instrument in instruments_for(plan, pair, "benchmarks"):
        version = law_of(plan, pair, instrument).decision.version
        if version is not None:
            found += _speaking(plan.of(version).benchmarks, pair, threat, cited) if version.benchmarks else []
            continue
        for old in plan.rulesets.versions.get(instrument, ())[-1:]:
            end = old.head.in_force.to
            if old.benchmarks and end is not None and pair.decision_day > end:
                ended = _speaking(plan.of(old).benchmarks, pair, threat, cited)
                expired += [(ref, end.isoformat()) for _, ref, _ in ended]
    if len(found) > 1:
        return Measured(None, tuple(ref.rule for _, ref, _ in found), tuple(expired))
    if not found:
        return Measured(expired=tuple(expired))
    rule, ref, applies = found[0]
    stated = replace(scale_amount(rule.statutory, pair.facts), ref=ref, source="benchmark")
    stated = stated if rule.statute_verified else replace(stated, closed=False)
    own = threat is not None or _of_cited(rule, cited)
    tier = _choice(rule, ref, pair.facts, applies)
    turns_on = {id_ for each in rule.tiers if each.name in tier.tiers for id_ in facts_of(each.when)}
    chosen: frozenset[str] = frozenset(turns_on) if tier.status == "chosen" else frozenset()
    return Measured(tier, (), tuple(expired), stated if own else None, chosen)


def _speaking(
    bundle: Bundle[Benchmark], pair: Pair, threat: Threat | None, cited: tuple[Citation, ...]
) -> Iterator[tuple[Benchmark, RuleRef, Truth]]:
    for rule, ref, reading in bundle.read(pair.facts):
        if reading.when is not False and pair.violation.cause in rule.causes and _belongs(rule, threat, cited):
            yield rule, ref, reading.when


def _belongs(rule: Benchmark, threat: Threat | None, cited: tuple[Citation, ...]) -> bool:
    """Say whether a benchmark is one of the provision that governs; where none is known, of one that the case cites."""
    own = rule.penalised_by
    if threat is None:
        return own.instrument is None or _of_cited(rule, cited)
    if own.instrument is None:
        return True
    return own.instrument == threat.ref.instrument and any(
        _overlap(own.article, place) for place in threat.provision.places
    )


def _of_cited(rule: Benchmark, cited: tuple[Citation, ...]) -> bool:
    """Say whether a benchmark speaks of what the case cites; where it cites nothing, the cause alone leads to it."""
    return not cited or any(
        _same_law(own, each) and _overlap(own.article, each.article)
        for own in (rule.penalised_by, *rule.besides)
        for each in cited
    )


def _same_law(one: CitedProvision, other: Citation) -> bool:
    if one.instrument is not None or other.instrument is not None:
        return one.instrument == other.instrument
    return law_title(one.title or "") == law_title(other.title or "")


def _overlap(one: str | None, other: str | None) -> bool:
    return one is None or other is None or citations_meet(one, other)


def _choice(rule: Benchmark, ref: RuleRef, facts: Facts, applies: Truth) -> TierChoice:
    known = [(tier, truth(tier.when, facts)) for tier in rule.tiers]
    held = [tier for tier, holds in known if holds is True]
    left = held or [tier for tier, holds in known if holds is None]
    made = [_amount(tier, rule.statutory, facts) for tier in left]
    hull = made[0].range if made else None
    for other in made[1:]:
        hull = None if hull is None or other.range is None else hull.joined(other.range)
    decided = applies is True and len(held) == 1 and all(each.decided for each in made)
    status = "none" if not left else "conflict" if len(held) > 1 else "chosen" if decided else "open"
    only = left[0] if len(left) == 1 else None
    return TierChoice(
        ref,
        status,
        tuple(tier.name for tier in left),
        hull,
        rule.statute_verified,
        tuple((tier.says, tier.says_en) for tier in left),
        each=tuple((tier.name, amount.range) for tier, amount in zip(left, made, strict=True)),
        filled=any(tier.filled_from_statute for tier in left),
        spares=only.spares if only else None,
        treatment=only.treatment if only else None,
        penalties=only.penalties if only else (),
        waits=(*open_facts(rule.when, facts), *(() if held else _waits(left, facts))),
    )


def _waits(tiers: list[Tier], facts: Facts) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for tier in tiers for id_ in open_facts(tier.when, facts)))


def _amount(tier: Tier, statutory: Scale, facts: Facts) -> Amount:
    if tier.spares is not None:
        return Amount(Range(*_NOTHING), None)
    if tier.fine is not None:
        return scale_amount(Scale.model_construct(fine=tier.fine), facts)
    if tier.branches:
        return scale_amount(Scale.model_construct(branches=tuple(_branches(tier, statutory))), facts)
    return scale_amount(
        Scale.model_construct(switch=statutory.switch, below=tier.below, otherwise=tier.otherwise), facts
    )


def _branches(tier: Tier, statutory: Scale) -> Iterator[Branch]:
    """Yield the branches of the statute with the ranges of the tier; the conditions are the statute's."""
    for branch in statutory.branches:
        if branch.name in tier.branches:
            yield branch.model_copy(update={"fine": tier.branches[branch.name]})
