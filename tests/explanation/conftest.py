"""A made-up case (虚构) with a text in every field of the model, and in every fact of the vocabulary, that takes any text.

Which fields these are is asked of the model and of the vocabulary: a field that is added is filled without a change here.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from pydantic import BaseModel, StringConstraints

from enforcement_rules import load_case, load_rulesets
from enforcement_rules.model.case import Case
from enforcement_rules.values.errors import InputError

HARMLESS = "某"
ANY_TEXT = "1. 某。[甲]"
"""What is no name: names may be Chinese, and are no free texts."""
_PARTS = {"organ": "organ", "violation": "violations", "officer": "officers", "evidence": "evidence"}
_BASE: dict[str, Any] = {
    "record": "working",
    "procedure": "ordinary",
    "organ": {"field": "market_regulation", "rank": "county", "capacity": "own"},
    "parties": [{"id": "p1", "kind": "legal_person"}, {"id": "p2", "kind": "natural_person"}],
    "violations": [
        {
            "id": "v1",
            "parties": ["p1", "p2"],
            "began": "2023-03-01",
            "penalised_by": [{"rank": "law"}, {"instrument": "food_safety_law", "article": "第一百二十四条第一款"}],
            "stated_range": {"at_least": 100, "at_most": 200},
            "elements": {"act": {"proven_by": ["e1"]}, "time_and_place": [{"by": "party", "refuted_by": ["e1"]}]},
        }
    ],
    "officers": [{"id": "o1", "certificate": {}}, {"id": "o2", "certificate": [{}]}],
    "evidence": [{"id": "e1"}],
    "prior_penalties": [{"on": "2022"}],
    "documents": [{"title": HARMLESS}],
    "proposed": [
        {
            "violation": "v1",
            "party": "p1",
            "penalties": [{"kind": "fine", "amount": 60000}],
            "basis": [HARMLESS, {}],
            "declined": [{"ground": HARMLESS}],
            "deviation": {},
            "benchmark": {},
            "total": {"amount": 60000},
        }
    ],
    "total": {"amount": 60000},
}
_DAYS = {"case_filing": "2023-03-02", "decision": "2023-09-10"}


def _texts(hint: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the places of free texts below a type; `*` stands for every entry of a list or mapping."""
    args = get_args(hint)
    if get_origin(hint) is Annotated and args[0] is str:
        if not any(isinstance(each, StringConstraints) and each.pattern for each in args[1:]):
            yield path
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        hints = get_type_hints(hint, include_extras=True)
        for name in hint.model_fields:
            if name != "facts":
                yield from _texts(hints[name], (*path, name))
    elif get_origin(hint) is tuple:
        yield from _texts(args[0], (*path, "*"))
    elif get_origin(hint) is dict:
        yield from _texts(args[1], (*path, "*"))
    else:
        for each in args:
            yield from _texts(each, path)


def _places(held: Any, path: tuple[str, ...]) -> Iterator[tuple[Any, Any]]:
    """Yield mapping or list and key for every place a path names; a text is put only where a text may stand."""
    head, *rest = path
    if not rest:
        if isinstance(held, dict) and head != "*":
            yield held, head
        elif head == "*" and isinstance(held, list):
            yield from ((held, n) for n, each in enumerate(held) if isinstance(each, str))
    elif head == "*" and isinstance(held, list | dict):
        for each in held.values() if isinstance(held, dict) else held:
            yield from _places(each, tuple(rest))
    elif isinstance(held, dict) and head in held:
        yield from _places(held[head], tuple(rest))


class FreeTexts:
    """The base case, and where texts may stand in it."""

    def __init__(self, rulesets: Any) -> None:
        self.rulesets = rulesets
        self.base = copy.deepcopy(_BASE)
        self.of_model = sorted(set(_texts(Case, ())))
        facts = [fact.id.partition(".")[::2] for fact in rulesets.vocabulary.facts.values() if _is_free(fact)]
        kinds = sorted({scope for scope, _ in facts if scope in rulesets.vocabulary.steps} | set(_DAYS))
        self.base["steps"] = [{"step": kind, "on": _DAYS.get(kind, "2023-04-03")} for kind in kinds]
        self.paths = [path for path in (*self.of_model, *self._of_facts(facts)) if self._is_taken(path)]

    def _of_facts(self, facts: list[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
        steps = [each["step"] for each in self.base["steps"]]
        for scope, name in facts:
            if scope in steps:
                yield "steps", str(steps.index(scope)), name
            elif scope in _PARTS:
                yield (scope, name) if scope == "organ" else (_PARTS[scope], "*", name)

    def _is_taken(self, path: tuple[str, ...]) -> bool:
        try:
            load_case(self._filled([path], ANY_TEXT), self.rulesets)
        except InputError:
            return False
        return True

    def _filled(self, paths: list[tuple[str, ...]], text: str) -> dict[str, Any]:
        data = copy.deepcopy(self.base)
        for path in paths:
            inside = data["steps"][int(path[1])] if path[0] == "steps" and path[1].isdigit() else data
            for held, key in list(_places(inside, path[2:] if inside is not data else path)):
                held[key] = text
        return data

    def data(self, text: str) -> dict[str, Any]:
        """Return the case as plain values with a text in every place that takes any."""
        return self._filled(self.paths, text)

    def count(self) -> int:
        """Return in how many places a text stands."""
        return str(self.data("麤")).count("麤")


def _is_free(fact: Any) -> bool:
    return fact.type.kind == "text" and fact.entry.derived is None and fact.instrument is None


@pytest.fixture(scope="session")
def free_texts():
    """Return the made-up case and where texts may stand in it, under the shipped law."""
    return FreeTexts(load_rulesets())
