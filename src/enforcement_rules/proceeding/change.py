"""What one step or fact changed: new breaches, what was cured, what became due, what is settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.verdict import Finding, Verdict
from enforcement_rules.evaluation.views import Deadline
from enforcement_rules.values.interval import ends

_BROKEN = frozenset({"breached", "apparent"})
DECISION = "decision"
Key = tuple[str, str | None, str | None]


class State(Struct, frozen=True):
    """A case as it stands: the verdict and the time limits."""

    verdict: Verdict
    deadlines: tuple[Deadline, ...]


class Cure(Struct, frozen=True):
    """A duty that is broken and can still be cured.

    Attributes:
        finding: the finding on the duty.
        before: the step before which that must be done; `None` when it can be done at any time.
        last: the last day for that step, where a time limit tells it.
    """

    finding: Finding
    before: str | None = None
    last: dt.date | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        until = None if self.before is None else {"step": self.before, "last": self.last and self.last.isoformat()}
        return _finding(self.finding) | {"until": until}


class Change(Struct, frozen=True):
    """What changed from one state of a case to the next.

    Attributes:
        outcome: the outcome before and after.
        breached: duties that are broken now, shown or apparent, and were not before.
        cured: duties that were broken before and are not now.
        curable: all duties that are broken now and can still be cured, with until when.
        due: time limits that began or whose last day moved.
        over: time limits that are overdue or were missed, and were not before.
        met: time limits that were met with this change.
        settled: axes that are settled now and were not: `procedure`, `treatment:v1:p1`, `amount:v1:p1`.
        unsettled: axes that were settled and are open again.
        remaining: what treatment is still possible, by violation and party.
        narrowed: the violations and parties of which something else was possible before.
        asked: facts that are asked for now and were not before, by their path.
    """

    outcome: tuple[str | None, str]
    breached: tuple[Finding, ...]
    cured: tuple[Finding, ...]
    curable: tuple[Cure, ...]
    due: tuple[Deadline, ...]
    over: tuple[Deadline, ...]
    met: tuple[Deadline, ...]
    settled: tuple[str, ...]
    unsettled: tuple[str, ...]
    remaining: tuple[tuple[str, str | None, tuple[str, ...]], ...]
    narrowed: frozenset[tuple[str, str | None]]
    asked: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form; duties by their rule."""
        return {
            "outcome": {"before": self.outcome[0], "after": self.outcome[1]},
            "breached": [_finding(each) for each in self.breached],
            "cured": [_finding(each) for each in self.cured],
            "curable": [each.to_dict() for each in self.curable],
            "due": [each.to_dict() for each in self.due],
            "over": [each.to_dict() for each in self.over],
            "met": [each.to_dict() for each in self.met],
            "settled": list(self.settled),
            "unsettled": list(self.unsettled),
            "remaining": [
                {
                    "violation": violation,
                    "party": party,
                    "outcomes": list(outcomes),
                    "changed": (violation, party) in self.narrowed,
                }
                for violation, party, outcomes in self.remaining
            ],
            "asked": list(self.asked),
        }


def _finding(each: Finding) -> dict[str, Any]:
    return each.ref.to_dict() | {
        "status": each.status,
        "severity": each.severity,
        "curable": each.curable,
        "violation": each.violation,
        "party": each.party,
    }


def change(before: State | None, after: State) -> Change:
    """Return what changed; without a state before, everything that is so now."""
    was = {} if before is None else _broken(before.verdict)
    now = _broken(after.verdict)
    limits = {} if before is None else _limits(before.deadlines)
    axes_before = frozenset() if before is None else _settled(before.verdict)
    axes = _settled(after.verdict)
    asked = frozenset() if before is None else _asked(before.verdict)
    return Change(
        outcome=(None if before is None else before.verdict.outcome, after.verdict.outcome),
        breached=tuple(each for key, each in now.items() if key not in was),
        cured=tuple(each for key, each in was.items() if key not in now),
        curable=tuple(_curable(now.values(), after)),
        due=tuple(e for key, e in _limits(after.deadlines).items() if e.status == "due" and _moved(limits.get(key), e)),
        over=_entered(after.deadlines, limits, ("overdue", "late")),
        met=_entered(after.deadlines, limits, ("done",)),
        settled=tuple(sorted(axes - axes_before)),
        unsettled=tuple(sorted(axes_before - axes)),
        remaining=_remaining(after),
        narrowed=frozenset(each[:2] for each in set(_remaining(after)) - set(_remaining(before))),
        asked=tuple(sorted(_asked(after.verdict) - asked)),
    )


def _curable(broken: Iterable[Finding], state: State) -> Iterator[Cure]:
    """Yield what can still be cured; once the decision is taken, what could be cured before it no longer can."""
    case, on = state.verdict.case, state.verdict.on
    decided = any(step.step == DECISION and (ends(step.on)[0] or on) <= on for step in case.steps)
    for each in broken:
        if each.curable == "always":
            yield Cure(each)
        elif each.curable == "before_decision" and not decided:
            yield Cure(each, DECISION, _last_day_for_the_decision(each, state.deadlines))


def _last_day_for_the_decision(finding: Finding, deadlines: Sequence[Deadline]) -> dt.date | None:
    return min(
        (
            each.last
            for each in deadlines
            if each.last
            and each.status == "due"
            and not each.not_before
            and each.end[0] == f"{DECISION}.on"
            and each.violation in (None, finding.violation)
            and each.party in (None, finding.party)
        ),
        default=None,
    )


def _broken(verdict: Verdict) -> dict[Key, Finding]:
    return {(f.ref.rule, f.violation, f.party): f for f in verdict.findings if f.status in _BROKEN}


def _limits(deadlines: Sequence[Deadline]) -> dict[tuple[Any, ...], Deadline]:
    return {each.key: each for each in deadlines}


def _moved(before: Deadline | None, after: Deadline) -> bool:
    return before is None or before.status != "due" or before.last != after.last


def _entered(
    deadlines: Sequence[Deadline], before: dict[tuple[Any, ...], Deadline], statuses: tuple[str, ...]
) -> tuple[Deadline, ...]:
    return tuple(
        each
        for key, each in _limits(deadlines).items()
        if each.status in statuses and (key not in before or before[key].status not in statuses)
    )


def _remaining(state: State | None) -> tuple[tuple[str, str | None, tuple[str, ...]], ...]:
    results = () if state is None else state.verdict.results
    return tuple((each.violation, each.party, each.treatment.remaining) for each in results)


def _settled(verdict: Verdict) -> frozenset[str]:
    axes = {"procedure"} if verdict.settled_procedure else set()
    for result in verdict.results:
        name = f"{result.violation}:{result.party or ''}"
        axes |= {f"treatment:{name}"} if result.settled_treatment else set()
        axes |= {f"amount:{name}"} if result.settled_amount else set()
    return frozenset(axes)


def _asked(verdict: Verdict) -> frozenset[str]:
    return frozenset(fact.path for ask in verdict.asks for fact in ask.facts)
