"""Penalties that a provision takes from an article of another instrument: of the version in force at the act."""

from __future__ import annotations

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import VersionPlan, possible_versions, wholly_loaded
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.referred import meant, with_penalties
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.interval import ends

_DEEPEST = 8
"""Through so many instruments one reference leads to another."""


def with_referred(version: VersionPlan, pair: Pair, rule: Provision) -> Provision | None:
    """Return a provision with the penalties it refers to; `None` where it is not known which these are.

    Where the day leaves open which version is meant, all of them must say the same.
    """
    for _ in range(_DEEPEST):
        if rule.as_in is None:
            return rule
        found = _versions(version, pair, rule)
        made = with_penalties(rule, [each for one in found for each in _meant(one, rule)])
        if made is None or not all(_meant(one, rule) for one in found):
            return None
        rule = made
    return None


def _versions(version: VersionPlan, pair: Pair, rule: Provision) -> list[Version]:
    """Return the versions of the instrument referred to that may be in force; none where one of these is not loaded.

    A version that began after the act is looked at as the law at the decision, and so is what it refers to.
    """
    rulesets, name = version.rulesets, rule.as_in.instrument if rule.as_in is not None else None
    _, high = ends(pair.act_day)
    start = version.version.head.earliest
    day = pair.decision_day if start is not None and high is not None and start > high else pair.act_day
    if rulesets is None or name is None or not wholly_loaded(rulesets, (name,), day):
        return []
    return possible_versions(rulesets, name, day)


def _meant(version: Version, rule: Provision) -> list[Provision]:
    return meant(version.penalties, rule.as_in.article or "") if rule.as_in is not None else []
