"""Static checks of rulesets: what is wrong with them without any case."""

from enforcement_rules.checking.check import CHECKS, check_rulesets
from enforcement_rules.checking.remark import Remark
from enforcement_rules.checking.shared import without_english

__all__ = ["CHECKS", "Remark", "check_rulesets", "without_english"]
