"""Provisions whose penalties are those of another article (依照……处罚): what they refer to put in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enforcement_rules.rules.amount import Penalty, Provision
from enforcement_rules.values.citation import citations_meet


def resolved(provisions: Sequence[Provision], instrument: str) -> Iterator[tuple[Provision, Provision | None]]:
    """Yield each provision of a version with what it is once its references inside the version are resolved.

    The second is `None` where a reference names nothing that is encoded, several things that differ, a law without an
    id, or itself. References to other instruments stay as they are: which version they mean, the act tells.
    """
    for rule in provisions:
        yield rule, _resolved(rule, provisions, instrument, frozenset())


def _resolved(
    rule: Provision, provisions: Sequence[Provision], instrument: str, seen: frozenset[str]
) -> Provision | None:
    if rule.as_in is None or rule.as_in.instrument not in (None, instrument):
        return rule
    if rule.as_in.instrument is None or rule.name in seen:
        return None
    found = [
        _resolved(each, provisions, instrument, seen | {rule.name})
        for each in meant(provisions, rule.as_in.article or "")
        if each is not rule
    ]
    return with_penalties(rule, found)


def meant(provisions: Sequence[Provision], article: str) -> list[Provision]:
    """Return the provisions that a reference to an article means: those numbered inside it, or by what holds it."""
    return [each for each in provisions if citations_meet(article, each.article)]


def with_penalties(rule: Provision, found: Sequence[Provision | None]) -> Provision | None:
    """Return a provision with the penalties that it refers to behind its own; `None` where these are not one thing."""
    known = [each for each in found if each is not None]
    if not known or len(known) < len(found) or any(_penalties(each) != _penalties(known[0]) for each in known):
        return None
    first = known[0]
    own = [_imposed(each, first, rule) for each in first.then]
    update = {
        "then": (*rule.then, *own),
        "as_in": first.as_in,
        "whole": rule.whole and all(each.whole for each in known),
        "range_source": first.range_source if rule.range_source == "statute" else rule.range_source,
        "sources": (*rule.sources, *first.sources),
    }
    return rule.model_copy(update=update)


def _penalties(rule: Provision) -> tuple[object, ...]:
    return rule.then, rule.imposed_by, rule.as_in


def _imposed(penalty: Penalty, of: Provision, by: Provision) -> Penalty:
    """Return a penalty with the organ of the article it stands in, where who refers to it names none."""
    if of.imposed_by is None or by.imposed_by is not None or penalty.imposed_by is not None:
        return penalty
    return penalty.model_copy(update={"imposed_by": of.imposed_by})
