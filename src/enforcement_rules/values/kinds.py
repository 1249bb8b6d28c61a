"""Kinds of penalty (行政处罚法第九条) and of treatment, from light to heavy where the law orders them."""

from __future__ import annotations

from typing import Literal, get_args

PenaltyKind = Literal[
    "warning",
    "notice_of_criticism",
    "fine",
    "confiscation_of_illegal_gains",
    "confiscation_of_illegal_property",
    "licence_suspension",
    "qualification_lowering",
    "licence_revocation",
    "business_licence_revocation",
    "business_restriction",
    "order_to_suspend_business",
    "order_to_close",
    "occupation_restriction",
    "administrative_detention",
    "other",
]
PENALTY_KINDS: tuple[str, ...] = get_args(PenaltyKind)

_LIGHT_TO_HEAVY: tuple[tuple[str, ...], ...] = (
    ("warning", "notice_of_criticism"),
    ("fine", "confiscation_of_illegal_gains", "confiscation_of_illegal_property"),
    (
        "licence_suspension",
        "qualification_lowering",
        "business_restriction",
        "order_to_suspend_business",
        "occupation_restriction",
    ),
    ("licence_revocation", "order_to_close"),
    ("administrative_detention",),
)


def weight_of(kind: str) -> int | None:
    """Return how heavy a kind is beside others, in the order of art. 9; `None` where the law orders it nowhere.

    Suspension stands before revocation: statutes raise from one to the other (直至吊销).
    """
    return next((weight for weight, kinds in enumerate(_LIGHT_TO_HEAVY, 1) if kind in kinds), None)


Treatment = Literal["no_penalty", "mitigated", "lighter", "ordinary", "heavier"]
TREATMENTS: tuple[str, ...] = get_args(Treatment)

Effect = Literal[
    "no_penalty",
    "lighter",
    "mitigated",
    "heavier",
    "fine_waived",
    "band_up",
    "daily_fine",
    "multiplier",
    "warning_release",
    "not_executed",
    "case_withdrawn",
    "educate",
    "barred",
]
EFFECTS: tuple[str, ...] = get_args(Effect)
SPARING: frozenset[str] = frozenset({"no_penalty", "fine_waived", "warning_release", "case_withdrawn"})
"""Effects after which no fine remains."""
SPARED_ALL_THE_SAME: frozenset[str] = frozenset({"confiscation_of_illegal_gains", "confiscation_of_illegal_property"})
"""Kinds that may stand beside sparing: gains are nobody's to keep, and forbidden goods stay forbidden."""
FAVOURABLE: frozenset[str] = SPARING | {"lighter", "mitigated", "not_executed"}

Severity = Literal["void", "fatal", "material", "minor", "advisory"]
SEVERITIES: tuple[str, ...] = get_args(Severity)
BARRING: frozenset[str] = frozenset({"void", "fatal"})
Consequence = Literal["none", "correct", "confirmed_illegal", "varied", "revoked", "void", "not_enforced"]
Curable = Literal["never", "before_decision", "always"]
