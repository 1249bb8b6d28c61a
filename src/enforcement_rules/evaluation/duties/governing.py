"""Which duties govern a case: each step by the law in force when it is taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from enforcement_rules.evaluation.applicability import concerns, not_yet_born, procedure_day
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan import DutyBundle, Plan
from enforcement_rules.evaluation.verdict import NotChecked
from enforcement_rules.rules.condition import facts_of
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.kinds import BARRING


def bundles(
    plan: Plan, facts: Facts, on: dt.date, cited: frozenset[str], *, pair: bool
) -> Iterator[tuple[DutyBundle | None, str, str | NotChecked]]:
    """Yield the duties that govern the steps of a case, each step by the law in force when it is taken.

    Where no version is loaded for a step, the second place of the tuple is the step and the third what was not
    checked.
    """
    for instrument in plan.holding("requirements"):
        versions = plan.rulesets.versions[instrument]
        # Only an instrument for every field, or one the case cites, can be missed where no version is loaded.
        general = instrument in cited or any(not version.head.fields for version in versions)
        plans = [plan.of(version) for version in versions if concerns(version.head, facts)]
        groups = [each.pair_requirements if pair else each.case_requirements for each in plans]
        for step in sorted({step for group in groups for step in group}):
            day, why = procedure_day(step, facts, on)
            chosen = plan.version_at(instrument, day)
            if chosen.version is None and (not general or not_yet_born(versions[0].head, day)):
                continue
            if chosen.version is None:
                rules = [rule for group in groups if step in group for rule in group[step].rules]
                yield None, step, _not_checked(instrument, chosen.why, step, rules, facts)
                continue
            version = plan.of(chosen.version)
            group = version.pair_requirements if pair else version.case_requirements
            if step in group:
                yield group[step], step, why


def _not_checked(instrument: str, why: str, step: str, rules: Iterable[Requirement], facts: Facts) -> NotChecked:
    """Return what was not checked of a step; duties of other versions only tell which facts would have mattered."""
    rules = list(rules)
    kind = facts.vocabulary.steps.get(step)
    bears = any(rule.severity in BARRING for rule in rules) and (kind is None or not kind.after_decision)
    asked = dict.fromkeys(id_ for rule in rules for id_ in facts_of(rule.then))
    denied = [id_ for id_ in asked if id_ in facts.statements and facts[id_] is False]
    unjudged = tuple((id_, facts.statements[id_][0].path) for id_ in denied)
    return NotChecked(instrument, None, why, (step,), blocks=bears, unjudged=unjudged)
