"""Case files, and the same thing as plain Python values, become a `Case`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from enforcement_rules.loading.cases.checks import check_case
from enforcement_rules.loading.cases.citations import named
from enforcement_rules.loading.cases.element_checks import check_elements
from enforcement_rules.loading.cases.statements import StatementReader, is_statement, may_be_stated
from enforcement_rules.loading.reading import (
    Document,
    Problems,
    keys_of,
    note_unknown_key,
    plain_document,
    read_document,
    validate,
)
from enforcement_rules.loading.rulesets import load_rulesets
from enforcement_rules.loading.vocabulary import NUMBERS
from enforcement_rules.model.case import (
    Case,
    Evidence,
    Officer,
    Organ,
    Part,
    Party,
    PriorPenalty,
    Proposal,
    Step,
    Violation,
)
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import Path

LISTS: Mapping[str, tuple[type[Part], str]] = {
    "parties": (Party, "party"),
    "violations": (Violation, "violation"),
    "officers": (Officer, "officer"),
    "evidence": (Evidence, "evidence"),
    "prior_penalties": (PriorPenalty, "prior"),
    "steps": (Step, "step"),
    "proposed": (Proposal, "proposal"),
}
"""Lists of a case → the model of their items and the scope of the facts these state."""
MOST = {"violations": 200, "parties": 200, "steps": 2000, "officers": 1000, "proposed": 2000, "documents": 5000}
_OTHERWISE = 5000


def load_case(source: str | FilePath | Mapping[str, Any] | Document, rulesets: Rulesets | None = None) -> Case:
    """Load a case.

    Args:
        source: path of a YAML or JSON file; a mapping of the same shape with JSON types, dates and Decimals; or a
            document that was read already, such as the part of a larger file.
        rulesets: whose vocabulary says which facts there are; default: those of the library.

    Raises:
        InputError: with everything that is wrong, in the order of the file.
    """
    document = _document(source)
    law = rulesets or load_rulesets()
    vocabulary: Vocabulary = law.vocabulary
    problems = Problems()
    data = _Preparation(document, vocabulary, problems).case()
    if data is not None:
        for key in ("violations", "proposed"):
            if isinstance(data.get(key), list):
                data[key] = [named(each, law.by_title) if isinstance(each, dict) else each for each in data[key]]
    case = None if data is None else validate(Case, data, document, problems)
    if case is not None:
        check_case(case, document, vocabulary, problems)
        check_elements(case, document, law.elements, problems)
    if case is None or problems:
        raise problems.error()
    case._places = document.places
    case._sha256 = document.sha256
    return case


def _document(source: str | FilePath | Mapping[str, Any] | Document) -> Document:
    if isinstance(source, Document):
        return source
    return plain_document(source) if isinstance(source, Mapping) else read_document(source)


def base_facts(vocabulary: Vocabulary) -> list[str]:
    """Return the names of the facts that may stand under `bases`: the numbers of a violation."""
    return [
        fact.name
        for fact in vocabulary.facts.values()
        if fact.scope == "violation" and fact.type.kind in NUMBERS and may_be_stated(fact)
    ]


class _Preparation:
    """Moves the facts of every part of a case to where the model keeps them."""

    def __init__(self, document: Document, vocabulary: Vocabulary, problems: Problems) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.problems = problems

    def case(self) -> dict[str, Any] | None:
        """Return the data for the model, or `None` when it is too much or of another shape altogether."""
        raw = self.document.data
        if not isinstance(raw, dict):
            self.problems.add(self.document, "expected_mapping")
            return None
        for key in (*LISTS, "documents"):
            items, most = raw.get(key), MOST.get(key, _OTHERWISE)
            if isinstance(items, list) and len(items) > most:
                self.problems.add(self.document, "too_many", (key,), key=key, count=len(items), most=most)
        if self.problems:
            return None
        data = self._part(raw, (), Case, ("case",))
        if "organ" in data:
            data["organ"] = self._inner(data["organ"], ("organ",), Organ, "organ")
        for key, (model, scope) in LISTS.items():
            if isinstance(data.get(key), list):
                data[key] = [self._inner(each, (key, n), model, scope) for n, each in enumerate(data[key])]
        return data

    def _inner(self, raw: Any, path: Path, model: type[Part], scope: str) -> Any:
        if not isinstance(raw, dict):
            return raw  # the model says what it should be
        if model is not Step:
            return self._part(raw, path, model, (scope,))
        kind = raw.get("step")
        if not isinstance(kind, str) or kind not in self.vocabulary.steps:
            # Whose facts they are cannot be told, so that of its keys only fields can be judged.
            return {key: value for key, value in raw.items() if key in keys_of(model) and key != "facts"}
        act = ("act",) if kind in self.vocabulary.acts else ()
        return self._part(raw, path, model, (kind, *act, scope))

    def _part(self, raw: dict[str, Any], path: Path, model: type[Part], scopes: tuple[str, ...]) -> dict[str, Any]:
        fields = tuple(key for key in keys_of(model) if key != "facts")
        reader = StatementReader(self.document, self.vocabulary, self.problems, scopes, fields)
        data: dict[str, Any] = {}
        for key, value in raw.items():
            if key == "facts":
                reader.read_facts(value, (*path, key))
            elif key not in fields or (model is not Step and is_statement(value) and reader.fact(key) is not None):
                reader.read(key, value, (*path, key))
            elif value is not None:
                data[key] = value
        if model is Violation and isinstance(data.get("bases"), dict):
            data["bases"] = self._bases(reader, data["bases"], (*path, "bases"))
        data["facts"] = reader.found
        return data

    def _bases(self, reader: StatementReader, raw: dict[str, Any], path: Path) -> dict[str, Any]:
        """Return the bases that are stated; a name that is no number of the vocabulary is noted."""
        known = base_facts(self.vocabulary)
        for key in raw:
            if key not in known:
                note_unknown_key(self.document, self.problems, (*path, key), known)
            elif any(statement.by is None for statement in reader.found.get(key, ())):
                self.problems.add(self.document, "stated_twice", (*path, key), fact=f"violation.{key}")
        return {key: value for key, value in raw.items() if value is not None and key in known}
