"""The arithmetic of what is proposed: units, sums, 万元, amounts in words, totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from enforcement_rules.evaluation.layout import amount_of
from enforcement_rules.evaluation.proposal.remarks import Remark
from enforcement_rules.model.case import Case, Penalty, Proposal, Total, Violation
from enforcement_rules.values.amount_words import in_wan, read_amount_words
from enforcement_rules.values.range import money

_CONFISCATED = "confiscation_of_illegal_gains"

_TWO_SUMS = frozenset({"units_differ", "multiple_differs", "words_differ", "wan_differs", "total_differs"})
"""Remarks after which it is open which of two sums is imposed."""


def names_two_sums(remarks: Iterable[Remark]) -> bool:
    """Say whether a sum is written in two ways that do not agree: which of them is meant is for the organ to say."""
    return any(code in _TWO_SUMS for code, _ in remarks)


def remarks_on(proposal: Proposal, violation: Violation) -> Iterator[Remark]:
    """Yield what does not agree in a proposal, each with both numbers."""
    for penalty in proposal.penalties or ():
        yield from _units(penalty)
        yield from _multiple(penalty, violation)
        yield from _written(penalty.amount, penalty.in_words, penalty.wan)
    if proposal.total is not None:
        yield from _total(proposal.total, proposal.penalties or (), told=proposal.penalties is not None)


def remarks_on_case(case: Case) -> Iterator[Remark]:
    """Yield what does not agree between the total of a decision and its parts."""
    if case.total is not None:
        told = _all_told(case)
        yield from _total(
            case.total, [each for proposal in case.proposed for each in proposal.penalties or ()], told=told
        )


def _all_told(case: Case) -> bool:
    """Say whether the file tells the penalties of every violation: only then do its parts make up the total."""
    proposed = [each for each in case.proposed if each.penalties is not None or each.treatment == "no_penalty"]
    spoken_of = {each.violation for each in proposed}
    every = len(proposed) == len(case.proposed) > 0
    return every and (None in spoken_of or {violation.id for violation in case.violations} <= spoken_of)


def _units(penalty: Penalty) -> Iterator[Remark]:
    if penalty.each is None or penalty.units is None or penalty.amount is None:
        return
    product = penalty.each * penalty.units
    if product != penalty.amount:
        yield (
            "units_differ",
            {
                "each": money(penalty.each),
                "units": format(penalty.units, "f"),
                "product": money(product),
                "amount": money(penalty.amount),
            },
        )


def _multiple(penalty: Penalty, violation: Violation) -> Iterator[Remark]:
    """Yield an amount that is not the multiple of the base that is stated beside it."""
    product = amount_of(penalty, violation, multiple=True)
    if product is not None and penalty.amount is not None and product != penalty.amount:
        args = {"times": f"{penalty.times:f}", "base": f"violation.{penalty.of}"}
        yield "multiple_differs", {**args, "product": money(product), "amount": money(penalty.amount)}


def _written(amount: Decimal | None, words: str | None, wan: Decimal | None) -> Iterator[Remark]:
    if words is not None:
        read = read_amount_words(words)
        if read is None:
            yield "words_unreadable", {"words": words}
        elif amount is not None and read != amount:
            yield "words_differ", {"words": words, "read": money(read), "amount": money(amount)}
    if wan is not None and amount is not None and in_wan(amount) != wan:
        yield "wan_differs", {"wan": format(wan, "f"), "amount": money(amount)}


def _total(total: Total, penalties: Iterable[Penalty], *, told: bool) -> Iterator[Remark]:
    """Yield what does not agree with a total; without all parts (`told`) there is no sum to hold it against."""
    made = list(penalties)
    fines, confiscated = (_sum(made, kind) if told else None for kind in ("fine", _CONFISCATED))
    both = None if fines is None or confiscated is None else fines + confiscated
    for kind, stated, sum_ in (
        ("fines", total.fines, fines),
        ("confiscated", total.confiscated, confiscated),
        ("all", total.amount, both),
    ):
        if stated is not None and sum_ is not None and stated != sum_:
            yield "total_differs", {"of": kind, "stated": money(stated), "sum": money(sum_)}
    yield from _written(total.amount, total.in_words, total.wan)


def _sum(penalties: list[Penalty], kind: str) -> Decimal | None:
    """Return the sum of one kind; `None` where an amount of it is not stated."""
    amounts = [each.amount for each in penalties if each.kind == kind]
    return None if None in amounts else sum((amount for amount in amounts if amount is not None), Decimal(0))
