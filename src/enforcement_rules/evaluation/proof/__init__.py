"""Proof: the same conditions walked as trees, for whoever asks why, or what is missing.

In: a condition and `Facts`. Out: a `Node` (what holds, by which fact, stated where), the facts that keep a condition
open, the places in the case file. Slower than `evaluators`, which only answer, and a second opinion on them: both are
tested to agree. Proofs run when somebody looks; conditions inside a rule, such as those of a tier, are walked at
once.
"""

from __future__ import annotations

from enforcement_rules.evaluation.proof.file_places import deciding, places_of
from enforcement_rules.evaluation.proof.nodes import Node, bound_value, prove, truth
from enforcement_rules.evaluation.proof.open_facts import Missing, open_facts
from enforcement_rules.evaluation.proof.unsaid import (
    ASLEEP,
    BOTH,
    Told,
    aside,
    excuses,
    occurred,
    shown_by,
    silence,
    unexcused,
)
from enforcement_rules.evaluation.proof.written import NodeWriter

__all__ = [
    "ASLEEP",
    "BOTH",
    "Missing",
    "Node",
    "NodeWriter",
    "Told",
    "aside",
    "bound_value",
    "deciding",
    "excuses",
    "occurred",
    "open_facts",
    "places_of",
    "prove",
    "shown_by",
    "silence",
    "truth",
    "unexcused",
]
