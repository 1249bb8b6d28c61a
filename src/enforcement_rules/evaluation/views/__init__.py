"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.views.network_derivations import derivations
from enforcement_rules.evaluation.views.time_limits import Deadline, deadlines, deadlines_of

__all__ = [
    "Deadline",
    "deadlines",
    "deadlines_of",
    "derivations",
]
