"""Which name was perhaps meant by one that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST_COMPARED = 100


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like a misspelt word, or `None` when none is.

    >>> nearest("market_regulaton", ["market_regulation", "tax"]), nearest("x", ["market_regulation"])
    ('market_regulation', None)
    """
    if len(word) > _LONGEST_COMPARED:
        return None
    near = difflib.get_close_matches(word, [other for other in candidates if other != word], n=1, cutoff=0.6)
    return near[0] if near else None
