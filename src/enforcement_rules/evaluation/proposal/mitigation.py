"""Mitigation (减轻): whether a ground for it holds, and what it makes lawful besides a fine below the floor."""

from __future__ import annotations

from enforcement_rules.evaluation.range import Threat
from enforcement_rules.evaluation.verdict import Ground, Treatment
from enforcement_rules.values.kinds import SPARING, weight_of
from enforcement_rules.values.truth import Truth

MITIGATING = (frozenset({"mitigated"}) | SPARING) - {"fine_waived"}
"""Effects after which less than the statute sets is lawful in every kind; a fine that is waived is only a fine."""


def grounds_with(treatment: Treatment, effects: frozenset[str], status: str) -> list[Ground]:
    """Return the grounds of a status that have one of some effects."""
    return [g for g in treatment.grounds if g.status == status and not effects.isdisjoint(g.effects)]


def mitigation_holds(treatment: Treatment) -> Truth:
    """Say whether some ground allows less than the statute sets; unknown while one is open or not looked at."""
    if grounds_with(treatment, MITIGATING, "yes"):
        return True
    if grounds_with(treatment, MITIGATING, "unknown") or "not_checked" in treatment.remaining:
        return None
    return False


def waived(treatment: Treatment) -> frozenset[str]:
    """Return the kinds that a ground that holds waives while the others stay."""
    return frozenset({"fine"}) if grounds_with(treatment, frozenset({"fine_waived"}), "yes") else frozenset()


def is_lighter(kind: str, threats: tuple[Threat, ...], proposed: frozenset[str]) -> bool:
    """Say whether a kind that no provision gives stands in the place of a heavier one that a provision does give.

    Mitigation is to impose less than the least that the provision sets, in amount or in kind (行政处罚法 art. 32).
    """
    mine = weight_of(kind)
    given = {penalty.kind for threat in threats for penalty, known in threat.penalties if known is not False}
    stands_for = given - proposed
    return mine is not None and kind not in given and any((weight_of(each) or 0) > mine for each in stands_for)
