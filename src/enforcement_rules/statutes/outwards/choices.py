"""Which measures exclude each other and which are steps (直至), within a clause and across the clauses of a tier."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from enforcement_rules.statutes.clauses import Atom
from enforcement_rules.statutes.outwards.bearers import NO_PENALTY
from enforcement_rules.statutes.outwards.cutting import Cut
from enforcement_rules.statutes.outwards.refused import Doubt
from enforcement_rules.statutes.outwards.scanning import Found

_STEPS: Final = (
    "order_to_suspend_business",
    "qualification_lowering",
    "licence_suspension",
    "order_to_close",
    "business_restriction",
)
_REVOKED: Final = ("licence_revocation", "business_licence_revocation", "licence_withdrawal")


class Choices:
    """Numbers the choices of a unit, and joins a clause that begins with 或者 or 直至 to what stands before it."""

    def __init__(self) -> None:
        self.number = 0

    def across(self, one: Found, before: list[Found], atoms: list[Atom], at: Cut) -> int:
        """Join a clause that begins with 或者 or 直至 to the clause before it; return the step of its first measure.

        Raises:
            Doubt: what it is an alternative to, or a step from, is not sure.
        """
        if one.joined == "step":
            return self._steps(atoms, at)
        if one.joined == "or":
            if (
                len(before) != 1
                or before[0].joined
                or before[0].kind in (*NO_PENALTY, "order", "deemed", "disciplinary")
            ):
                raise Doubt("unclear_alternative", at.start, at.end)
            atoms[-1] = structs.replace(atoms[-1], choice=self.number)
        return 0

    def _steps(self, atoms: list[Atom], at: Cut) -> int:
        """Number the steps behind which 直至 stands: they lie side by side, with the same condition and force."""
        below = 0
        last = next((n for n, one in enumerate(reversed(atoms)) if one.kind != "publicity"), 0)
        end = len(atoms) - last
        for one in reversed(atoms[:end]):
            known = one.kind in _STEPS or (one.kind in _REVOKED and not below)
            alike = one.conditions == atoms[end - 1].conditions and one.force == atoms[end - 1].force
            if not known or not alike or one.choice is not None or one.step is not None:
                break
            below += 1
        if not below:
            raise Doubt("unclear_alternative", at.start, at.end)
        for n in range(below):
            atoms[end - below + n] = structs.replace(atoms[end - below + n], step=n)
        return below

    def within(self, measures: list[Found], first_step: int, at: Cut) -> tuple[list[int | None], list[int | None]]:
        """Return for each measure of a clause the number of its choice and its step.

        Raises:
            Doubt: alternatives or steps that may be grouped in two ways.
        """
        joined = [one.joined for one in measures]
        inside = joined[1:]
        nothing: list[int | None] = [None] * len(measures)
        if "step" in joined:
            if len(inside) > 1 or (inside and (joined[0] or measures[0].kind not in (*_STEPS, *_REVOKED))):
                raise Doubt("unclear_alternative", at.start, at.end)
            return nothing, [first_step + n for n in range(len(measures))]
        if "or" not in joined:
            return nothing, nothing
        revoked = joined.count("or") == 1 and all(one.kind in _REVOKED for one in measures[joined.index("or") :])
        if "and" in inside or (inside and inside[-1] != "or" and not (revoked and not joined[0])):
            return self._behind_and(joined, at), nothing
        self.number += 1
        return [self.number - 1] * len(measures), nothing

    def _behind_and(self, joined: list[str], at: Cut) -> list[int | None]:
        """A或者B并处C: the fine that 并处 adds stands outside the choice."""
        if joined[0] or "list" in joined or joined.count("or") != 1 or joined[-1] != "and" or joined[1] != "or":
            raise Doubt("unclear_alternative", at.start, at.end)
        self.number += 1
        chosen = joined.index("and")
        return [self.number - 1 if n < chosen else None for n in range(len(joined))]
