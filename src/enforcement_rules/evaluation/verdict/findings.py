"""What was found on one duty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from enforcement_rules.evaluation.proof import Node
from enforcement_rules.evaluation.verdict.references import RuleRef, word
from enforcement_rules.values.truth import Truth

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
