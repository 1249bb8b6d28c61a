"""Duties (程序): what the law requires of a procedure, and what became of each duty.

In: the plan, facts, the day of the review. Out: a `Finding` on every duty that governs a step, special duties put in
the place of general ones. Each step is measured by the law in force when it is taken, which `applicability` tells.
"""

from __future__ import annotations

from enforcement_rules.evaluation.duties.governing import When, bundles
from enforcement_rules.evaluation.duties.special import Found, meet, settled
from enforcement_rules.evaluation.duties.statuses import because, findings, status_of

__all__ = [
    "Found",
    "When",
    "because",
    "bundles",
    "findings",
    "meet",
    "settled",
    "status_of",
]
