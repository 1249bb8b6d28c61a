"""The data of a case as its model takes them: the facts of every part moved to where the model keeps them."""

from __future__ import annotations

from functools import cache
from typing import Any

from enforcement_rules.loading.cases.size import check_size
from enforcement_rules.loading.cases.statements import StatementReader, is_statement
from enforcement_rules.loading.naming import part_facts
from enforcement_rules.loading.reading import Document, Problems, keys_of, nearest, note_unknown_key
from enforcement_rules.model.case import Case, Organ, Part, Step, Violation
from enforcement_rules.model.parts import LISTS, scopes_of_step
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.values.errors import Path


def prepared(document: Document, vocabulary: Vocabulary, problems: Problems) -> dict[str, Any] | None:
    """Return the data for `Case`, or `None` when it is too much or of another shape altogether, which is noted."""
    return _Preparation(document, vocabulary, problems).case()


@cache
def _fields(model: type[Part]) -> frozenset[str]:
    """Return the keys of a part that are no facts."""
    return frozenset(keys_of(model)) - {"facts"}


class _Preparation:
    """Moves the facts of every part of a case to where the model keeps them."""

    def __init__(self, document: Document, vocabulary: Vocabulary, problems: Problems) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.problems = problems

    def case(self) -> dict[str, Any] | None:
        """See `prepared`."""
        raw = self.document.data
        if not isinstance(raw, dict):
            self.problems.add(self.document, "expected_mapping")
            return None
        if not self.document.name and str(raw.get("format", "")).startswith("enforcement_rules/case/"):
            self.problems.add(self.document, "dumped_case", ("format",))
            return None
        too_large = Problems()
        check_size(raw, (*LISTS, "documents"), self.document, too_large)
        if too_large:
            self.problems.include(too_large.error())
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
        if isinstance(kind, str) and kind not in self.vocabulary.steps:
            # The kind is refused; what else is wrong with the step is told as of the one that was meant.
            kind = nearest(kind, self.vocabulary.steps)
        if not isinstance(kind, str):
            # Whose facts they are cannot be told, so that of its keys only fields can be judged.
            return {key: value for key, value in raw.items() if key in _fields(model)}
        return self._part(raw, path, model, scopes_of_step(kind, self.vocabulary))

    def _part(self, raw: dict[str, Any], path: Path, model: type[Part], scopes: tuple[str, ...]) -> dict[str, Any]:
        fields = _fields(model)
        reader = StatementReader(self.document, self.problems, part_facts(self.vocabulary, scopes), fields)
        data: dict[str, Any] = {}
        for key, value in raw.items():
            if key in fields:
                if key in reader.facts.named and is_statement(value):
                    reader.read_field(key, value, (*path, key))
                elif value is not None:
                    data[key] = value
            elif key == "facts":
                reader.read_facts(value, (*path, key))
            else:
                reader.read(key, value, (*path, key))
        if model is Violation and isinstance(data.get("bases"), dict):
            data["bases"] = self._bases(reader, data["bases"], (*path, "bases"))
        data["facts"] = reader.found
        return data

    def _bases(self, reader: StatementReader, raw: dict[str, Any], path: Path) -> dict[str, Any]:
        """Return the bases that are stated; a name that is no number of the vocabulary is noted."""
        known = reader.facts.numbers
        for key in raw:
            if key not in known:
                note_unknown_key(self.document, self.problems, (*path, key), list(known))
            elif any(statement.by is None for statement in reader.found.get(key, ())):
                self.problems.add(self.document, "stated_twice", (*path, key), fact=f"violation.{key}")
        return {key: value for key, value in raw.items() if value is not None and key in known}
