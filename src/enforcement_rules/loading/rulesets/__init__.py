"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.loading.rulesets.folders import load_rulesets

__all__ = [
    "load_rulesets",
]
