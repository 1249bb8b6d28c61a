"""What circumstances and lists come to for one violation of one party."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.proof import Node
from enforcement_rules.evaluation.verdict.references import RuleRef, list_of
from enforcement_rules.values.on_demand import OnDemand

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import (
        GroundShape,
        InterplayShape,
        TreatmentShape,
    )


class Ground(Struct, frozen=True):
    """A circumstance or list entry as it bears on one result.

    `status` is yes, no, unknown, dormant, or barred by the interplay of circumstances; `effects` one effect or the
    choice between several; `speaks_of` the facts its condition rests on. One that `waits_for_day` is open only because
    a day leaves open whether the version that holds it governs.
    """

    ref: RuleRef
    binding: bool
    effects: tuple[str, ...]
    status: str
    because: OnDemand[Node]
    list: str | None = None
    speaks_of: frozenset[str] = frozenset()
    waits_for_day: bool = False

    def to_dict(self, node: Callable[[Node], Any]) -> GroundShape:
        """Return the JSON form, the proof included."""
        return {
            **self.ref.to_dict(),
            "force": "shall" if self.binding else "may",
            "effects": list_of(self.effects),
            "status": self.status,
            "list": self.list,
            "waits_for_day": self.waits_for_day,
            "because": node(self.because()),
        }


class Interplay(Struct, frozen=True):
    """A row of the interplay matrix that applies, the grounds it joins, and what follows."""

    ref: RuleRef
    then: str
    rules: tuple[str, ...]

    def to_dict(self) -> InterplayShape:
        """Return the JSON form."""
        return {**self.ref.to_dict(), "then": self.then, "grounds": list_of(self.rules)}


class Treatment(Struct, frozen=True):
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

    def to_dict(self, node: Callable[[Node], Any]) -> TreatmentShape:
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
