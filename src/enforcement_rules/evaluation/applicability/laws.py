"""Which instruments concern a violation of a party, and in which versions: at the act and at the decision."""

from __future__ import annotations

from dataclasses import dataclass

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Chapter, Chosen, Plan, VersionPlan


@dataclass(frozen=True, slots=True)
class Law:
    """The versions of one instrument at the act and at the decision."""

    instrument: str
    act: Chosen
    decision: Chosen

    @property
    def same(self) -> bool:
        """Whether both are one version."""
        return self.act.version is not None and self.act.version is self.decision.version


def law_of(plan: Plan, pair: Pair, instrument: str) -> Law:
    """Return the versions of an instrument at the end of the act and at the decision."""
    laws: dict[str, Law] = pair.__dict__.setdefault("_laws", {})
    if instrument not in laws:
        laws[instrument] = Law(
            instrument,
            plan.version_at(instrument, pair.act_day),
            plan.version_at(instrument, pair.decision_day),
        )
    return laws[instrument]


def instruments_for(plan: Plan, pair: Pair, *chapters: Chapter) -> list[str]:
    """Return the instruments that concern a pair: by field and place, or because the case cites them; in order.

    With chapters, only those that hold rules of one of them in any version.
    """
    kept: dict[tuple[Chapter, ...], list[str]] = pair.__dict__.setdefault("_instruments", {})
    if chapters not in kept:
        # Worked out once for each pair and kept with it: every part of the evaluation asks for it.
        kept[chapters] = _holding(plan, pair, chapters) if chapters else _concerning(plan, pair)
    return kept[chapters]


def _holding(plan: Plan, pair: Pair, chapters: tuple[Chapter, ...]) -> list[str]:
    holding = {name for chapter in chapters for name in plan.holding(chapter)}
    return [name for name in instruments_for(plan, pair) if name in holding]


def _concerning(plan: Plan, pair: Pair) -> list[str]:
    reached = plan.reach.instruments(pair.facts["organ.field"], pair.facts["organ.place"], pair.violation.cause)
    return [name for name in plan.names if name in reached or name in pair.cited]


def deciding(plan: Plan, pair: Pair, chapter: Chapter) -> list[VersionPlan]:
    """Return the versions in force at the decision that hold rules of a chapter, of the instruments that concern a pair."""
    kept: dict[Chapter, list[VersionPlan]] = pair.__dict__.setdefault("_deciding", {})
    if chapter not in kept:
        laws = (law_of(plan, pair, name).decision.version for name in instruments_for(plan, pair, chapter))
        kept[chapter] = [plan.of(version) for version in laws if version is not None and getattr(version, chapter)]
    return kept[chapter]


def plans_of(plan: Plan, law: Law) -> tuple[VersionPlan | None, VersionPlan | None]:
    """Return the plans of the versions at act and decision; `None` where none is loaded."""
    act, decision = law.act.version, law.decision.version
    return (plan.of(act) if act else None, plan.of(decision) if decision else None)
