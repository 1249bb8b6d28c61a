"""What a case states, laid out as facts: once for the case, once for each violation and party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.layout.elements import collections_of
from enforcement_rules.evaluation.layout.steps import facts_of_acts, position, step_values
from enforcement_rules.model.case import Case, Citation, Deviation, Part, Party, Proposal, Violation
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import ends, interval
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.workdays import PUBLISHED, Calendar

_SUMS = {
    "party.fines": "fine",
    "party.confiscated_gains": "confiscation_of_illegal_gains",
    "party.confiscated_property": "confiscation_of_illegal_property",
}


@dataclass
class Sheet:
    """Facts being gathered: who said what, until they are joined to values."""

    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)

    def state(self, id_: str, value: Any, path: Path) -> None:
        """Note what the structure of the file says; `None` says nothing."""
        if value is not None:
            self.statements[id_] = (*self.statements.get(id_, ()), Statement(value, path=path))

    def take(self, scope: str, part: Part) -> None:
        """Note the vocabulary facts of a part."""
        for name, statements in part.facts.items():
            id_ = f"{scope}.{name}"
            self.statements[id_] = (*self.statements.get(id_, ()), *statements)


def join(statements: Mapping[str, tuple[Statement, ...]]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return one value a fact, and the facts on which speakers disagree (unknown until someone decides)."""
    values: dict[str, Any] = {}
    contested: set[str] = set()
    for id_, said in statements.items():
        if len({ends(statement.value) for statement in said}) == 1:
            values[id_] = said[0].value
        else:
            values[id_] = UNKNOWN
            contested.add(id_)
    return values, frozenset(contested)


def case_facts(case: Case, vocabulary: Vocabulary, calendar: Calendar = PUBLISHED) -> Facts:
    """Return the facts of the case as a whole: organ, steps, people, evidence."""
    sheet = Sheet()
    sheet.take("case", case)
    _state_highest_fine(sheet, case)
    _state_detention(sheet, case)
    sheet.state("case.procedure", case.procedure, ("procedure",))
    for name in ("field", "rank", "place", "capacity", "in_name_of"):
        sheet.state(f"organ.{name}", getattr(case.organ, name), ("organ", name))
    sheet.take("organ", case.organ)
    facts = _facts(sheet, vocabulary, extra=step_values(case, vocabulary, sheet), acts=facts_of_acts(case, vocabulary))
    facts.calendar = calendar
    facts.give(collections_of(case, vocabulary, facts))
    return facts


def pair_facts(
    base: Facts,
    case: Case,
    chosen: tuple[Violation, Party | None, Proposal | None],
    ranks: Mapping[str, str],
) -> Facts:
    """Return the facts of one violation of one party, with what is proposed for it, on top of those of the case.

    `ranks` are the ranks of the loaded instruments, for the provisions the case cites without their rank.
    """
    violation, party, proposal = chosen
    sheet = Sheet(dict(base.statements))
    _take_violation(sheet, case, violation)
    _state_cited(sheet, case, violation)
    _state_ranks(sheet, case, violation, ranks)
    if party is not None:
        _take_party(sheet, case, party)
    for id_, kind in _SUMS.items():
        _state_sum(sheet, case, party, (id_, kind))
    if proposal is not None:
        _take_proposal(sheet, case, proposal)
    moments = {key: value for key, value in base.items() if key.endswith(".moment")}
    facts = _facts(sheet, base.vocabulary, extra=moments, acts=facts_of_acts(case, base.vocabulary))
    facts.calendar = base.calendar
    facts.give(collections_of(case, base.vocabulary, facts))
    return facts


def _facts(sheet: Sheet, vocabulary: Vocabulary, *, extra: Mapping[str, Any], acts: frozenset[str]) -> Facts:
    """Return the facts of a sheet; `acts` are those stated of any act, which wake events besides those of the sheet."""
    values, contested = join(sheet.statements)
    raised = vocabulary.raised_by(sheet.statements.keys() | acts)
    return Facts(values | dict(extra), vocabulary, statements=sheet.statements, contested=contested, raised=raised)


def _take_violation(sheet: Sheet, case: Case, violation: Violation) -> None:
    path: Path = ("violations", position(case.violations, violation))
    sheet.state("violation.cause", violation.cause, (*path, "cause"))
    for name in ("began", "ended", "discovered"):
        sheet.state(f"violation.{name}", getattr(violation, name), (*path, name))
    for base, amount in violation.bases.items():
        if isinstance(amount, Decimal):
            sheet.state(f"violation.{base}", amount, (*path, "bases", base))
    sheet.take("violation", violation)


def _state_cited(sheet: Sheet, case: Case, violation: Violation) -> None:
    """Note the loaded instruments that a violation is penalised under; others may be cited by their title."""
    if violation.penalised_by:
        loaded = frozenset(citation.instrument for citation in violation.penalised_by if citation.instrument)
        whole = all(citation.instrument for citation in violation.penalised_by)
        path: Path = ("violations", position(case.violations, violation), "penalised_by")
        sheet.state("violation.cited_instruments", Choices(loaded, complete=whole), path)


def _state_ranks(sheet: Sheet, case: Case, violation: Violation, ranks: Mapping[str, str]) -> None:
    cited = [citation.rank or ranks.get(citation.instrument or "") for citation in violation.penalised_by]
    if "violation.basis_ranks" in sheet.statements or not any(cited):
        return
    known = Choices(frozenset(rank for rank in cited if rank), complete=None not in cited)
    sheet.state("violation.basis_ranks", known, ("violations", position(case.violations, violation), "penalised_by"))


def _state_highest_fine(sheet: Sheet, case: Case) -> None:
    """Note the highest fine proposed for anyone: some duties of the whole case depend on it."""
    fines = [
        (penalty.amount, ("proposed", n, "penalties", m, "amount"))
        for n, proposal in enumerate(case.proposed)
        for m, penalty in enumerate(proposal.penalties or ())
        if penalty.kind == "fine" and penalty.amount is not None
    ]
    if fines:
        amount, path = max(fines, key=lambda fine: fine[0])
        sheet.state("case.highest_fine", amount, path)


def _state_detention(sheet: Sheet, case: Case) -> None:
    """Note the most days of detention proposed for one party over all violations, which are executed together."""
    days: dict[str | None, int] = {}
    first: Path = ()
    for n, proposal in enumerate(case.proposed):
        for m, penalty in enumerate(proposal.penalties or ()):
            if penalty.kind == "administrative_detention" and penalty.days is not None:
                first = first or ("proposed", n, "penalties", m, "days")
                days[proposal.party] = days.get(proposal.party, 0) + penalty.days
    if days:
        sheet.state("case.detention_days", max(days.values()), first)


def _state_sum(sheet: Sheet, case: Case, party: Party | None, what: tuple[str, str]) -> None:
    """Note a kind of money asked of one party over all violations: a notice and a surcharge speak of the sum."""
    id_, kind = what
    mine = [(n, each) for n, each in enumerate(case.proposed) if party is None or each.party in (None, party.id)]
    amounts = [
        (penalty.amount, ("proposed", n, "penalties", m, "amount"))
        for n, proposal in mine
        for m, penalty in enumerate(proposal.penalties or ())
        if penalty.kind == kind
    ]
    known = [(amount, path) for amount, path in amounts if amount is not None]
    told = bool(mine) and len(known) == len(amounts) and all(_settles_kinds(proposal) for _, proposal in mine)
    if known or told:
        total = sum((amount for amount, _ in known), Decimal(0))
        sheet.state(id_, interval(total, total if told else None), known[0][1] if known else ("proposed", mine[0][0]))


def _settles_kinds(proposal: Proposal) -> bool:
    return proposal.penalties is not None or proposal.treatment == "no_penalty"


def _take_party(sheet: Sheet, case: Case, party: Party) -> None:
    path: Path = ("parties", position(case.parties, party))
    sheet.state("party.kind", party.kind, (*path, "kind"))
    sheet.state("party.birth_date", party.birth_date, (*path, "birth_date"))
    sheet.take("party", party)


def _take_proposal(sheet: Sheet, case: Case, proposal: Proposal) -> None:
    path: Path = ("proposed", position(case.proposed, proposal))
    sheet.state("proposal.treatment", proposal.treatment, (*path, "treatment"))
    sheet.take("proposal", proposal)
    if proposal.deviation is not None:
        sheet.state("proposal.deviation_recorded", _recorded(proposal.deviation), (*path, "deviation"))
    for name, members in (
        ("grounds", None if proposal.basis is None else [_named(each) for each in proposal.basis]),
        ("declined", [declined.ground for declined in proposal.declined] or None),
    ):
        if members is not None:
            sheet.state(f"proposal.{name}", Choices(frozenset(members), complete=False), (*path, name))
    if proposal.orders is not None:
        sheet.state("proposal.orders", Choices(frozenset(proposal.orders)), (*path, "orders"))
    if proposal.penalties is not None:
        kinds = frozenset(penalty.kind for penalty in proposal.penalties)
        sheet.state("proposal.kinds", Choices(kinds), (*path, "penalties"))
        _state_total(sheet, "proposal.fine", "fine", proposal, path)
        _state_total(sheet, "proposal.confiscated_gains", "confiscation_of_illegal_gains", proposal, path)
    elif proposal.treatment == "no_penalty":
        sheet.state("proposal.kinds", Choices(frozenset()), (*path, "treatment"))
        sheet.state("proposal.fine", Decimal(0), (*path, "treatment"))


def _recorded(deviation: Deviation) -> bool | None:
    """Say whether leaving the benchmark is recorded: no, without a reason; not known, without who approved it."""
    return False if deviation.reason is None else None if deviation.approved_by is None else True


def _named(ground: str | Citation) -> str:
    if isinstance(ground, str):
        return ground
    return f"{ground.instrument or ground.title or ''} {ground.article or ''}".strip()


def _state_total(sheet: Sheet, id_: str, kind: str, proposal: Proposal, path: Path) -> None:
    amounts = [(n, penalty.amount) for n, penalty in enumerate(proposal.penalties or ()) if penalty.kind == kind]
    if not amounts:
        sheet.state(id_, Decimal(0), (*path, "penalties"))
    elif all(amount is not None for _, amount in amounts):
        total = sum((amount for _, amount in amounts if amount is not None), Decimal(0))
        sheet.state(id_, total, (*path, "penalties", amounts[0][0], "amount"))
