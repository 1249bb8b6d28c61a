"""What was found on one duty."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.proof import Node
from enforcement_rules.evaluation.verdict.codes import Known, Status
from enforcement_rules.evaluation.verdict.references import RuleRef, word
from enforcement_rules.values.kinds import Consequence, Curable, Severity
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.truth import Truth

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import FindingShape, PassedFindingShape

OPEN: frozenset[Status] = frozenset({"apparent", "undetermined"})
PASSED: frozenset[Status] = frozenset({"dormant", "not_applicable"})
"""What is found on duties that this case does not have to keep."""


class Finding(Struct, frozen=True):
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
    severity: Severity
    consequence: Consequence
    curable: Curable
    due: str
    step: str
    because: OnDemand[Node]
    kept: Truth = None
    exceptions: tuple[tuple[str, str, str, Known], ...] = ()
    violation: str | None = None
    party: str | None = None
    notes: tuple[tuple[str, dict[str, Any]], ...] = ()
    applies: Truth = True

    @property
    def assumes_version(self) -> bool:
        """Whether it rests on the law of a day that the file does not tell."""
        return any(code == "version_by_undated_step" for code, _ in self.notes)

    def to_dict(self, node: Callable[[Node], Any]) -> FindingShape:
        """Return the JSON form, the proof included."""
        return {
            **self.ref.to_dict(),
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

    def in_short(self) -> PassedFindingShape:
        """Return the JSON form of a duty that is dormant or does not apply, without its words and its proof."""
        short: PassedFindingShape = {
            "rule": self.ref.rule,
            "status": "dormant" if self.status == "dormant" else "not_applicable",
            "article": self.ref.article,
        }
        if self.violation is not None:
            short["violation"] = self.violation
        if self.party is not None:
            short["party"] = self.party
        return short
