"""Parts of the evidence matrix: elements, what their evidence comes to, and the evidence that does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.verdict.codes import Burden, ProofStatus, Side
from enforcement_rules.evaluation.verdict.references import RuleRef, list_of
from enforcement_rules.values.errors import Path
from enforcement_rules.values.truth import Truth

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import ElementShape, ExcludedShape

ELEMENTS = "violation.elements."
"""What elements are named by where facts are named."""


class Excluded(Struct, frozen=True):
    """A piece of evidence that does not count (or, where not `sure`, not yet): for or against what, and why."""

    id: str
    side: Side
    reason: str
    sure: bool
    ref: RuleRef | None = None

    def to_dict(self) -> ExcludedShape:
        """Return the JSON form."""
        return {"id": self.id, "side": self.side, "reason": self.reason, "status": "no" if self.sure else "unknown"}


class Standing(Struct, frozen=True):
    """What the evidence comes to; `open` while what is not known yet could change it."""

    status: ProofStatus
    open: bool
    proven_by: tuple[str, ...]
    refuted_by: tuple[str, ...]
    excluded: tuple[Excluded, ...]


class ElementCheck(Struct, frozen=True):
    """An element, or a fact that is stated with evidence, and what the evidence comes to.

    Attributes:
        element: its name; for a fact that stands for no element, the id of the fact.
        burden: on whom the burden lies; `either`: to be investigated either way.
        ref: the set of elements it belongs to; `None` where the law that applies does not list it.
        applies: whether the law surely lists it for this violation.
        value: what the file says of `fact`.
        says: who says what of it.
        named: whether the case names evidence for it or against it, or the party asserts it.
        path, where: where in the case it is spoken of.
    """

    element: str
    label: tuple[str, str]
    burden: Burden
    standing: Standing
    ref: RuleRef | None = None
    article: str | None = None
    applies: Truth = True
    fact: str | None = None
    value: Any = None
    says: tuple[tuple[str | None, str], ...] = ()
    named: bool = False
    path: Path | None = None
    where: str | None = None

    @property
    def status(self) -> ProofStatus:
        """What the evidence comes to."""
        return self.standing.status

    def to_dict(self) -> ElementShape:
        """Return the JSON form."""
        return {
            "element": self.element,
            "says": self.label[0],
            "says_en": self.label[1],
            "status": self.status,
            "open": self.standing.open,
            "burden": self.burden,
            "proven_by": list_of(self.standing.proven_by),
            "refuted_by": list_of(self.standing.refuted_by),
            "excluded": [each.to_dict() for each in self.standing.excluded],
            "rule": None if self.ref is None else self.ref.rule,
            "article": self.article,
            "fact": self.fact,
            "notes": [{"by": by, "says": says} for by, says in self.says],
            "where": self.where,
        }
