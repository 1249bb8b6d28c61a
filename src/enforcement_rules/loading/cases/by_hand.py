"""Facts of a case that was built in Python: they exist, may be stated, and have values of their type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from enforcement_rules.loading.cases.statements import note_computed
from enforcement_rules.loading.naming import PartFacts, part_facts
from enforcement_rules.loading.reading import Document, Problems, expected_code, note_unknown_key
from enforcement_rules.model.case import Case, Part, Step
from enforcement_rules.model.parts import LISTS, scopes_of_step
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.alternatives import Alternatives
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.errors import Path
from enforcement_rules.values.fact_type import BOUNDED, FactType
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment

_TYPES: dict[str, tuple[type, ...]] = {
    "yes_no": (bool,),
    "graded": (int,),
    "choice": (str,),
    "choices": (Choices,),
    "count": (int,),
    "days": (int,),
    "number": (Decimal,),
    "amount": (Decimal,),
    "date": (dt.date,),
    "time": (Moment,),
    "text": (str,),
}
"""Kind of a fact → what a file that states it exactly is read into."""


def check_stated(case: Case, document: Document, vocabulary: Vocabulary, problems: Problems) -> None:
    """Note facts that are none, that nobody may state, or whose values are of another type."""
    for part, path, scopes in _parts(case, vocabulary):
        facts = part_facts(vocabulary, scopes)
        for name, statements in part.facts.items():
            _check(name, [each.value for each in statements], facts, document, (*path, "facts", name), problems)
    for n, violation in enumerate(case.violations):
        known = part_facts(vocabulary, ("violation",)).numbers
        for key in violation.bases:
            if key not in known:
                note_unknown_key(document, problems, ("violations", n, "bases", key), list(known))


def _check(name: str, values: list[Any], facts: PartFacts, document: Document, path: Path, problems: Problems) -> None:
    fact = facts.named.get(name)
    if fact is None:
        note_unknown_key(document, problems, path, sorted(facts.stated))
    elif name not in facts.stated:
        note_computed(document, problems, fact.id, path)
    else:
        for value in values:
            if not _fits(fact.type, value):
                args = {"value": value, "fact": fact.id, "expected": list(fact.type.values)}
                problems.add(document, expected_code(fact.type), path, **args)


def _fits(type_: FactType, found: Any) -> bool:
    """Say whether a value is of a type: exactly, one of several, or within bounds."""
    if isinstance(found, Alternatives):
        return type_.kind == "choice" and found.name in type_.wider
    if isinstance(found, Interval):
        ends = [end for end in (found.low, found.high) if end is not None]
        return type_.kind in (*BOUNDED, "graded", "date") and all(_is_one(type_, end) for end in ends)
    return _is_one(type_, found)


def _is_one(type_: FactType, found: Any) -> bool:
    value: Any = found
    if not isinstance(found, _TYPES.get(type_.kind, ())) or (isinstance(value, bool) and type_.kind != "yes_no"):
        return False
    if type_.kind == "graded":
        return bool(0 <= value < len(type_.values))
    if type_.kind == "choice" and type_.values:
        return value in type_.values
    return not (type_.kind == "choices" and type_.values) or bool(value.known <= type_.values.keys())


def _parts(case: Case, vocabulary: Vocabulary) -> Iterator[tuple[Part, Path, tuple[str, ...]]]:
    yield case, (), ("case",)
    yield case.organ, ("organ",), ("organ",)
    for key, (_, scope) in LISTS.items():
        for n, part in enumerate(getattr(case, key)):
            yield part, (key, n), scopes_of_step(part.step, vocabulary) if isinstance(part, Step) else (scope,)
