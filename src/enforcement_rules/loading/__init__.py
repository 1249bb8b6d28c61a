"""Files become rules, cases and calendars; every refusal says in which file, line and column.

The rooms in their order, each using only those before it: `reading` (text with places), `vocabulary` (facts and
conditions), `rulesets`, `cases`, `schemas` (what the others accept).
"""

from enforcement_rules.loading.calendar import load_calendar
from enforcement_rules.loading.cases import load_case
from enforcement_rules.loading.rulesets import load_rulesets

__all__ = ["load_calendar", "load_case", "load_rulesets"]
