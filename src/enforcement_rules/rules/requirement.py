"""Requirements: procedural duties with their time, their severity and their consequence."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from enforcement_rules.rules.base import ConditionField, FactName, Name, PlaceField, Record, Rule, RuleId, Sentence
from enforcement_rules.values.kinds import Consequence, Curable, PenaltyKind, Severity
from enforcement_rules.values.scalars import Amount, YesNo


class Requirement(Rule):
    """A duty.

    `admits`: a piece of evidence that does not meet what `then` asks of every piece proves nothing.
    `replaces` names general duties, `instrument/name`, whose place this special one takes where its own `when` holds.
    `excused_by` names facts in `then` that excuse from the duty and are the organ's to show (an extension, another term
    set by law): while nobody states them, what would be breached without them is breached on the face of the file.
    `at` is the step whose date decides which version governs; `due` the step by which the duty must be met (default:
    `at`); `then` what must be so where `when` holds.
    """

    at: Name = "decision"
    due: Name | None = None
    then: ConditionField
    severity: Severity
    consequence: Consequence = "none"
    curable: Curable = "before_decision"
    replaces: tuple[RuleId, ...] = ()
    excused_by: tuple[FactName, ...] = ()
    admits: YesNo = False

    @property
    def due_step(self) -> str:
        """The step by which the duty must be met."""
        return self.due or self.at


class LeftOut(Record):
    """A penalty of the text that no rule holds: where, its kind, the upper end of its range where it has one."""

    article: Sentence
    kind: PenaltyKind
    at_most: Amount | None = None


class Gap(Record):
    """A clause that is not encoded, with its reason; `leaves_open` are the facts that its text would settle.

    `leaves_out` names the penalties of the text that it stands for, one by one; the proof against the text counts them.
    The reasons `draft` and `unresolved` are made of a provision with that status, and of one that refers to penalties
    which are not encoded; a file has no need to write them.
    """

    article: Sentence
    name: Name
    reason: Literal["unverified", "secondary", "judgement", "pending", "no_text", "elsewhere", "draft", "unresolved"]
    says: Sentence
    says_en: Sentence = ""
    when: ConditionField | None = Field(default=None)
    blocks: YesNo = False
    leaves_open: tuple[str, ...] = ()
    leaves_out: tuple[LeftOut, ...] = ()
    accepted_by: Sentence | None = None
    place: PlaceField = Field(default=None, exclude=True)
