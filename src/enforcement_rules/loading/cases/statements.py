"""Facts of the vocabulary as case files state them: a value, or who says it on which evidence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct, field

from enforcement_rules.loading.naming import PartFacts
from enforcement_rules.loading.reading import Document, Problems, expected_code, nearest, note_unknown_key
from enforcement_rules.model.computed import COMPUTED
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.values.errors import Path
from enforcement_rules.values.fact_type import BOUNDED
from enforcement_rules.values.identifier import IDENTIFIER

_SPEAKER = re.compile(IDENTIFIER)
_KEYS = ["value", "by", "evidence"]


def is_statement(raw: Any) -> bool:
    """Say whether a value in a file has the form of a statement, or of a list of them."""
    if isinstance(raw, list):
        return any(is_statement(each) for each in raw if isinstance(each, dict))
    return isinstance(raw, dict) and "value" in raw


def note_computed(document: Document, problems: Problems, fact: str, path: Path) -> None:
    """Note a fact that a file states although it follows from others, or from a field of the case."""
    source = COMPUTED.get(fact)
    problems.add(document, "computed_from" if source else "computed_fact", path, fact=fact, source=source)


class StatementReader(Struct):
    """Reads the facts of one part of a case.

    Attributes:
        document: the case file.
        problems: where everything wrong is noted.
        facts: the facts that the part may state.
        fields: the keys of the part that are no facts.
        found: the statements, by the name of the fact without its scope.
    """

    document: Document
    problems: Problems
    facts: PartFacts
    fields: Collection[str]
    found: dict[str, tuple[Statement, ...]] = field(default_factory=dict)

    def read(self, name: str, raw: Any, path: Path) -> None:
        """Read what stands under a key that is no field: a fact, or a mapping of facts with a longer name."""
        fact = self.facts.named.get(name)
        if name in self.facts.begun and (fact is None or (isinstance(raw, dict) and not is_statement(raw))):
            self._read_inner(name, raw, path)
        elif fact is None:
            self._unknown(name, path)
        elif name not in self.facts.stated:
            note_computed(self.document, self.problems, fact.id, path)
        elif raw is not None:  # null is what exports write for what is not known
            self._state(name, fact, raw, path)

    def read_field(self, name: str, raw: Any, path: Path) -> None:
        """Read what speakers say of a field that is a fact as well, such as the day of a step."""
        self._state(name, self.facts.named[name], raw, path)

    def _read_inner(self, name: str, raw: Any, path: Path) -> None:
        if isinstance(raw, dict):
            for key, value in raw.items():
                self.read(f"{name}.{key}", value, (*path, key))
        elif raw is not None:
            self.problems.add(self.document, "expected_mapping", path)

    def read_facts(self, raw: Any, path: Path) -> None:
        """Read the mapping under `facts`."""
        if raw is None:
            return
        if not isinstance(raw, dict):
            self.problems.add(self.document, "expected_mapping", path)
            return
        for key, value in raw.items():
            if key in self.fields:
                self.problems.add(self.document, "outside_facts", (*path, key), key=key)
            else:
                self.read(key, value, (*path, key))

    def _unknown(self, name: str, path: Path) -> None:
        if self.problems.full:
            return
        key = str(path[-1])
        outer = name.removesuffix(key)
        near = self._near(name, outer, path)
        if near:
            self.problems.add(self.document, "unknown_key", path, key=key, near=near.removeprefix(outer))
        else:
            self.problems.add(self.document, "unknown_fact_key", path, key=key)

    def _near(self, name: str, outer: str, path: Path) -> str | None:
        known = [*self.fields, *self.facts.suggestions()]
        word = str(path[-1])
        if word.isascii():
            return nearest(name, known) if outer else self.document.nearest(path, word, known)
        inner = {each.removeprefix(outer).partition(".")[0]: None for each in known if each.startswith(outer)}
        return self.document.nearest(path, word, inner)

    def _state(self, name: str, fact: Fact, raw: Any, path: Path) -> None:
        if isinstance(raw, str):
            self._add(name, fact, self._said(fact, raw, path, path))
        elif is_statement(raw) and isinstance(raw, list):
            for n, each in enumerate(raw):
                self._add(name, fact, self._statement(fact, each, (*path, n)))
        elif isinstance(raw, list) and fact.type.kind != "choices":
            self.problems.add(self.document, "several_values", path)
        else:
            self._add(name, fact, self._statement(fact, raw, path))

    def _add(self, name: str, fact: Fact, statement: Statement | None) -> None:
        if statement is None:
            return
        said = self.found.get(name)
        if said is None:
            self.found[name] = (statement,)
        elif any(other.by == statement.by for other in said):
            self.problems.add(self.document, "stated_twice", statement.path, fact=fact.id)
        else:
            self.found[name] = (*said, statement)

    def _statement(self, fact: Fact, raw: Any, path: Path) -> Statement | None:
        if not (isinstance(raw, dict) and "value" in raw):
            return self._said(fact, raw, path, path)
        for key in raw:
            if key not in _KEYS:
                note_unknown_key(self.document, self.problems, (*path, key), _KEYS)
        by = raw.get("by")
        if by is not None and not (isinstance(by, str) and _SPEAKER.fullmatch(by)):
            self.problems.add(self.document, "expected_identifier", (*path, "by"), value=by)
            return None
        return self._said(fact, raw["value"], (*path, "value"), path, by, self._evidence(raw, (*path, "evidence")))

    def _evidence(self, raw: Mapping[str, Any], path: Path) -> tuple[str, ...]:
        evidence = raw.get("evidence")
        if evidence is None:
            return ()
        if not isinstance(evidence, list):
            self.problems.add(self.document, "expected_list", path)
            return ()
        ids = []
        for n, id_ in enumerate(evidence):
            if isinstance(id_, str) and _SPEAKER.fullmatch(id_):
                ids.append(id_)
            else:
                self.problems.add(self.document, "expected_identifier", (*path, n), value=id_)
        return tuple(ids)

    def _said(
        self, fact: Fact, raw: Any, at: Path, path: Path, by: str | None = None, evidence: tuple[str, ...] = ()
    ) -> Statement | None:
        try:
            return Statement(fact.type.stated(raw), by, evidence, path)
        except ValueError:
            args = {"value": raw, "fact": fact.id, "expected": [*fact.type.values, *fact.type.wider]}
            bounds = isinstance(raw, Mapping) and fact.type.kind in BOUNDED
            self.problems.add(self.document, "expected_bounds" if bounds else expected_code(fact.type), at, **args)
            return None
