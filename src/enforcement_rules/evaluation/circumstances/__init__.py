"""Circumstances (情节): what shall, and what may, be spared, mitigated, lighter or heavier.

In: a violation of a party, the law at the act and at the decision. Out: the grounds with their force and status, how
they bear on each other, the treatment they come to. Unlike `duties`, which speak of the organ, these speak of the act
and the party; what they do to an amount is for `range` and `proposal`.
"""

from __future__ import annotations

from enforcement_rules.evaluation.circumstances.interplay import counted_twice
from enforcement_rules.evaluation.circumstances.treatment import treatment_of

__all__ = [
    "counted_twice",
    "treatment_of",
]
