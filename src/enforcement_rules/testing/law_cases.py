"""Case files as mappings that come to lie at the limits of the laws that `laws` makes up.

They hold penalties of every kind with amounts and days, parties of every kind and role, and days that are known whole,
by month, by year, or between two days.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from typing import Any

from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.testing.laws import DEFINED, PARTY_KINDS, TERMS
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.kinds import PENALTY_KINDS, TREATMENTS

_FIRST = dt.date(2023, 1, 1)
_BEFORE = ("2022-12-20", "2022-12", "2022", {"from": "2022-12-01", "to": "2022-12-31"}, {"to": "2022-12-31"})
_LONG_TERMS = ({"months": 5}, {"years": 1}, {"years": 1, "months": 3}, {"months": 1, "days": 3}, {"for_life": True})
_STRUCTURE = frozenset(
    {
        "violation.began",
        "violation.ended",
        "violation.goods_value",
        "party.kind",
        "party.fines",
        "case.highest_fine",
        "case.detention_days",
    }
)
"""Facts that stand elsewhere in a file, or follow from what is proposed."""


class _Maker:
    """Makes up case files that lie at the limits of those laws."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def maybe(self, value: Any) -> Any:
        return value if self.chance.random() < 0.7 else None  # noqa: PLR2004 - two thirds of what can be said is said

    def whole_day(self) -> str:
        return (_FIRST + dt.timedelta(self.chance.randrange(12))).isoformat()

    def day(self) -> Any:
        """Return a day as files write it: most often whole, else a month, a year, or what lies between two days."""
        if self.chance.random() < 0.6:  # noqa: PLR2004 - more often than not
            return self.whole_day()
        first, last = sorted((self.whole_day(), self.whole_day()))
        return self.chance.choice((first[:7], first[:4], {"from": first, "to": last}, {"from": first}, {"to": last}))

    def value(self, kind: str, values: Sequence[str] = ()) -> Any:
        choose = self.chance.choice
        made: dict[str, Callable[[], Any]] = {
            "yes_no": lambda: choose((True, False)),
            "graded": lambda: choose(values),
            "choice": lambda: choose(values),
            "choices": lambda: sorted(self.chance.sample(values, self.chance.randrange(min(len(values), 3) + 1))),
            "amount": lambda: str(choose((0, 1, 2, 3, 4, 5, "2.5", "0.01"))),
            "date": self.day,
            "count": lambda: choose((0, 1, 2, 3, 4)),
            "days": lambda: self.chance.randrange(16),
            "time": lambda: f"2023-01-0{choose((1, 2, 3))}T0{choose((1, 9))}:00",
        }
        return made[kind]()

    def said(self, fact: FactType) -> Any:
        """Return a fact as files state it; now and then two speakers disagree."""
        values = tuple(fact.values)
        if self.chance.random() < 0.05:  # noqa: PLR2004 - seldom
            return [{"value": self.value(fact.kind, values), "by": who} for who in ("organ", "party")]
        return self.value(fact.kind, values)

    def facts(self, vocabulary: Vocabulary, scope: str) -> dict[str, Any]:
        """Return facts of a scope; those that rules define are seldom stated."""
        found = {}
        for id_, fact in vocabulary.facts.items():
            own = fact.scope == scope and not fact.implicit and not fact.entry.derived and fact.type.kind != "text"
            if own and id_ not in _STRUCTURE and self.chance.random() < (0.1 if id_ in DEFINED else 0.7):
                found[fact.name] = self.said(fact.type)
        return found

    def step(self, kind: str, vocabulary: Vocabulary) -> dict[str, Any]:
        by = self.chance.sample(("o1", "o2"), self.chance.randrange(3)) if kind == "inspection" else None
        facts = self.facts(vocabulary, kind)
        return _stated({"step": kind, "on": self.maybe(self.day()), "by": self.maybe(by), **facts})

    def party(self, id_: str, vocabulary: Vocabulary) -> dict[str, Any]:
        stated = {"id": id_, "kind": self.maybe(self.chance.choice(PARTY_KINDS))}
        return _stated(stated) | self.facts(vocabulary, "party")

    def violation(self, parties: list[str], vocabulary: Vocabulary) -> dict[str, Any]:
        cited = [{"instrument": "made_up_law", "article": f"虚构{self.chance.randrange(3)}"}]
        stated = {
            "id": "v1",
            "parties": parties,
            "cause": self.chance.choice(("a", "b")),
            "penalised_by": cited if self.chance.random() < 0.5 else None,  # noqa: PLR2004 - one half
            "began": self.maybe(self.chance.choice(_BEFORE)),
            "ended": self.maybe(self.day()),
            "bases": {"goods_value": self.value("amount")},
        }
        return _stated(stated) | self.facts(vocabulary, "violation")

    def proposal(self, party: str) -> dict[str, Any]:
        kinds = self.chance.sample(PENALTY_KINDS, self.chance.randrange(4))
        treatment = self.chance.choice((*TREATMENTS, None))
        penalties = self.maybe([self.penalty(kind) for kind in kinds])
        return _stated({"violation": "v1", "party": party, "treatment": treatment, "penalties": penalties})

    def penalty(self, kind: str) -> dict[str, Any]:
        money = kind == "fine" or kind.startswith("confiscation")
        amount = self.maybe(self.value("amount")) if money else None
        long = kind in TERMS and self.chance.random() < 0.5  # noqa: PLR2004 - one half
        days = self.maybe(self.value("days")) if kind in TERMS and not long else None
        term = self.maybe(self.chance.choice(_LONG_TERMS)) if long else None
        return _stated({"kind": kind, "amount": amount, "days": days, "term": term})

    def case(self, vocabulary: Vocabulary) -> dict[str, Any]:
        choose = self.chance.choice
        kinds = self.chance.choices(("notice", "inspection", "decision", "service"), k=self.chance.randrange(6))
        parties = [self.party(f"p{n + 1}", vocabulary) for n in range(choose((1, 1, 1, 2)))]
        return {
            **self.facts(vocabulary, "case"),
            "record": choose(("working", "complete", "excerpt")),
            "complete": self.chance.sample(("steps", "officers", "evidence"), self.chance.randrange(4)),
            "parties": parties,
            "violations": [self.violation([party["id"] for party in parties], vocabulary)],
            "officers": [
                {"id": id_, "certificate": {"from": self.day(), "to": None} | ({"to": "2023-01-12"} if n else {})}
                for n, id_ in enumerate(("o1", "o2"))
            ],
            "evidence": [
                {"id": f"e{n}", **self.facts(vocabulary, "evidence")} for n in range(self.chance.randrange(3))
            ],
            "steps": [self.step(kind, vocabulary) for kind in kinds],
            "proposed": [self.proposal(party["id"]) for party in parties if self.maybe(True)],
        }


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def made_up_case(vocabulary: Vocabulary, seed: int | str) -> dict[str, Any]:
    """Return a case file over `law_vocabulary` as a mapping; the same for the same seed."""
    return _Maker(random.Random(seed)).case(vocabulary)  # noqa: S311 - seeded on purpose
