"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.circumstances.interplay import counted_twice
from enforcement_rules.evaluation.circumstances.treatment import treatment_of

__all__ = [
    "counted_twice",
    "treatment_of",
]
