"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.explanation.verdict.markdown import as_markdown, plain
from enforcement_rules.explanation.verdict.problems import facts_of
from enforcement_rules.explanation.verdict.schema import DRAFT, Shape, definitions_of, verdict_schema
from enforcement_rules.explanation.verdict.text import as_text
from enforcement_rules.explanation.verdict.waiting import question_of
from enforcement_rules.explanation.verdict.why import explain_record, explain_text, matching, subjects_of

__all__ = [
    "DRAFT",
    "Shape",
    "as_markdown",
    "as_text",
    "definitions_of",
    "explain_record",
    "explain_text",
    "facts_of",
    "matching",
    "plain",
    "question_of",
    "subjects_of",
    "verdict_schema",
]
