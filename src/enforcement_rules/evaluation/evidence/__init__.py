"""Evidence (证据): every element of a violation, what proves or refutes it, on whom the burden lies (art. 40).

In: a violation of a party, the penalties threatened, the evidence the file names. Out: the rows of the matrix, and
whether the facts are clear. It looks at what `range` rests on, and never weighs evidence: that is a person's.
"""

from __future__ import annotations

from enforcement_rules.evaluation.evidence.matrix import FACTS_CLEAR, contradicted, matrix_of, with_matrix

__all__ = [
    "FACTS_CLEAR",
    "contradicted",
    "matrix_of",
    "with_matrix",
]
