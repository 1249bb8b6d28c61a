"""Approvals (报经有批准权的人民政府批准): what needs one first, whether the file says that it was given."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.kinds import Basis
from enforcement_rules.evaluation.proposal.remarks import Judged, all_of
from enforcement_rules.evaluation.range import Threat
from enforcement_rules.rules.amount import Penalty
from enforcement_rules.values.truth import Truth

_Given = tuple[Threat, Penalty, Truth]


def approved(pair: Pair, basis: Basis) -> Judged:
    """Say whether what is proposed had the approval that every provision which gives it asks for."""
    return all_of(*_judged(pair, basis))


def approvals_untold(pair: Pair, threats: tuple[Threat, ...]) -> list[tuple[str, str]]:
    """Return the rules that ask for an approval of which the file says nothing, each with the fact that would."""
    found = [
        (threat.ref.rule, fact)
        for _, given in _needing(pair, threats)
        for threat, penalty, _ in given
        if penalty.approval is not None and not isinstance(pair.facts[fact := _fact(pair, penalty)], bool)
    ]
    return list(dict.fromkeys(found))


def _judged(pair: Pair, basis: Basis) -> Iterator[Judged]:
    for kind, given in _needing(pair, basis.threats):
        asking = [(threat, penalty) for threat, penalty, _ in given if penalty.approval is not None]
        answers = [pair.facts[_fact(pair, penalty)] for _, penalty in asking]
        if True in answers:
            continue
        threat, penalty = asking[0]
        args = {"kinds": [kind], "approval": penalty.approval, "rule": threat.ref.rule}
        if all(each is False for each in answers):
            # One that may give it without an approval leaves that open.
            sure = basis.complete and len(asking) == len(given) and all(each.sure for each, _ in asking)
            yield Judged(False if sure else None, (("approval_denied", args),))
        else:
            yield Judged(None, (("approval_open", args),))


def _needing(pair: Pair, threats: tuple[Threat, ...]) -> Iterator[tuple[str, list[_Given]]]:
    """Yield every kind proposed that nothing surely gives without an approval, with the penalties that may give it."""
    proposed = (pair.proposal.penalties or ()) if pair.proposal else ()
    for kind in dict.fromkeys(each.kind for each in proposed):
        given: list[_Given] = [
            (threat, penalty, known)
            for threat in threats
            for penalty, known in threat.penalties
            if penalty.kind == kind and known is not False
        ]
        free = any(penalty.approval is None and known is True and threat.sure for threat, penalty, known in given)
        if not free and any(penalty.approval is not None for _, penalty, _ in given):
            yield kind, given


def _fact(pair: Pair, penalty: Penalty) -> str:
    return pair.facts.vocabulary.approvals[penalty.approval or ""].fact
