"""The evaluators: compiled functions, which are the reference, and a forward-chaining network where it is installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from enforcement_rules.evaluation.compile import Block, compile_block
from enforcement_rules.evaluation.durable.block import DurableBlock
from enforcement_rules.evaluation.durable.engine import EngineUnavailableError, native
from enforcement_rules.rules.condition import Condition
from enforcement_rules.values.errors import refuse

Evaluator = Literal["compiled", "durable"]
EVALUATORS: tuple[Evaluator, ...] = ("compiled", "durable")
Compiler = Callable[[Sequence[Condition]], Block]


def compiler_of(evaluator: str) -> Compiler:
    """Return what turns conditions into a function from facts to truths.

    Raises:
        InputError: when there is no such evaluator, or it cannot be used here; the message says how it is installed.
    """
    if evaluator == "compiled":
        return compile_block
    if evaluator != "durable":
        raise refuse("unknown_evaluator", value=evaluator, expected=EVALUATORS)
    try:
        native()
    except EngineUnavailableError as error:
        raise refuse("evaluator_unavailable", reason=str(error)) from None
    return DurableBlock
