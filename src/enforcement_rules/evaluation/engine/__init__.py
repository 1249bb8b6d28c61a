"""The engine: the course of a review, from first to last, in one place.

In: a case, rulesets, a day. Out: a `Verdict`. The rooms below answer one question each; `course` puts the questions
in order, `answers` joins what concerns one violation of one party, `outcome` says what all of it comes to,
`questions` and `asks` what people must judge and what is to be asked for, `receipt` what it was worked out from.
"""

from __future__ import annotations

from enforcement_rules.evaluation.engine.asks import path_of
from enforcement_rules.evaluation.engine.course import Reviewed, duties_of, frames_of, review, reviewed

__all__ = [
    "Reviewed",
    "duties_of",
    "frames_of",
    "path_of",
    "review",
    "reviewed",
]
