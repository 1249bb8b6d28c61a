"""What the definitions of all rulesets together must keep: none may rest on itself."""

from __future__ import annotations

from collections.abc import Mapping

from enforcement_rules.loading.reading import Problems
from enforcement_rules.loading.rulesets.checks import Chapters
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.condition import facts_of


def check_definitions(chapters: Chapters, vocabulary: Vocabulary, problems: Problems) -> None:
    """Note every definition, of all files together, whose condition rests on the fact it defines."""
    rests: dict[str, set[str]] = {
        id_: {part for parts in fact.entry.derived.values() for part in parts}
        for id_, fact in vocabulary.facts.items()
        if fact.entry.derived
    }
    for _, chapter in chapters:
        for definition in chapter.definitions:
            named = rests.setdefault(definition.defines, set())
            named.update(facts_of(definition.when), facts_of(definition.where))
    for document, chapter in chapters:
        for n, definition in enumerate(chapter.definitions):
            if definition.defines in _reached(definition.defines, rests):
                path = ("definitions", n, "defines")
                problems.add(document, "defined_by_itself", path, fact=definition.defines)


def _reached(start: str, rests: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for id_ in rests.get(waiting.pop(), ()):
            if id_ not in reached:
                reached.add(id_)
                waiting.append(id_)
    return reached
