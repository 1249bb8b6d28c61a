"""Circumstances and lists: what shall and what may be spared, mitigated, lightened or made heavier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import Law, instruments_for, law_of, not_yet_born, plans_of
from enforcement_rules.evaluation.circumstances.interplay import interplay_of
from enforcement_rules.evaluation.evaluators import Reading
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import GroundBundle, Plan, VersionPlan
from enforcement_rules.evaluation.proof import BOTH, Node, prove, silence
from enforcement_rules.evaluation.verdict import Ground, Interplay, NotChecked, Treatment, word
from enforcement_rules.rules.circumstance import Circumstance
from enforcement_rules.values.kinds import FAVOURABLE, SPARING
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.truth import Truth, conjunction, negation

LIGHTENING = frozenset({"lighter", "mitigated"})


def treatment_of(plan: Plan, pair: Pair) -> tuple[Treatment, list[NotChecked], list[Law]]:
    """Return what the circumstances come to, what was not checked, and the versions looked at."""
    grounds: list[Ground] = []
    unchecked = False
    skipped: list[NotChecked] = []
    laws: list[Law] = []
    for instrument in instruments_for(plan, pair, "circumstances", "listings"):
        law = law_of(plan, pair, instrument)
        found = _grounds(plan, pair, law)
        grounds.extend(found)
        if found or any(_has_grounds(each) for each in plans_of(plan, law)):
            laws.append(law)
        missing = list(_skipped(plan, pair, law))
        unchecked = unchecked or any("decision" in each.steps for each in missing)
        skipped.extend(missing)
    # The order of rules in files must not show anywhere.
    ordered = tuple(sorted(grounds, key=lambda ground: (ground.ref.rule, ground.ref.version)))
    kept, rows = interplay_of(plan, pair, ordered)
    return settle(kept, unchecked=unchecked, rows=rows), skipped, laws


def _has_grounds(version: VersionPlan | None) -> bool:
    return version is not None and bool(version.version.circumstances or version.version.listings)


def _skipped(plan: Plan, pair: Pair, law: Law) -> Iterator[NotChecked]:
    versions = plan.rulesets.versions[law.instrument]
    if not any("circumstances" in version.kinds for version in versions):
        return
    if law.act.version is None and not not_yet_born(versions[0].head, pair.act_day):
        # Favourable grounds of the law at the decision were looked at; what the older text adds was not.
        yield NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=False)
    if law.decision.version is None and not not_yet_born(versions[0].head, pair.decision_day):
        yield NotChecked(law.instrument, None, law.decision.why, ("decision",), blocks=False)


def _grounds(plan: Plan, pair: Pair, law: Law) -> list[Ground]:
    """Return the grounds of the law at the act, and the favourable ones of the law at the decision.

    Where a day leaves open whether a version is either, its grounds are possible: none of them holds.
    """
    act, decision = plans_of(plan, law)
    found = [] if act is None else _of_version(act, pair)
    if decision is not None and decision is not act:
        found += _favourable(_unseen(_of_version(decision, pair), found))
    for version in reversed(law.perhaps_act):
        found += map(_possible, _unseen(_of_version(plan.of(version), pair), found))
    for version in reversed(law.perhaps_decision):
        found += map(_possible, _favourable(_unseen(_of_version(plan.of(version), pair), found)))
    return found


def _unseen(grounds: Iterable[Ground], found: Iterable[Ground]) -> list[Ground]:
    seen = {ground.ref.rule for ground in found}
    return [ground for ground in grounds if ground.ref.rule not in seen]


def _favourable(grounds: Iterable[Ground]) -> list[Ground]:
    return [ground for ground in grounds if FAVOURABLE.intersection(ground.effects)]


def _possible(ground: Ground) -> Ground:
    """Return a ground of a version that may not govern: what would hold by it is open."""
    return replace(ground, status="unknown", waits_for_day=True) if ground.status == "yes" else ground


def _of_version(version: VersionPlan, pair: Pair) -> list[Ground]:
    found = list(_of_bundle(version.circumstances, pair)) if version.version.circumstances else []
    cause = pair.violation.cause
    if cause is not None and version.version.listings and cause in version.entries:
        found += _of_bundle(version.entries[cause], pair)
    return found


def _of_bundle(bundle: GroundBundle, pair: Pair) -> Iterator[Ground]:
    facts, awake = pair.facts, tuple[Reading, ...]()
    for n, (possible, reading) in enumerate(zip(bundle.grounds, bundle.run(facts), strict=True)):
        rule, ref, binding, effects, list_, speaks_of = possible
        known = _known(rule, reading, pair)
        status: str = word(known)
        if known is False and reading.when is False and facts.assumed:
            # It may only fail because of events that nobody raised.
            awake = awake or bundle.run(facts.awake)
            status = "dormant" if awake[n].when is not False else status
        yield Ground(ref, binding, effects, status, OnDemand(because, rule, facts), list_, speaks_of)


def because(rule: Circumstance, facts: Facts) -> Node:
    """Return the proof of a circumstance and its exceptions."""
    parts = (prove(rule.when, facts), *(prove(each.when, facts) for each in rule.unless))
    return Node("circumstance", None, children=parts) if len(parts) > 1 else parts[0]


def _known(rule: Circumstance, reading: Reading, pair: Pair) -> Truth:
    """Return whether a circumstance is made out; silence on a complete record is read by who must show what."""
    when, unless = reading.when, reading.unless
    if when is not None and not unless:
        return when
    if pair.case.record == "complete":
        if when is None:
            when = silence(rule.when, pair.facts, frozenset({"party"}))
        unless = tuple(
            False if known is None and each.shown_by in BOTH else known
            for each, known in zip(rule.unless, unless, strict=True)
        )
    return conjunction([when, *map(negation, unless)])


def settle(grounds: tuple[Ground, ...], *, unchecked: bool = False, rows: tuple[Interplay, ...] = ()) -> Treatment:
    """Return the treatment that the grounds come to; `remaining` are the outcomes that open grounds leave possible.

    `unchecked` says that circumstances exist in a version of the law that is not loaded: then nothing is settled.
    `rows` are those of the interplay matrix that apply.
    """
    held = [ground for ground in grounds if ground.status == "yes"]
    open_ = [ground for ground in grounds if ground.status == "unknown"]
    outcome, conflicts = _outcome(held, rows), _conflicts(held, rows)
    if outcome == "no_penalty" or not (open_ or unchecked):
        return Treatment(outcome, (outcome,), grounds, conflicts, rows)
    remaining = {outcome, *(_outcome([*held, ground], rows) for ground in open_)}
    remaining |= {"not_checked"} if unchecked else set()
    return Treatment("undetermined", tuple(sorted(remaining)), grounds, conflicts, rows)


def _outcome(held: list[Ground], rows: tuple[Interplay, ...]) -> str:
    """Return the treatment for grounds that hold; what only may be is never rounded up to what shall be."""
    shall = [ground.effects for ground in held if ground.binding]
    if any(set(effects) <= SPARING for effects in shall):
        return "no_penalty"
    if _conflicts(held, rows):
        return "conflict"
    named = "_or_".join(sorted({effect for effects in shall for effect in effects} & (LIGHTENING | {"heavier"})))
    if named:
        return named
    if any(set(ground.effects) & SPARING for ground in held):
        return "may_be_spared"
    may = {effect for ground in held for effect in ground.effects} & (LIGHTENING | {"heavier"})
    return "may_be_" + "_or_".join(sorted(may)) if may else "ordinary"


def _conflicts(held: list[Ground], rows: tuple[Interplay, ...]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return binding grounds that cannot all be followed, and what the interplay matrix leaves to be weighed."""
    light = tuple(g.ref.rule for g in held if g.binding and set(g.effects) <= LIGHTENING)
    heavy = tuple(g.ref.rule for g in held if g.binding and "heavier" in g.effects)
    weighed = {row.rules: row.ref.rule for row in rows if row.then == "weighed_together"}
    if light and heavy:
        weighed.setdefault((*light, *heavy), "lighter_and_heavier")
    return tuple(sorted(weighed.items()))
