"""Facts: what a case says, by name, and what follows from it where it is silent.

In: values by fact id, with who states them, and the vocabulary. Out: `Facts`, a mapping that works out on first use
what is derived, defined by the law, bounded or asleep, and answers `UNKNOWN` for the rest; a value nobody stated is
never made up. Nothing here knows a rule or a case file: this is the ground.
"""

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
