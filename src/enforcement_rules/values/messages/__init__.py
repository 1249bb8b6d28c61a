"""TODO ROOM."""

from __future__ import annotations

from enforcement_rules.values.messages.sentences import MESSAGES, message, printable

__all__ = [
    "MESSAGES",
    "message",
    "printable",
]
