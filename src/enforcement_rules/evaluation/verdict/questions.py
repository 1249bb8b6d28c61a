"""What a verdict leaves to people: questions to judge, facts to ask for, clauses nobody checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from enforcement_rules.evaluation.verdict.codes import Outcome
from enforcement_rules.evaluation.verdict.evidence_rows import ELEMENTS
from enforcement_rules.evaluation.verdict.references import RuleRef, list_of
from enforcement_rules.evaluation.verdict.stated import Denied
from enforcement_rules.model.questions import question_for_element, question_for_fact, question_for_list
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.on_demand import OnDemand

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict.shapes import (
        AskFactShape,
        AskShape,
        FlipShape,
        NotCheckedShape,
        QuestionShape,
    )


UNNAMED = "?"
"""The instrument of what is not checked where the file names none."""


class Question(Struct, frozen=True):
    """Something a person must judge, with its numbers (fact → value)."""

    ref: RuleRef
    numbers: tuple[tuple[str, Any], ...]
    violation: str | None = None
    party: str | None = None

    def to_dict(self) -> QuestionShape:
        """Return the JSON form."""
        return {
            **self.ref.to_dict(),
            "numbers": dict(self.numbers),
            "violation": self.violation,
            "party": self.party,
        }


class Flip(Struct, frozen=True):
    """What one value of a fact would change, all else as it is.

    Attributes:
        value: the value, as a file states it.
        outcome: the outcome then; `None` where it stays.
        treatment: what the party's treatment comes to, or what a ground says that then holds; `None` where neither.
        amount: whether the range, or what is said of the proposal, changes.
        breaches: the void and fatal duties that are broken then.
        procedure: whether the procedural answer becomes settled, or is no longer.
    """

    value: Any
    outcome: Outcome | None = None
    treatment: str | None = None
    amount: bool = False
    breaches: tuple[str, ...] = ()
    procedure: bool = False

    def to_dict(self) -> FlipShape:
        """Return the JSON form."""
        return {
            "value": self.value,
            "outcome": self.outcome,
            "treatment": self.treatment,
            "amount": self.amount,
            "breaches": list_of(self.breaches),
            "procedure": self.procedure,
        }


class AskFact(Struct, frozen=True):
    """A fact to ask for: where it would stand, the rules that wait for it, what it does for the one it decides most.

    `element` are the facts by which the element of a list is known that it is a fact of; `raised`: the file itself
    raises it; `flips` are what its values would change, where that was asked for.
    """

    path: str
    fact: str
    rules: tuple[str, ...]
    effect: str
    decides: str
    contested: bool = False
    element: tuple[tuple[str, Any], ...] = ()
    raised: bool = False
    flips: tuple[Flip, ...] = ()

    def question(self, vocabulary: Vocabulary, labels: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
        """Return the question that asks for it, Chinese and English; `labels` are what the elements say by name."""
        if self.fact.startswith("@"):
            return question_for_list(self.fact[1:])
        if self.fact.startswith(ELEMENTS):
            name = self.fact.removeprefix(ELEMENTS)
            return question_for_element(labels.get(name, (name, name)))
        return question_for_fact(self.fact, vocabulary)

    def to_dict(self, vocabulary: Vocabulary, labels: Mapping[str, tuple[str, str]]) -> AskFactShape:
        """Return the JSON form, with the question."""
        chinese, english = self.question(vocabulary, labels)
        made: AskFactShape = {
            "path": self.path,
            "fact": self.fact,
            "rules": list_of(self.rules),
            "effect": self.effect,
            "decides": self.decides,
            "contested": self.contested,
            "question": {"zh": chinese, "en": english},
        }
        if self.flips:
            made["flips"] = [flip.to_dict() for flip in self.flips]
        return made


class Ask(Struct, frozen=True):
    """A group of facts that one step or document answers; `outcomes` are those still possible through it."""

    group: str
    rank: int
    facts: tuple[AskFact, ...]
    outcomes: tuple[str, ...]

    @property
    def raised(self) -> bool:
        """Whether the file itself raises one of the facts."""
        return any(fact.raised for fact in self.facts)

    def to_dict(self, vocabulary: Vocabulary, labels: Mapping[str, tuple[str, str]]) -> AskShape:
        """Return the JSON form; `labels` are what the elements say by name."""
        return {
            "group": self.group,
            "rank": self.rank,
            "facts": [fact.to_dict(vocabulary, labels) for fact in self.facts],
            "outcomes": list_of(self.outcomes),
        }


NOTHING_DENIED: OnDemand[tuple[Denied, ...]] = OnDemand(tuple)
"""Of what speaks against no duty."""


class NotChecked(Struct, frozen=True):
    """A clause or a whole version that was not checked, and why; `leaves_open` are the facts it would settle.

    `denying` is worked out when somebody first looks at `unjudged`.
    """

    instrument: str
    article: str | None
    reason: str
    steps: tuple[str, ...] = ()
    says: str | None = None
    says_en: str | None = None
    blocks: bool = False
    leaves_open: tuple[str, ...] = ()
    denying: OnDemand[tuple[Denied, ...]] = NOTHING_DENIED

    @property
    def unjudged(self) -> tuple[Denied, ...]:
        """The stated facts that speak against duties of the steps: nobody held them against the law."""
        return self.denying()

    def to_dict(self) -> NotCheckedShape:
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
            "unjudged": list_of(dict.fromkeys(each.fact for each in self.unjudged)),
            "denied": [each.to_dict() for each in self.unjudged],
        }
