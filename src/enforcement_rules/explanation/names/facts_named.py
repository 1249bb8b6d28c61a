"""The names of the vocabulary: steps, facts, their values, kinds of penalty."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.explanation.names.named import NameEntry, Value
from enforcement_rules.loading.naming import may_be_stated
from enforcement_rules.model.computed import COMPUTED, STATED_OTHERWISE
from enforcement_rules.model.fact_places import place_of_fact
from enforcement_rules.model.vocabulary import Fact, Vocabulary

_KINDS = "proposal.kinds"
_TAKES = {"graded": "one_of", "choice": "one_of", "choices": "some_of"}


def steps_named(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    """Yield the kinds of step."""
    for kind, entry in vocabulary.steps.items():
        yield NameEntry("steps", kind, kind, entry.key_zh, entry.zh, entry.en, ("steps[].step",), "step")


def facts_named(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    """Yield the facts that files state, and those that are worked out, with what from."""
    for fact in vocabulary.facts.values():
        if not fact.implicit and fact.type.kind != "moment":
            yield _fact(fact, vocabulary)


def _fact(fact: Fact, vocabulary: Vocabulary) -> NameEntry:
    entry = fact.entry
    stated = may_be_stated(fact)
    asked = entry.ask
    return NameEntry(
        what="facts",
        id=fact.id,
        key=fact.name.rpartition(".")[2],
        key_zh=entry.key_zh.rpartition(".")[2] if entry.key_zh else None,
        zh=entry.zh,
        en=entry.en,
        where=(place_of_fact(fact, vocabulary),) if stated else (),
        takes=takes_of(fact) if stated else None,
        values=values_of(fact),
        unit=entry.unit,
        follows_from=() if stated else _sources(fact),
        says=(asked.zh, asked.en) if asked else ("", ""),
        aliases=(fact.name, entry.key_zh or fact.name),
    )


def takes_of(fact: Fact) -> str:
    """Return the code of what a fact takes; a choice without values of its own takes a name of the case or the law."""
    kind = _TAKES.get(fact.type.kind, fact.type.kind)
    return "name" if kind in ("one_of", "some_of") and not fact.type.values else kind


def values_of(fact: Fact) -> tuple[Value, ...]:
    """Return the values of a fact that has values of its own."""
    return tuple(
        Value(id_, fact.entry.value_keys.get(id_), zh, en)
        for id_, (zh, en) in (
            *fact.type.values.items(),
            *((name, (w.zh, w.en)) for name, w in fact.entry.wider.items()),
        )
    )


def _sources(fact: Fact) -> tuple[str, ...]:
    if fact.id in COMPUTED and fact.id not in STATED_OTHERWISE:
        return (COMPUTED[fact.id],)
    return fact.parts


def penalties_named(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    """Yield the kinds of penalty."""
    fact = vocabulary.fact(_KINDS)
    for value in values_of(fact) if fact else ():
        where = ("proposed[].penalties[].kind",)
        yield NameEntry("penalties", value.id, value.id, value.key_zh, value.zh, value.en, where)


def values_named(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    """Yield the values that facts choose among: a value that several facts share stands once, with all its places."""
    found: dict[Value, list[str]] = {}
    for fact in vocabulary.facts.values():
        if fact.id != _KINDS and may_be_stated(fact):
            for value in values_of(fact):
                found.setdefault(value, []).append(place_of_fact(fact, vocabulary))
    for value, places in found.items():
        yield NameEntry("values", value.id, value.id, value.key_zh, value.zh, value.en, tuple(places))
