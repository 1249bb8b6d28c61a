"""Provisions of repealed instruments and those that took their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
from enforcement_rules.evaluation.range.fines import NOTHING
from enforcement_rules.evaluation.range.threatened import Threat, threats_at
from enforcement_rules.rules.amount import CitedProvision
from enforcement_rules.values.citation import citation_covers


class Heir(Struct, frozen=True):
    """The provision that stands in the place of another at a later day, or why none is known."""

    threat: Threat | None
    why: str
    version: str | None = None


def heirs_of(plan: Plan, pair: Pair, before: Threat, why: str, *, at_act: bool = False) -> Heir:
    """Return what became of a provision by the day of the decision (or of the act)."""
    day = pair.act_day if at_act else pair.decision_day
    for cited in before.provision.becomes:
        if cited.instrument is None:
            continue
        version = plan.version_at(cited.instrument, day).version
        found = threats_at(plan.of(version), pair, [cited]) if version else []
        if found:
            return Heir(found[0], "replaced")
    return Heir(None, "replaced_not_loaded" if before.provision.becomes else why)


def predecessors(plan: Plan, pair: Pair, instrument: str) -> Iterator[Threat]:
    """Yield the provisions in force at the act that later became what the case cites of an instrument."""
    cited = [each.article for each in pair.violation.penalised_by if each.instrument == instrument]
    for name in sorted(plan.rulesets.versions):
        if name == instrument or not plan.leads_to(name, instrument):
            continue
        version = plan.version_at(name, pair.act_day).version
        if version is None:
            continue
        places = [
            CitedProvision(instrument=name, article=rule.article)
            for rule in version.penalties
            if any(_is(each, instrument, cited) for each in rule.becomes)
        ]
        if places:
            found = threats_at(plan.of(version), pair, places)
            yield from _told(found, instrument, cited, pair.violation.cause)


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
