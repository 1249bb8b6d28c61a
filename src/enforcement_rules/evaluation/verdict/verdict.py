"""The verdict: a stable contract of codes, numbers and references, without words.

`Verdict.to_dict` is the JSON of `enforcement_rules/verdict/1`. Amounts are decimal strings in yuan, dates ISO.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from enforcement_rules.evaluation.proof import NodeWriter
from enforcement_rules.evaluation.verdict.findings import Finding
from enforcement_rules.evaluation.verdict.questions import Ask, NotChecked, Question
from enforcement_rules.evaluation.verdict.references import list_of
from enforcement_rules.evaluation.verdict.results import Result

SCHEMA = "enforcement_rules/verdict/1"


Outcome = Literal["may_decide", "must_not_decide", "undetermined"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a case.

    `case`, `vocabulary` and `titles` (short titles of instruments, Chinese and English) are kept for explanations; they
    are not part of the JSON.
    """

    case: Any
    vocabulary: Any
    titles: Mapping[str, tuple[str, str]]
    on: dt.date
    outcome: Outcome
    headline: tuple[str, dict[str, Any]]
    settled_procedure: bool
    assumed: tuple[str, ...]
    if_regular: tuple[Outcome, int] | None
    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    asks: tuple[Ask, ...]
    not_checked: tuple[NotChecked, ...]
    receipt: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the verdict as JSON-ready data; the same input gives the same bytes."""
        node = NodeWriter(self.case, self.vocabulary).write
        written = {
            "schema": SCHEMA,
            "case": self.case.number,
            "on": self.on.isoformat(),
            "outcome": self.outcome,
            "headline": {"code": self.headline[0], "args": self.headline[1]},
            "settled": {"procedure": self.settled_procedure},
            "assumed": list_of(self.assumed),
            "if_regular": None
            if self.if_regular is None
            else {"outcome": self.if_regular[0], "assumed": self.if_regular[1]},
            "results": [result.to_dict(node) for result in self.results],
            "findings": [finding.to_dict(node) for finding in self.findings],
            "questions": [question.to_dict() for question in self.questions],
            "asks": [ask.to_dict() for ask in self.asks],
            "not_checked": [entry.to_dict() for entry in self.not_checked],
        }
        trace = hashlib.sha256(json.dumps(written, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
        return written | {"receipt": self.receipt | {"trace_sha256": trace}}
