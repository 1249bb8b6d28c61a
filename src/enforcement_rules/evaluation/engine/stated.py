"""Everything that a case file states, value by value: no key of the model and no fact is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from enforcement_rules.evaluation.facts import shown
from enforcement_rules.evaluation.verdict import Stated
from enforcement_rules.model.case import Case, Part, Step
from enforcement_rules.model.fields import ForeignSum
from enforcement_rules.model.key import key_of
from enforcement_rules.model.parts import SCOPES, scopes_of_step
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.values.errors import Path
from enforcement_rules.values.fact_type import FactType
from enforcement_rules.values.range import money

UNTOLD: Mapping[str, str] = {
    "schema": "names the format, not the case",
    "identity_number": "personal: a verdict is passed on to people who need not know it",
}
"""Keys whose values do not come back, each with its reason."""
_DATE = FactType("date")


def everything_stated(case: Case, vocabulary: Vocabulary) -> tuple[Stated, ...]:
    """Return every value that the file states, the keys of a part in the order of the model, its facts behind them."""
    return tuple(_Walk(vocabulary).part(case, (), ("case",)))


_Called = tuple[str, str]
"""What a value is called, in Chinese and English: the keys that lead to it from its part of the case."""


class _Walk:
    """Walks through a case; `scopes` are those in which the facts of a part are named."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def part(
        self, part: BaseModel, path: Path, scopes: tuple[str, ...], called: _Called = ("", "")
    ) -> Iterator[Stated]:
        for name, field in type(part).model_fields.items():
            written = field.alias or name
            if name in part.model_fields_set and name != "facts" and written not in UNTOLD:
                key = key_of(type(part), name)
                value = getattr(part, name)
                label = key.values.get(value) if isinstance(value, str) else None
                yield from self.value(value, (*path, written), scopes, _joined(called, key.zh, written), label)
        for name, statements in part.facts.items() if isinstance(part, Part) else ():
            fact = self.fact(name, scopes)
            for each in statements:
                told = each.value if fact is None else shown(fact.type, each.value)
                id_ = None if fact is None else fact.id
                yield Stated(each.path, id_, (name, name), told, each.value, None, each.by, each.evidence)

    def value(
        self, value: Any, path: Path, scopes: tuple[str, ...], called: _Called, label: str | None = None
    ) -> Iterator[Stated]:
        if isinstance(value, BaseModel):
            own = self._scopes_of(value)
            yield from self.part(value, path, own or scopes, ("", "") if own else called)
        elif isinstance(value, tuple) and any(isinstance(each, BaseModel) for each in value):
            for n, each in enumerate(value):
                yield from self.value(each, (*path, n), scopes, _joined(called, str(n + 1), str(n + 1)))
        elif isinstance(value, Mapping):
            for key, each in value.items():
                yield from self.value(each, (*path, key), scopes, _joined(called, key, key))
        elif value is not None:
            fact = self.fact(str(path[-1]), scopes)
            yield Stated(path, None if fact is None else fact.id, called, _plain(value), value, label)

    def _scopes_of(self, part: BaseModel) -> tuple[str, ...]:
        """Return the scopes of a part of the case: the organ, an item of a list; none for what lies deeper."""
        if isinstance(part, Step):
            return scopes_of_step(part.step, self.vocabulary)
        return (SCOPES[type(part)],) if isinstance(part, Part) else ()

    def fact(self, name: str, scopes: tuple[str, ...]) -> Fact | None:
        found = (self.vocabulary.fact(f"{scope}.{name}") for scope in scopes)
        return next((each for each in found if each is not None), None)


def _joined(called: _Called, zh: str, en: str) -> _Called:
    return f"{called[0]} {zh}".strip(), f"{called[1]} {en}".strip()


def _plain(value: Any) -> Any:
    """Return a value of the model as JSON-ready data."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, ForeignSum):
        return value.to_dict()
    return value if isinstance(value, bool | int | str) else _DATE.show(value)
