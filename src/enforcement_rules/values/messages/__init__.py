"""The sentences for everything that can be wrong with an input, in both languages, by code.

In: a code with its arguments. Out: one line of printable text. `sentences` puts them together; the other files hold
those of one subject each.
"""

from __future__ import annotations

from enforcement_rules.values.messages.sentences import MESSAGES, message, printable

__all__ = [
    "MESSAGES",
    "message",
    "printable",
]
