"""A fact that the file states without what it presupposes: nothing is penalised for it, and it is told."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.proposal.kinds import Basis
from enforcement_rules.evaluation.proposal.remarks import Judged, all_of
from enforcement_rules.evaluation.range import Threat, not_shown
from enforcement_rules.rules.condition import ALWAYS


def presupposed(pair: Pair, basis: Basis) -> Judged:
    """Say of every fact stated without what it presupposes that the file contradicts itself.

    A penalty that would be commanded if the fact were so stays open: which of the two is right is for a person to say.
    """
    return all_of(*_judged(pair, basis))


def _judged(pair: Pair, basis: Basis) -> Iterator[Judged]:
    for threat in basis.threats:
        for fact, wanting in not_shown(pair.facts, threat.provision, False).items():
            commanded = _commanded_if(pair, threat, wanting)
            args = {"fact": fact, "wanting": wanting, "kinds": commanded, "rule": threat.ref.rule}
            code = "presupposed_fails_open" if commanded else "presupposed_fails"
            yield Judged(None if commanded else True, ((code, args),))


def _commanded_if(pair: Pair, threat: Threat, wanting: list[str]) -> list[str]:
    """Return the kinds that would be commanded were the fact so, and that the proposal does not hold."""
    supposed = pair.facts.with_given(dict.fromkeys(wanting, True))
    chosen = pair.facts["proposal.kinds"].known
    return [
        penalty.kind
        for penalty, known in threat.penalties
        if known is False
        and penalty.force == "shall"
        and penalty.kind not in chosen
        and truth(penalty.when or ALWAYS, supposed) is True
    ]
