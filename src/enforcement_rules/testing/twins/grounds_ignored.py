"""Changes of the circumstances: a ground that binds holds, and the proposal sets it aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof import bound_value, truth
from enforcement_rules.evaluation.verdict import Ground
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import FactBound, Test
from enforcement_rules.testing.twins.builder import Twin
from enforcement_rules.testing.twins.changes import Unlawful, change
from enforcement_rules.testing.twins.editing import changed, stated
from enforcement_rules.testing.twins.goals import Goal, leaves, rules_of
from enforcement_rules.testing.twins.values import lawful_value
from enforcement_rules.values.kinds import SPARING

Answers = dict[str, Any]
_YEARS_AGO = (5, 12, 15, 17, 30, 80)
"""How many years before the act somebody is tried to have been born, or something to have happened."""


@change(
    "有应当不予处罚的情形仍予处罚（行政处罚法第三十条至第三十三条、第三十六条）",
    "a ground holds on which no penalty may be imposed, and one is (arts. 30 to 33, 36)",
)
def binding_ground_ignored(twin: Twin) -> Iterator[Unlawful]:
    """Let each ground hold that binds to spare the party, and propose the penalties all the same."""
    for ground, rule in _grounds(twin):
        fine_only = set(ground.effects) == {"fine_waived"}
        if set(ground.effects) <= SPARING and not (fine_only and not _fined(twin)):
            yield _ignored(twin, "binding_ground_ignored", ground, rule)


@change(
    "有应当从轻、减轻的情形却从重（行政处罚法第三十条至第三十二条）",
    "a ground holds that binds to be lenient, and the penalty is heavier (arts. 30 to 32)",
)
def lenience_ignored(twin: Twin) -> Iterator[Unlawful]:
    """Let each ground hold that binds to be lighter or mitigated, and propose to be heavier."""
    for ground, rule in _grounds(twin):
        if {"lighter", "mitigated"} & set(ground.effects):
            made = _ignored(twin, "lenience_ignored", ground, rule)
            data = changed(made.data, (("proposed", 0, "treatment"), "heavier"))
            yield Unlawful(made.change, made.detail, data, holds=made.holds)


def _fined(twin: Twin) -> bool:
    return any(each["kind"] == "fine" for each in twin.data["proposed"][0]["penalties"] or ())


def _grounds(twin: Twin) -> Iterator[tuple[Ground, Rule]]:
    rules = rules_of(twin.rulesets)
    for ground in twin.reviewed.verdict.results[0].treatment.grounds:
        rule = rules.get(f"{ground.ref.rule}@{ground.ref.version}")
        if ground.binding and ground.status != "yes" and rule is not None:
            yield ground, rule


def _ignored(twin: Twin, change: str, ground: Ground, rule: Rule) -> Unlawful:
    facts = twin.facts.awake
    goals = [Goal(rule.when, True, 1, facts), *(Goal(each.when, False, 1, facts) for each in rule.unless)]
    answers: Answers = {}
    for goal in goals:
        for test, wanted in leaves(goal.condition, facts, wanted=goal.wanted, inside=False):
            known = facts.with_given(_given(answers, twin))
            if truth(goal.condition, known) is not goal.wanted and truth(test, known) is not wanted:
                answers |= _answers(test, [Goal(g.condition, g.wanted, g.weight, known) for g in goals], known, twin)
    data = stated(twin.data, answers, twin.rulesets.vocabulary)
    return Unlawful(change, ground.ref.rule, data, holds=ground.ref.rule)


def _given(answers: Answers, twin: Twin) -> Answers:
    known = {id_: twin.rulesets.vocabulary.fact(id_) for id_ in answers}
    return {id_: fact.type.parse(answers[id_]) for id_, fact in known.items() if fact is not None}


def _answers(test: Test, goals: list[Goal], facts: Facts, twin: Twin) -> Answers:
    """Return the facts to state so that a test is as wanted."""
    fact = twin.rulesets.vocabulary.fact(test.fact)
    if fact is None:
        return {}
    if isinstance(test.bound, FactBound) and fact.type.kind == "date":
        return _moved_back(test, facts)
    if fact.entry.derived and not fact.entry.stated:
        return _since(test, goals, [part for parts in fact.entry.derived.values() for part in parts], facts)
    value = lawful_value(fact, goals, (), twin.reviewed.verdict.on)
    return {} if value is None else {fact.id: list(value) if isinstance(value, tuple) else value}


def _moved_back(test: Test, facts: Facts) -> Answers:
    """Return the day from which a limit counts, put back until the limit is over."""
    assert isinstance(test.bound, FactBound)
    value, bound, start = facts[test.fact], bound_value(test.bound, facts), facts[test.bound.fact]
    if not all(type(each) is dt.date for each in (value, bound, start)):
        return {}
    day = (start - (bound - value) - dt.timedelta(days=5)).isoformat()
    return {test.bound.fact: day, **({"violation.began": day} if test.bound.fact == "violation.ended" else {})}


def _since(test: Test, goals: list[Goal], parts: list[str], facts: Facts) -> Answers:
    """Return a day so long ago that what is counted from it is as wanted, such as the birth of a minor."""
    ended = facts["violation.ended"]
    for years in _YEARS_AGO:
        day = ended.replace(day=1, year=ended.year - years)
        for part in parts[:1]:
            known = facts.with_given({part: day})
            spoiled = any(truth(goal.condition, known) is (not goal.wanted) for goal in goals)
            if truth(test, known) is True and not spoiled:
                return {part: day.isoformat()}
    return {}
