"""The verdict in words: one outline, then text, Markdown or JSON; and the proof of a single rule.

In: a `Verdict`. Out: sections and lines in the order a reviewer reads (`outline`), put on paper by `text` and
`markdown`; `schema` is the shape of its JSON, made from the types of `evaluation.verdict`, `why` tells of one rule at
a time.
"""

from __future__ import annotations

from enforcement_rules.explanation.verdict.interview import End, end_text, progress_text, question_text
from enforcement_rules.explanation.verdict.markdown import as_markdown, plain
from enforcement_rules.explanation.verdict.problems import facts_of
from enforcement_rules.explanation.verdict.schema import DRAFT, Shape, definitions_of, verdict_schema
from enforcement_rules.explanation.verdict.text import as_text
from enforcement_rules.explanation.verdict.waiting import question_of
from enforcement_rules.explanation.verdict.why import explain_record, explain_text, matching, subjects_of

__all__ = [
    "DRAFT",
    "End",
    "Shape",
    "as_markdown",
    "as_text",
    "definitions_of",
    "end_text",
    "explain_record",
    "explain_text",
    "facts_of",
    "matching",
    "plain",
    "progress_text",
    "question_of",
    "question_text",
    "subjects_of",
    "verdict_schema",
]
