"""Files become rules, cases and calendars; every refusal says in which file, line and column.

Each name is resolved on first use: whoever reads a case need not import what reads calendars.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enforcement_rules.loading.calendar import load_calendar
    from enforcement_rules.loading.cases import load_case
    from enforcement_rules.loading.law_text import load_law_text
    from enforcement_rules.loading.rulesets import load_rulesets, shipped_directory

_HOMES = {
    "load_calendar": "calendar",
    "load_case": "cases",
    "load_law_text": "law_text",
    "load_rulesets": "rulesets",
    "shipped_directory": "rulesets",
}

__all__ = ["load_calendar", "load_case", "load_law_text", "load_rulesets", "shipped_directory"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'enforcement_rules.loading' has no attribute '{name}'")
    value = globals()[name] = getattr(import_module(f"enforcement_rules.loading.{_HOMES[name]}"), name)
    return value
