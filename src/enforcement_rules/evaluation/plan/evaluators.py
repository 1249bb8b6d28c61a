"""The evaluators: compiled functions, which are the reference, and a forward-chaining network where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from enforcement_rules.evaluation.evaluators import Readings, compile_rules
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import refuse

Evaluator = Literal["compiled", "durable"]
EVALUATORS: tuple[Evaluator, ...] = ("compiled", "durable")
BUILT_WITH_A_FLAG = (3, 13)
"""From this Python on durable-rules is only built with a flag: the extra does not install it."""
Compiler = Callable[[Sequence[Rule]], Readings]


def compiler_of(evaluator: str, rulesets: Rulesets) -> Compiler:
    """Return what turns rules into a function from facts to the truths of their conditions.

    Raises:
        InputError: when there is no such evaluator, or it cannot be used here; the message says how it is installed.
    """
    if evaluator == "compiled":
        return compile_rules
    if evaluator != "durable":
        raise refuse("unknown_evaluator", value=evaluator, expected=EVALUATORS)
    # The network is a package of its own that hardly anyone has installed: whoever asks for it imports it.
    from enforcement_rules.evaluation.durable import (  # noqa: PLC0415
        DurableBlock,
        EngineUnavailableError,
        definitions_of,
        native,
    )

    try:
        native()
    except EngineUnavailableError as error:
        code = "evaluator_unavailable" if sys.version_info < BUILT_WITH_A_FLAG else "evaluator_unavailable_elsewhere"
        raise refuse(code, reason=str(error)) from None
    return partial(DurableBlock, definitions=definitions_of(rulesets))
