"""Provisions of repealed instruments and those that took their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan, VersionPlan
from enforcement_rules.evaluation.range.fines import NOTHING
from enforcement_rules.evaluation.range.reached import fails, reaches
from enforcement_rules.evaluation.range.threatened import Threat, threats_at
from enforcement_rules.evaluation.verdict import RuleRef
from enforcement_rules.rules.amount import CitedProvision, Provision
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.citation import citation_covers


class Heir(Struct, frozen=True):
    """The provision that stands in the place of another at a later day, or why none is known.

    `refused` is one of which the condition surely fails.
    """

    threat: Threat | None
    why: str
    version: str | None = None
    refused: RuleRef | None = None


def heirs_of(plan: Plan, pair: Pair, before: Provision, why: str, *, at_act: bool = False) -> Heir:
    """Return what became of a provision by the day of the decision (or of the act)."""
    day, refused = pair.act_day if at_act else pair.decision_day, None
    for cited in before.becomes:
        if cited.instrument is None:
            continue
        version = plan.version_at(cited.instrument, day).version
        found = threats_at(plan.of(version), pair, [cited]) if version else []
        if found:
            return Heir(found[0], "replaced")
        refused = refused or (_refused(plan.of(version), pair, [cited.article]) if version else None)
    return Heir(None, "replaced_not_loaded" if before.becomes else why, refused=refused)


def _refused(version: VersionPlan, pair: Pair, articles: list[str | None]) -> RuleRef | None:
    """Return the first of the provisions at some places, where the conditions of all of them surely fail."""
    found = [each for each in version.provisions.read(pair.facts) if any(reaches(a, each[0]) for a in articles)]
    return found[0][1] if found and all(fails(each, pair) for each in found) else None


def refused_predecessor(plan: Plan, pair: Pair, instrument: str) -> RuleRef | None:
    """Return a provision in force at the act that became what the case cites, where no such one can be met."""
    cited = [each.article for each in pair.violation.penalised_by if each.instrument == instrument]
    refused = None
    for version, rules in _before(plan, pair, instrument, cited):
        places: list[str | None] = [
            rule.article for rule in rules if any(_exactly(b, instrument, cited) for b in rule.becomes)
        ]
        found = _refused(plan.of(version), pair, places) if places else None
        if found is None:
            return None
        refused = refused or found
    return refused


def predecessors(plan: Plan, pair: Pair, instrument: str) -> Iterator[Threat]:
    """Yield the provisions in force at the act that later became what the case cites of an instrument."""
    cited = [each.article for each in pair.violation.penalised_by if each.instrument == instrument]
    for version, rules in _before(plan, pair, instrument, cited):
        places = [CitedProvision(instrument=version.head.instrument, article=rule.article) for rule in rules]
        found = threats_at(plan.of(version), pair, places)
        yield from _told(found, instrument, cited, pair.violation.cause)


def _before(
    plan: Plan, pair: Pair, instrument: str, cited: list[str | None]
) -> Iterator[tuple[Version, list[Provision]]]:
    """Yield the versions in force at the act with their provisions that later became what is cited."""
    for name in sorted(plan.rulesets.versions):
        if name == instrument or not plan.leads_to(name, instrument):
            continue
        version = plan.version_at(name, pair.act_day).version
        rules = version.penalties if version is not None else ()
        found = [rule for rule in rules if any(_is(each, instrument, cited) for each in rule.becomes)]
        if version is not None and found:
            yield version, found


def _told(found: list[Threat], instrument: str, cited: list[str | None], cause: str | None) -> Iterator[Threat]:
    """Yield what the cause or the place cited tells; where only the article is cited, it stays open which is meant."""
    for each in found:
        if cause in each.provision.causes or any(_exactly(b, instrument, cited) for b in each.provision.becomes):
            yield each
        elif cited:
            yield replace(each, sure=False, named=False, amount=replace(NOTHING, ref=each.ref))


def _exactly(becomes: CitedProvision, instrument: str, cited: list[str | None]) -> bool:
    if becomes.instrument != instrument or becomes.article is None:
        return False
    return any(article is not None and citation_covers(becomes.article, article) for article in cited)


class Found(Protocol):
    """What one cited provision, or one instrument, comes to."""

    @property
    def threat(self) -> Threat | None:
        """The provision that applies, if any."""


F = TypeVar("F", bound=Found)


def alternatives(plan: Plan, found: list[F]) -> Iterator[list[F]]:
    """Yield what was found, together where one instrument leads to the other, or where it is the same provision.

    Predecessor and successor do not threaten side by side (art. 29): one or the other applies.
    """
    left = list(found)
    while left:
        first = left.pop(0)
        same = [each for each in left if _either_or(plan, first.threat, each.threat)]
        left = [each for each in left if each not in same]
        yield [first, *(each for each in same if each.threat and first.threat and each.threat.ref != first.threat.ref)]


def _either_or(plan: Plan, one: Threat | None, other: Threat | None) -> bool:
    if one is None or other is None:
        return False
    old, new = one.ref.instrument, other.ref.instrument
    return one.ref == other.ref or plan.leads_to(old, new) or plan.leads_to(new, old)


def _is(becomes: CitedProvision, instrument: str, cited: list[str | None]) -> bool:
    if becomes.instrument != instrument:
        return False
    return not cited or any(
        article is None
        or becomes.article is None
        or citation_covers(article, becomes.article)
        or citation_covers(becomes.article, article)
        for article in cited
    )
