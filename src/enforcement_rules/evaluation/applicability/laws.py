"""Which instruments concern a violation of a party, and in which versions: at the act and at the decision."""

from __future__ import annotations

from msgspec import Struct

from enforcement_rules.evaluation.layout import Pair
from enforcement_rules.evaluation.plan import Chapter, Chosen, Plan, VersionPlan, Where
from enforcement_rules.model.case import Citation


class Law(Struct, frozen=True):
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


def penalised_by(plan: Plan, pair: Pair) -> tuple[Citation, ...]:
    """Return the penalty provisions (罚则) that a case cites; one that says how penalties are imposed is none."""
    return tuple(each for each in pair.violation.penalised_by if plan.threatens(each.instrument))


def instruments_for(plan: Plan, pair: Pair, *chapters: Chapter) -> tuple[str, ...]:
    """Return the instruments that concern a pair: by field and place, or because the case cites them; in order.

    With chapters, only those that hold rules of one of them in any version.
    """
    return plan.reach.instruments(_where(pair), *chapters)


def deciding(plan: Plan, pair: Pair, chapter: Chapter) -> list[VersionPlan]:
    """Return the versions in force at the decision that hold rules of a chapter, of what concerns a pair; in order."""
    return [plan.of(version) for version in plan.reach.deciding(_where(pair), chapter, pair.decision_day)]


def _where(pair: Pair) -> Where:
    """Return what decides which instruments concern a pair: put together once, and kept with it."""
    kept: Where | None = pair.__dict__.get("_where")
    if kept is None:
        facts = pair.facts
        kept = Where(facts["organ.field"], facts["organ.place"], pair.violation.cause, pair.cited)
        pair.__dict__["_where"] = kept
    return kept


def plans_of(plan: Plan, law: Law) -> tuple[VersionPlan | None, VersionPlan | None]:
    """Return the plans of the versions at act and decision; `None` where none is loaded."""
    act, decision = law.act.version, law.decision.version
    return (plan.of(act) if act else None, plan.of(decision) if decision else None)
