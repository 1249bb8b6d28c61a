"""Items of the law and their causes: each is known from the other where a case states one of them, and holds the other.

A version binds causes to items (`acts`, and provisions that are numbered by an item). Which version that is, the end of
the act tells; where its day is open, what all versions that may govern say alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.applicability.laws import law_of
from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.citation import citation_covers, citations_meet, places_of
from enforcement_rules.values.truth import UNKNOWN

_PLACES = "violation.cited_provisions"


class Clash(Struct, frozen=True):
    """An item or provision that a case cites and whose causes are others than the one it states.

    Attributes:
        instrument, item: the place cited.
        cause: what the case states.
        causes: those of the item.
        items: the places of the instrument that have the cause stated.
    """

    instrument: str
    item: str
    cause: str
    causes: tuple[str, ...]
    items: tuple[str, ...]


def with_act(plan: Plan, pair: Pair) -> Pair:
    """Return a violation of a party with its cause as the item cited tells, or with the item as the cause tells."""
    if pair.violation.cause is None:
        cause = _cause_of_items(plan, pair)
        if cause is None:
            return pair
        pair.facts.give({"violation.cause": cause})
        return replace(pair, violation=pair.violation.model_copy(update={"cause": cause}))
    items = list(_items_of_cause(plan, pair))
    if items:
        pair.facts.give({_PLACES: _with_items(pair.facts[_PLACES], items, plan.refined)})
    return pair


def clashes(plan: Plan, pair: Pair) -> tuple[Clash, ...]:
    """Return the items that a case cites and whose causes are not the one it states; none where one cited has it."""
    cause = pair.violation.cause
    if cause is None:
        return ()
    same = plan.vocabulary.same_act(cause)
    found: list[Clash] = []
    for each in pair.violation.penalised_by:
        if each.instrument is None or each.article is None:
            continue
        if _names(plan, pair, each.instrument, each.article, same):
            return ()
        bound = _bound(plan, pair, each.instrument)
        items = {item: causes for item, causes in bound.items() if citation_covers(item, each.article)}
        others = tuple(item for item, causes in bound.items() if not same.isdisjoint(causes))
        found += [Clash(each.instrument, item, cause, tuple(sorted(items[item])), others) for item in items]
        found += [] if items else _of_provisions(plan, pair, each.instrument, each.article)
    return tuple(dict.fromkeys(found))


def _of_provisions(plan: Plan, pair: Pair, instrument: str, article: str) -> Iterator[Clash]:
    """Yield that the provisions which a place cited reaches name other causes, and another of the law this one."""
    cause = pair.violation.cause or ""
    same = plan.vocabulary.same_act(cause)
    for version in _versions(plan, pair, instrument):
        reached = [rule for rule in version.penalties if any(citations_meet(place, article) for place in rule.places)]
        elsewhere = tuple(rule.article for rule in version.penalties if not same.isdisjoint(rule.causes))
        causes = {each for rule in reached for each in rule.causes}
        if elsewhere and all(rule.causes for rule in reached) and causes and same.isdisjoint(causes):
            yield Clash(instrument, article, cause, tuple(sorted(causes)), elsewhere)


def _names(plan: Plan, pair: Pair, instrument: str, article: str, same: frozenset[str]) -> bool:
    """Say whether a place cited has the cause stated: the item it lies in, else a provision that is numbered so."""
    bound = _bound(plan, pair, instrument)
    cited = [causes for item, causes in bound.items() if citation_covers(item, article)]
    if cited:
        return any(not same.isdisjoint(causes) for causes in cited)
    return any(
        not same.isdisjoint(rule.causes) and citations_meet(rule.article, article)
        for version in _versions(plan, pair, instrument)
        for rule in version.penalties
    )


def _cause_of_items(plan: Plan, pair: Pair) -> str | None:
    """Return the one cause of the items cited, the first of several for one act; `None` where they differ."""
    found: list[str] = []
    for each in pair.violation.penalised_by:
        if each.instrument is not None and each.article is not None:
            for item, causes in _bound(plan, pair, each.instrument).items():
                if citation_covers(item, each.article):
                    found += sorted(causes)
    return found[0] if found and plan.vocabulary.same_act(found[0]).issuperset(found) else None


def _items_of_cause(plan: Plan, pair: Pair) -> Iterator[str]:
    """Yield the items, with their instruments, that the cause names inside places that are cited more widely."""
    same = plan.vocabulary.same_act(pair.violation.cause or "")
    for each in pair.violation.penalised_by:
        if each.instrument is None or each.article is None:
            continue
        bound = _bound(plan, pair, each.instrument)
        inside = [
            item
            for item, causes in bound.items()
            if not same.isdisjoint(causes) and citation_covers(each.article, item)
        ]
        if len(inside) == 1:
            yield f"{each.instrument} {inside[0]}"


def _with_items(places: Any, items: list[str], refined: frozenset[str]) -> Choices:
    """Return the places cited with those of the items; they are complete where nothing is told apart inside an item."""
    known = places.known if places is not UNKNOWN else frozenset()
    told = {f"{name} {place}" for name, _, item in (each.partition(" ") for each in items) for place in places_of(item)}
    narrowest = {each for each in known | told if not any(_inside(each, other) for other in known | told)}
    return Choices(known | told, complete=refined.isdisjoint(narrowest))


def _inside(wide: str, narrow: str) -> bool:
    (law, _, outer), (other, _, inner) = wide.partition(" "), narrow.partition(" ")
    return law == other and wide != narrow and citation_covers(outer, inner)


def _bound(plan: Plan, pair: Pair, instrument: str) -> Mapping[str, frozenset[str]]:
    """Return the items of an instrument with their causes, as far as every version that may govern says the same."""
    each = [version.items for version in _versions(plan, pair, instrument)]
    if not each:
        return {}
    first, *others = each
    return {item: causes for item, causes in first.items() if all(other.get(item) == causes for other in others)}


def _versions(plan: Plan, pair: Pair, instrument: str) -> Sequence[Version]:
    """Return the versions that may govern the act; where none does, those at the decision, else the latest.

    A case that cites a law which began or ended meanwhile means what it says then: its items are those of the one that
    it replaced, or that replaced it.
    """
    law = law_of(plan, pair, instrument)
    chosen = [[each] if each is not None else [] for each in (law.act.version, law.decision.version)]
    known = (chosen[0], law.perhaps_act, chosen[1], law.perhaps_decision)
    return next((each for each in known if each), plan.rulesets.versions.get(instrument, ())[-1:])
