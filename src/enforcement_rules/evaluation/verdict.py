"""The verdict: a stable contract of codes, numbers and references, without words.

`Verdict.to_dict` is the JSON of `enforcement_rules/verdict/1`. Amounts are decimal strings in yuan, dates ISO.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from enforcement_rules.evaluation.matrix import ElementCheck
from enforcement_rules.evaluation.nodes import NodeWriter
from enforcement_rules.evaluation.parts import (
    Amount,
    Candidate,
    GainsCheck,
    LawChoice,
    ProposalCheck,
    RuleRef,
    SchemeChoice,
    TierChoice,
    list_of,
    word,
)
from enforcement_rules.evaluation.proof import Node
from enforcement_rules.values.errors import Path
from enforcement_rules.values.range import Range
from enforcement_rules.values.truth import Truth

__all__ = [
    "Amount",
    "Ask",
    "AskFact",
    "Finding",
    "Ground",
    "LawChoice",
    "NotChecked",
    "ProposalCheck",
    "Question",
    "Result",
    "RuleRef",
    "TierChoice",
    "Treatment",
    "Verdict",
    "list_of",
    "word",
]

SCHEMA = "enforcement_rules/verdict/1"
Outcome = Literal["may_decide", "must_not_decide", "undetermined"]
Status = Literal[
    "satisfied",
    "breached",
    "apparent",
    "undetermined",
    "not_yet_due",
    "dormant",
    "not_applicable",
    "not_checked",
]
OPEN: frozenset[str] = frozenset({"apparent", "undetermined"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A circumstance or list entry as it bears on one result.

    `status` is yes, no, unknown, dormant, or barred by the interplay of circumstances; `effects` one effect or the
    choice between several; `speaks_of` the facts its condition rests on.
    """

    ref: RuleRef
    binding: bool
    effects: tuple[str, ...]
    status: str
    because: Callable[[], Node]
    list: str | None = None
    speaks_of: frozenset[str] = frozenset()

    def to_dict(self, node: Callable[[Node], Any]) -> dict[str, Any]:
        """Return the JSON form, the proof included."""
        return self.ref.to_dict() | {
            "force": "shall" if self.binding else "may",
            "effects": list_of(self.effects),
            "status": self.status,
            "list": self.list,
            "because": node(self.because()),
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one duty, or on the proposal.

    Attributes:
        kept: whether what the duty asks for was done, even where it is open whether the duty applies.
        violation, party: set when the duty depends on them.
        applies: whether the condition of the duty holds, its exceptions left aside, and no special duty replaces it.
        notes: codes with arguments that explain a status, e.g. both counts of a period that crosses a change of law.
    """

    ref: RuleRef
    kind: str
    status: Status
    severity: str
    consequence: str
    curable: str
    due: str
    step: str
    because: Callable[[], Node]
    kept: Truth = None
    exceptions: tuple[tuple[str, str, str, str], ...] = ()
    violation: str | None = None
    party: str | None = None
    notes: tuple[tuple[str, dict[str, Any]], ...] = ()
    applies: Truth = True

    @property
    def assumes_version(self) -> bool:
        """Whether it rests on the law of a day that the file does not tell."""
        return any(code == "version_by_undated_step" for code, _ in self.notes)

    def to_dict(self, node: Callable[[Node], Any]) -> dict[str, Any]:
        """Return the JSON form, the proof included."""
        return self.ref.to_dict() | {
            "kind": self.kind,
            "status": self.status,
            "severity": self.severity,
            "consequence": self.consequence,
            "curable": self.curable,
            "due": self.due,
            "step": self.step,
            "kept": word(self.kept),
            "violation": self.violation,
            "party": self.party,
            "exceptions": [
                {"name": name, "says": says, "says_en": says_en, "status": status}
                for name, says, says_en, status in self.exceptions
            ],
            "notes": [{"code": code, "args": args} for code, args in self.notes],
            "because": node(self.because()),
        }


@dataclass(frozen=True, slots=True)
class Interplay:
    """A row of the interplay matrix that applies, the grounds it joins, and what follows."""

    ref: RuleRef
    then: str
    rules: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return self.ref.to_dict() | {"then": self.then, "grounds": list_of(self.rules)}


@dataclass(frozen=True, slots=True)
class Treatment:
    """What the circumstances come to for one result.

    `twice` are grounds whose facts already decided the range (an element, a raised band, a tier): not counted again.
    """

    outcome: str
    remaining: tuple[str, ...]
    grounds: tuple[Ground, ...]
    conflicts: tuple[tuple[tuple[str, ...], str], ...] = ()
    interplay: tuple[Interplay, ...] = ()
    twice: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def names(self, status: str, *, binding: bool | None = None) -> list[str]:
        """Return the rules of one status, all or only the binding (or permitting) ones."""
        return [g.ref.rule for g in self.grounds if g.status == status and binding in (None, g.binding)]

    def to_dict(self, node: Callable[[Node], Any]) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "outcome": self.outcome,
            "remaining": list_of(self.remaining),
            "shall": self.names("yes", binding=True),
            "may": self.names("yes", binding=False),
            "open": self.names("unknown"),
            "conflicts": [{"rules": list_of(rules), "why": why} for rules, why in self.conflicts],
            "interplay": [row.to_dict() for row in self.interplay],
            "counted_twice": [{"rule": rule, "facts": list_of(facts)} for rule, facts in self.twice],
            "grounds": [g.to_dict(node) for g in self.grounds if g.status in ("yes", "unknown", "barred")],
        }


@dataclass(frozen=True, slots=True)
class Result:
    """The answer for one violation of one party."""

    violation: str
    party: str | None
    settled_treatment: bool
    settled_amount: bool
    law: tuple[LawChoice, ...]
    treatment: Treatment
    statutory: Amount
    tier: TierChoice | None
    permitted: Range | None
    proposal: ProposalCheck | None
    scheme: SchemeChoice | None = None
    candidates: tuple[Candidate, ...] = ()
    gains: GainsCheck | None = None
    evidence: tuple[ElementCheck, ...] = ()

    def to_dict(self, node: Callable[[Node], Any]) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "violation": self.violation,
            "party": self.party,
            "settled": {"treatment": self.settled_treatment, "amount": self.settled_amount},
            "law": [choice.to_dict() for choice in self.law],
            "treatment": self.treatment.to_dict(node),
            "range": {
                "statutory": self.statutory.to_dict(),
                "tier": None if self.tier is None else self.tier.to_dict(),
                "scheme": None if self.scheme is None else self.scheme.to_dict(),
                "permitted": None if self.permitted is None else self.permitted.to_dict(),
                "candidates": [candidate.to_dict() for candidate in self.candidates],
            },
            "gains": None if self.gains is None else self.gains.to_dict(),
            "evidence": [row.to_dict() for row in self.evidence],
            "proposal": None if self.proposal is None else self.proposal.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Question:
    """Something a person must judge, with its numbers (fact → value)."""

    ref: RuleRef
    numbers: tuple[tuple[str, Any], ...]
    violation: str | None = None
    party: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        numbers = dict(self.numbers)
        return self.ref.to_dict() | {"numbers": numbers, "violation": self.violation, "party": self.party}


@dataclass(frozen=True, slots=True)
class AskFact:
    """A fact to ask for: where it would stand, the rules that wait for it, what it does for the one it decides most.

    `element` are the facts by which the element of a list is known that it is a fact of.
    """

    path: str
    fact: str
    rules: tuple[str, ...]
    effect: str
    decides: str
    contested: bool = False
    element: tuple[tuple[str, Any], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form without the question, which is worded by `explanation`."""
        return {
            "path": self.path,
            "fact": self.fact,
            "rules": list_of(self.rules),
            "effect": self.effect,
            "decides": self.decides,
            "contested": self.contested,
        }


@dataclass(frozen=True, slots=True)
class Ask:
    """A group of facts that one step or document answers; `outcomes` are those still possible through it."""

    group: str
    rank: int
    facts: tuple[AskFact, ...]
    outcomes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "group": self.group,
            "rank": self.rank,
            "facts": [fact.to_dict() for fact in self.facts],
            "outcomes": list_of(self.outcomes),
        }


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A clause or a whole version that was not checked, and why; `leaves_open` are the facts it would settle.

    `unjudged` are facts on which duties of the steps rest and which the file says are not so, each with where it says
    so: nobody held them against the law.
    """

    instrument: str
    article: str | None
    reason: str
    steps: tuple[str, ...] = ()
    says: str | None = None
    says_en: str | None = None
    blocks: bool = False
    leaves_open: tuple[str, ...] = ()
    unjudged: tuple[tuple[str, Path], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "instrument": self.instrument,
            "article": self.article,
            "reason": self.reason,
            "steps": list_of(self.steps),
            "says": self.says,
            "says_en": self.says_en,
            "blocks": self.blocks,
            "leaves_open": list_of(self.leaves_open),
            "unjudged": [fact for fact, _ in self.unjudged],
        }


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
