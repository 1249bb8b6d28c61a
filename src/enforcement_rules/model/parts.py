"""Where the parts of a case stand, and the scope of the facts that each may state."""

from __future__ import annotations

from collections.abc import Mapping

from enforcement_rules.model.case import (
    Case,
    Evidence,
    Officer,
    Organ,
    Part,
    Party,
    PriorPenalty,
    Proposal,
    Step,
    Violation,
)
from enforcement_rules.model.vocabulary import Vocabulary

LISTS: Mapping[str, tuple[type[Part], str]] = {
    "parties": (Party, "party"),
    "violations": (Violation, "violation"),
    "officers": (Officer, "officer"),
    "evidence": (Evidence, "evidence"),
    "prior_penalties": (PriorPenalty, "prior"),
    "steps": (Step, "step"),
    "proposed": (Proposal, "proposal"),
}
"""Lists of a case → the model of their items and the scope of the facts these state."""
HELD_IN: Mapping[str, str] = {"acts": "steps", "performers": "steps"}
"""Collections that no list of a case bears the name of → the list that holds them, and whose completeness is theirs."""
SCOPES: Mapping[type[Part], str] = {Case: "case", Organ: "organ", **dict(LISTS.values())}
"""Part of a case → the scope of its facts."""


def scopes_of_step(kind: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the scopes of the facts that a step of a kind may state, the nearest first."""
    return (kind, *(("act",) if kind in vocabulary.acts else ()), SCOPES[Step])
