"""Appraisal (案卷评查): a whole case file against a standard, item by item, with points.

In: a case, rulesets, a standard. Out: an `Appraisal`. It reads the verdict of `engine` and the list of documents; no
duty is judged a second time.
"""

from __future__ import annotations

from enforcement_rules.evaluation.appraisal.appraisal import SCHEMA, Appraisal, AppraisalOutcome, appraise
from enforcement_rules.evaluation.appraisal.documents import DocumentStatus, Filed
from enforcement_rules.evaluation.appraisal.items_appraised import ItemResult, ItemStatus, Reason, ReasonCode
from enforcement_rules.evaluation.appraisal.scoring import Score

__all__ = [
    "SCHEMA",
    "Appraisal",
    "AppraisalOutcome",
    "DocumentStatus",
    "Filed",
    "ItemResult",
    "ItemStatus",
    "Reason",
    "ReasonCode",
    "Score",
    "appraise",
]
