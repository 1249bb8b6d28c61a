"""Applicability (法律适用): which instruments concern a case, and in which version.

In: a `Plan`, the facts, a day of which perhaps only bounds are known. Out: the version in force, or why none can be
told; for a violation of a party the versions at the act and at the decision (art. 37), and the instruments that
concern it by field, place or citation. The `plan` below holds all law there is; from here on only what governs is
looked at.
"""

from __future__ import annotations

from enforcement_rules.evaluation.applicability.acts import Clash, clashes, with_act
from enforcement_rules.evaluation.applicability.laws import (
    Law,
    deciding,
    instruments_for,
    law_of,
    penalised_by,
    perhaps_of,
    plans_of,
)
from enforcement_rules.evaluation.applicability.versions import (
    concerns,
    not_yet_born,
    procedure_day,
)

__all__ = [
    "Clash",
    "Law",
    "clashes",
    "concerns",
    "deciding",
    "instruments_for",
    "law_of",
    "not_yet_born",
    "penalised_by",
    "perhaps_of",
    "plans_of",
    "procedure_day",
    "with_act",
]
