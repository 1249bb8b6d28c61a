"""What is proposed, laid out: which proposal speaks of a violation and party, and the sums over several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from enforcement_rules.model.case import Case, Party, Penalty, Proposal, Violation
from enforcement_rules.model.fields import ForeignSum
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import ends, interval

_SUMS = {
    "party.fines": "fine",
    "party.confiscated_gains": "confiscation_of_illegal_gains",
    "party.confiscated_property": "confiscation_of_illegal_property",
}
_Placed = tuple[int, Proposal]


class Told(NamedTuple):
    """A fact that follows from what is proposed: its value, and what in the case it is shown at."""

    id: str
    value: Any
    path: Path


class Proposals:
    """The proposals of a case, by whom and what they speak of."""

    def __init__(self, case: Case) -> None:
        """Sort the proposals of a case."""
        self._all = tuple(enumerate(case.proposed))
        self._of_party: defaultdict[str | None, list[_Placed]] = defaultdict(list)
        self._first: dict[tuple[str | None, str | None], _Placed] = {}
        self._first_of: dict[str | None, _Placed] = {}
        self._sums: dict[str | None, tuple[Told, ...]] = {}
        self._violations = {violation.id: violation for violation in case.violations}
        for n, each in self._all:
            for who in (each.party, *each.shared_with):
                self._of_party[who].append((n, each))
                self._first.setdefault((each.violation, who), (n, each))
            self._first_of.setdefault(each.violation, (n, each))

    def of(self, violation: Violation, party: Party | None) -> Proposal | None:
        """Return the first proposal for a violation and party; one that names neither speaks of all."""
        if party is None:
            found = [self._first_of.get(id_) for id_ in (None, violation.id)]
        else:
            found = [self._first.get((id_, who)) for id_ in (None, violation.id) for who in (None, party.id)]
        return min((each for each in found if each is not None), default=(0, None), key=lambda each: each[0])[1]

    def of_the_case(self) -> tuple[Told, ...]:
        """The highest fine proposed for anyone, and the most days of detention proposed for one party."""
        return (*self._highest_fine(), *_detention(self._all))

    def sums(self, party: Party | None) -> tuple[Told, ...]:
        """Return each kind of money asked of one party over all violations: a notice and a surcharge speak of the sum.

        Without a party what is asked of anyone.
        """
        who = None if party is None else party.id
        if who not in self._sums:
            mine = self._all if who is None else tuple(sorted(self._of_party[None] + self._of_party[who], key=_number))
            self._sums[who] = tuple(told for id_, kind in _SUMS.items() for told in self._sum(mine, id_, kind))
        return self._sums[who]

    def amount(self, penalty: Penalty, proposal: Proposal) -> Decimal | None:
        """Return the amount of a penalty: as stated, or the multiple of a base that the violation states."""
        only = next(iter(self._violations), "") if len(self._violations) == 1 else ""
        return amount_of(penalty, self._violations.get(proposal.violation or only))

    def _highest_fine(self) -> Iterator[Told]:
        """Yield the highest fine, on which duties of the whole case depend; where not all is told, the least it is."""
        fines = [
            (self.amount(penalty, proposal), (*path, "amount"))
            for proposal, penalty, path in _penalties(self._all, "fine")
        ]
        known = [(amount, path) for amount, path in fines if amount is not None]
        if known:
            highest, path = max(known, key=lambda fine: fine[0])
            told = len(known) == len(fines) and _all_settle(self._all)
            yield Told("case.highest_fine", interval(highest, highest if told else None), path)

    def _sum(self, mine: tuple[_Placed, ...], id_: str, kind: str) -> Iterator[Told]:
        """Yield the sum of a kind of money; of what is shared, anything up to all of it; untold parts only add."""
        amounts = [
            (self.amount(penalty, proposal), bool(proposal.shared_with), (*path, "amount"))
            for proposal, penalty, path in _penalties(mine, kind)
        ]
        known = [(amount, shared, path) for amount, shared, path in amounts if amount is not None]
        told = bool(mine) and len(known) == len(amounts) and _all_settle(mine)
        if known or told:
            least = sum((amount for amount, shared, _ in known if not shared), Decimal(0))
            most = sum((amount for amount, _, _ in known), Decimal(0))
            path: Path = known[0][2] if known else ("proposed", mine[0][0])
            yield Told(id_, interval(least, most if told else None), path)


def amount_of(penalty: Penalty, violation: Violation | None, *, multiple: bool = False) -> Decimal | None:
    """Return the amount of a penalty: as stated, or the multiple of a base that is stated exactly; else `None`.

    `multiple` asks for the multiple whatever amount is stated.
    """
    stated = None if multiple else penalty.amount
    if stated is not None or penalty.times is None or violation is None:
        return stated
    base = violation.bases.get(penalty.of or "")
    base = base.yuan if isinstance(base, ForeignSum) else base
    return base * penalty.times if isinstance(base, Decimal) else None


def _number(placed: _Placed) -> int:
    return placed[0]


def _penalties(proposals: tuple[_Placed, ...], kind: str) -> Iterator[tuple[Proposal, Penalty, Path]]:
    for n, proposal in proposals:
        for m, penalty in enumerate(proposal.penalties or ()):
            if penalty.kind == kind:
                yield proposal, penalty, ("proposed", n, "penalties", m)


def _detention(proposals: tuple[_Placed, ...]) -> Iterator[Told]:
    """Yield the most days of one party over all violations, executed together; where not all is told, the least."""
    days: defaultdict[str | None, Any] = defaultdict(int)
    first: Path = ()
    told = _all_settle(proposals)
    for proposal, penalty, path in _penalties(proposals, "administrative_detention"):
        if penalty.length is None:
            told = False
            continue
        first = first or (*path, "days" if penalty.term is None else "term")
        days[proposal.party] += penalty.length.in_days()
    if days:
        most = [ends(each)[1] for each in days.values()]
        least = max(ends(each)[0] for each in days.values())
        yield Told("case.detention_days", interval(least, max(most) if told and None not in most else None), first)


def _all_settle(proposals: tuple[_Placed, ...]) -> bool:
    """Say whether every proposal tells its penalties."""
    return all(each.penalties is not None or each.treatment == "no_penalty" for _, each in proposals)
