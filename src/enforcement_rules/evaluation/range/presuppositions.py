"""What the facts that a file states presuppose, and how provisions read if they are taken as they are stated."""

from __future__ import annotations

from collections.abc import Iterable

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.amount import Provision
from enforcement_rules.rules.condition import ALWAYS, facts_of
from enforcement_rules.values.truth import UNKNOWN, Truth


def not_shown(facts: Facts, provision: Provision, known: Truth) -> dict[str, list[str]]:
    """Return the facts of a provision's conditions that the file states, with what they presuppose that is not so.

    `known` is False for what surely fails, None for what is open. A value that follows from others, and that nobody
    states, presupposes nothing that the others do not.
    """
    sought = UNKNOWN if known is None else known
    wanting = {
        fact.id: [each for each in _presupposed(fact, facts) if facts[each] is sought]
        for fact in facts.vocabulary.presupposing
        if fact.id in facts.given
    }
    wanting = {id_: each for id_, each in wanting.items() if each}
    # Few files state any of them: only then are the conditions gone through.
    return {id_: wanting[id_] for id_ in _mentioned(provision) if id_ in wanting} if wanting else {}


def taken_as_stated(facts: Facts, provision: Provision) -> Facts:
    """Return the facts with all that is open of what stated ones presuppose taken to be so.

    A file that says that the violation is serious, or that an order was refused, and leaves out what that commands,
    contradicts itself whatever the ground of it may be.
    """
    open_ = not_shown(facts, provision, None)
    return facts.with_given({id_: True for each in open_.values() for id_ in each}) if open_ else facts


def _mentioned(provision: Provision) -> Iterable[str]:
    conditions = (*(penalty.when or ALWAYS for penalty in provision.then), provision.when)
    return dict.fromkeys(id_ for each in conditions for id_ in facts_of(each))


def _presupposed(fact: Fact, facts: Facts) -> tuple[str, ...]:
    stated = facts.given.get(fact.id, UNKNOWN)
    if stated is True:
        return fact.entry.presupposes
    values = list(fact.type.values)
    # A truth value is an integer in Python, and no grade.
    graded = isinstance(stated, int) and not isinstance(stated, bool) and fact.type.kind == "graded"
    return fact.entry.presupposes_of.get(values[stated], ()) if graded else ()
