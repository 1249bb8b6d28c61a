"""Which standard of appraisal is meant, in the version in force on a day."""

from __future__ import annotations

import datetime as dt

from enforcement_rules.rules.appraisal import Standard
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.errors import refuse

Loaded = list[tuple[Version, Standard]]


def standards_of(rulesets: Rulesets) -> Loaded:
    """Return every standard that is loaded, with the version that holds it."""
    return [(version, standard) for version in rulesets.all_versions() for standard in version.appraisals]


def chosen_standard(rulesets: Rulesets, wanted: str | None, day: dt.date) -> tuple[Version, Standard]:
    """Return the standard that is meant, in the version in force on a day; never the nearest one.

    Raises:
        InputError: when there is none, or several and none was named; the error lists those that are loaded.
    """
    loaded = standards_of(rulesets)
    ids = sorted({_id(each) for each in loaded})
    if not loaded:
        raise refuse("no_standard")
    meant = ids if wanted is None else [id_ for id_ in ids if wanted in (id_, id_.partition("/")[2])]
    if not meant:
        raise refuse("unknown_standard", ("--standard",), standard=wanted, loaded=ids)
    if len(meant) > 1:
        raise refuse("several_standards", ("--standard",), loaded=meant)
    same = [each for each in loaded if _id(each) == meant[0]]
    for version, standard in same:
        if version.head.in_force_on(day):
            return version, standard
    args = {"standard": meant[0], "day": day.isoformat(), "loaded": [version.head.id for version, _ in same]}
    raise refuse("standard_not_in_force", ("--on",), **args)


def _id(loaded: tuple[Version, Standard]) -> str:
    version, standard = loaded
    return version.rule_id(standard.name)
