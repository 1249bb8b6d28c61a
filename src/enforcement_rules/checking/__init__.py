"""Static checks of rulesets: what is wrong with them without any case, and how much of the law they hold."""

from enforcement_rules.checking.check import CHECKS, check_rulesets
from enforcement_rules.checking.law_coverage import STATUSES, ArticleCoverage, WordingCoverage, law_coverage
from enforcement_rules.checking.remark import Remark
from enforcement_rules.checking.shared import without_english

__all__ = [
    "CHECKS",
    "STATUSES",
    "ArticleCoverage",
    "Remark",
    "WordingCoverage",
    "check_rulesets",
    "law_coverage",
    "without_english",
]
