"""Proof by twins: a clean case for any penalty provision, and a closed list of changes that make it unlawful.

In: rulesets and a provision. Out: a case that is completed with lawful answers until its verdict is settled, how many
answers that took, and from it unlawful cases, each by one change that a line of law names. Nothing here knows a law.
"""

from __future__ import annotations

from enforcement_rules.testing.twins import duties_missing, grounds_ignored, penalties, standing, timing
from enforcement_rules.testing.twins.builder import Given, Twin, clean_twin
from enforcement_rules.testing.twins.changes import CHANGES, Change, Unlawful
from enforcement_rules.testing.twins.trials import Tally, Trial, provisions_of, tally, tried, unlawful_twins

assert all((duties_missing, grounds_ignored, penalties, standing, timing))  # they enter their changes in the list

__all__ = [
    "CHANGES",
    "Change",
    "Given",
    "Tally",
    "Trial",
    "Twin",
    "Unlawful",
    "clean_twin",
    "provisions_of",
    "tally",
    "tried",
    "unlawful_twins",
]
