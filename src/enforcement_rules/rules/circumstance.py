"""Circumstances of discretion (情节): when something shall or may be lighter, mitigated, spared, heavier."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from enforcement_rules.rules.base import ConditionField, FactName, Record, Rule, ShownBy
from enforcement_rules.rules.condition import ALWAYS
from enforcement_rules.values.kinds import Effect
from enforcement_rules.values.validated import check

InterplayEffect = Literal[
    "ends",
    "not_spared",
    "weighed_together",
    "adds_up_above_floor",
    "within_ordinary",
    "never_mitigates",
    "confiscation_stays",
]


class Choice(Record):
    """One duty with a choice between effects."""

    one_of: tuple[Effect, ...]


class Force(Record):
    """What follows: exactly one of `shall` (应当) and `may` (可以)."""

    shall: Effect | Choice | None = None
    may: Effect | Choice | None = None

    @check
    def _one(self) -> None:
        if (self.shall is None) is (self.may is None):
            raise PydanticCustomError("shall_or_may", "exactly one of shall and may")

    @property
    def binding(self) -> bool:
        """Whether it binds (应当) or only permits (可以)."""
        return self.shall is not None

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """The effects, one or a choice of several."""
        effect = self.shall if self.shall is not None else self.may
        assert effect is not None
        return effect.one_of if isinstance(effect, Choice) else (effect,)


class Circumstance(Rule):
    """A circumstance; `shown_by` says on whom the burden lies."""

    then: Force
    shown_by: ShownBy = "either"


class Question(Rule):
    """Something a person must judge, raised with its numbers; never a breach."""

    numbers: tuple[str, ...] = ()


class Definition(Rule):
    """A definition: the fact `defines` is so exactly when `when` holds.

    For a fact that is not yes or no, `value` is what the fact then is; where `when` does not hold nothing is said.
    With `where`, the definition speaks only of cases in which that holds, and says nothing of the others.
    """

    defines: FactName
    value: str | None = None
    where: ConditionField = ALWAYS


class GroundPattern(Record):
    """Which grounds that hold a row of the interplay matrix speaks of: by force and effects."""

    force: Literal["shall", "may"] | None = None
    effects: tuple[Effect, ...] = Field(min_length=1)


class Interplay(Rule):
    """A row of the interplay matrix: what follows when grounds of several patterns hold together.

    `then` says what: `ends` (nothing else is considered), `not_spared` (the sparing ground is barred),
    `weighed_together` (reported as a conflict, for a person to weigh), `adds_up_above_floor`, `within_ordinary`,
    `never_mitigates`, `confiscation_stays`.
    """

    together: tuple[GroundPattern, ...] = Field(min_length=1)
    then: InterplayEffect


class Gains(Rule):
    """How illegal gains are worked out: receipts, less what may be deducted, less what is refunded first."""

    deducts: tuple[FactName, ...] = ()
    refunds: tuple[FactName, ...] = ()
