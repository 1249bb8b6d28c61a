"""What a verdict leaves to people: questions to judge, facts to ask for, clauses nobody checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from enforcement_rules.evaluation.verdict.references import RuleRef, list_of
from enforcement_rules.values.errors import Path


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
