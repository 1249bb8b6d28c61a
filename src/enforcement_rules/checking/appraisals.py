"""Checks of standards of appraisal: points that add up, duties that exist, conditions that can hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.checking.remark import Remark
from enforcement_rules.checking.rules import impossible
from enforcement_rules.rules.appraisal import AppraisalItem, Standard
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.points import points_text


def standards(rulesets: Rulesets) -> Iterator[Remark]:
    """Check every standard and its items."""
    for version in rulesets.all_versions():
        for standard in version.appraisals:
            found = [*_standard(version, standard)]
            found += [each for item in standard.items for each in _item(rulesets, version, standard, item)]
            yield from (each for each in found if each.code not in standard.accepted)


def _standard(version: Version, standard: Standard) -> Iterator[Remark]:
    name = version.rule_id(standard.name)
    if standard.says == standard.says_en:
        yield Remark("same_in_both", {"rule": name}, standard.place)
    points = standard.whole
    if standard.total is not None and points != standard.total:
        args = {"standard": name, "sum": points_text(points), "total": points_text(standard.total)}
        yield Remark("points_differ_from_total", args, standard.place)


def _item(rulesets: Rulesets, version: Version, standard: Standard, item: AppraisalItem) -> Iterator[Remark]:
    def note(code: str, **args: Any) -> Remark:
        return Remark(code, {"rule": version.rule_id(item.name), **args}, item.place)

    if item.says == item.says_en:
        yield note("same_in_both")
    counts = standard.total is not None and item.verified
    if counts and not item.veto and item.points is None:
        yield note("item_without_points")
    for named in item.requires.rules if item.requires else ():
        instrument, _, name = named.partition("/")
        versions = rulesets.versions.get(instrument, ())
        if not versions:
            yield note("appraised_instrument_not_loaded", named=named)
        elif not any(name == duty.name for each in versions for duty in each.requirements):
            yield note("appraised_rule_unknown", named=named)
    duty = standard.duty(item)
    for fact in {fact for condition in (duty.when, duty.then) if (fact := impossible(condition))}:
        yield note("never_holds", fact=fact)
