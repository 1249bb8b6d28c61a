"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.proof.file_places import deciding, places_of
from enforcement_rules.evaluation.proof.nodes import Node, bound_value, prove, truth
from enforcement_rules.evaluation.proof.open_facts import BOTH, Missing, open_facts, silence
from enforcement_rules.evaluation.proof.written import NodeWriter

__all__ = [
    "BOTH",
    "Missing",
    "Node",
    "NodeWriter",
    "bound_value",
    "deciding",
    "open_facts",
    "places_of",
    "prove",
    "silence",
    "truth",
]
