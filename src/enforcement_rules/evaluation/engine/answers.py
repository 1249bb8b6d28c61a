"""The answer for one violation of one party: treatment, range, proposal, and what would settle them."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.applicability import (
    Law,
    deciding,
    instruments_for,
    law_of,
    penalised_by,
    perhaps_of,
    plans_of,
)
from enforcement_rules.evaluation.circumstances import counted_twice, treatment_of
from enforcement_rules.evaluation.engine.asks import DECIDED, Wanted, for_days, for_ground, wanted
from enforcement_rules.evaluation.engine.cited import for_stated_range, unread_range, with_editions
from enforcement_rules.evaluation.evidence import matrix_of
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan, VersionPlan
from enforcement_rules.evaluation.proof import open_facts, truth
from enforcement_rules.evaluation.proposal import (
    Means,
    approvals_untold,
    check_proposal,
    permitted_range,
    stated_proposal,
    terms_untold,
    unchecked,
)
from enforcement_rules.evaluation.range import (
    Measured,
    Statute,
    Threat,
    gains_of,
    measure,
    open_bases,
    place,
    standing_of,
    stated_by_file,
    statute_of,
)
from enforcement_rules.evaluation.verdict import (
    Amount,
    LawChoice,
    NotChecked,
    ProposalCheck,
    Result,
    RuleRef,
    SchemeChoice,
    TierChoice,
    Treatment,
)
from enforcement_rules.rules.amount import Penalty, Scale
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import ALWAYS, Condition, facts_of
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.citation import citation_covers
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.truth import UNKNOWN


class Answer(Struct, frozen=True):
    """A result, what it left unchecked, and the facts it waits for, found when somebody asks for them."""

    result: Result
    skipped: tuple[NotChecked, ...]
    wanted: OnDemand[tuple[Wanted, ...]]


def answer_of(plan: Plan, pair: Pair) -> Answer:
    """Evaluate one violation of one party."""
    treatment, skipped, laws = treatment_of(plan, pair)
    statute = statute_of(plan, pair)
    measured = measure(plan, pair, statute.threat)
    amount = _amount(plan, pair, statute, measured)
    treatment = replace(
        treatment, twice=tuple(counted_twice(treatment.grounds, _deciding(plan, pair, statute, measured)))
    )
    scheme = place(plan, pair, amount, measured.tier, _named(pair, treatment))
    means = _means(plan, pair, statute, amount, measured, scheme.scheme)
    proposal = check_proposal(pair, treatment, means)
    stated = stated_proposal(plan, pair)
    settled = _treatment_settled(plan, pair, treatment)
    result = Result(
        violation=pair.violation.id,
        party=pair.party.id if pair.party else None,
        settled_treatment=settled,
        settled_amount=_amount_settled(settled, treatment, amount, proposal),
        law=with_editions(pair, _law_chosen(statute.law, laws)),
        treatment=treatment,
        statutory=amount,
        tier=measured.tier,
        permitted=permitted_range(treatment, amount.range),
        proposal=None if proposal is None else replace(proposal, stated=stated),
        scheme=scheme.scheme,
        candidates=statute.candidates,
        gains=means.gains,
        evidence=matrix_of(plan, pair),
    )
    clash = _clashes(measured.contradicting, scheme.contradicting)
    waiting = OnDemand(_wanted, plan, pair, result, laws, statute.threats)
    told = (*unread_range(plan, pair, amount), *unchecked(stated))
    return Answer(result, (*skipped, *statute.skipped, *clash, *told), waiting)


def _wanted(plan: Plan, pair: Pair, result: Result, laws: list[Law], threats: tuple[Threat, ...]) -> tuple[Wanted, ...]:
    """Return the facts that a result waits for: its grounds, its range, its tier, its law."""
    return (
        *_for_grounds(plan, pair, result.treatment, laws),
        *_for_amount(pair, threats),
        *_for_terms(pair, threats),
        *for_stated_range(plan, pair, result.statutory),
        *_for_tier(pair, result.tier),
        *_for_scope(plan, pair, result.settled_treatment),
    )


def _clashes(benchmarks: tuple[str, ...], schemes: tuple[str, ...]) -> list[NotChecked]:
    """Return what was not checked: benchmarks or schemes that contradict each other."""
    return [
        NotChecked(rule.partition("/")[0], None, reason)
        for reason, rules in (("benchmarks_conflict", benchmarks), ("schemes_conflict", schemes))
        for rule in rules
    ]


def _amount(plan: Plan, pair: Pair, statute: Statute, measured: Measured) -> Amount:
    """Return the statute's range; where its text is not loaded, as the benchmark or the file states it.

    Where nothing is cited a benchmark is found by the cause alone, and the range that the file states goes before it.
    """
    if statute.amount.range is not None or (statute.threat is not None and statute.threat.named):
        return statute.amount
    by_file = stated_by_file(pair)
    if measured.stated is not None and (by_file is None or penalised_by(plan, pair)):
        return measured.stated
    return by_file or statute.amount


def _named(pair: Pair, treatment: Treatment) -> str:
    """Return the treatment whose band is wanted: the one the proposal names, else the one the grounds come to."""
    named = pair.facts["proposal.treatment"]
    return named if isinstance(named, str) else treatment.outcome


def _held(penalty: Penalty, pair: Pair) -> list[Condition]:
    """Return the conditions of the branches of a fine that hold."""
    return [branch.when for branch in penalty.branches if truth(branch.when, pair.facts) is True]


def _deciding(plan: Plan, pair: Pair, statute: Statute, measured: Measured) -> frozenset[str]:
    """Return the facts on which the range already turned: elements, raised bands, the tier."""
    facts: set[str] = set()
    for threat in statute.threats:
        facts.update(facts_of(threat.provision.when))
        for penalty, known in threat.penalties:
            if penalty.kind == "fine" and known is True:
                facts.update(facts_of(penalty.when or ALWAYS))
                facts.update(id_ for each in _held(penalty, pair) for id_ in facts_of(each))
    return frozenset(facts | measured.turns_on)


def _choice(law: Law) -> LawChoice:
    act, decision = law.act.version, law.decision.version
    if law.same and act is not None:
        return LawChoice(law.instrument, act.head.version, "same_version")
    if act is None:
        known = [(decision.head.version, "favourable_grounds", law.act.why)] if decision else []
        perhaps = [version for version in law.perhaps_act if version is not decision]
        known += [(version.head.version, "possible", law.act.why) for version in perhaps]
        return LawChoice(law.instrument, None, law.act.why, tuple(known))
    if decision is None:
        return LawChoice(law.instrument, act.head.version, "law_at_act")
    return LawChoice(
        law.instrument,
        act.head.version,
        "law_at_act",
        ((decision.head.version, "favourable_grounds", "later"),),
    )


def _means(
    plan: Plan, pair: Pair, statute: Statute, amount: Amount, measured: Measured, scheme: SchemeChoice | None
) -> Means:
    """Gather what a proposal is held against."""
    return Means(
        statute.worlds,
        statute.complete,
        statute.unmet,
        statute.candidates,
        amount,
        measured,
        scheme,
        gains_of(plan, pair),
        bool(deciding(plan, pair, "gains")),
        any(each.why == "milder_at_decision" for each in statute.law),
    )


def _law_chosen(provisions: tuple[LawChoice, ...], laws: list[Law]) -> tuple[LawChoice, ...]:
    """Return the law of the provisions first, then that of grounds from other instruments."""
    named = {choice.instrument for choice in provisions}
    return (*provisions, *(_choice(law) for law in laws if law.instrument not in named))


def _treatment_settled(plan: Plan, pair: Pair, treatment: Treatment) -> bool:
    return treatment.outcome != "undetermined" and (treatment.outcome == "no_penalty" or _scope_known(plan, pair))


def _amount_settled(settled: bool, treatment: Treatment, amount: Amount, proposal: ProposalCheck | None) -> bool:
    if treatment.outcome == "no_penalty" and (proposal is None or proposal.statute is not None):
        return True
    if proposal is not None:
        return proposal.statute is False or (proposal.statute is True and settled)
    return settled and amount.range is not None and amount.decided and amount.closed


def _scope_known(plan: Plan, pair: Pair) -> bool:
    """Say whether nothing unknown about cause, field, place or the date of the act could bring in further rules."""
    return not _scope_facts(plan, pair)


def _scope_facts(plan: Plan, pair: Pair) -> list[str]:
    missing = [id_ for id_ in sorted(plan.matters) if pair.facts[id_] is UNKNOWN]
    if pair.violation.cause is None:
        missing.append("violation.cause")
    laws = [law_of(plan, pair, name) for name in instruments_for(plan, pair)]
    open_ = {
        DECIDED: any(_matters(law, law.perhaps_decision) for law in laws),
        "violation.ended": any(_weighs(version) for law in laws for version in law.perhaps_act),
    }
    return missing + [id_ for id_ in _open_days(pair) if open_[id_]]


def _matters(law: Law, perhaps: tuple[Version, ...]) -> bool:
    """Say whether a version of which it is open whether it governs has grounds to spare a party or to weigh."""
    return any(version.circumstances for version in perhaps)


def _weighs(version: Version) -> bool:
    """Say whether a version has anything but duties, whose law is that of their steps and not of the act."""
    return bool(version.circumstances or version.listings or version.penalties or version.benchmarks)


def _for_scope(plan: Plan, pair: Pair, settled: bool) -> list[Wanted]:
    if settled:
        return []
    ids = _scope_facts(plan, pair)
    days = [id_ for id_ in ids if id_ == DECIDED]
    rest = [id_ for id_ in ids if id_ not in days]
    return [
        *for_days(days, pair.facts, pair.key),
        *(wanted(rest, pair.facts, pair.key, "scope", "scope", 1) if rest else ()),
    ]


def _for_grounds(plan: Plan, pair: Pair, treatment: Treatment, laws: list[Law]) -> list[Wanted]:
    open_ = [ground for ground in treatment.grounds if ground.status == "unknown"]
    if treatment.outcome == "no_penalty" or not open_:
        return []
    rules: dict[str, Rule] = {}
    for law in laws:
        for version in (*plans_of(plan, law), *perhaps_of(plan, law)):
            if version is not None:
                rules |= {ref: rule for ref, rule in _rules(version) if ref not in rules}
    days = _open_days(pair)
    return [
        item
        for ground in open_
        if ground.ref.rule in rules
        for item in for_ground(
            rules[ground.ref.rule], ground, pair.facts, pair.key, days, named=_rests_on(pair, ground.ref)
        )
    ]


def _rests_on(pair: Pair, ref: RuleRef) -> bool:
    """Say whether the proposal names a ground as its basis: by its rule, or by a provision that it stands in."""
    basis = pair.proposal.basis or () if pair.proposal else ()
    return any(
        each == ref.rule
        if isinstance(each, str)
        else each.instrument == ref.instrument and citation_covers(each.article or "", ref.article)
        for each in basis
    )


def _open_days(pair: Pair) -> list[str]:
    """Return the days of which it is not told exactly when they were, of those that choose the version of a law."""
    days = {DECIDED: pair.decision_day, "violation.ended": pair.act_day}
    return [id_ for id_, day in days.items() if type(day) is not dt.date]


def _rules(version: VersionPlan) -> list[tuple[str, Rule]]:
    made = [(version.version.rule_id(rule.name), rule) for rule in version.circumstances.rules]
    for bundle in version.entries.values():
        made += [(version.version.rule_id(rule.name), rule) for rule in bundle.rules]
    return [(name, rule) for name, rule in made]


def _for_amount(pair: Pair, threats: tuple[Threat, ...]) -> list[Wanted]:
    """Return the bases and conditions that the range of the fine waits for."""
    made: list[Wanted] = []
    for threat in threats:
        ids: list[str] = []
        for penalty, known in threat.penalties:
            if known is False or not _bears(penalty, pair):
                continue
            if penalty.when is not None:
                ids += open_facts(penalty.when, pair.facts)
            ids += _standing(penalty, threat, pair)
            if penalty.days is not None:
                ids += open_bases(Scale.model_construct(fine=penalty.days), pair.facts)
            if penalty.scale is not None:
                ids += [] if threat.amount.decided else open_bases(penalty.scale, pair.facts)
                for branch in penalty.scale.branches:
                    ids += open_facts(branch.when, pair.facts)
        ids += open_facts(threat.provision.when, pair.facts)
        ids += [id_ for each in threat.provision.unless for id_ in open_facts(each.when, pair.facts)]
        ids += [] if threat.named else ["violation.cause"]
        made += wanted(ids, pair.facts, pair.key, threat.ref.rule, "range", 6)
    return made


def _for_terms(pair: Pair, threats: tuple[Threat, ...]) -> list[Wanted]:
    """Return the terms that provisions set and the approvals they ask for of which the file says nothing."""
    found = [(rule, "proposal.term") for rule in terms_untold(pair, threats)] + approvals_untold(pair, threats)
    return [each for rule, id_ in found for each in wanted([id_], pair.facts, pair.key, rule, "range", 6)]


def _standing(penalty: Penalty, threat: Threat, pair: Pair) -> list[str]:
    """Return what is open of who imposes a penalty and who bears it."""
    each = standing_of(penalty, threat.provision).values()
    return [id_ for condition in each for id_ in open_facts(condition, pair.facts)]


def _bears(penalty: Penalty, pair: Pair) -> bool:
    """Say whether it bears on the proposal that a penalty applies: it is a fine, proposed, or commanded and left out.

    An excerpt need not tell every kind: what it leaves out is not asked for.
    """
    if penalty.kind == "fine":
        return True
    kinds = pair.facts["proposal.kinds"]
    return penalty.kind in kinds.known or (
        penalty.force == "shall" and kinds.complete and pair.case.record != "excerpt"
    )


def _for_tier(pair: Pair, tier: TierChoice | None) -> list[Wanted]:
    """Return what the choice of a tier waits for."""
    if tier is None or tier.status != "open":
        return []
    return wanted(tier.waits, pair.facts, pair.key, tier.ref.rule, "tier", 5)
