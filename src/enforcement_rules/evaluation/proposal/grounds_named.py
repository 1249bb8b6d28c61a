"""The grounds that hold, against what is proposed: followed, set aside, declined, named without holding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.remarks import Judged, Remark
from enforcement_rules.evaluation.verdict import Ground, Treatment
from enforcement_rules.values.kinds import SPARING
from enforcement_rules.values.truth import UNKNOWN

_HEAVIER = frozenset({"heavier", "band_up"})
_LIGHTENING = frozenset({"lighter", "mitigated"})


def is_spared(pair: Pair) -> bool:
    """Say whether no penalty is proposed."""
    kinds = pair.facts["proposal.kinds"]
    return pair.facts["proposal.treatment"] == "no_penalty" or (
        kinds is not UNKNOWN and kinds.complete and not kinds.known
    )


def grounds_with(treatment: Treatment, effects: frozenset[str], status: str) -> list[Ground]:
    """Return the grounds of a status that have one of some effects."""
    return [g for g in treatment.grounds if g.status == status and not effects.isdisjoint(g.effects)]


def may_be_spared(treatment: Treatment) -> Judged:
    """Say whether sparing has a ground that holds; none is missing where the grounds of the law were not looked at."""
    if grounds_with(treatment, SPARING, "yes"):
        return Judged(True)
    open_ = grounds_with(treatment, SPARING, "unknown")
    unread = "not_checked" in treatment.remaining
    code = "sparing_ground_open" if open_ else "sparing_not_checked" if unread else "sparing_without_ground"
    remark = (code, {"rules": [ground.ref.rule for ground in open_]})
    return Judged(None if open_ or treatment.outcome == "undetermined" else False, (remark,))


def follows_binding(pair: Pair, fine: Any, treatment: Treatment) -> Judged:
    """Say whether every binding ground that holds is followed; what is proposed as heavier needs a ground, too."""
    named = pair.facts["proposal.treatment"]
    against = [
        ground.ref.rule
        for ground in treatment.grounds
        if ground.status == "yes" and ground.binding and _set_aside(ground, named, fine)
    ]
    remarks = [("contradicts_binding_ground", {"rules": against})] if against else []
    return Judged(not against, (*remarks, *(_heavier(treatment) if named == "heavier" else ())))


def _set_aside(ground: Ground, named: Any, fine: Any) -> bool:
    effects = set(ground.effects)
    return bool(
        (effects <= SPARING and fine > 0)
        or (effects <= _LIGHTENING and named in ("ordinary", "heavier"))
        or ("heavier" in effects and named in ("lighter", "mitigated"))
    )


def _heavier(treatment: Treatment) -> Iterator[Remark]:
    counted = {rule for rule, _ in treatment.twice}
    heavier = [ground.ref.rule for ground in grounds_with(treatment, _HEAVIER, "yes")]
    if heavier and counted.issuperset(heavier):
        yield "heavier_counted_twice", {"rules": heavier}
    if not heavier:
        unsure = grounds_with(treatment, _HEAVIER, "unknown") or "not_checked" in treatment.remaining
        yield "heavier_ground_open" if unsure else "heavier_without_ground", {}


def declined(pair: Pair, treatment: Treatment) -> Iterator[Remark]:
    """Yield each `may` that applies and was not taken without a reason; "not on the list" is no reason."""
    reasons = {each.ground: each.reason for each in pair.proposal.declined} if pair.proposal else {}
    if is_spared(pair) or (pair.case.record != "complete" and not reasons):
        return
    for ground in grounds_with(treatment, SPARING, "yes"):
        if not ground.binding and not reasons.get(ground.ref.rule):
            yield "may_declined_without_reason", {"rule": ground.ref.rule}


def named_in_vain(pair: Pair, treatment: Treatment) -> Iterator[Remark]:
    """Yield the grounds that the proposal names and that do not hold, are barred, or are still open."""
    named = [each for each in (pair.proposal.basis or () if pair.proposal else ()) if isinstance(each, str)]
    if not named:
        return
    status = {ground.ref.rule: ground.status for ground in treatment.grounds}
    for code, words in (("named_ground_fails", ("no", "barred")), ("named_ground_open", ("unknown", "dormant"))):
        rules = [rule for rule in named if status.get(rule) in words]
        if rules:
            yield code, {"rules": rules}
