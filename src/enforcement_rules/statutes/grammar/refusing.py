"""How a part of the reader says that it does not read a text: the reason and the place, for the reader alone."""

from __future__ import annotations

from enforcement_rules.statutes.clauses import (
    RefusalReason,
)


class Unread(Exception):  # noqa: N818 - no error: a text that is not read
    """A text that is not read; raised and caught inside this room."""

    def __init__(self, reason: RefusalReason, at: int) -> None:
        """Keep the reason of the closed list, and where in the normal text the reading stopped."""
        super().__init__(reason)
        self.reason: RefusalReason = reason
        self.at = at
