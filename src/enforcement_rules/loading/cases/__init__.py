"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.loading.cases.case import load_case
from enforcement_rules.loading.cases.part_facts import base_facts, may_be_stated
from enforcement_rules.loading.cases.preparation import LISTS

__all__ = [
    "LISTS",
    "base_facts",
    "load_case",
    "may_be_stated",
]
