"""Why a clause is not read: a typed refusal with the place that stopped the reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from msgspec import Struct

from enforcement_rules.statutes.clauses import Premise

Place = tuple[int, int]
Alternatives = tuple[tuple[Premise, ...], ...]
"""One condition, as the atoms have it: one of these holds, with all its premises."""
Reason = Literal[
    "unknown_word",
    "unclear_scope",
    "unclear_party",
    "unclear_alternative",
    "unclear_reference",
    "unclear_base",
    "unclear_numeral",
    "misprint",
    "nested_condition",
    "exception",
    "formula",
    "amount_elsewhere",
    "not_in_grammar",
]
"""Those of the closed list of refusals (docs/clauses.md) that this reader gives."""


class Refused(Struct, frozen=True):
    """A clause that is not read: a reason of the closed list, and where, as offsets into the normal text."""

    reason: Reason
    start: int
    end: int


class Doubt(Exception):  # noqa: N818 - it is no error: it becomes a refusal
    """Raised inside this room where a reading would be a guess; the face of the room turns it into a `Refused`."""

    def __init__(self, reason: Reason, start: int, end: int) -> None:
        super().__init__(reason)
        self.refused = Refused(reason, start, end)


class LocalDoubt(Doubt):
    """A doubt whose place counts from the beginning of a part; `placed` moves it."""


@contextmanager
def placed(start: int) -> Iterator[None]:
    """Move the doubts about a part of the text to where the part stands."""
    try:
        yield
    except LocalDoubt as doubt:
        at = doubt.refused
        raise Doubt(at.reason, start + at.start, start + at.end) from None
