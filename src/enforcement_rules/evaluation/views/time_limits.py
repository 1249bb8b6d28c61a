"""What is due by when: the time limits of the duties that apply, with their first and last day.

A last day is found by asking the rule itself: it is the last day on which the step could be taken and the limit (or an
exception of the duty) would still be kept. Extensions, excluded time, days off and rolling over thus count exactly as
they do in a review.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from enforcement_rules.evaluation.duties import Found
from enforcement_rules.evaluation.engine import duties_of
from enforcement_rules.evaluation.facts import Facts, uncovered_years
from enforcement_rules.evaluation.proof import truth
from enforcement_rules.evaluation.verdict import RuleRef, word
from enforcement_rules.model.case import Case
from enforcement_rules.rules.condition import FactBound, Test, tests_of
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.interval import Interval, ends
from enforcement_rules.values.moment import Moment, day_moment
from enforcement_rules.values.truth import Truth
from enforcement_rules.values.workdays import PUBLISHED, Calendar

Why = tuple[tuple[str, dict[str, Any]], ...]
Status = Literal["done", "late", "due", "overdue", "waiting", "not_computable"]
STATUSES: tuple[Status, ...] = ("overdue", "late", "due", "not_computable", "waiting", "done")
_LONGEST = 3660
"""Days after its start beyond which no limit is looked for."""
_FORWARD = frozenset({"days", "workdays", "hours"})
_BACKWARD = frozenset({"workdays_before"})


class Deadline(Struct, frozen=True):
    """One time limit of one duty.

    Attributes:
        start: the fact from which it is counted, and its day where known.
        end: the fact that has to fall inside it, and its day where known.
        unit: natural, working (days), hours or calendar (months and years).
        first, last: the first day counted and the last day; `None` where they cannot be computed.
        not_before: the limit is a time to be waited for: `last` is its last day, and the step may be taken after it.
        days_left: natural days from the day asked about to `last`; negative when it is over.
        why: codes with arguments of what stands in the way of computing it.
    """

    ref: RuleRef
    status: Status
    severity: str
    curable: str
    applies: str
    start: tuple[str, Any]
    end: tuple[str, Any]
    unit: str
    first: dt.date | None
    last: dt.date | None
    not_before: bool
    days_left: int | None
    violation: str | None
    party: str | None
    why: Why = ()

    @property
    def key(self) -> tuple[str, str, str, str | None, str | None]:
        """What tells it from all others of a case, whatever its days."""
        return self.ref.rule, self.start[0], self.end[0], self.violation, self.party

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return self.ref.to_dict() | {
            "status": self.status,
            "severity": self.severity,
            "curable": self.curable,
            "applies": self.applies,
            "counted_from": {"fact": self.start[0], "on": _iso(self.start[1])},
            "step": {"fact": self.end[0], "on": _iso(self.end[1])},
            "unit": self.unit,
            "first": _iso(self.first),
            "last": _iso(self.last),
            "not_before": self.not_before,
            "days_left": self.days_left,
            "violation": self.violation,
            "party": self.party,
            "why": [{"code": code, "args": args} for code, args in self.why],
        }


def _iso(value: Any) -> Any:
    low, high = (value.earliest, value.latest) if isinstance(value, Moment) else ends(value)
    if low is None and high is None:
        return None
    if low == high:
        return low.isoformat() if isinstance(low, dt.date) else None
    return {"from": None if low is None else low.isoformat(), "to": None if high is None else high.isoformat()}


def deadlines(case: Case, rulesets: Rulesets, on: dt.date, *, calendar: Calendar = PUBLISHED) -> tuple[Deadline, ...]:
    """Return every time limit of the duties that apply or may apply, what is over first, then by last day.

    Args:
        case: the case as it stands.
        rulesets: the law.
        on: the day asked about; days left are counted from it.
        calendar: which days are working days.
    """
    return deadlines_of(duties_of(case, rulesets, on, calendar=calendar), on)


def deadlines_of(duties: Iterable[Found], on: dt.date) -> tuple[Deadline, ...]:
    """Return every time limit of duties that were found, in the same order."""
    unique = {each.key: each for duty in duties for each in _of_duty(duty, on)}
    return tuple(sorted(unique.values(), key=_order))


def _order(each: Deadline) -> tuple[Any, ...]:
    return (
        STATUSES.index(each.status),
        each.last or dt.date.max,
        each.ref.rule,
        each.end[0],
        each.violation or "",
        each.party or "",
    )


def _of_duty(duty: Found, on: dt.date) -> Iterator[Deadline]:
    if any(code == "replaced_by" for code, _ in duty.finding.notes):
        return
    for test in tests_of(duty.rule.then):
        limit = _limit(test, duty.facts)
        if limit is None:
            continue
        # A step still to come is asked about as if it were taken: the duty may speak only of steps that are.
        taken = (
            duty.facts if _known(limit.end, duty.facts) else duty.facts.with_given(_given(limit.end, on, duty.facts))
        )
        applies = truth(duty.rule.when, taken)
        if applies is not False:
            yield _deadline(duty, test, limit, on, applies)


class _Limit(Struct, frozen=True):
    start: str
    end: str
    unit: str
    not_before: bool
    backward: bool = False


def _limit(test: Test, facts: Facts) -> _Limit | None:
    """Return what a test limits, or `None` where it is no limit of time between two facts."""
    if test.operator not in ("at_most", "below", "at_least", "more_than"):
        return None
    least = test.operator in ("at_least", "more_than")
    fact = facts.vocabulary.fact(test.fact)
    if fact is None:
        return None
    if isinstance(test.bound, FactBound):
        bound = test.bound
        other = facts.vocabulary.fact(bound.fact)
        spans = bound.years or bound.months or bound.days or bound.workdays
        if not spans or fact.type.kind != "date" or other is None or other.type.kind != "date":
            return None
        unit = "working" if bound.workdays else "calendar" if bound.years or bound.months else "natural"
        return _Limit(bound.fact, test.fact, unit, least)
    if not fact.entry.derived:
        return None
    ((derivation, parts),) = fact.entry.derived.items()
    if derivation in _FORWARD:
        unit = {"days": "natural", "workdays": "working", "hours": "hours"}[derivation]
        return _Limit(parts[0], parts[1], unit, least)
    if derivation in _BACKWARD and least:
        return _Limit(parts[1], parts[0], "working", not_before=False, backward=True)
    return None


def _deadline(duty: Found, test: Test, limit: _Limit, on: dt.date, applies: Truth) -> Deadline:
    facts = duty.facts
    start, end = facts[limit.start], facts[limit.end]
    begins, ended = _day(start), _day(end)
    last, open_ = (None, None) if begins is None else _last(duty, test, limit, begins)
    asked = facts if ended is not None else facts.with_given({limit.end: open_ or on})
    years = set(uncovered_years(duty.rule.then, asked))
    kept = None if ended is None else _kept(duty, test)
    status, why = _status(duty.facts, limit, (begins, ended, last), (on, kept), years)
    return Deadline(
        ref=duty.finding.ref,
        status=status,
        severity=duty.finding.severity,
        curable=duty.finding.curable,
        applies=word(applies),
        start=(limit.start, start),
        end=(limit.end, end),
        unit=limit.unit,
        first=None if begins is None or limit.backward else begins + dt.timedelta(days=1),
        last=last,
        not_before=limit.not_before,
        days_left=None if last is None else (last - on).days,
        violation=duty.finding.violation,
        party=duty.finding.party,
        why=why,
    )


def _status(
    facts: Facts,
    limit: _Limit,
    days: tuple[dt.date | None, dt.date | None, dt.date | None],
    asked: tuple[dt.date, Truth],
    years: set[int],
) -> tuple[Status, Why]:
    (begins, ended, last), (on, kept) = days, asked
    if begins is None:
        if _surely_not_done(limit.start, facts):
            return "waiting", (("not_begun", {"fact": limit.start}),)
        return "not_computable", ((_untold(limit.start, facts), {"fact": limit.start}),)
    if ended is not None:
        return ("not_computable", _calendar(years)) if kept is None else ("done" if kept else "late", ())
    if last is None:
        return "not_computable", _calendar(years) or (("end_unknown", {"fact": limit.end}),)
    if _taken(limit.end, facts):
        return "not_computable", ((_untold(limit.end, facts), {"fact": limit.end}),)
    return ("overdue" if on > last and not limit.not_before else "due"), ()


def _untold(id_: str, facts: Facts) -> str:
    """Return the code of a day that is not known, or of which the file tells bounds: those are never called missing."""
    return "day_bounded" if isinstance(facts.given.get(id_), Interval) else "day_unknown"


def _calendar(years: set[int]) -> Why:
    return tuple(("calendar_missing", {"year": year}) for year in sorted(years))


def _kept(duty: Found, test: Test) -> Truth:
    """Say whether a limit was kept, or missed with an exception that holds; `None` where that is open."""
    kept = truth(test, duty.facts)
    return True if any(truth(each.when, duty.facts) is True for each in duty.rule.unless) else kept


def _last(duty: Found, test: Test, limit: _Limit, begins: dt.date) -> _Edge:
    """Return the last day on which the step would still be in time (or, of a wait, the last day of the wait)."""
    wanted = not limit.not_before

    def holds(day: dt.date) -> bool | None:
        facts = duty.facts.with_given(_given(limit.end, day, duty.facts))
        found = [truth(test, facts), *(truth(each.when, facts) for each in duty.rule.unless if wanted)]
        return True if True in found else found[0]

    step = -1 if limit.backward else 1
    return _edge(holds, begins, step, wanted=wanted)


_Edge = tuple[dt.date | None, dt.date | None]


def _edge(holds: Callable[[dt.date], bool | None], begins: dt.date, step: int, *, wanted: bool) -> _Edge:
    """Return the last day of the run of days on which `holds` is as wanted, or the first day that leaves it open.

    Both are `None` where the run is endless.
    """
    found: dt.date | None = None
    low = 0 if step > 0 else 1
    for n in range(low, _LONGEST):
        day = begins + dt.timedelta(days=n * step)
        known = holds(day)
        if known is None:
            return None, day
        inside = known is wanted
        if step < 0 and inside:
            return day, None
        if step > 0 and not inside:
            return found, None
        found = day if step > 0 else None
    return None, None


def _known(id_: str, facts: Facts) -> bool:
    return _day(facts[id_]) is not None


def _given(id_: str, day: dt.date, facts: Facts) -> dict[str, Any]:
    """Return the changed facts of a step taken on a day."""
    fact = facts.vocabulary.fact(id_)
    value = day_moment(day) if fact is not None and fact.type.kind in ("time", "moment") else day
    scope, _, name = id_.partition(".")
    given: dict[str, Any] = {id_: value}
    if scope in facts.vocabulary.steps and name in ("on", "moment"):
        given |= {f"{scope}.done": True, f"{scope}.on": day, f"{scope}.moment": day_moment(day)}
    return given


def _day(value: Any) -> dt.date | None:
    if isinstance(value, Moment):
        return None if value.earliest is None else value.earliest.date()
    return value if type(value) is dt.date else None


def _taken(id_: str, facts: Facts) -> bool:
    """Say whether a step was taken on a day the file does not tell."""
    scope, _, name = id_.partition(".")
    return name in ("on", "moment") and scope in facts.vocabulary.steps and facts[f"{scope}.done"] is True


def _surely_not_done(id_: str, facts: Facts) -> bool:
    scope = id_.partition(".")[0]
    return scope in facts.vocabulary.steps and facts[f"{scope}.done"] is False
