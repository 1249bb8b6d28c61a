"""How far a condition by sums and a 可以 reach: what stands behind them may share them, and then is refused."""

from __future__ import annotations

import re
from typing import Final

from enforcement_rules.statutes.clauses import Premise
from enforcement_rules.statutes.outwards.bearers import NO_PENALTY
from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.parts import Part, Threat
from enforcement_rules.statutes.outwards.refused import Alternatives, Doubt
from enforcement_rules.statutes.outwards.scanning import Found

SUMS: Final = ("gains", "threshold")
_NO_FORCE: Final = {"cap", "deemed", "recovery", "publicity", "disciplinary", "credit_record", "costs"}
"""What 可以 before it does not reach."""


def hold_scope(part: Part, conditions: tuple[Alternatives, ...], tier: Cut, *, opens: bool) -> None:
    """Hold a condition by sums to what it surely governs: what follows at once, and what 并 adds to it.

    Raises:
        Doubt: more stands behind it.
    """
    if not part.premises or not by_sums(conditions[-1:]):
        return
    bases = {name for each in conditions[-1] for one in each for name in _base_of(one)}
    instead = not any(one.kind == "gains" and one.means == "some" for all_of in conditions[-1] for one in all_of)
    for each in part.threats[1:]:
        if opens and instead and re.match("(?:可以|可)?并处", each.at.text) and not each.said.own_party:
            continue
        if each.said.own_party or not all(_follows_base(one, bases) for one in each.said.measures):
            raise Doubt("unclear_scope", each.at.start, tier.end)


def hold_force(threat: Threat, before: list[Found], penal: list[Found]) -> None:
    """Refuse 可以 in one clause and 并 without a word of force in the next, which may share it; no other clause does.

    Raises:
        Doubt: it may.
    """
    said, text = threat.said, threat.at.text
    if not before or not penal or said.own_force or before[-1].force != "may":
        return
    if (said.own_party and not said.holder) or {one.kind for one in penal} <= _NO_FORCE:
        return
    if not text.startswith(("并", "同时", "还")) or said.measures[0].joined in ("or", "step"):
        return
    raise Doubt("unclear_scope", threat.at.start, threat.at.end)


def is_penal(part: Part) -> bool:
    """Whether a part threatens anything besides liability and 处分, whose conditions are not of interest."""
    return any(one.kind not in (*NO_PENALTY, "disciplinary") for each in part.threats for one in each.said.measures)


def kinds_of(condition: Alternatives) -> set[str]:
    """Return the kinds of its premises; with a sum among its alternatives all of it goes by sums."""
    kinds: set[str] = {premise.kind for one in condition for premise in one}
    return kinds & set(SUMS) or kinds


def _base_of(premise: Premise) -> tuple[str, ...]:
    return ("illegal_gains",) if premise.kind == "gains" else premise.bounds.bases if premise.bounds else ()


def _follows_base(one: Found, bases: set[str]) -> bool:
    """Whether a measure is surely under a condition by sums that stands before the measure before it."""
    based = {name for bounds in one.ranges for name in bounds.bases}
    return one.kind in ("deemed", "cap") or (one.kind == "fine" and bool(based) and based <= bases)


def by_sums(conditions: tuple[Alternatives, ...]) -> bool:
    """Whether a condition goes by gains or sums: it governs what follows at once, and how much more is unclear."""
    return any(one.kind in SUMS for each in conditions for all_of in each for one in all_of)
