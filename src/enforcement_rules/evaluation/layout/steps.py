"""Steps laid out: each with its place, its day, its moment and those who took it, read from there by all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.layout.certificates import Certified, certified
from enforcement_rules.evaluation.layout.officers import LaidOfficer, said, said_within
from enforcement_rules.model.case import Case, Officer, Step
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import Interval, ends, interval
from enforcement_rules.values.moment import Moment, day_moment
from enforcement_rules.values.truth import UNKNOWN

_ON, _SERVED = "on", "served"
"""The fact of a step that is a paper: the day on which it was served."""


class LaidStep(Struct, frozen=True, eq=False, dict=True):
    """A step as it stands in the file.

    Attributes:
        step: what the file says.
        n: its place in the list of steps.
        day: its day, bounds of it, or unknown.
        moment: when it was, to the minute where the file says so, and what the file says of its order.
        by: those who took it, one for each id in the file; empty where it names nobody.
        closed: whether these are all: the list of officers is complete, or as many as the file counts.
    """

    step: Step
    n: int
    day: Any
    moment: Moment
    by: tuple[LaidOfficer, ...]
    closed: bool

    @property
    def path(self) -> Path:
        """Where the step stands."""
        return "steps", self.n

    @property
    def told_at(self) -> Path:
        """Where its day stands, or the step itself."""
        if self.step.at is not None:
            return *self.path, "at"
        if self.step.on is not None or _ON in self.step.facts:
            return *self.path, _ON
        return self.path if self.day is UNKNOWN else (*self.path, _SERVED)

    @property
    def span(self) -> Any:
        """Its day, or bounds of it: of several that speakers name, all of them."""
        if self.day is not UNKNOWN:
            return self.day
        return said_within(self.step, _ON if _ON in self.step.facts else _SERVED)

    @property
    def known_day(self) -> Any:
        """The day or bounds of it; `None` where nothing is known."""
        return None if self.day is UNKNOWN else self.day

    @property
    def officer_count(self) -> Any:
        """How many officers took part, of which auxiliaries are none; `None` where the file names nobody.

        Those named are the least where they may not be all.
        """
        if self.step.by is None:
            return None
        named = _acting(self.by)
        return named if self.closed else Interval(named)

    @cached_property
    def certified(self) -> Certified:
        """What the certificates of those who took it come to on its day."""
        return certified(self.step, self.n, self.by, self.day, closed=self.closed)


def lay_steps(case: Case, officers: Mapping[str, LaidOfficer]) -> tuple[LaidStep, ...]:
    """Return the steps of a case in the order of the file; `officers` are those it lists, by id."""
    closed = case.is_complete("officers")
    return tuple(_laid(n, step, officers, closed=closed) for n, step in enumerate(case.steps))


def _laid(n: int, step: Step, officers: Mapping[str, LaidOfficer], *, closed: bool) -> LaidStep:
    served = said(step, _SERVED)
    day = said(step, _ON) if step.on is None else step.on
    if step.on is None and _ON not in step.facts:
        day = served  # a paper of which only its service is dated was given on that day
    day = _no_later(day, served)
    if step.at is not None:
        day = step.at.date()
    by = tuple(_taken_by(step.by or (), officers))
    closed = closed or said(step, "officer_count") == _acting(by)
    return LaidStep(step, n, day, _moment(step, day, served), by, closed)


def _acting(by: Iterable[LaidOfficer]) -> int:
    """Return how many officers are named, each once; auxiliaries are none."""
    return sum(not each.auxiliary for each in {each.officer.id: each for each in by}.values())


def _taken_by(ids: Iterable[str], officers: Mapping[str, LaidOfficer]) -> Iterable[LaidOfficer]:
    return (officers.get(id_) or LaidOfficer(Officer(id=id_)) for id_ in ids)


def _moment(step: Step, day: Any, served: Any) -> Moment:
    """Return when a step was; who is told by a paper is told no earlier than it is served, whatever day it bears."""
    ids = frozenset({step.id}) if step.id else frozenset()
    after = frozenset(step.after) | frozenset(step.replaces)
    if step.at is not None:
        return Moment(step.at, step.at, ids, after)
    whole = day_moment(day if served is UNKNOWN else _later(day, served))
    return Moment(whole.earliest, whole.latest, ids, after)


def _no_later(day: Any, served: Any) -> Any:
    """Return the day of a paper of which only bounds are known: it was given by the day on which it was served."""
    (low, high), latest = ends(day), ends(served)[1]
    if latest is None or not isinstance(day, Interval) or (high is not None and high <= latest):
        return day
    return day if low is not None and low > latest else interval(low, latest)


def _later(one: Any, other: Any) -> Any:
    """Return the later of two days, or its bounds."""
    lows, highs = zip(ends(one), ends(other), strict=True)
    return interval(max((low for low in lows if low is not None), default=None), None if None in highs else max(highs))
