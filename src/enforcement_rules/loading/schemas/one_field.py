"""What of rulesets can matter in one field of law: its own instruments and the general ones, with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from enforcement_rules.loading.naming import LISTS
from enforcement_rules.model.case import Case, Organ, Part
from enforcement_rules.model.vocabulary import Fact, Vocabulary
from enforcement_rules.rules.mentions import facts_mentioned
from enforcement_rules.rules.ruleset import Rulesets, Version
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.spelling import nearest

_MODELS: dict[str, type[Part]] = {"case": Case, "organ": Organ, **{scope: model for model, scope in LISTS.values()}}


def of_field(rulesets: Rulesets, field: str) -> Rulesets:
    """Return the rulesets with only what can matter in a field: its instruments, the general ones, facts and causes.

    A fact stays where a rule that is left speaks of it, or of one that is worked out from it, and where it is a key of
    the case format itself; a cause where a rule that is left names it.

    Raises:
        InputError: when there is no such field.
    """
    if field not in rulesets.fields:
        near = nearest(field, rulesets.fields)
        code = "unknown_field_near" if near else "unknown_field"
        raise refuse(code, ("--field",), field=field, near=near, values=" ".join(rulesets.fields))
    versions = {
        name: kept
        for name, each in rulesets.versions.items()
        if (kept := tuple(version for version in each if not version.head.fields or field in version.head.fields))
    }
    left = [version for each in versions.values() for version in each]
    elsewhere = [version for version in rulesets.all_versions() if version not in left]
    return replace(rulesets, versions=versions, vocabulary=_vocabulary(rulesets.vocabulary, left, elsewhere))


def _vocabulary(vocabulary: Vocabulary, left: Sequence[Version], elsewhere: Sequence[Version]) -> Vocabulary:
    kept = set(_named(vocabulary, left))
    facts = {id_: fact for id_, fact in vocabulary.facts.items() if id_ in kept or fact.implicit or _is_key(fact)}
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
    waiting = [id_ for version in versions for chapter in version.chapters.values() for id_ in facts_mentioned(chapter)]
    seen: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        fact = vocabulary.fact(id_)
        if fact is None or id_ in seen:
            continue
        seen.add(id_)
        yield id_
        waiting += [part for parts in (fact.entry.derived or {}).values() for part in parts]


def _is_key(fact: Fact) -> bool:
    model = _MODELS.get(fact.scope)
    return model is not None and fact.name in model.model_fields
