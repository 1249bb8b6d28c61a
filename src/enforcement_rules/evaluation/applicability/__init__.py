"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.evaluation.applicability.laws import Law, deciding, instruments_for, law_of, plans_of
from enforcement_rules.evaluation.applicability.versions import (
    concerns,
    not_yet_born,
    procedure_day,
)

__all__ = [
    "Law",
    "concerns",
    "deciding",
    "instruments_for",
    "law_of",
    "not_yet_born",
    "plans_of",
    "procedure_day",
]
