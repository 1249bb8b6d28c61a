"""What the statute threatens: which version of the law (art. 37), which of several provisions (art. 29)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import Law, instruments_for, law_of, penalised_by, plans_of
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan, VersionPlan, possible_versions, wholly_loaded
from enforcement_rules.evaluation.range.fines import NOTHING, told
from enforcement_rules.evaluation.range.reached import meant, unmet, unread
from enforcement_rules.evaluation.range.successors import (
    Heir,
    alternatives,
    heirs_of,
    predecessors,
    refused_predecessor,
)
from enforcement_rules.evaluation.range.threatened import (
    Threat,
    comparable,
    compare,
    compare_ranges,
    hull_of,
    threats,
    unsure,
)
from enforcement_rules.evaluation.verdict import Amount, Candidate, LawChoice, NotChecked, RuleRef
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.range import Range


class Statute(Struct, frozen=True):
    """What the statute threatens.

    Attributes:
        threat: the provision whose fine governs.
        amount: its range; of several not comparable provisions the hull.
        law: the choice of version for every instrument.
        skipped: what was not checked.
        candidates: where one act violates several provisions, each with its range.
        threats: every provision that applies; their other kinds stand side by side.
        worlds: the provisions that apply, once for each choice of versions that the dates leave possible.
        complete: whether nothing but these provisions can threaten anything: all cited are loaded, read whole, and
            no version that is not loaded may take their place.
        unmet: provisions cited of which the facts show that they do not reach the violation.
    """

    threat: Threat | None
    amount: Amount
    law: tuple[LawChoice, ...]
    skipped: tuple[NotChecked, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    threats: tuple[Threat, ...] = ()
    worlds: tuple[tuple[Threat, ...], ...] = ((),)
    complete: bool = False
    unmet: tuple[RuleRef, ...] = ()


class _Found(Struct, frozen=True):
    """What one cited provision, or one instrument, comes to.

    `possible` are the provisions of each version, where it is open which one governs; `open` says that a version
    that is not loaded may govern as well. `unmet` is a provision that surely does not reach the violation.
    """

    threat: Threat | None
    choice: LawChoice | None
    skipped: NotChecked | None = None
    possible: tuple[tuple[Threat, ...], ...] = ()
    open: bool = False
    unmet: RuleRef | None = None

    @property
    def sure(self) -> bool:
        """Whether nothing else than this can threaten anything here."""
        if self.open or self.threat is None:
            return self.unmet is not None and not self.open
        all_ = (self.threat, *(each for version in self.possible for each in version))
        return self.threat.amount.closed and all(each.sure and each.provision.whole for each in all_)


def statute_of(plan: Plan, pair: Pair) -> Statute:
    """Return the range that governs: the law at the act, or that at the decision where it is milder (art. 37)."""
    found = [each for law in _laws(plan, pair) for each in _by_law(plan, pair, law)]
    chosen = tuple(each.choice for each in found if each.choice)
    applying = tuple(each.threat for each in found if each.threat)
    beside = [_one_or_other(plan, pair, each) for each in alternatives(plan, found)]
    skipped = (
        *(each.skipped for each in found if each.skipped),
        *_not_loaded(pair, beside=bool(applying)),
        *_not_named(applying),
        *_unresolved(applying),
    )
    highest, amount, candidates = _governing(tuple(each.threat for each in beside if each.threat))
    return Statute(
        highest,
        amount,
        chosen,
        skipped,
        candidates,
        applying,
        _worlds(beside),
        bool(found) and all(each.sure for each in found) and not any(_not_loaded(pair, beside=True)),
        tuple(each.unmet for each in found if each.unmet is not None),
    )


def _governing(applying: tuple[Threat, ...]) -> tuple[Threat | None, Amount, tuple[Candidate, ...]]:
    """Return the provision whose fine governs, its range, and what else was weighed."""
    fined = [each for each in applying if each.amount.range is not None]
    if not fined:
        first = applying[0] if applying else None
        return first, first.amount if first is not None and (first.amount.ways or not first.fines) else NOTHING, ()
    highest, amount = _highest(fined)
    return highest, amount, tuple(_candidates(fined, highest))


def _one_or_other(plan: Plan, pair: Pair, found: list[_Found]) -> _Found:
    """Return what predecessor and successor, of which one applies, come to: the hull, and the worlds of both.

    Where one of them was in force on every day that the act may have ended, nothing else may govern.
    """
    if len(found) == 1:
        return found[0]
    made = [each.threat for each in found if each.threat is not None]
    both = hull_of(made)
    standings = {each.standing for each in made}
    known = _every_version_threatens(plan, pair, sorted({each.ref.instrument for each in made}))
    threat = replace(
        both,
        amount=replace(
            both.amount,
            decided=False,
            closed=known or all(each.amount.closed for each in made),
            capped=known or all(each.amount.capped for each in made),
        ),
        sure=all(each.sure for each in made),
        named=all(each.named for each in made),
        standing=standings.pop() if len(standings) == 1 else None,
    )
    possible = tuple(chain.from_iterable(each.possible or ((each.threat,),) for each in found if each.threat))
    return _Found(threat, None, None, possible, open=not known and any(each.open for each in found))


def _every_version_threatens(plan: Plan, pair: Pair, instruments: list[str]) -> bool:
    """Say whether every day the act may have ended on has a loaded version, and each of these threatens something."""
    day = pair.act_day
    versions = [each for name in instruments for each in possible_versions(plan.rulesets, name, day)]
    return wholly_loaded(plan.rulesets, instruments, day) and all(threats(plan.of(each), pair) for each in versions)


_MOST_WORLDS = 64


def _worlds(found: list[_Found]) -> tuple[tuple[Threat, ...], ...]:
    """Return what applies under each choice of versions that the dates leave possible; none where these are too many.

    Versions of several instruments multiply; a case that cites so many undated ones is not decided by kinds.
    """
    each = [one.possible or ((one.threat,),) for one in found if one.threat is not None]
    if prod(map(len, each)) > _MOST_WORLDS:
        return ()
    return tuple(tuple(chain.from_iterable(world)) for world in product(*each))


def _not_loaded(pair: Pair, *, beside: bool) -> Iterator[NotChecked]:
    """Yield the provisions cited of instruments that are not loaded; beside one that is, they may threaten more."""
    for each in pair.violation.penalised_by:
        if each.instrument is None and each.title is not None:
            yield NotChecked(each.title, each.article, "not_loaded", ("violation",), blocks=beside)


def _not_named(applying: tuple[Threat, ...]) -> Iterator[NotChecked]:
    """Yield the articles cited whole of which the provision that is meant is not told."""
    for each in applying:
        if not each.named:
            yield NotChecked(each.ref.instrument, each.ref.article, "item_not_named", ("violation",), blocks=True)


def _unresolved(applying: tuple[Threat, ...]) -> Iterator[NotChecked]:
    """Yield the provisions whose penalties are those of an article that is not loaded, or not surely known."""
    for each in applying:
        if each.provision.as_in is not None:
            yield NotChecked(each.ref.instrument, each.ref.article, "unresolved", ("violation",), blocks=True)


def _range(threat: Threat) -> Range:
    assert threat.amount.range is not None
    return threat.amount.range


def _highest(fined: list[Threat]) -> tuple[Threat, Amount]:
    """Return the provision with the higher fine (art. 29); where none is surely higher, the hull of all."""
    first = fined[0]
    amount = first.amount
    for other in fined[1:]:
        order = compare_ranges(_range(other), amount.range or Range())
        if order == "higher":
            first, amount = other, other.amount
        elif order == "incomparable" and amount.range is not None:
            amount = replace(amount, range=amount.range.joined(_range(other)), decided=False)
    return first, told(amount)


def _candidates(fined: list[Threat], highest: Threat) -> Iterator[Candidate]:
    if len(fined) == 1:
        return
    for threat in fined:
        order = compare_ranges(_range(threat), _range(highest))
        standing = "governs" if threat is highest else "lower" if order == "lower" else order
        yield Candidate(threat.ref, threat.amount.range, standing)


def _laws(plan: Plan, pair: Pair) -> Iterator[Law]:
    """Yield the laws that may threaten: those cited; where none is, and the file states no range, those of the cause.

    A provision of an instrument that is not loaded is cited all the same: no cause takes its place.
    """
    cited = penalised_by(plan, pair)
    if cited or pair.violation.stated_range is not None:
        for instrument in sorted({each.instrument for each in cited if each.instrument}):
            yield law_of(plan, pair, instrument)
        return
    laws = [law_of(plan, pair, instrument) for instrument in instruments_for(plan, pair, "penalties")]
    # What only began later is reached through the provisions it replaced.
    now = [law for law in laws if law.act.version is not None]
    yield from now or laws


def _by_law(plan: Plan, pair: Pair, law: Law) -> list[_Found]:
    if law.instrument not in plan.rulesets.versions:
        return [_Found(None, None, NotChecked(law.instrument, None, "not_loaded", blocks=False))]
    if law.act.why in ("date_unknown", "date_spans_versions"):
        return _any_of(plan, pair, law)
    act, decision = plans_of(plan, law)
    if act is None:
        return _without_act(plan, pair, law, decision)
    before, refused, missing = threats(act, pair), unmet(act, pair), unread(act, pair)
    if not before and not refused:
        return _later_only(law, pair, act, decision)
    found = [_milder(law, each, _after(plan, pair, law, decision, each)) for each in before]
    # The law at the act does not reach the violation: a later one that does is no milder.
    choice = LawChoice(law.instrument, act.version.head.version, "same_version" if law.same else "law_at_act")
    not_read = NotChecked(law.instrument, missing, "provision_not_encoded", ("violation",), blocks=True)
    for n, ref in enumerate(refused):
        alone = n == 0 and not before
        found.append(_Found(None, choice if alone else None, not_read if alone and missing else None, unmet=ref))
    return [replace(each, open=missing is not None) for each in found]


def _later_only(law: Law, pair: Pair, act: VersionPlan, decision: VersionPlan | None) -> list[_Found]:
    """Return what stands where the version at the act has no provision: only the one at the decision may."""
    after = threats(decision, pair) if decision is not None and not law.same else []
    if after:
        old, new = law.act.version, law.decision.version
        assert old is not None and new is not None
        other = ((new.head.version, "not_comparable", "no_range"),)
        choice = LawChoice(law.instrument, old.head.version, "law_at_act", other)
        return [_Found(unsure(each, capped=False), choice) for each in after]
    return [_none(law, pair)] if pair.cited or law.act.version is None else []


def _after(plan: Plan, pair: Pair, law: Law, decision: VersionPlan | None, before: Threat) -> Heir:
    """Return the provision at the decision that is compared with one at the act, and why there is none."""
    if law.same:
        return Heir(before, "same_version")
    if decision is None:
        return heirs_of(plan, pair, before.provision, law.decision.why)
    found = threats(decision, pair)
    same = [each for each in found if each.provision.name == before.provision.name] or found
    return Heir(same[0] if same else None, "no_range", decision.version.head.version)


def _without_act(plan: Plan, pair: Pair, law: Law, decision: VersionPlan | None) -> list[_Found]:
    """Return what stands where no version of the instrument was in force at the act: what it replaced, or became."""
    older = list(predecessors(plan, pair, law.instrument))
    if older:
        after = threats(decision, pair) if decision else []
        heir = Heir(after[0] if after else None, "no_range")
        return [_milder(law, each, heir) for each in older]
    if (refused := refused_predecessor(plan, pair, law.instrument)) is not None:
        return [_Found(None, LawChoice(law.instrument, refused.version, "law_at_act"), unmet=refused)]
    last = plan.rulesets.versions[law.instrument][-1]
    if last.head.in_force.to is not None and pair.act_day > last.head.in_force.to:
        return _of_heirs(plan, pair, law, last)
    if not pair.cited and not (decision and threats(decision, pair)):
        return []
    # The version at the act is not loaded: the other may be shown, never applied in its place.
    shown = ((decision.version.head.version, "not_applied", law.act.why),) if decision else ()
    choice = LawChoice(law.instrument, None, law.act.why, shown)
    return [_Found(None, choice, NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=True))]


def _of_heirs(plan: Plan, pair: Pair, law: Law, last: Version) -> list[_Found]:
    """Return what took the place, at the act, of provisions of an instrument that had been repealed by then."""
    old = [rule for rule, _, _ in meant(plan.of(last), pair)]
    heirs = [heirs_of(plan, pair, each, law.act.why, at_act=True) for each in old]
    known = list({heir.threat.ref: heir.threat for heir in heirs if heir.threat is not None}.values())
    refused = () if known else tuple(dict.fromkeys(heir.refused for heir in heirs if heir.refused is not None))
    refs = [each.ref for each in known] or refused
    other = tuple((f"{ref.instrument}@{ref.version}", "takes_its_place", "repealed") for ref in refs)
    choice = LawChoice(law.instrument, None, "repealed", other)
    blocked = None if refs else NotChecked(law.instrument, None, "repealed", ("violation",), blocks=True)
    return [
        *(_Found(threat, choice) for threat in known),
        *(_Found(None, choice, unmet=ref) for ref in refused),
    ] or [_Found(None, choice, blocked)]


def _any_of(plan: Plan, pair: Pair, law: Law) -> list[_Found]:
    """Return the hull of the ranges of all versions that may govern an act whose date is open.

    Where all of them are loaded, what every one of them says is sure: an amount beyond the hull lies beyond each.
    """
    versions = law.perhaps_act
    each = [(version, threats(plan.of(version), pair)) for version in versions]
    made = [threat for _, found in each for threat in found]
    if not made:
        return _refused_by_all(plan, pair, law) if pair.cited else []
    all_ = len(versions) == len(possible_versions(plan.rulesets, law.instrument, pair.act_day))
    known = all_ and wholly_loaded(plan.rulesets, (law.instrument,), pair.act_day) and all(found for _, found in each)
    threat = hull_of(_as_decided(law, made))
    hull = threat.amount
    amount = replace(hull, decided=hull.decided and known, closed=hull.closed and known, capped=hull.capped and known)
    alternatives = tuple((version.head.version, "possible", law.act.why) for version, found in each if found)
    choice = LawChoice(law.instrument, None, law.act.why, alternatives)
    skipped = NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=True)
    possible = tuple(tuple(found) for _, found in each if found)
    refused = _refused_alike([unmet(plan.of(version), pair) for version in versions])
    return [
        _Found(replace(threat, amount=amount), choice, skipped, possible, open=not known),
        *(_Found(None, None, unmet=ref, open=not known) for ref in refused),
    ]


def _refused_alike(refused: list[tuple[RuleRef, ...]]) -> tuple[RuleRef, ...]:
    """Return the provisions of the latest version that every version refuses, by their names."""
    names = [{ref.rule for ref in each} for each in refused]
    return tuple(ref for ref in refused[-1] if all(ref.rule in each for each in names))


def _refused_by_all(plan: Plan, pair: Pair, law: Law) -> list[_Found]:
    """Return what stands where no version that may govern the act threatens anything: each may refuse it surely."""
    refused = [unmet(plan.of(version), pair) for version in law.perhaps_act]
    if not refused or not all(refused):
        return [_none(law, pair)]
    known = wholly_loaded(plan.rulesets, (law.instrument,), pair.act_day)
    others = tuple((version.head.version, "possible", law.act.why) for version in law.perhaps_act)
    choice = LawChoice(law.instrument, None, law.act.why, others)
    skipped = None if known else NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=True)
    return [_Found(None, choice, skipped, open=not known, unmet=refused[-1][0])]


def _as_decided(law: Law, made: list[Threat]) -> list[Threat]:
    """Return possible provisions with that of the law at the decision first, else the latest: its edition is named."""
    decided = law.decision.version
    named = None if decided is None else decided.head.version
    latest_first = made[::-1]
    return sorted(latest_first, key=lambda threat: threat.ref.version != named)


def _none(law: Law, pair: Pair) -> _Found:
    """Return that nothing is threatened: no provision is encoded for what is cited."""
    version = law.act.version
    cited = [each.article for each in pair.violation.penalised_by if each.instrument == law.instrument]
    article = next((each for each in cited if each is not None), None)
    named = "provision_not_named" if cited and article is None else "provision_not_encoded"
    why = named if version else law.act.why
    choice = LawChoice(law.instrument, version.head.version if version else None, why)
    return _Found(None, choice, NotChecked(law.instrument, article, why, ("violation",), blocks=True))


_WHY = {"same": "same_range", "higher": "heavier", "incomparable": "not_comparable"}


def _milder(law: Law, before: Threat, heir: Heir) -> _Found:
    """Choose between the law at the act and that at the decision; both are shown side by side."""
    old, after = before.ref.version, heir.threat
    if heir.why == "same_version":
        return _Found(before, LawChoice(law.instrument, old, "same_version"))
    if after is None:
        other = ((heir.version or "?", "not_comparable" if heir.version else "unknown", heir.why),)
        choice = LawChoice(law.instrument, old, "law_at_act", other, (before.column("act"),))
        return _Found(unsure(before), choice)
    columns = (before.column("act"), after.column("decision"))
    new = after.ref.version if after.ref.instrument == law.instrument else f"{after.ref.instrument}@{after.ref.version}"
    if not comparable(before) or not comparable(after):
        choice = LawChoice(law.instrument, old, "law_at_act", ((new, "not_comparable", "no_range"),), columns)
        return _Found(unsure(before), choice)
    order = compare(after, before)
    if order == "lower":
        other = ((old, "not_applied", "heavier"),)
        return _Found(after, LawChoice(law.instrument, new, "milder_at_decision", other, columns))
    return _Found(before, LawChoice(law.instrument, old, "law_at_act", ((new, "not_applied", _WHY[order]),), columns))
