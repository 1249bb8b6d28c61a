"""Conditions as files write them become the typed trees of `rules.condition`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from enforcement_rules.loading.reading import nearest
from enforcement_rules.loading.vocabulary.bounds import BoundReader, Refused
from enforcement_rules.loading.vocabulary.presupposed import with_presupposed
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import (
    ALWAYS,
    ELEMENT_SCOPES,
    All,
    AnyOf,
    Collection,
    Condition,
    Not,
    Quantified,
)
from enforcement_rules.values.errors import InputError, Path, Problem

DEEPEST_CONDITION = 12
MOST_TESTS = 500
COLLECTIONS: tuple[Collection, ...] = get_args(Collection)
_QUANTIFIED = ("of", "where", "holds")


def read_condition(
    raw: Any,
    vocabulary: Vocabulary,
    *,
    path: Path = (),
    elements: frozenset[str] = frozenset(),
    allow_known: bool = False,
    presupposing: bool = False,
) -> Condition:
    """Read a condition.

    Args:
        raw: mappings, lists and text, as `loading.reading` reads them.
        vocabulary: the facts there are.
        path: where the condition stands; problems carry paths below it.
        elements: scopes of elements (`officer`, `act`, …) that may be spoken of, as inside `every`.
        allow_known: whether `known` may be tested, as in questions and gaps.
        presupposing: whether a test of a fact asks for what the fact presupposes too, as where a penalty rests on it.

    Raises:
        InputError: with everything that is wrong, each at its path; places are for the caller to add.
    """
    reader = _Reader(vocabulary, allow_known=allow_known, presupposing=presupposing)
    condition = reader.condition(raw, path, elements, 1)
    if reader.problems:
        raise InputError(reader.problems)
    return condition


class _Reader:
    """Reads one condition and gathers what is wrong with it."""

    def __init__(self, vocabulary: Vocabulary, *, allow_known: bool, presupposing: bool) -> None:
        self.tests = BoundReader(vocabulary, allow_known=allow_known)
        self.presupposing = presupposing
        self.problems: list[Problem] = []
        self.count = 0

    def condition(self, raw: Any, path: Path, scopes: frozenset[str], depth: int) -> Condition:
        """Return a mapping as the conjunction of its entries; what is wrong is noted and left out."""
        if depth > DEEPEST_CONDITION:
            return self._wrong(Refused("condition_too_deep", path, most=DEEPEST_CONDITION))
        if not isinstance(raw, dict):
            return self._wrong(Refused("expected_condition", path))
        if not raw:
            return self._wrong(Refused("empty_condition", path))
        parts: list[Condition] = []
        for key, value in raw.items():
            self._counted(path)
            try:
                parts.extend(self._entry(key, value, (*path, key), scopes, depth))
            except Refused as refused:
                self._wrong(refused)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _wrong(self, refused: Refused) -> Condition:
        self.problems.append(Problem(refused.code, refused.args_of_code, refused.path))
        return ALWAYS

    def _counted(self, path: Path) -> None:
        self.count += 1
        if self.count > MOST_TESTS:
            raise InputError([Problem("condition_too_large", {"most": MOST_TESTS}, path)])

    def _entry(self, key: str, raw: Any, path: Path, scopes: frozenset[str], depth: int) -> Iterator[Condition]:
        if key in ("any", "all"):
            parts = self._parts(raw, path, scopes, depth)
            yield AnyOf(parts) if key == "any" else All(parts)
        elif key == "not":
            yield Not(self.condition(raw, path, scopes, depth + 1))
        elif key in ("every", "some"):
            yield self._quantified(key == "every", raw, path, depth)
        else:
            fact = self.tests.fact(key, path, scopes, at_key=True)
            for test in self.tests.tests(fact, raw, path, scopes):
                yield with_presupposed(test, fact) if self.presupposing else test

    def _parts(self, raw: Any, path: Path, scopes: frozenset[str], depth: int) -> tuple[Condition, ...]:
        if not isinstance(raw, list):
            raise Refused("expected_list", path)
        if not raw:
            raise Refused("list_too_short", path, least=1)
        return tuple(self.condition(each, (*path, n), scopes, depth + 1) for n, each in enumerate(raw))

    def _quantified(self, every: bool, raw: Any, path: Path, depth: int) -> Condition:
        if not isinstance(raw, dict):
            raise Refused("expected_mapping", path)
        for key in raw:
            if key not in _QUANTIFIED:
                near = nearest(key, _QUANTIFIED)
                code, args = ("unknown_key", {"near": near}) if near else ("unexpected_key", {"expected": _QUANTIFIED})
                raise Refused(code, (*path, key), key=key, **args)
        # `some: {of: evidence}` asks for no more than that there is one; `every` of nothing would say nothing.
        for key in ("of", "holds") if every else ("of",):
            if key not in raw:
                raise Refused("missing_key", path, key=key)
        of = self._collection(raw["of"], (*path, "of"))
        # Inside, only the elements named last can be spoken of, and the facts of the case around them.
        scopes = frozenset(ELEMENT_SCOPES[of])
        where = self.condition(raw["where"], (*path, "where"), scopes, depth + 1) if "where" in raw else ALWAYS
        holds = self.condition(raw["holds"], (*path, "holds"), scopes, depth + 1) if "holds" in raw else ALWAYS
        return Quantified(every, of, where, holds)

    @staticmethod
    def _collection(raw: Any, path: Path) -> Collection:
        for name in COLLECTIONS:
            if name == raw:
                return name
        raise Refused("expected_one_of", path, value=raw, expected=COLLECTIONS)
