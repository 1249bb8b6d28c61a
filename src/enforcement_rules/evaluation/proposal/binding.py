"""Binding grounds that hold (应当), against what is proposed: what they bar, and what they leave to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from msgspec.structs import replace

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.proposal.extent import Extent
from enforcement_rules.evaluation.proposal.mitigation import grounds_with
from enforcement_rules.evaluation.proposal.remarks import Judged
from enforcement_rules.evaluation.verdict import Ground, Treatment
from enforcement_rules.values.kinds import PENALTY_KINDS, SPARING
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction

_HEAVIER = frozenset({"heavier", "band_up"})
_LIGHTENING = frozenset({"lighter", "mitigated"})
_ALL = frozenset(PENALTY_KINDS)
_BARS: Final = {
    # Illegal gains are nobody's to keep (art. 28): whether they are confiscated is read apart.
    "no_penalty": _ALL - {"confiscation_of_illegal_gains"},
    "case_withdrawn": _ALL - {"confiscation_of_illegal_gains"},
    "warning_release": _ALL - {"confiscation_of_illegal_gains", "warning"},
    "fine_waived": frozenset({"fine"}),
}
"""The kinds that are unlawful while an effect binds."""


def follows_binding(pair: Pair, treatment: Treatment, extent: Extent) -> Judged:
    """Say whether every binding ground that holds is followed; what is proposed as heavier needs a ground, too.

    One that holds if the version it is of governs, which a day leaves open, may yet be against what is proposed.
    """
    # Where grounds pull both ways, neither end of the range is barred by one of them alone.
    pulls = (grounds_with(treatment, _LIGHTENING | SPARING, "yes"), grounds_with(treatment, _HEAVIER, "yes"))
    extent = replace(extent, at_least=False, at_most=False) if all(pulls) else extent
    binding = [ground for ground in treatment.grounds if ground.status == "yes" and ground.binding]
    answers = {ground.ref.rule: _followed(ground, pair, extent) for ground in binding}
    against = [rule for rule, followed in answers.items() if followed is False]
    open_ = [rule for rule, followed in answers.items() if followed is None]
    remarks = [
        *([("contradicts_binding_ground", {"rules": against})] if against else []),
        *([("binding_ground_not_compared", {"rules": open_})] if open_ and not against else []),
    ]
    possible = (ground for ground in treatment.grounds if ground.waits_for_day and ground.binding)
    perhaps = [_followed(ground, pair, extent) or None for ground in possible]
    named = pair.facts["proposal.treatment"]
    return Judged(
        conjunction([*answers.values(), *perhaps]), (*remarks, *(_heavier(treatment) if named == "heavier" else ()))
    )


def _followed(ground: Ground, pair: Pair, extent: Extent) -> Truth:
    effects = frozenset(ground.effects)
    if effects <= SPARING:
        return _nothing_barred(effects, pair)
    named = pair.facts["proposal.treatment"]
    if "heavier" in effects:
        # That an act is punished more heavily says nothing on whether it is punished: sparing is judged apart.
        return extent.spared or not (named in ("lighter", "mitigated") or extent.at_least)
    if not effects <= _LIGHTENING | SPARING:
        return True
    return _lightened(effects, named, extent)


def _nothing_barred(effects: frozenset[str], pair: Pair) -> Truth:
    """Say whether no kind is proposed that every one of the effects bars."""
    barred = frozenset.intersection(*(_BARS[effect] for effect in effects))
    kinds, fine = pair.facts["proposal.kinds"], pair.facts["proposal.fine"]
    if kinds is UNKNOWN:
        # That some penalty is imposed may be told without its kinds.
        return True if pair.facts["proposal.imposes_penalty"] is False else None
    imposed = kinds.known - ({"fine"} if fine == 0 else set())
    return False if imposed & barred else True if kinds.complete else None


def _lightened(effects: frozenset[str], named: Any, extent: Extent) -> Truth:
    """Say whether one of the effects that the ground leaves to choose from was chosen, by what is proposed."""
    if extent.spared:
        return True
    if "lighter" in effects:
        return not (named in ("ordinary", "heavier") or extent.at_most)
    if extent.mitigated is not None or not isinstance(named, str):
        return extent.mitigated
    return named == "mitigated"


def _heavier(treatment: Treatment) -> Iterator[tuple[str, dict[str, Any]]]:
    counted = {rule for rule, _ in treatment.twice}
    heavier = [ground.ref.rule for ground in grounds_with(treatment, _HEAVIER, "yes")]
    if heavier and counted.issuperset(heavier):
        yield "heavier_counted_twice", {"rules": heavier}
    if not heavier:
        unsure = grounds_with(treatment, _HEAVIER, "unknown") or "not_checked" in treatment.remaining
        yield "heavier_ground_open" if unsure else "heavier_without_ground", {}
