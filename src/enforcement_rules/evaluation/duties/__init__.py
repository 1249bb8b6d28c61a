"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.duties.governing import bundles
from enforcement_rules.evaluation.duties.special import Found, meet, settled
from enforcement_rules.evaluation.duties.statuses import because, findings, status_of

__all__ = [
    "Found",
    "because",
    "bundles",
    "findings",
    "meet",
    "settled",
    "status_of",
]
