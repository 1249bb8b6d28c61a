"""What the network did in the review under way: what it could not decide, and what it ran on."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

FAULTS: ContextVar[list[str] | None] = ContextVar("faults", default=None)
"""Where the review under way notes what the reference decided in place of the evaluator, and why."""

RUNS: ContextVar[list[tuple[Any, Any]] | None] = ContextVar("runs", default=None)
"""Where the blocks of rules that a review runs on the network are noted, each with its facts, if anyone asks."""


def note(fault: str) -> None:
    """Note, for the review under way, that the reference decided in place of the evaluator."""
    faults = FAULTS.get()
    if faults is not None:
        faults.append(fault)


def ran(block: Any, facts: Any) -> None:
    """Note what was run."""
    runs = RUNS.get()
    if runs is not None:
        runs.append((block, facts))
