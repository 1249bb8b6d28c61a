"""Static checks of rulesets: what is wrong with them without any case, how much of the law they hold, and its proof."""

from enforcement_rules.checking.check import CHECKS, check, check_rulesets
from enforcement_rules.checking.law_coverage import STATUSES, ArticleCoverage, WordingCoverage, law_coverage
from enforcement_rules.checking.law_proof import Finding, LawProof, prove
from enforcement_rules.checking.readings import Changed, changed_readings, readings, with_drafts
from enforcement_rules.checking.remark import Remark
from enforcement_rules.checking.shared import without_english

__all__ = [
    "CHECKS",
    "STATUSES",
    "ArticleCoverage",
    "Changed",
    "Finding",
    "LawProof",
    "Remark",
    "WordingCoverage",
    "changed_readings",
    "check",
    "check_rulesets",
    "law_coverage",
    "prove",
    "readings",
    "with_drafts",
    "without_english",
]
