"""Files become rules, cases and calendars; every refusal says in which file, line and column."""

from enforcement_rules.loading.calendar import load_calendar
from enforcement_rules.loading.cases import load_case
from enforcement_rules.loading.rulesets import load_rulesets

__all__ = ["load_calendar", "load_case", "load_rulesets"]
