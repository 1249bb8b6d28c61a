"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.loading.rulesets.load import load_rulesets

__all__ = [
    "load_rulesets",
]
