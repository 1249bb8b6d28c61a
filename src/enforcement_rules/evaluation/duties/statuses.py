"""What became of a duty: kept, breached, apparently breached, open, not yet due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from enforcement_rules.evaluation.duties.governing import PERHAPS
from enforcement_rules.evaluation.duties.special import Found
from enforcement_rules.evaluation.evaluators import Reading
from enforcement_rules.evaluation.facts import Facts, uncovered_years
from enforcement_rules.evaluation.plan import Duty, DutyBundle
from enforcement_rules.evaluation.proof import (
    ASLEEP,
    BOTH,
    Node,
    Told,
    aside,
    excuses,
    occurred,
    prove,
    silence,
    truth,
    unexcused,
)
from enforcement_rules.evaluation.verdict import OPEN, Finding, Known, Status, word
from enforcement_rules.model.case import RecordMode
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.rules.ruleset import Version
from enforcement_rules.values.interval import ends
from enforcement_rules.values.on_demand import OnDemand
from enforcement_rules.values.truth import UNKNOWN

Notes = tuple[tuple[str, dict[str, Any]], ...]
Key = tuple[str | None, str | None]
_SETTLED: frozenset[str] = frozenset({"breached", "apparent", "satisfied"})


def findings(bundle: DutyBundle, why: str, facts: Facts, record: RecordMode, pair: Key) -> Iterator[Found]:
    """Yield what is found on every duty of a bundle; `why` says by which day its version was chosen."""
    awake: Sequence[Reading] = ()
    for n, (duty, reading) in enumerate(zip(bundle.duties, bundle.run(facts), strict=True)):
        status, notes = status_of(duty.rule, reading, facts, record, sleeps=duty.sleeps)
        if duty.in_workdays and status in OPEN:
            notes = (*notes, *_missing_years(duty, facts))
        if facts.assumed and _may_be_assumed(status, reading):
            awake = awake or bundle.run(facts.awake)
            if _only_assumed(duty, status, awake[n], facts.awake):
                status = "dormant"
        if duty.periods and status in _SETTLED:
            status, notes = _crossing(duty, bundle.version, status, facts, notes)
        if why == PERHAPS and status in _SETTLED:
            status = "undetermined"
        if not _dated(duty.rule, why):
            notes = (*notes, ("version_by_" + why, {"step": duty.rule.at}))
        yield Found(duty.rule, _finding(duty, reading, status, notes, facts, pair), facts, governs=why != PERHAPS)


def _finding(duty: Duty, reading: Reading, status: Status, notes: Notes, facts: Facts, pair: Key) -> Finding:
    rule = duty.rule
    return Finding(
        duty.ref,
        "requirement",
        status,
        rule.severity,
        rule.consequence,
        rule.curable,
        duty.due,
        rule.at,
        OnDemand(because, rule, facts),
        reading.then,
        _exceptions(rule, reading, status, facts),
        *pair,
        notes,
        False if status == "dormant" and reading.when is None else reading.when,
    )


def _exceptions(
    rule: Requirement, reading: Reading, status: Status, facts: Facts
) -> tuple[tuple[str, str, str, Known], ...]:
    """Return the exceptions of a duty: name, both texts, whether each holds; those in `then` by their facts."""
    read = zip(rule.unless, reading.unless, strict=True)
    named = [(each.name, each.says, each.says_en, word(known)) for each, known in read]
    unstated = excuses(rule.then, facts, rule.excused_by) if status == "apparent" else []
    for id_ in dict.fromkeys(map(str, unstated)):
        fact = facts.vocabulary.fact(id_)
        named += [(id_, fact.entry.zh, fact.entry.en, word(None))] if fact else []
    return tuple(named)


def _may_be_assumed(status: Status, reading: Reading) -> bool:
    """Say whether a duty is one that may be kept, or may not apply, only because of events that nobody raised."""
    return reading.then is True if status == "satisfied" else status == "not_applicable" and reading.when is False


def _only_assumed(duty: Duty, status: Status, awake: Reading, facts: Facts) -> bool:
    """Say whether with nothing assumed (`awake`, `facts`) a duty would no longer surely be kept, or not apply.

    A duty that is kept, and of which the file shows at least a part, is kept: its proof marks what is assumed.
    """
    if status == "satisfied":
        return awake.then is not True and all(facts[id_] is UNKNOWN for id_ in duty.asks)
    return awake.when is not False


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


def status_of(
    rule: Requirement, reading: Reading, facts: Facts, record: RecordMode, *, sleeps: tuple[bool, bool] = (True, True)
) -> tuple[Status, Notes]:
    """Return the status of a duty by what was read of it, and what explains the status.

    `sleeps`: whether its condition, and what must be so, may wait for facts that are unknown while nobody raises their
    event.
    """
    if reading.when is False or True in reading.unless:
        return "not_applicable", ()
    if reading.then is True:
        return "satisfied", ()
    if reading.then is None and _not_yet_due(rule, facts):
        return "not_yet_due", ()
    if reading.when is None:
        return "dormant" if sleeps[0] and occurred(rule.when, facts) is False else "undetermined", ()
    if reading.then is False:
        return _unless_excepted(rule, reading, record), ()
    return _not_told(rule, reading, facts, record, aside(rule.then, facts, rule.excused_by) if sleeps[1] else None)


def _not_told(
    rule: Requirement, reading: Reading, facts: Facts, record: RecordMode, told: Told
) -> tuple[Status, Notes]:
    """Return the status of a duty that applies and of which the file does not tell whether it was kept.

    `told` is what it tells once what nobody raised is left aside.
    """
    if told is True or told == ASLEEP:
        return "satisfied" if told is True else "dormant", ()
    if told is False or (rule.excused_by and unexcused(rule.then, facts, rule.excused_by) is False):
        status = _unless_excepted(rule, reading, record)
        excused = told is not False and record != "complete" and status == "breached"
        return "apparent" if excused else status, ()
    if record == "complete" and silence(rule.then, facts, BOTH, rule.excused_by) is False:
        return _unless_excepted(rule, reading, record), (("not_shown", {}),)
    return "undetermined", ()


def _unless_excepted(rule: Requirement, reading: Reading, record: RecordMode) -> Status:
    unstated = [each for each, known in zip(rule.unless, reading.unless, strict=True) if known is None]
    if not unstated or (record == "complete" and all(each.shown_by in BOTH for each in unstated)):
        return "breached"
    return "apparent" if all(each.shown_by == "organ" for each in unstated) else "undetermined"


def _not_yet_due(rule: Requirement, facts: Facts) -> bool:
    """Say whether a duty has not come up, as far as the file tells: one of the time after the decision.

    So has one on what whoever asks is about to do, such as the legal review, before a decision is recorded.
    """
    if rule.at in facts.vocabulary.follow_the_decision_recorded:
        return facts["decision.done"] is not True and facts[f"{rule.at}.done"] is UNKNOWN
    step = facts.vocabulary.steps.get(rule.due_step)
    if step is None or not step.after_decision:
        return False
    return facts["decision.done"] is not True or facts[f"{rule.due_step}.done"] is False


def _missing_years(duty: Duty, facts: Facts) -> Notes:
    """Name the years whose holiday notice is not known where a count of working days waits for it."""
    years = {year for part in duty.in_workdays for year in uncovered_years(part, facts)}
    return tuple(("calendar_missing", {"year": year}) for year in sorted(years))


def _crossing(duty: Duty, version: Version, status: Status, facts: Facts, notes: Notes) -> tuple[Status, Notes]:
    """Show both counts of a period that may have begun under the law before; where they disagree the limit is open."""
    start, then = version.head.in_force.from_, duty.rule.then
    for period in duty.periods:
        begun, ended = facts[period.begins], ends(facts[period.ends])[1]
        if start is not None and _may_precede(begun, start) and (ended is None or ended >= start):
            shadow = facts.with_given({period.begins: start})
            both = {
                "fact": period.fact,
                "whole": _show(facts, period.fact),
                "since": _show(shadow, period.fact),
                "from": start.isoformat(),
            }
            if truth(then, shadow) is not truth(then, facts):
                return "undetermined", (*notes, ("counts_disagree", both))
            return status, (*notes, ("counts_agree", both))
    return status, notes


def _may_precede(day: Any, start: dt.date) -> bool:
    """Say whether a day of which something is known may lie before another."""
    earliest = ends(day)[0]
    return day is not UNKNOWN and (earliest is None or earliest < start)


def _show(facts: Facts, id_: str) -> Any:
    fact = facts.vocabulary.fact(id_)
    return fact.type.show(facts[id_]) if fact else None
