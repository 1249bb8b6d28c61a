"""Everything that a case file states, value by value: no key of the model and no fact is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from enforcement_rules.evaluation.facts import shown
from enforcement_rules.evaluation.verdict import Stated
from enforcement_rules.model.case import Case, Part, Step
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.values.errors import Path
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.range import money

UNTOLD: Mapping[str, str] = {
    "schema": "names the format, not the case",
    "identity_number": "personal: a verdict is passed on to people who need not know it",
}
"""Keys whose values do not come back, each with its reason."""
_SCOPES = {
    "organ": "organ",
    "parties": "party",
    "violations": "violation",
    "officers": "officer",
    "evidence": "evidence",
    "prior_penalties": "prior",
    "proposed": "proposal",
}
_DATE = FactType("date")


def everything_stated(case: Case, vocabulary: Vocabulary) -> tuple[Stated, ...]:
    """Return every value that the file states, the keys of a part in the order of the model, its facts behind them."""
    return tuple(_Walk(vocabulary).part(case, (), ("case",)))


class _Walk:
    """Walks through a case; `scopes` are those in which the facts of a part are named."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def part(self, part: BaseModel, path: Path, scopes: tuple[str, ...]) -> Iterator[Stated]:
        for name, field in type(part).model_fields.items():
            key = field.alias or name
            if name in part.model_fields_set and name != "facts" and key not in UNTOLD:
                yield from self.value(getattr(part, name), (*path, key), scopes)
        for name, statements in part.facts.items() if isinstance(part, Part) else ():
            fact = self.fact(name, scopes)
            for each in statements:
                told = each.value if fact is None else shown(fact.type, each.value)
                id_ = None if fact is None else fact.id
                yield Stated(each.path, id_, told, each.value, each.by, each.evidence)

    def value(self, value: Any, path: Path, scopes: tuple[str, ...]) -> Iterator[Stated]:
        if isinstance(value, BaseModel):
            inner = (_SCOPES[str(path[0])],) if len(path) <= 2 and path[0] in _SCOPES else scopes  # noqa: PLR2004
            yield from self.part(value, path, self._of_step(value) if isinstance(value, Step) else inner)
        elif isinstance(value, tuple) and any(isinstance(each, BaseModel) for each in value):
            for n, each in enumerate(value):
                yield from self.value(each, (*path, n), scopes)
        elif isinstance(value, Mapping):
            for key, each in value.items():
                yield from self.value(each, (*path, key), scopes)
        elif value is not None:
            fact = self.fact(str(path[-1]), scopes)
            yield Stated(path, None if fact is None else fact.id, _plain(value), value)

    def _of_step(self, step: Step) -> tuple[str, ...]:
        return (step.step, *(("act",) if step.step in self.vocabulary.acts else ()), "step")

    def fact(self, name: str, scopes: tuple[str, ...]) -> Fact | None:
        found = (self.vocabulary.fact(f"{scope}.{name}") for scope in scopes)
        return next((each for each in found if each is not None), None)


def _plain(value: Any) -> Any:
    """Return a value of the model as JSON-ready data."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return money(value)
    return value if isinstance(value, bool | int | str) else _DATE.show(value)
