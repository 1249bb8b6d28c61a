"""Evaluators: conditions become Python functions from facts to truths. This one is the reference.

In: conditions, the typed trees of `rules.condition`. Out: a `Block`, one function that answers for all of them.
Unlike `facts` below, it knows what a rule asks; unlike `proof`, it answers without saying why. `run_notes` is where
an evaluator notes, for the review under way, what it ran and what it could not decide.
"""

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
