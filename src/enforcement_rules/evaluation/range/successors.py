"""Provisions of repealed instruments and those that took their place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Plan
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
            cause = pair.violation.cause
            yield from (each for each in found if cited or cause in each.provision.causes)


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
