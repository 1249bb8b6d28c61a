"""The closed list of changes, each of which makes a clean twin unlawful, and the line of law that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.testing.twins.builder import Twin


class Unlawful(Struct, frozen=True):
    """An unlawful case.

    Attributes:
        change: the name of the change.
        detail: what exactly was changed.
        data: the case as a file holds it.
        breaches: the duty that must be found breached, where the change breaks one.
        bars: whether the breach must keep the case from being decided; else its finding must appear.
        holds: the ground that must be found to hold, where the change is that it is set aside.
    """

    change: str
    detail: str
    data: dict[str, Any]
    breaches: str | None = None
    bars: bool = True
    holds: str | None = None


class Change(Struct, frozen=True):
    """One kind of change: its name, the law that forbids it in a line of both languages, what it makes of a twin."""

    name: str
    zh: str
    en: str
    make: Callable[[Twin], Iterator[Unlawful]]

    def __call__(self, twin: Twin) -> Iterator[Unlawful]:
        """Yield the unlawful cases that this change makes of a twin; none where it does not concern its provision."""
        return self.make(twin)


CHANGES: dict[str, Change] = {}
"""Every change by its name."""


def change(zh: str, en: str) -> Callable[[Callable[[Twin], Iterator[Unlawful]]], Change]:
    """Enter a function in the list of changes, under its own name."""

    def entered(make: Callable[[Twin], Iterator[Unlawful]]) -> Change:
        made = CHANGES[make.__name__] = Change(make.__name__, zh, en, make)
        return made

    return entered
