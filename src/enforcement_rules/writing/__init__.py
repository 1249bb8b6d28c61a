"""Case files are written: rewritten in the other language or format, begun as a skeleton, completed by answers.

In come text of a case file, as somebody wrote it, and what the vocabulary calls things; out comes text of a case file,
with the comments, the order and the layout of the one that came in. Reading is `loading`, judging is `evaluation`.
"""

from __future__ import annotations

from enforcement_rules.writing.answers import CaseText
from enforcement_rules.writing.convert import convert, converted
from enforcement_rules.writing.interview import DECIDING, Asked, Interview, read_answer
from enforcement_rules.writing.skeleton import new_case
from enforcement_rules.writing.wish import Wish, wish_of

__all__ = [
    "DECIDING",
    "Asked",
    "CaseText",
    "Interview",
    "Wish",
    "convert",
    "converted",
    "new_case",
    "read_answer",
    "wish_of",
]
