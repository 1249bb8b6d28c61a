"""Rule files: validated with conditions read in the vocabulary, each rule knowing its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from enforcement_rules.loading.reading import (
    MOST_PROBLEMS,
    Document,
    Problems,
    Rest,
    RestProblems,
    keys_at,
    note_unknown_key,
    validate_rest,
)
from enforcement_rules.loading.vocabulary import read_condition
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import ALWAYS, Condition
from enforcement_rules.rules.instrument import Chapter
from enforcement_rules.values.errors import InputError, Path

_MAY_TEST_KNOWN = frozenset({"questions", "gaps"})
_PENALISING = frozenset({"penalties", "benchmarks"})
"""What builds a penalty on a fact: it asks for what the fact presupposes. A duty takes what the file says as said."""
_NO_PLACE = frozenset({"listings", "catalogues"})
_INNER = {
    "benchmarks": "tiers",
    "listings": "entries",
    "appraisals": "items",
    "catalogues": "items",
    "penalties": "then",
}
"""Rules that stand inside others, by the kind of these."""


def read_chapter(document: Document, vocabulary: Vocabulary | None, problems: Problems) -> Rest:
    """Return the rules of a file that can be read, the paths of what cannot; everything wrong is noted.

    Args:
        document: the file.
        vocabulary: the facts its conditions may speak of; `None` when they are not known, since a vocabulary could not
            be read: conditions are then left alone.
        problems: where everything wrong is noted.
    """
    wrong: list[InputError] = []

    def reader(*, allow_known: bool = False, presupposing: bool = False) -> Mapping[str, Any]:
        def condition(raw: Any) -> Condition:
            # What is wrong is noted when the whole file was validated; more than can be noted is not looked for.
            if vocabulary is None or len(wrong) >= MOST_PROBLEMS:
                return ALWAYS
            try:
                return read_condition(raw, vocabulary, allow_known=allow_known, presupposing=presupposing)
            except InputError as error:
                wrong.append(error)
                raise

        return {"condition": condition}

    data = document.data
    if not isinstance(data, dict):
        problems.add(document, "expected_mapping")
        return Rest(None, set(), set())
    placed = _placed(data, document, problems)
    rules = {kind: each for kind, each in placed.items() if kind not in _MAY_TEST_KNOWN | _PENALISING}
    whole = validate_rest(Chapter, rules, document, problems, reader())
    for kinds, read in ((_PENALISING, reader(presupposing=True)), (_MAY_TEST_KNOWN, reader(allow_known=True))):
        some = {kind: each for kind, each in placed.items() if kind in kinds}
        whole = _joined(whole, validate_rest(Chapter, some, document, problems, read), kinds)
    return whole


def _joined(one: Rest, other: Rest, kinds: frozenset[str]) -> Rest:
    """Return what was read, with the rules of some kinds from a second reading."""
    if one.model is None or other.model is None:
        return Rest(None, set(), set())
    model = one.model.model_copy(update={kind: getattr(other.model, kind) for kind in kinds})
    return Rest(model, one.aside | other.aside, one.meant | other.meant)


class ChapterProblems(RestProblems):
    """Adds what is found in rule files of which not all could be read."""

    def follows(self, rest: Rest, code: str, path: Path, args: Mapping[str, Any]) -> bool:
        """Say whether a problem may follow from something set aside in the same rule; an unknown name does not."""
        if super().follows(rest, code, path, args):
            return True
        return not code.startswith(_BY_ITSELF) and any(each[:_RULE] == path[:_RULE] for each in rest.aside)


_BY_ITSELF = (
    "unknown_cause",
    "unknown_instrument",
    "unknown_article",
    "unknown_step",
    "unknown_fact",
    "undeclared_fact",
)
_RULE = 2
"""How long the path of a rule is: its kind and where it stands among them."""


def _placed(data: dict[str, Any], document: Document, problems: Problems) -> dict[str, Any]:
    """Return the data with the place of every rule put in; a place that a file states is refused."""
    placed = {kind: list(each) if isinstance(each, list) else each for kind, each in data.items()}
    for path, rule in _raw_rules(placed):
        if "place" in rule:
            allowed = [key for key in keys_at(Chapter, path) if key != "place"]
            note_unknown_key(document, problems, (*path, "place"), allowed)
        rule["place"] = document.place(path)
    return placed


def _raw_rules(placed: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield a copy of every rule, put where it stood, with its path."""
    for kind, rules in placed.items():
        if not isinstance(rules, list):
            continue
        for n, rule in enumerate(rules):
            if isinstance(rule, dict):
                rules[n] = dict(rule)
                yield from _inside(kind, n, rules[n])


def _inside(kind: str, n: int, rule: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    if kind not in _NO_PLACE:
        yield (kind, n), rule
    key = _INNER.get(kind)
    if key is not None and isinstance(rule.get(key), list):
        rule[key] = [dict(each) if isinstance(each, dict) else each for each in rule[key]]
        yield from (((kind, n, key, m), each) for m, each in enumerate(rule[key]) if isinstance(each, dict))
