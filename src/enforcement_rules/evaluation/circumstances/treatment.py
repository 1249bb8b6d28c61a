"""Circumstances and lists: what shall and what may be spared, mitigated, lightened or made heavier."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from enforcement_rules.evaluation.applicability import Law, instruments_for, law_of, plans_of
from enforcement_rules.evaluation.circumstances.interplay import interplay_of
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Bundle, Plan, Reading, VersionPlan
from enforcement_rules.evaluation.proof import BOTH, Node, prove, silence
from enforcement_rules.evaluation.verdict import Ground, Interplay, NotChecked, Treatment, word
from enforcement_rules.rules.circumstance import Circumstance
from enforcement_rules.values.kinds import FAVOURABLE, SPARING
from enforcement_rules.values.truth import Truth, conjunction, disjunction, negation

LIGHTENING = frozenset({"lighter", "mitigated"})


def treatment_of(plan: Plan, pair: Pair) -> tuple[Treatment, list[NotChecked], list[Law]]:
    """Return what the circumstances come to, what was not checked, and the versions looked at."""
    grounds: list[Ground] = []
    unchecked = False
    skipped: list[NotChecked] = []
    laws: list[Law] = []
    for instrument in instruments_for(plan, pair):
        law = law_of(plan, pair, instrument)
        found = list(_grounds(plan, pair, law))
        grounds.extend(found)
        if found or any(_has_grounds(each) for each in plans_of(plan, law)):
            laws.append(law)
        missing = list(_skipped(plan, law))
        unchecked = unchecked or bool(missing and law.decision.version is None)
        skipped.extend(missing)
    # The order of rules in files must not show anywhere.
    ordered = tuple(sorted(grounds, key=lambda ground: (ground.ref.rule, ground.ref.version)))
    kept, rows = interplay_of(plan, pair, ordered)
    return settle(kept, unchecked=unchecked, rows=rows), skipped, laws


def _has_grounds(version: VersionPlan | None) -> bool:
    return version is not None and bool(version.version.circumstances or version.version.listings)


def _skipped(plan: Plan, law: Law) -> Iterator[NotChecked]:
    ever = any("circumstances" in version.kinds for version in plan.rulesets.versions[law.instrument])
    if ever and law.act.version is None:
        # Favourable grounds of the law at the decision were looked at; what the older text adds was not.
        yield NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=False)
    if ever and law.decision.version is None and law.decision.why != law.act.why:
        yield NotChecked(law.instrument, None, law.decision.why, ("decision",), blocks=False)


def _grounds(plan: Plan, pair: Pair, law: Law) -> Iterator[Ground]:
    """Yield the grounds of the law at the act, and the favourable ones of the law at the decision."""
    act, decision = plans_of(plan, law)
    seen: set[str] = set()
    if act is not None:
        for ground in _of_version(act, pair):
            seen.add(ground.ref.rule)
            yield ground
    if decision is not None and decision is not act:
        for ground in _of_version(decision, pair):
            if ground.ref.rule not in seen and FAVOURABLE.intersection(ground.effects):
                yield ground


def _of_version(version: VersionPlan, pair: Pair) -> Iterator[Ground]:
    if version.version.circumstances:
        yield from _of_bundle(version.circumstances, pair, version)
    cause = pair.violation.cause
    if cause is not None and version.version.listings and cause in version.entries:
        yield from _of_bundle(version.entries[cause], pair, version)


def _of_bundle(bundle: Bundle[Circumstance], pair: Pair, version: VersionPlan) -> Iterator[Ground]:
    readings = bundle.run(pair.facts)
    each = zip(bundle.rules, bundle.refs, readings, bundle.awake(pair.facts) or readings, bundle.speaks_of, strict=True)
    for rule, ref, reading, awake, speaks_of in each:
        known = _known(rule, reading, pair)
        sleeps = known is False and reading.when is False and awake.when is not False
        status = "dormant" if sleeps else word(known)
        yield Ground(
            ref=ref,
            binding=rule.then.binding,
            effects=rule.then.effects,
            status=status,
            because=partial(because, rule, pair.facts),
            list=version.list_names.get(rule.name),
            speaks_of=speaks_of,
        )


def because(rule: Circumstance, facts: Facts) -> Node:
    """Return the proof of a circumstance and its exceptions."""
    parts = (prove(rule.when, facts), *(prove(each.when, facts) for each in rule.unless))
    return Node("circumstance", None, children=parts) if len(parts) > 1 else parts[0]


def _known(rule: Circumstance, reading: Reading, pair: Pair) -> Truth:
    """Return whether a circumstance is made out; silence on a complete record is read by who must show what."""
    when = reading.when
    excepted = disjunction(reading.unless)
    if pair.case.record == "complete":
        if when is None:
            when = silence(rule.when, pair.facts, frozenset({"party"}))
        excepted = disjunction(
            False if known is None and each.shown_by in BOTH else known
            for each, known in zip(rule.unless, reading.unless, strict=True)
        )
    return conjunction([when, negation(excepted)])


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
