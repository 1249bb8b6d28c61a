"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.layout.elements import assumed_of_elements
from enforcement_rules.evaluation.layout.pairs import Pair, pairs_of, proposal_for
from enforcement_rules.evaluation.layout.reliance import RELIED_ON, reliance_of
from enforcement_rules.evaluation.layout.stated import case_facts, pair_facts

__all__ = [
    "RELIED_ON",
    "Pair",
    "assumed_of_elements",
    "case_facts",
    "pair_facts",
    "pairs_of",
    "proposal_for",
    "reliance_of",
]
