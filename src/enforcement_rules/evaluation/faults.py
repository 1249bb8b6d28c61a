"""What an evaluator could not decide in the review under way."""

from __future__ import annotations

from contextvars import ContextVar

FAULTS: ContextVar[list[str] | None] = ContextVar("faults", default=None)
"""Where the review under way notes what the reference decided in place of the evaluator, and why."""


def note(fault: str) -> None:
    """Note, for the review under way, that the reference decided in place of the evaluator."""
    faults = FAULTS.get()
    if faults is not None:
        faults.append(fault)
