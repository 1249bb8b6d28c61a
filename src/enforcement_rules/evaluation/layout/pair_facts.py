"""The facts of one violation of one party, with what is proposed for it, on top of those of the case."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout.case_facts import CaseFacts
from enforcement_rules.evaluation.layout.gathering import Gathering, joined
from enforcement_rules.evaluation.layout.proposals import amount_of
from enforcement_rules.model.case import Citation, Deviation, Party, Proposal, Violation
from enforcement_rules.model.fields import ForeignSum
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.citation import places_of
from enforcement_rules.values.dates import bounded
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.truth import UNKNOWN

_TOTALS = {"proposal.fine": "fine", "proposal.confiscated_gains": "confiscation_of_illegal_gains"}


def pair_facts(
    base: CaseFacts,
    chosen: tuple[Violation, Party | None, Proposal | None],
    ranks: Mapping[str, str],
    refined: frozenset[str] = frozenset(),
) -> Facts:
    """Return the facts of one violation of one party, with what is proposed for it, on top of those of the case.

    `ranks` are the ranks of the loaded instruments, for the provisions the case cites without their rank; `refined`
    the places of the law inside which rules tell several apart.
    """
    violation, party, proposal = chosen
    laid, gathering = base.laid, Gathering(base.statements)
    _take_violation(gathering, violation, laid.path(violation))
    _state_cited(gathering, violation, ranks, (*laid.path(violation), "penalised_by"), refined)
    if party is not None:
        _take_party(gathering, party, laid.path(party), base.vocabulary)
    for told in laid.proposals.sums(party):
        gathering.state(*told)
    if proposal is not None:
        _take_proposal(gathering, proposal, violation, laid.path(proposal))
    return _on_top(base, gathering, violation.id)


def _on_top(base: CaseFacts, gathering: Gathering, violation: str) -> Facts:
    """Return what was gathered together with all that the case states."""
    values, contested = joined(gathering.said)
    facts = Facts(
        _narrowed({**base.stated, **values}, base.vocabulary),
        base.vocabulary,
        statements={**base.statements, **gathering.said},
        contested=(base.contested - values.keys()) | contested,
        raised=base.raised | base.vocabulary.raised_by(gathering.said),
    )
    facts.calendar = base.calendar
    facts.give(base.laid.elements.within(facts, violation))
    return facts


def _narrowed(values: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the values with every day of which only bounds are stated narrowed by what it cannot precede or follow."""
    for id_, value in values.items():
        fact = vocabulary.fact(id_) if isinstance(value, Interval) else None
        if fact is not None and fact.entry.bounds is not None:
            earliest, latest = fact.entry.bounds.earliest, fact.entry.bounds.latest
            known = values.get
            values[id_] = bounded(
                value, [known(each, UNKNOWN) for each in earliest], [known(each, UNKNOWN) for each in latest]
            )
    return values


def _take_violation(gathering: Gathering, violation: Violation, path: Path) -> None:
    gathering.state("violation.cause", violation.cause, (*path, "cause"))
    for name in ("began", "ended", "discovered"):
        gathering.state(f"violation.{name}", getattr(violation, name), (*path, name))
    for base, amount in violation.bases.items():
        if isinstance(amount, ForeignSum):
            gathering.state(f"violation.{base}", amount.yuan, (*path, "bases", base))
        elif isinstance(amount, Decimal | Interval):
            gathering.state(f"violation.{base}", amount, (*path, "bases", base))
    gathering.take("violation", violation)


def _state_cited(
    gathering: Gathering, violation: Violation, ranks: Mapping[str, str], path: Path, refined: frozenset[str]
) -> None:
    """Note the loaded instruments that a violation is penalised under, and the ranks of all that it cites.

    Instruments that are not loaded may be cited by their title.
    """
    cited = violation.penalised_by
    if cited:
        _state_some(gathering, "violation.cited_instruments", [each.instrument for each in cited], path)
        gathering.state("violation.cited_provisions", _places(cited, refined), path)
    known = [each.rank or ranks.get(each.instrument or "") for each in cited]
    if "violation.basis_ranks" not in gathering and any(known):
        _state_some(gathering, "violation.basis_ranks", known, path)


def _places(cited: tuple[Citation, ...], refined: frozenset[str]) -> Choices:
    """Return the places cited of loaded instruments, each with those it lies in.

    Where more than one place lies inside the one cited, which of them is meant is not known.
    """
    named = [
        [each.instrument, *(f"{each.instrument} {place}" for place in places_of(each.article or ""))]
        for each in cited
        if each.instrument
    ]
    known = frozenset(place for places in named for place in places[1:])
    return Choices(known, complete=refined.isdisjoint(places[-1] for places in named))


def _state_some(gathering: Gathering, id_: str, members: list[str | None], path: Path) -> None:
    """Note the members of a choice that are known; where one is not, there may be others."""
    known = frozenset(each for each in members if each)
    gathering.state(id_, Choices(known, complete=all(members)), path)


def _take_party(gathering: Gathering, party: Party, path: Path, vocabulary: Vocabulary) -> None:
    kind = vocabulary.fact("party.kind")
    stated = party.kind if party.kind is None or kind is None else kind.type.stated(party.kind)
    gathering.state("party.kind", stated, (*path, "kind"))
    gathering.state("party.birth_date", party.birth_date, (*path, "birth_date"))
    gathering.take("party", party)


def _take_proposal(gathering: Gathering, proposal: Proposal, violation: Violation, path: Path) -> None:
    gathering.state("proposal.treatment", proposal.treatment, (*path, "treatment"))
    gathering.take("proposal", proposal)
    if (proposal.benchmark or proposal.stated_tier) and "benchmark_used" not in proposal.facts:
        gathering.state("proposal.benchmark_used", True, (*path, "benchmark" if proposal.benchmark else "stated_tier"))
    if proposal.deviation is not None:
        gathering.state("proposal.deviation_recorded", _recorded(proposal.deviation), (*path, "deviation"))
    basis = None if proposal.basis is None else [_named(each) for each in proposal.basis]
    declined = [each.ground for each in proposal.declined or ()] or None
    for name, members in (("grounds", basis), ("declined", declined)):
        if members is not None:
            gathering.state(f"proposal.{name}", Choices(frozenset(members), complete=False), (*path, name))
    if proposal.orders is not None:
        gathering.state("proposal.orders", Choices(frozenset(proposal.orders)), (*path, "orders"))
    if proposal.treatment == "no_penalty" and not proposal.penalties and "imposes_penalty" not in proposal.facts:
        gathering.state("proposal.imposes_penalty", False, (*path, "treatment"))
    _take_penalties(gathering, proposal, violation, path)


def _take_penalties(gathering: Gathering, proposal: Proposal, violation: Violation, path: Path) -> None:
    if proposal.penalties is not None:
        kinds = frozenset(penalty.kind for penalty in proposal.penalties)
        gathering.state("proposal.kinds", Choices(kinds), (*path, "penalties"))
        for id_, kind in _TOTALS.items():
            _state_total(gathering, id_, kind, proposal, violation, path)
    elif proposal.treatment == "no_penalty":
        gathering.state("proposal.kinds", Choices(frozenset()), (*path, "treatment"))
        gathering.state("proposal.fine", Decimal(0), (*path, "treatment"))


def _recorded(deviation: Deviation) -> bool | None:
    """Say whether leaving the benchmark is recorded: no, without a reason; not known, without who approved it."""
    return False if deviation.reason is None else None if deviation.approved_by is None else True


def _named(ground: str | Citation) -> str:
    if isinstance(ground, str):
        return ground
    return f"{ground.instrument or ground.title or ''} {ground.article or ''}".strip()


def _state_total(
    gathering: Gathering, id_: str, kind: str, proposal: Proposal, violation: Violation, path: Path
) -> None:
    """Note what a kind of money comes to; of what is shared with others, anything up to all of it."""
    penalties = [(n, each) for n, each in enumerate(proposal.penalties or ()) if each.kind == kind]
    amounts = [amount_of(each, violation) for _, each in penalties]
    known = [amount for amount in amounts if amount is not None]
    if not penalties:
        gathering.state(id_, Decimal(0), (*path, "penalties"))
    elif len(known) == len(amounts):
        total = sum(known, Decimal(0))
        shared = Interval(Decimal(0), total) if proposal.shared_with and total else total
        gathering.state(id_, shared, (*path, "penalties", penalties[0][0], "amount"))
