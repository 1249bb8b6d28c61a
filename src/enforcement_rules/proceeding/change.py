"""What one step or fact changed: new breaches, what was cured, what became due, what is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from enforcement_rules.evaluation.deadlines import Deadline
from enforcement_rules.evaluation.verdict import Finding, Verdict

_BROKEN = frozenset({"breached", "apparent"})
Key = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class State:
    """A case as it stands: the verdict and the time limits."""

    verdict: Verdict
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed from one state of a case to the next.

    Attributes:
        outcome: the outcome before and after.
        breached: duties that are broken now, shown or apparent, and were not before.
        cured: duties that were broken before and are not now.
        curable: all duties that are broken now and can still be cured, with until when (`always`, `before_decision`).
        due: time limits that began or whose last day moved.
        over: time limits that are overdue or were missed, and were not before.
        met: time limits that were met with this change.
        settled: axes that are settled now and were not: `procedure`, `treatment:v1:p1`, `amount:v1:p1`.
        unsettled: axes that were settled and are open again.
        remaining: what treatment is still possible, by violation and party.
        asked: facts that are asked for now and were not before, by their path.
    """

    outcome: tuple[str | None, str]
    breached: tuple[Finding, ...]
    cured: tuple[Finding, ...]
    curable: tuple[Finding, ...]
    due: tuple[Deadline, ...]
    over: tuple[Deadline, ...]
    met: tuple[Deadline, ...]
    settled: tuple[str, ...]
    unsettled: tuple[str, ...]
    remaining: tuple[tuple[str, str | None, tuple[str, ...]], ...]
    asked: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form; duties by their rule."""
        return {
            "outcome": {"before": self.outcome[0], "after": self.outcome[1]},
            "breached": [_finding(each) for each in self.breached],
            "cured": [_finding(each) for each in self.cured],
            "curable": [_finding(each) for each in self.curable],
            "due": [each.to_dict() for each in self.due],
            "over": [each.to_dict() for each in self.over],
            "met": [each.to_dict() for each in self.met],
            "settled": list(self.settled),
            "unsettled": list(self.unsettled),
            "remaining": [
                {"violation": violation, "party": party, "outcomes": list(outcomes)}
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
        curable=tuple(each for each in now.values() if each.curable != "never"),
        due=tuple(e for key, e in _limits(after.deadlines).items() if e.status == "due" and _moved(limits.get(key), e)),
        over=_entered(after.deadlines, limits, ("overdue", "late")),
        met=_entered(after.deadlines, limits, ("done",)),
        settled=tuple(sorted(axes - axes_before)),
        unsettled=tuple(sorted(axes_before - axes)),
        remaining=tuple((r.violation, r.party, r.treatment.remaining) for r in after.verdict.results),
        asked=tuple(sorted(_asked(after.verdict) - asked)),
    )


def _broken(verdict: Verdict) -> dict[Key, Finding]:
    return {(f.ref.rule, f.violation, f.party): f for f in verdict.findings if f.status in _BROKEN}


def _limits(deadlines: Sequence[Deadline]) -> dict[tuple[Any, ...], Deadline]:
    return {(e.ref.rule, e.start[0], e.end[0], e.violation, e.party): e for e in deadlines}


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


def _settled(verdict: Verdict) -> frozenset[str]:
    axes = {"procedure"} if verdict.settled_procedure else set()
    for result in verdict.results:
        name = f"{result.violation}:{result.party or ''}"
        axes |= {f"treatment:{name}"} if result.settled_treatment else set()
        axes |= {f"amount:{name}"} if result.settled_amount else set()
    return frozenset(axes)


def _asked(verdict: Verdict) -> frozenset[str]:
    return frozenset(fact.path for ask in verdict.asks for fact in ask.facts)
