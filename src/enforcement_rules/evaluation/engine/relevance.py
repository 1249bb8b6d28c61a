"""Which unknown facts are worth a question: what the vocabulary says of when each is asked for.

A rule that waits for a fact nobody asks for stays open in the verdict all the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.model.vocabulary import Asking
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.truth import UNKNOWN


def foremost(ids: Iterable[str], facts: Facts) -> list[str]:
    """Return the facts to ask for of those that a condition waits for: what the case is about, before all else."""
    asking = facts.vocabulary.asking
    every = list(ids)
    first = [id_ for id_ in every if id_ in asking and asking[id_].first and is_asked(id_, facts)]
    return first or [id_ for id_ in every if is_asked(id_, facts)]


def is_asked(id_: str, facts: Facts) -> bool:
    """Say whether an unknown fact is asked for in this case."""
    asking = facts.vocabulary.asking.get(id_)
    if asking is None or id_ in facts.contested:
        return True
    return (
        all(facts[f"{kind}.done"] is True for kind in asking.once)
        and (not asking.where or any(_in_file(each, facts) for each in asking.where))
        and all(_told(facts[other]) for other in asking.after)
        and not _answered(asking, facts)
    )


def is_pressing(id_: str, facts: Facts) -> bool:
    """Say whether the file itself raises the question: two speakers disagree, or it stated what wakes it."""
    if id_ in facts.contested:
        return True
    asking, fact = facts.vocabulary.asking.get(id_), facts.vocabulary.fact(id_)
    if asking is not None and asking.pressing:
        return True
    event = fact.entry.dormant.event if fact is not None and fact.entry.dormant else None
    return event is not None and event in facts.vocabulary.raised_by(facts.statements)


def _in_file(name: str, facts: Facts) -> bool:
    """Say whether a kind of step was taken, or an event is raised."""
    return facts[f"{name}.done"] is True if name in facts.vocabulary.steps else name in facts.raised


def _answered(asking: Asking, facts: Facts) -> bool:
    return any(facts[id_] in values if values else _told(facts[id_]) for id_, values in asking.unless.items())


def _told(value: object) -> bool:
    """Say whether anything is told of a fact: of a list, one member."""
    return bool(value.known) if isinstance(value, Choices) else value is not UNKNOWN
