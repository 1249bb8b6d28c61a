"""What became of a duty: kept, breached, apparently breached, open, not yet due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enforcement_rules.evaluation.facts import Facts, uncovered_years
from enforcement_rules.evaluation.plan import Bundle, Reading
from enforcement_rules.evaluation.proof import BOTH, Node, prove, silence, truth
from enforcement_rules.evaluation.verdict import Finding, Status, word
from enforcement_rules.model.case import RecordMode
from enforcement_rules.rules.condition import facts_of
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.interval import ends
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.truth import UNKNOWN


def findings(
    bundle: Bundle[Requirement],
    why: str,
    facts: Facts,
    record: RecordMode,
    pair: tuple[str | None, str | None],
) -> Iterator[Finding]:
    """Yield the finding on every duty of a bundle."""
    readings = bundle.run(facts)
    for rule, ref, reading, awake in zip(
        bundle.rules, bundle.refs, readings, bundle.awake(facts) or readings, strict=True
    ):
        status, notes = status_of(rule, reading, facts, record)
        if status in ("undetermined", "apparent"):
            notes = (*notes, *_missing_years(rule, facts))
        if _only_assumed(rule, status, (reading, awake), facts):
            status = "dormant"
        if status not in ("not_applicable", "dormant"):
            status, notes = _crossing(rule, bundle, status, facts, notes)
        yield Finding(
            ref=ref,
            kind="requirement",
            status=status,
            severity=rule.severity,
            consequence=rule.consequence,
            curable=rule.curable,
            due=rule.due_step,
            step=rule.at,
            because=OnDemand(because, rule, facts),
            kept=reading.then,
            applies=reading.when,
            exceptions=tuple(
                (each.name, each.says, each.says_en, word(known))
                for each, known in zip(rule.unless, reading.unless, strict=True)
            ),
            violation=pair[0],
            party=pair[1],
            notes=notes if _dated(rule, why) else (*notes, ("version_by_" + why, {"step": rule.at})),
        )


def _only_assumed(rule: Requirement, status: Status, readings: tuple[Reading, Reading], facts: Facts) -> bool:
    """Say whether a duty fails to apply, or is kept, only because of events that nobody raised.

    A duty that is kept, and of which the file shows at least a part, is kept: its proof marks what is assumed.
    """
    reading, awake = readings
    if status == "satisfied":
        return awake.then is not True and all(facts.awake[id_] is UNKNOWN for id_ in facts_of(rule.then))
    return status == "not_applicable" and reading.when is False and awake.when is not False


def _dated(rule: Requirement, why: str) -> bool:
    """Say whether the version needs no note: by the step's own day, or by today's for a decision yet to be made."""
    return why == "date_of_step" or (why == "date_of_review" and rule.at == "decision")


def because(rule: Requirement, facts: Facts) -> Node:
    """Return the proof of a duty: whether it applies, what must be so, the exceptions."""
    parts = (
        prove(rule.when, facts),
        prove(rule.then, facts),
        *(prove(each.when, facts) for each in rule.unless),
    )
    return Node("requirement", None, children=parts)


Notes = tuple[tuple[str, dict[str, Any]], ...]


def status_of(rule: Requirement, reading: Reading, facts: Facts, record: RecordMode) -> tuple[Status, Notes]:
    """Return the status of a duty by what was read of it, and what explains the status."""
    if reading.when is False or True in reading.unless:
        return "not_applicable", ()
    if reading.then is True:
        return "satisfied", ()
    if reading.then is None and _not_yet_due(rule, facts):
        return "not_yet_due", ()
    if reading.when is None:
        return "undetermined", ()
    if reading.then is False:
        return _unless_excepted(rule, reading, record), ()
    if record == "complete" and silence(rule.then, facts, BOTH) is False:
        return _unless_excepted(rule, reading, record), (("not_shown", {}),)
    return "undetermined", ()


def _unless_excepted(rule: Requirement, reading: Reading, record: RecordMode) -> Status:
    unstated = [each for each, known in zip(rule.unless, reading.unless, strict=True) if known is None]
    if not unstated or (record == "complete" and all(each.shown_by in BOTH for each in unstated)):
        return "breached"
    return "apparent" if all(each.shown_by == "organ" for each in unstated) else "undetermined"


def _not_yet_due(rule: Requirement, facts: Facts) -> bool:
    """Say whether a duty of the time after the decision has not come up, as far as the file tells."""
    step = facts.vocabulary.steps.get(rule.due_step)
    if step is None or not step.after_decision:
        return False
    return facts["decision.done"] is not True or facts[f"{rule.due_step}.done"] is False


def _missing_years(rule: Requirement, facts: Facts) -> Notes:
    """Name the years whose holiday notice is not known where a count of working days waits for it."""
    conditions = (rule.then, *(each.when for each in rule.unless))
    years = {year for condition in conditions for year in uncovered_years(condition, facts)}
    return tuple(("calendar_missing", {"year": year}) for year in sorted(years))


def _crossing(
    rule: Requirement, bundle: Bundle[Requirement], status: Status, facts: Facts, notes: Notes
) -> tuple[Status, Notes]:
    """Show both counts of a period that began under the law before; where they disagree the limit is open."""
    start = bundle.version.head.in_force.from_
    if start is None or status not in ("breached", "apparent", "satisfied"):
        return status, notes
    for id_ in facts_of(rule.then):
        fact = facts.vocabulary.fact(id_)
        parts = fact.entry.derived.get("days") if fact and fact.entry.derived else None
        if parts and ends(facts[parts[0]])[0] is not None and facts[parts[0]] < start and facts[parts[1]] >= start:
            shadow = facts.with_given({parts[0]: start})
            both = {
                "fact": id_,
                "whole": _show(facts, id_),
                "since": _show(shadow, id_),
                "from": start.isoformat(),
            }
            if truth(rule.then, shadow) is not truth(rule.then, facts):
                return "undetermined", (*notes, ("counts_disagree", both))
            return status, (*notes, ("counts_agree", both))
    return status, notes


def _show(facts: Facts, id_: str) -> Any:
    fact = facts.vocabulary.fact(id_)
    return fact.type.show(facts[id_]) if fact else None
