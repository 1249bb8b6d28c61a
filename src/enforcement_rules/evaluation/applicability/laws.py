"""Which instruments concern a violation of a party, and in which versions: at the act and at the decision."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import OPEN_DAY, Chapter, Chosen, Plan, VersionPlan, Where, possible_versions
from enforcement_rules.model.case import Citation
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.titles import edition_of
from enforcement_rules.values.truth import UNKNOWN


class Law(Struct, frozen=True):
    """The versions of one instrument at the act and at the decision.

    `perhaps_act` and `perhaps_decision` are those of which a day that is not told exactly leaves open whether they are.
    """

    instrument: str
    act: Chosen
    decision: Chosen
    perhaps_act: tuple[Version, ...] = ()
    perhaps_decision: tuple[Version, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both are one version."""
        return self.act.version is not None and self.act.version is self.decision.version


def law_of(plan: Plan, pair: Pair, instrument: str) -> Law:
    """Return the versions of an instrument at the end of the act and at the decision."""
    laws: dict[str, Law] = pair.__dict__.setdefault("_laws", {})
    if instrument not in laws:
        stated = pair.facts["violation.ended"] is not UNKNOWN and "violation.ended" in pair.facts.given
        act, perhaps_act = _at(plan, instrument, pair.act_day, stated=stated)
        told = pair.decision_stated
        decision, perhaps_decision = _at(plan, instrument, pair.decision_day, stated=told)
        cited = _edition(pair, instrument)
        act, perhaps_act = (act, perhaps_act) if cited is None else _not_later(cited, act, perhaps_act)
        laws[instrument] = Law(instrument, act, decision, perhaps_act, perhaps_decision)
    return laws[instrument]


def _edition(pair: Pair, instrument: str) -> int | None:
    """Return the year of the edition under whose name the case cites an instrument, where it names just one."""
    titles = (each.title for each in pair.violation.penalised_by if each.instrument == instrument and each.title)
    years = {year for title in titles if (year := edition_of(title)) is not None}
    return years.pop() if len(years) == 1 else None


def _not_later(cited: int, act: Chosen, perhaps: tuple[Version, ...]) -> tuple[Chosen, tuple[Version, ...]]:
    """Return the versions at the act; a later one does not take the place of the edition that the case cites."""
    if act.version is not None:
        return (Chosen(None, "edition_cited"), ()) if (act.version.head.year or 0) > cited else (act, perhaps)
    kept = tuple(version for version in perhaps if (version.head.year or 0) <= cited)
    return (act, kept) if kept or not perhaps else (Chosen(None, "edition_cited"), ())


def _at(plan: Plan, instrument: str, day: Any, *, stated: bool) -> tuple[Chosen, tuple[Version, ...]]:
    """Return the version on a day, and those that may be where the day leaves it open; one nobody states is missing."""
    chosen = plan.version_at(instrument, day)
    if chosen.why not in OPEN_DAY:
        return chosen, ()
    if not stated:
        chosen = Chosen(None, "date_unknown")
    return chosen, tuple(possible_versions(plan.rulesets, instrument, day))


def penalised_by(plan: Plan, pair: Pair) -> tuple[Citation, ...]:
    """Return the penalty provisions (罚则) that a case cites; one that says how penalties are imposed is none."""
    return tuple(each for each in pair.violation.penalised_by if plan.threatens(each.instrument))


def instruments_for(plan: Plan, pair: Pair, *chapters: Chapter) -> tuple[str, ...]:
    """Return the instruments that concern a pair: by field and place, or because the case cites them; in order.

    With chapters, only those that hold rules of one of them in any version.
    """
    return plan.reach.instruments(_where(pair), *chapters)


def deciding(plan: Plan, pair: Pair, chapter: Chapter, *, perhaps: bool = False) -> list[VersionPlan]:
    """Return the versions in force at the decision that hold rules of a chapter, of what concerns a pair; in order.

    With `perhaps` also those of which the day of the decision leaves open whether they are.
    """
    found = plan.reach.deciding(_where(pair), chapter, pair.decision_day, perhaps=perhaps)
    return [plan.of(version) for version in found]


def _where(pair: Pair) -> Where:
    """Return what decides which instruments concern a pair: put together once, and kept with it."""
    kept: Where | None = pair.__dict__.get("_where")
    if kept is None:
        facts = pair.facts
        kept = Where(facts["organ.field"], facts["organ.place"], pair.violation.cause, pair.cited)
        pair.__dict__["_where"] = kept
    return kept


def perhaps_of(plan: Plan, law: Law) -> list[VersionPlan]:
    """Return the plans of the versions of which a day leaves open whether they govern, the latest first."""
    return [plan.of(version) for version in dict.fromkeys((*law.perhaps_act[::-1], *law.perhaps_decision[::-1]))]


def plans_of(plan: Plan, law: Law) -> tuple[VersionPlan | None, VersionPlan | None]:
    """Return the plans of the versions at act and decision; `None` where none is loaded."""
    act, decision = law.act.version, law.decision.version
    return (plan.of(act) if act else None, plan.of(decision) if decision else None)
