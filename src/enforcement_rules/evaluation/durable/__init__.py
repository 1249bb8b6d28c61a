"""The same rules on a forward-chaining network (durable-rules), as a second evaluator beside the compiled one."""

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
