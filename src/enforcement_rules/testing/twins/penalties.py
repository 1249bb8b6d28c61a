"""Changes of what is proposed: kinds, amounts, days, parties, organs, what the notice told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from enforcement_rules.evaluation.range import span_amount
from enforcement_rules.rules.amount import Penalty
from enforcement_rules.testing.twins.builder import Twin
from enforcement_rules.testing.twins.changes import Unlawful, change
from enforcement_rules.testing.twins.editing import changed, proposing, stated as stated_in, steps_of
from enforcement_rules.testing.twins.proposing import inside, told
from enforcement_rules.testing.twins.terms import outside, stated
from enforcement_rules.values.kinds import PENALTY_KINDS

_GAINS = "confiscation_of_illegal_gains"
_NOT_FOREIGN = frozenset({_GAINS, "other"})
"""Gains are confiscated under art. 28 whatever the provision says; what `other` is only its note tells."""
_CENT = Decimal("0.01")
_DETENTION_DAYS = 5


def penalties_of(twin: Twin) -> list[dict[str, Any]]:
    """Return the penalties that a twin proposes."""
    return list(twin.data["proposed"][0]["penalties"] or ())


def _proposing(twin: Twin, change: str, detail: str, penalties: list[dict[str, Any]]) -> Unlawful:
    """Return the twin with other penalties, told in the notice as they are proposed."""
    return Unlawful(change, detail, proposing(twin.data, penalties, told(penalties)))


@change(
    "所引条款没有规定的处罚种类不得给予（行政处罚法第四条、第十六条）",
    "a kind of penalty that no cited provision gives may not be imposed (Administrative Penalty Law, arts. 4 and 16)",
)
def kind_not_given(twin: Twin) -> Iterator[Unlawful]:
    """Add a kind that the provision gives in no form."""
    given = {penalty.kind for penalty in twin.provision.then} | _NOT_FOREIGN
    for kind in PENALTY_KINDS:
        if kind not in given:
            added: dict[str, Any] = {"kind": kind}
            added |= {"amount": "1000"} if kind == "fine" else {}
            added |= {"days": _DETENTION_DAYS} if kind == "administrative_detention" else {}
            yield _proposing(twin, "kind_not_given", kind, [*penalties_of(twin), added])


@change(
    "应当并处的处罚，没有减轻、不予处罚的事由不得略去（行政处罚法第三十条至第三十三条）",
    "a penalty that shall be imposed is left out only on a ground to mitigate or spare (arts. 30 to 33)",
)
def kind_left_out(twin: Twin) -> Iterator[Unlawful]:
    """Leave out a kind that is commanded, or all of several of which one is."""
    proposed = penalties_of(twin)
    commanded = [each for each in _applying(twin) if each.force == "shall"]
    for group in dict.fromkeys(each.choice or each.kind for each in commanded):
        kinds = {each.kind for each in commanded if group in (each.choice, each.kind)}
        kept = [each for each in proposed if each["kind"] not in kinds]
        if len(kept) < len(proposed):
            yield _proposing(twin, "kind_left_out", group, kept)
    for each in proposed:
        if each["kind"] == _GAINS and Decimal(each["amount"]) > 0:
            nothing = [other | {"amount": "0"} if other is each else other for other in proposed]
            yield _proposing(twin, "kind_left_out", f"{_GAINS} of nothing", nothing)


@change(
    "法律规定只能择一的处罚，或者“直至”所列的各级处罚，不得一并作出（行政处罚法第四条）",
    "of alternatives, or of the steps of a scale, of which the law allows one, several are imposed together (art. 4)",
)
def alternatives_together(twin: Twin) -> Iterator[Unlawful]:
    """Impose all of several kinds of which one may be chosen; those that are given otherwise as well stay out."""
    proposed, applying = penalties_of(twin), _applying(twin)
    for choice in dict.fromkeys(each.choice for each in applying if each.choice is not None):
        given = {penalty.kind for penalty, known in twin.threatened if known is not False and penalty.choice != choice}
        kinds = {each.kind for each in applying if each.choice == choice} - given
        added = [_plain(kind, twin) for kind in sorted(kinds - {each["kind"] for each in proposed})]
        if len(kinds) > 1:
            yield _proposing(twin, "alternatives_together", choice, [*proposed, *added])


@change(
    "应当报经批准才能作出的处罚，没有批准而作出（行政处罚法第四条）",
    "a penalty that needs an approval first is imposed without it (art. 4)",
)
def approval_missing(twin: Twin) -> Iterator[Unlawful]:
    """Impose what needs an approval, in the place of its alternatives, and state that there was none."""
    vocabulary, proposed = twin.rulesets.vocabulary, penalties_of(twin)
    free = {penalty.kind for penalty, known in twin.threatened if known is not False and penalty.approval is None}
    for penalty in _applying(twin):
        if penalty.approval is None or penalty.kind in free:
            continue
        instead = {each.kind for each in twin.provision.then if each.choice == penalty.choice and each.choice}
        kept = [each for each in proposed if each["kind"] not in instead | {penalty.kind}]
        made = _proposing(twin, "approval_missing", penalty.kind, [*kept, _plain(penalty.kind, twin)])
        data = stated_in(made.data, {vocabulary.approvals[penalty.approval].fact: False}, vocabulary)
        yield Unlawful("approval_missing", penalty.kind, data)


def _plain(kind: str, twin: Twin) -> dict[str, Any]:
    return {"kind": kind} | ({"amount": str(inside(twin.fine_range))} if kind == "fine" else {})


def _applying(twin: Twin) -> list[Penalty]:
    return [penalty for penalty, known in twin.threatened if known is True]


@change(
    "罚款低于法定最低额而无减轻事由（行政处罚法第四条）",
    "a fine below the floor without a ground to mitigate (art. 4)",
)
def amount_below_floor(twin: Twin) -> Iterator[Unlawful]:
    """Fine a cent less than the floor."""
    low = twin.fine_range.low
    if low is not None and low > _CENT:
        yield from _fined(twin, "amount_below_floor", low - _CENT)


@change("罚款高于法定最高额（行政处罚法第四条）", "a fine above the ceiling (art. 4)")
def amount_above_ceiling(twin: Twin) -> Iterator[Unlawful]:
    """Fine a cent more than the ceiling."""
    high = twin.fine_range.high
    if high is not None:
        yield from _fined(twin, "amount_above_ceiling", high + _CENT)


def _fined(twin: Twin, change: str, amount: Decimal) -> Iterator[Unlawful]:
    proposed = penalties_of(twin)
    if any(each["kind"] == "fine" for each in proposed):
        made = [each | {"amount": str(amount)} if each["kind"] == "fine" else each for each in proposed]
        yield _proposing(twin, change, str(amount), made)


@change("拘留、暂扣等的期限短于法定期限（行政处罚法第四条）", "a term shorter than the law sets (art. 4)")
def days_below(twin: Twin) -> Iterator[Unlawful]:
    """Set a day or a month less than the least."""
    yield from _terms(twin, "days_below", ceiling=False)


@change("拘留、暂扣等的期限长于法定期限（行政处罚法第四条）", "a term longer than the law sets (art. 4)")
def days_above(twin: Twin) -> Iterator[Unlawful]:
    """Set a day more than the most, or one for life."""
    yield from _terms(twin, "days_above", ceiling=True)


def _terms(twin: Twin, change: str, *, ceiling: bool) -> Iterator[Unlawful]:
    proposed = penalties_of(twin)
    for penalty in _applying(twin):
        for term in _beyond(penalty, twin, ceiling=ceiling):
            if any(each["kind"] == penalty.kind for each in proposed):
                made = [_of_term(each, term) if each["kind"] == penalty.kind else each for each in proposed]
                yield _proposing(twin, change, f"{penalty.kind} {term}", made)


def _of_term(penalty: dict[str, Any], term: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in penalty.items() if key not in ("days", "term")} | term


def _beyond(penalty: Penalty, twin: Twin, *, ceiling: bool) -> Iterator[dict[str, Any]]:
    """Yield terms beyond one end of what the provision sets, as a penalty states them."""
    if penalty.term is not None:
        yield from ({"term": stated(each)} for each in outside(penalty.term.lengths, ceiling=ceiling))
    range_ = None if penalty.days is None else span_amount(penalty.days, twin.facts).range
    end = None if range_ is None else range_.high if ceiling else range_.low
    days = 0 if end is None else int(end) + (1 if ceiling else -1)
    if days > 0:
        yield {"days": days}


@change(
    "决定重于告知的，应当重新告知（行政处罚法第四十四条）",
    "what is decided beyond what the notice told was not told (art. 44)",
)
def notice_lighter(twin: Twin) -> Iterator[Unlawful]:
    """Tell less in the notice than is decided."""
    for n, step in steps_of(twin.data, "notice"):
        written = step["written"]
        at = ("steps", n, "written")
        for kind in written["kinds"]:
            less = written | {"kinds": [each for each in written["kinds"] if each != kind]}
            yield Unlawful("notice_lighter", f"without {kind}", changed(twin.data, (at, less)))
        for key in ("fine", "confiscated_gains", "detention_days"):
            if key in written and Decimal(written[key]) >= 1:
                less = written | {key: type(written[key])(Decimal(written[key]) - 1)}
                yield Unlawful("notice_lighter", f"less {key}", changed(twin.data, (at, less)))


@change(
    "没有法律、法规、规章为依据的处罚无效（行政处罚法第十六条、第三十八条第一款）",
    "a penalty that rests on no law, regulation or rule is void (arts. 16 and 38)",
)
def basis_is_no_law(twin: Twin) -> Iterator[Unlawful]:
    """Rest the penalty on a normative document alone."""
    document = {"title": "虚构的规范性文件", "rank": "normative_document", "article": "第一条"}
    data = changed(twin.data, (("violations", 0, "penalised_by"), [document]))
    yield Unlawful("basis_is_no_law", document["rank"], data)
