"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.facts.facts import ElementFacts, Elements, FactDefinition, Facts
from enforcement_rules.evaluation.facts.periods import untold, who_took_part
from enforcement_rules.evaluation.facts.plain_values import shown
from enforcement_rules.evaluation.facts.uncovered_years import counting_workdays, uncovered_years

__all__ = [
    "ElementFacts",
    "Elements",
    "FactDefinition",
    "Facts",
    "counting_workdays",
    "shown",
    "uncovered_years",
    "untold",
    "who_took_part",
]
