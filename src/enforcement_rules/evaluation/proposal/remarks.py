"""What is said of a proposal: codes with their arguments, and the answer to a question together with them."""

from __future__ import annotations

from typing import Any, NamedTuple

from enforcement_rules.values.truth import Truth, conjunction

Remark = tuple[str, dict[str, Any]]
"""A code and its arguments: amounts as text, rules by id."""


class Judged(NamedTuple):
    """The answer to a question on a proposal, and what is to be said of it."""

    holds: Truth
    remarks: tuple[Remark, ...] = ()


def all_of(*judged: Judged) -> Judged:
    """Return one answer for several: yes where all are, with what is said of each."""
    return Judged(conjunction(each.holds for each in judged), tuple(each for one in judged for each in one.remarks))
