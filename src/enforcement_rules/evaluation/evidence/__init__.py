"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.evidence.matrix import FACTS_CLEAR, contradicted, matrix_of, with_matrix

__all__ = [
    "FACTS_CLEAR",
    "contradicted",
    "matrix_of",
    "with_matrix",
]
