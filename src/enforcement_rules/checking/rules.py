"""Checks of single rules: steps, effects, conditions that can never hold, rules that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from enforcement_rules.checking.remark import Remark, remark
from enforcement_rules.rules.circumstance import Circumstance
from enforcement_rules.rules.condition import All, Condition, FactBound, Test
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.kinds import BARRING


def requirements(rulesets: Rulesets) -> Iterator[Remark]:
    """Check that duties name steps that exist, and grave ones a consequence."""
    for version in rulesets.all_versions():
        for rule in version.requirements:
            for step in {rule.at, rule.due_step} - set(rulesets.vocabulary.steps):
                yield remark("unknown_step", version, rule, step=step)
            for named in rule.replaces:
                instrument, _, name = named.partition("/")
                known = rulesets.versions.get(instrument, ())
                if known and not any(name == other.name for each in known for other in each.requirements):
                    yield remark("unknown_replaced", version, rule, named=named)
            if rule.severity in BARRING and rule.consequence == "none":
                yield remark("harsh_without_consequence", version, rule, severity=rule.severity)


def elements(rulesets: Rulesets) -> Iterator[Remark]:
    """Check that sets of elements spell out elements that there are, and that both languages were written."""
    for version in rulesets.all_versions():
        for rule in version.elements:
            for named in set(rule.in_place_of) - set(rulesets.elements):
                yield remark("unknown_element_spelt_out", version, rule, named=named)
            for element in rule.elements:
                if element.says == element.says_en:
                    yield remark("same_in_both", version, rule)


def sources(rulesets: Rulesets) -> Iterator[Remark]:
    """Check that ranges from published decisions say which, and that both languages were written."""
    for version in rulesets.all_versions():
        for provision in version.penalties:
            if provision.range_source == "published_decisions" and not provision.sources:
                yield remark("no_source", version, provision)
        for rule in version.rules():
            if rule.says == rule.says_en:
                yield remark("same_in_both", version, rule)


def dead(rulesets: Rulesets) -> Iterator[Remark]:
    """Check for conditions that no case can meet: one fact with two values, or limits that exclude each other."""
    for version in rulesets.all_versions():
        for rule in version.rules():
            conditions = [rule.when, *([rule.then] if isinstance(rule, Requirement) else [])]
            for fact in {fact for condition in conditions if (fact := impossible(condition))}:
                yield remark("never_holds", version, rule, fact=fact)


def impossible(condition: Condition) -> str | None:
    """Return the fact on which the tests of one `all` exclude each other."""
    tests: dict[str, list[Test]] = {}
    for test in _joined(condition):
        if not isinstance(test.bound, FactBound):
            tests.setdefault(test.fact, []).append(test)
    return next((fact for fact, each in tests.items() if any(_exclude(*two) for two in combinations(each, 2))), None)


def _joined(condition: Condition) -> Iterator[Test]:
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, All):
        for part in condition.parts:
            yield from _joined(part)


def _exclude(one: Test, other: Test) -> bool:
    if one.operator == other.operator == "is":
        return bool(one.bound != other.bound)
    lower, upper = (one, other) if one.operator in ("at_least", "more_than", "is") else (other, one)
    if lower.operator not in ("at_least", "more_than", "is") or upper.operator not in ("at_most", "below"):
        return False
    strict = lower.operator == "more_than" or upper.operator == "below"
    return bool(lower.bound >= upper.bound if strict else lower.bound > upper.bound)


def conflicts(rulesets: Rulesets) -> Iterator[Remark]:
    """Check for circumstances with the same condition and binding effects that exclude each other."""
    for version in rulesets.all_versions():
        for one, other in combinations(version.circumstances, 2):
            if one.when == other.when and one.unless == other.unless and _opposed(one, other):
                yield remark("conflict", version, one, other=_id(version, other))


def _opposed(one: Circumstance, other: Circumstance) -> bool:
    if not (one.then.binding and other.then.binding):
        return False
    heavier = ["heavier" in each.then.effects for each in (one, other)]
    return heavier[0] is not heavier[1]


def _id(version: Version, rule: Circumstance) -> str:
    return version.rule_id(rule.name)
