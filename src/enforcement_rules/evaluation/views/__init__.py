"""Views: the same review seen from elsewhere: what is due by when, and what a network derived.

In: a case and rulesets. Out: `Deadline`s with their first and last day, or why none can be computed; `Derivation`s.
Like `appraisal` these stand on `engine` and judge nothing anew.
"""

from __future__ import annotations

from enforcement_rules.evaluation.views.network_derivations import derivations
from enforcement_rules.evaluation.views.time_limits import Deadline, deadlines, deadlines_of

__all__ = [
    "Deadline",
    "deadlines",
    "deadlines_of",
    "derivations",
]
