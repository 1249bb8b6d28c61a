"""The plan: rulesets made ready to run.

In: `Rulesets`, the law as data. Out: a `Plan` with a `VersionPlan` for every version, whose rules are compiled in
bundles when a case first needs them and indexed by what it takes for them to apply (step, cause, field). `evaluators`
and `durable` below know single conditions; here they stand together as an instrument. It also keeps what was found of
a day (`in_force`) and of a field and place (`reach`); what of that governs a case is for `applicability` to ask.
"""

from __future__ import annotations

from enforcement_rules.evaluation.plan.bundles import Bundle, reference
from enforcement_rules.evaluation.plan.definitions import DefinedFact, Definers
from enforcement_rules.evaluation.plan.duties import Duty, DutyBundle
from enforcement_rules.evaluation.plan.evaluators import EVALUATORS, Evaluator
from enforcement_rules.evaluation.plan.grounds import GroundBundle
from enforcement_rules.evaluation.plan.in_force import (
    OPEN_DAY,
    Chosen,
    possible_versions,
    version_at,
    wholly_loaded,
)
from enforcement_rules.evaluation.plan.plan import Plan, plan_of
from enforcement_rules.evaluation.plan.reach import Chapter, Where, concerned
from enforcement_rules.evaluation.plan.scopes import speaks_of_pair
from enforcement_rules.evaluation.plan.version import VersionPlan

__all__ = [
    "EVALUATORS",
    "OPEN_DAY",
    "Bundle",
    "Chapter",
    "Chosen",
    "DefinedFact",
    "Definers",
    "Duty",
    "DutyBundle",
    "Evaluator",
    "GroundBundle",
    "Plan",
    "VersionPlan",
    "Where",
    "concerned",
    "plan_of",
    "possible_versions",
    "reference",
    "speaks_of_pair",
    "version_at",
    "wholly_loaded",
]
