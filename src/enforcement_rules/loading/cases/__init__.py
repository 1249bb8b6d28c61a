"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.loading.cases.case import LISTS, base_facts, load_case
from enforcement_rules.loading.cases.statements import may_be_stated

__all__ = [
    "LISTS",
    "base_facts",
    "load_case",
    "may_be_stated",
]
