"""The receipt: what anyone needs to replay a verdict."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from enforcement_rules.model.case import Case
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.version import VERSION
from enforcement_rules.values.workdays import PUBLISHED, Calendar


@cache
def _published() -> str:
    return PUBLISHED.source  # its version is looked up in the metadata of the package


class Means(Struct, frozen=True):
    """The day of a review and what it was made with.

    `faults` are what the reference decided in place of the evaluator, and why.
    """

    on: dt.date
    evaluator: str
    calendar: Calendar
    faults: tuple[str, ...]


def receipt_of(case: Case, rulesets: Rulesets, used: frozenset[Version], means: Means) -> dict[str, Any]:
    """Return engine, evaluator, hash of every version used, calendar, hash of the case, day, and faults if any."""
    faults = {"faults": list(means.faults)} if means.faults else {}
    return {
        "engine": VERSION,
        "evaluator": means.evaluator,
        "rulesets": [
            {"id": version.head.instrument, "version": version.head.version, "sha256": version.sha256}
            for version in sorted(used, key=lambda version: version.head.id)
        ],
        "vocabulary_sha256": rulesets.vocabulary_sha256,
        "calendar": _published() if means.calendar is PUBLISHED else means.calendar.source,
        "settings": {},
        "case_sha256": case.sha256 or _of_content(case),
        "on": means.on.isoformat(),
        **faults,
    }


def _of_content(case: Case) -> str:
    """Return the hash of a case that was built in memory; sets are sorted, for their order differs from run to run."""
    content = case.model_dump(by_alias=True)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Struct):
        return asdict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
