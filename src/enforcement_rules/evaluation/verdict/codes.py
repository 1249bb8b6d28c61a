"""The closed sets of words that verdicts answer with."""

from __future__ import annotations

from typing import Literal

Outcome = Literal["may_decide", "must_not_decide", "undetermined"]
Status = Literal[
    "satisfied",
    "breached",
    "apparent",
    "undetermined",
    "not_yet_due",
    "dormant",
    "not_applicable",
    "not_checked",
]
Known = Literal["yes", "no", "unknown"]
"""A truth value as a word."""
ProofStatus = Literal["proven", "refuted", "contested", "unproved"]
Side = Literal["proven_by", "refuted_by"]
Burden = Literal["organ", "party", "either"]
AmountSource = Literal["statute", "published_decisions", "benchmark", "file"]
AmountForm = Literal["plain", "times", "percent", "percent_to_times"]
Proofs = Literal["applicable", "all"]
"""Whose proofs the JSON holds: those of duties that apply, or also those of duties that are dormant or do not."""
WarningCode = Literal[
    "only_named_rulesets",
    "penalty_law_missing",
    "unknown_cause",
    "unknown_instrument",
    "unknown_field",
    "unknown_place",
    "cause_of_other_item",
    "ended_after_decision",
    "discovered_after_decision",
    "discovered_before_began",
    "step_before_violation",
    "step_before_first",
]
