"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.engine.course import duties_of, frames_of, review, reviewed

__all__ = [
    "duties_of",
    "frames_of",
    "review",
    "reviewed",
]
