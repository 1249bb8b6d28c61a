"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.evaluators.compiler import (
    Block,
    Reading,
    Readings,
    compile_block,
    compile_rules,
    conditions_of,
    outside,
)
from enforcement_rules.evaluation.evaluators.run_notes import FAULTS, RUNS, note, ran

__all__ = [
    "FAULTS",
    "RUNS",
    "Block",
    "Reading",
    "Readings",
    "compile_block",
    "compile_rules",
    "conditions_of",
    "note",
    "outside",
    "ran",
]
