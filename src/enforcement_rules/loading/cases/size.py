"""How large a case may be: lists each for itself, and what a review goes through together.

A review looks at every violation of every party, and for each of them may look at every step, person and piece of
evidence. Within these limits it takes seconds; a case beyond them is several cases.
"""

from __future__ import annotations

from typing import Any

from enforcement_rules.loading.reading import Document, Problems

MOST = {"violations": 200, "parties": 200, "steps": 500, "officers": 300, "proposed": 500, "documents": 5000}
"""List → the most items; of a list that is not named, `OTHERWISE`."""
OTHERWISE = 5000
MOST_PAIRS = 400
"""Violations times their parties."""
MOST_PERFORMERS = 3000
"""Officers of all steps, each counted at every step that names it."""
MOST_LOOKS = 20_000
"""Violations times their parties, times steps, officers, evidence, prior penalties and officers at steps."""
_SEEN = ("steps", "officers", "evidence", "prior_penalties")


def check_size(raw: dict[str, Any], lists: tuple[str, ...], document: Document, problems: Problems) -> None:
    """Note what of a case is too much, before anything of it is read."""
    for key in lists:
        count, most = len(_list(raw, key)), MOST.get(key, OTHERWISE)
        if count > most:
            problems.add(document, "too_many", (key,), key=key, count=count, most=most)
    pairs = _pairs(raw)
    if pairs > MOST_PAIRS:
        problems.add(document, "too_many_pairs", ("violations",), count=pairs, most=MOST_PAIRS)
    performers = sum(len(_list(step, "by")) for step in _list(raw, "steps"))
    if performers > MOST_PERFORMERS:
        problems.add(document, "too_many_performers", ("steps",), count=performers, most=MOST_PERFORMERS)
    looks = pairs * (performers + sum(len(_list(raw, key)) for key in _SEEN))
    if looks > MOST_LOOKS and not problems:
        problems.add(document, "too_many_looks", ("violations",), pairs=pairs, each=looks // pairs, most=MOST_LOOKS)


def _list(raw: Any, key: str) -> list[Any]:
    found = raw.get(key) if isinstance(raw, dict) else None
    return found if isinstance(found, list) else []


def _pairs(raw: dict[str, Any]) -> int:
    """Return how many violations of parties there are; one that names no party is of all."""
    everybody = max(len(_list(raw, "parties")), 1)
    named = [{who for who in _list(each, "parties") if isinstance(who, str)} for each in _list(raw, "violations")]
    return sum(len(parties) or everybody for parties in named)
