"""The logger `enforcement_rules`: silent unless a program asks to hear."""

from __future__ import annotations

import sys
from typing import Any, Literal


def log(level: Literal["info", "debug"], message: str, *args: Any) -> None:
    """Tell the logger something, with the arguments of its message as `logging` takes them.

    Where nobody in the program has imported `logging`, nobody listens, and it is not imported for this: that would
    cost every start more than everything there is to tell. The handler that does nothing keeps Python from writing to
    standard error in place of one.
    """
    logging: Any = sys.modules.get("logging")
    if logging is None:
        return
    logger = logging.getLogger("enforcement_rules")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    getattr(logger, level)(message, *args)
