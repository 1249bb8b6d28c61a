"""The same rules on a forward-chaining network (durable-rules), as a second evaluator beside the compiled one.

In: conditions and `Facts`, as `evaluators` take them. Out: the same truths, with what the network derived on the way.
It needs the extra `durable`; where the network cannot decide, the reference does, and says so.
"""

from __future__ import annotations

from enforcement_rules.evaluation.durable.block import DurableBlock
from enforcement_rules.evaluation.durable.engine import EngineUnavailableError, available, native
from enforcement_rules.evaluation.durable.support import definitions_of, explain_support
from enforcement_rules.evaluation.durable.tracing import Derived

__all__ = [
    "Derived",
    "DurableBlock",
    "EngineUnavailableError",
    "available",
    "definitions_of",
    "explain_support",
    "native",
]
