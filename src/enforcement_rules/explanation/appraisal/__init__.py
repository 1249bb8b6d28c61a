"""The sheet of an appraisal (评查表): blocks and rows as on paper, then text, Markdown, HTML or JSON.

In: an `Appraisal`. Out: the sheet. It borrows from `verdict` how a breached duty is told, and adds points and
documents.
"""

from __future__ import annotations

from enforcement_rules.explanation.appraisal.html import appraisal_html
from enforcement_rules.explanation.appraisal.schema import appraisal_schema
from enforcement_rules.explanation.appraisal.sheet import appraisal_record
from enforcement_rules.explanation.appraisal.text import appraisal_markdown, appraisal_text

__all__ = [
    "appraisal_html",
    "appraisal_markdown",
    "appraisal_record",
    "appraisal_schema",
    "appraisal_text",
]
