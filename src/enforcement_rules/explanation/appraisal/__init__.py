"""TODO ROOM."""

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
