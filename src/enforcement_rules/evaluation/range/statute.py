"""What the statute threatens: which version of the law (art. 37), which of several provisions (art. 29)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import Law, instruments_for, law_of, penalised_by, plans_of
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan, VersionPlan, possible_versions
from enforcement_rules.evaluation.range.fines import NOTHING, span_amount, told
from enforcement_rules.evaluation.range.successors import Heir, alternatives, heirs_of, predecessors
from enforcement_rules.evaluation.range.threatened import Threat, compare, compare_ranges, hull_of, threats
from enforcement_rules.evaluation.verdict import Amount, Candidate, LawChoice, NotChecked
from enforcement_rules.rules.amount import BASES, Span
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
    """

    threat: Threat | None
    amount: Amount
    law: tuple[LawChoice, ...]
    skipped: tuple[NotChecked, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    threats: tuple[Threat, ...] = ()


class _Found(Struct, frozen=True):
    """What one cited provision, or one instrument, comes to."""

    threat: Threat | None
    choice: LawChoice | None
    skipped: NotChecked | None = None


def statute_of(plan: Plan, pair: Pair) -> Statute:
    """Return the range that governs: the law at the act, or that at the decision where it is milder (art. 37)."""
    found = [each for law in _laws(plan, pair) for each in _by_law(plan, pair, law)]
    chosen = tuple(each.choice for each in found if each.choice)
    applying = _standing(alternatives(plan, [each.threat for each in found if each.threat]))
    skipped = (
        *(each.skipped for each in found if each.skipped),
        *_not_loaded(pair, beside=bool(applying)),
        *_not_named(applying),
    )
    fined = [each for each in applying if each.amount.range is not None]
    if not fined:
        first = applying[0] if applying else None
        amount = first.amount if first is not None and (first.amount.ways or not first.fines) else NOTHING
        return Statute(first, amount, chosen, skipped, (), applying)
    highest, amount = _highest(fined)
    return Statute(highest, amount, chosen, skipped, tuple(_candidates(fined, highest)), applying)


def _not_loaded(pair: Pair, *, beside: bool) -> Iterator[NotChecked]:
    """Yield the provisions cited of instruments that are not loaded; beside one that is, they may threaten more."""
    for each in pair.violation.penalised_by:
        if each.instrument is None and each.title is not None:
            yield NotChecked(each.title, each.article, "not_loaded", ("violation",), blocks=beside)


def _standing(found: Iterable[Threat]) -> tuple[Threat, ...]:
    """Return the provisions of this organ and party; all of them where none is, so that it can be said."""
    threats = tuple(found)
    return tuple(each for each in threats if each.standing is not False) or threats


def _not_named(applying: tuple[Threat, ...]) -> Iterator[NotChecked]:
    """Yield the articles cited whole of which the provision that is meant is not told."""
    for each in applying:
        if not each.named:
            yield NotChecked(each.ref.instrument, each.ref.article, "item_not_named", ("violation",), blocks=True)


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
    before = threats(act, pair)
    if not before:
        return _later_only(law, pair, decision)
    return [_milder(law, each, _after(plan, pair, law, decision, each)) for each in before]


def _later_only(law: Law, pair: Pair, decision: VersionPlan | None) -> list[_Found]:
    """Return what stands where the version at the act has no provision: only the one at the decision may."""
    after = threats(decision, pair) if decision is not None and not law.same else []
    if after:
        old, new = law.act.version, law.decision.version
        assert old is not None and new is not None
        other = ((new.head.version, "not_comparable", "no_range"),)
        return [_Found(each, LawChoice(law.instrument, old.head.version, "law_at_act", other)) for each in after]
    return [_none(law, pair)] if pair.cited or law.act.version is None else []


def _after(plan: Plan, pair: Pair, law: Law, decision: VersionPlan | None, before: Threat) -> Heir:
    """Return the provision at the decision that is compared with one at the act, and why there is none."""
    if law.same:
        return Heir(before, "same_version")
    if decision is None:
        return heirs_of(plan, pair, before, law.decision.why)
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
    last = plan.rulesets.versions[law.instrument][-1]
    if last.head.in_force.to is not None and pair.act_day > last.head.in_force.to:
        heirs = [heirs_of(plan, pair, each, law.act.why, at_act=True) for each in threats(plan.of(last), pair)]
        known = [heir.threat for heir in heirs if heir.threat is not None]
        other = tuple((f"{t.ref.instrument}@{t.ref.version}", "takes_its_place", "repealed") for t in known)
        choice = LawChoice(law.instrument, None, "repealed", other)
        blocked = None if known else NotChecked(law.instrument, None, "repealed", ("violation",), blocks=True)
        return [_Found(threat, choice) for threat in known] or [_Found(None, choice, blocked)]
    if not pair.cited and not (decision and threats(decision, pair)):
        return []
    # The version at the act is not loaded: the other may be shown, never applied in its place.
    shown = ((decision.version.head.version, "not_applied", law.act.why),) if decision else ()
    choice = LawChoice(law.instrument, None, law.act.why, shown)
    return [_Found(None, choice, NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=True))]


def _any_of(plan: Plan, pair: Pair, law: Law) -> list[_Found]:
    """Return the hull of the ranges of all versions that may govern an act whose date is open; never decided."""
    made = [
        (version, threat)
        for version in possible_versions(plan.rulesets, law.instrument, pair.act_day)
        for threat in threats(plan.of(version), pair)
    ]
    if not made:
        return [_none(law, pair)] if pair.cited else []
    threat = hull_of([threat for _, threat in made])
    amount = replace(threat.amount, decided=False, closed=False)
    alternatives = tuple((version.head.version, "possible", law.act.why) for version, _ in made)
    choice = LawChoice(law.instrument, None, law.act.why, alternatives)
    skipped = NotChecked(law.instrument, None, law.act.why, ("violation",), blocks=True)
    return [_Found(replace(threat, amount=amount), choice, skipped)]


def _none(law: Law, pair: Pair) -> _Found:
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
        return _Found(_unsure(before), choice)
    columns = (before.column("act"), after.column("decision"))
    new = after.ref.version if after.ref.instrument == law.instrument else f"{after.ref.instrument}@{after.ref.version}"
    if not _comparable(before) or not _comparable(after):
        choice = LawChoice(law.instrument, old, "law_at_act", ((new, "not_comparable", "no_range"),), columns)
        return _Found(_unsure(before), choice)
    order = compare(after, before)
    if order == "lower":
        other = ((old, "not_applied", "heavier"),)
        return _Found(after, LawChoice(law.instrument, new, "milder_at_decision", other, columns))
    return _Found(before, LawChoice(law.instrument, old, "law_at_act", ((new, "not_applied", _WHY[order]),), columns))


def _comparable(threat: Threat) -> bool:
    return threat.sure and (threat.amount.range is not None or not threat.fines)


def _unsure(threat: Threat) -> Threat:
    """Return a provision whose range a milder law at the decision, which is not known, may yet replace."""
    return replace(threat, amount=replace(threat.amount, closed=False))


def stated_by_file(pair: Pair) -> Amount | None:
    """Return the range that the file states for a provision whose text is not loaded; it is nowhere checked."""
    stated = pair.violation.stated_range
    if stated is None:
        return None
    raw = stated.model_dump(exclude={"by"}, exclude_none=True)
    raw |= {key: f"violation.{raw[key]}" for key in BASES if key in raw}
    return replace(span_amount(Span.model_validate(raw), pair.facts), source="file")
