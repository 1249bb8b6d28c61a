"""What of rulesets can matter in one field of law: its own instruments and the general ones, with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.mentions import facts_mentioned
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.spelling import nearest


def of_field(rulesets: Rulesets, field: str) -> Rulesets:
    """Return the rulesets with only what can matter in a field: its instruments, the general ones, facts and causes.

    A fact of an instrument's own vocabulary stays where a rule that is left speaks of it, or of one that is worked out
    from it; a cause where a rule that is left names it, or none at all.

    Args:
        rulesets: what is loaded.
        field: its id, its label in either language, or its Chinese key.

    Raises:
        InputError: when there is no such field; with those that there are, or the one that is like it.
    """
    field = _field(rulesets, field)
    versions = {
        name: kept
        for name, each in rulesets.versions.items()
        if (kept := tuple(version for version in each if not version.head.fields or field in version.head.fields))
    }
    left = [version for each in versions.values() for version in each]
    elsewhere = [version for version in rulesets.all_versions() if version not in left]
    return replace(rulesets, versions=versions, vocabulary=_vocabulary(rulesets.vocabulary, left, elsewhere))


def _field(rulesets: Rulesets, word: str) -> str:
    for id_, label in rulesets.fields.items():
        if word in (id_, label.zh, label.en, label.key_zh):
            return id_
    near = nearest(word, rulesets.fields)
    shown = near or ", ".join(f"{id_} ({label.key_zh or label.zh})" for id_, label in rulesets.fields.items())
    raise refuse("no_such_name_near", ("--field",), word=word, near=shown)


def _vocabulary(vocabulary: Vocabulary, left: Sequence[Version], elsewhere: Sequence[Version]) -> Vocabulary:
    kept = set(_named(vocabulary, left))
    facts = {id_: fact for id_, fact in vocabulary.facts.items() if id_ in kept or fact.instrument is None}
    # A cause that no rule names says that the catalogue has none: it is of every field.
    foreign = _causes(elsewhere) - _causes(left)
    return Vocabulary(
        facts=facts,
        steps=vocabulary.steps,
        groups=vocabulary.groups,
        events=vocabulary.events,
        causes={cause: label for cause, label in vocabulary.causes.items() if cause not in foreign},
    )


def _causes(versions: Iterable[Version]) -> frozenset[str]:
    return frozenset(cause for version in versions for cause in version.causes)


def _named(vocabulary: Vocabulary, versions: Iterable[Version]) -> Iterator[str]:
    """Yield the facts that rules speak of, and those they are worked out from."""
    ids = (id_ for version in versions for chapter in version.chapters.values() for id_ in facts_mentioned(chapter))
    return (fact.id for fact in vocabulary.with_parts(ids))
