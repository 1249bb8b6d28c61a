"""The facts of a case as rules see them: values by fact id, what is missing worked out on first use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from enforcement_rules.evaluation.facts.unstated import Unstated, Ways, unstated_in
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.vocabulary import Vocabulary
from enforcement_rules.rules.circumstance import Definition
from enforcement_rules.values.dates import bounded
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.truth import UNKNOWN
from enforcement_rules.values.workdays import PUBLISHED, Calendar


class FactDefinition(Protocol):
    """What gives a fact its value where nobody states it: a definition of the law, or the matrix of the evidence.

    Attributes:
        rule: the one definition that it is; `None` where it is something else.
    """

    @property
    def rule(self) -> Definition | None:
        """See above."""

    def __call__(self, facts: Facts) -> Any:
        """Return the value for these facts, or `UNKNOWN`."""

    def waits(self, facts: Facts) -> list[str]:
        """Return the facts that an unknown value waits for; none where the fact itself is to be asked for."""

    def sources(self, facts: Facts) -> Iterable[Any]:
        """Return what the value comes from, as nodes of a proof, where that is more than its condition."""


Definitions = Mapping[str, FactDefinition]


class Elements(tuple[Any, ...]):
    """The elements of a collection, each with its facts; `complete` when there can be no others."""

    complete: bool

    def __new__(cls, elements: Any, complete: bool) -> Elements:
        """Keep the elements in the order of the file."""
        made = super().__new__(cls, elements)
        made.complete = complete
        return made


class Facts(dict[str, Any]):
    """Values by fact id; unknown ones are `UNKNOWN`, never absent.

    Attributes:
        statements: who said what and where, for stated facts.
        contested: facts on which two speakers disagree.
        raised: events that some stated fact wakes.
        assumed: events taken as not having occurred, and values a definition presumes (`fact=value`), found out as
            facts are asked for.
        defined: facts whose value a definition gave.
        calendar: which days are working days.
        closed: kinds of step of which the file lists all there are: what it does not list had not happened by
            `closed_on`, the day of the review.
    """

    __slots__ = (
        "_awake",
        "_definitions",
        "assumed",
        "calendar",
        "closed",
        "closed_on",
        "contested",
        "defined",
        "given",
        "raised",
        "statements",
        "vocabulary",
        "ways",
    )

    def __init__(
        self,
        values: Mapping[str, Any],
        vocabulary: Vocabulary,
        *,
        statements: Mapping[str, tuple[Statement, ...]] | None = None,
        contested: frozenset[str] = frozenset(),
        raised: frozenset[str] = frozenset(),
    ) -> None:
        """Start from what is stated."""
        self.ways = unstated_in(vocabulary)
        super().__init__(self._known_from_the_start(self.ways))
        self.update(values)
        self.given: Mapping[str, Any] = values
        self._awake: Facts | None = None
        self.vocabulary = vocabulary
        self.statements: Mapping[str, tuple[Statement, ...]] = statements or {}
        self.contested = contested
        self.raised = raised
        self._definitions: Definitions = {}
        self.closed: frozenset[str] = frozenset()
        self.closed_on: dt.date | None = None
        self.calendar: Calendar = PUBLISHED
        self.assumed: set[str] = set()
        self.defined: set[str] = set()

    def give(self, values: Mapping[str, Any]) -> None:
        """Add what is stated besides, such as the collections."""
        self.update(values)
        self.given = {**self.given, **values}

    @staticmethod
    def _known_from_the_start(ways: Ways) -> Mapping[str, Any]:
        """Return what is known before anybody states anything: that most facts are unknown then."""
        return ways.plain

    @property
    def definitions(self) -> Definitions:
        """What gives facts a value where nobody states them, by the fact."""
        return self._definitions

    @definitions.setter
    def definitions(self, definitions: Definitions) -> None:
        for id_ in definitions.keys() - self._definitions.keys() - self.given.keys():
            self.pop(id_, None)  # no longer unknown from the start
        self._definitions = definitions

    @property
    def awake(self) -> Facts:
        """The same facts with nothing assumed: what rests on an event that nobody raised is unknown."""
        if self._awake is None:
            made = self._awake = self.with_given({}, raised=self.vocabulary.every_event)
            made.update(dict.fromkeys(self.ways.dormant - made.given.keys() - made.definitions.keys(), UNKNOWN))
        return self._awake

    def with_given(self, changed: Mapping[str, Any], *, raised: frozenset[str] | None = None) -> Facts:
        """Return the facts with some stated values changed and all else worked out anew."""
        made = Facts(
            {**self.given, **changed},
            self.vocabulary,
            statements=self.statements,
            contested=self.contested,
            raised=self.raised if raised is None else raised,
        )
        made.take_from(self)
        return made

    def take_from(self, other: Facts) -> None:
        """Work unstated facts out as the other facts do: by the same definitions, calendar and closed steps."""
        self.calendar = other.calendar
        self.definitions = other.definitions
        self.closed, self.closed_on = other.closed, other.closed_on

    def __missing__(self, id_: str) -> Any:
        """Work out a fact that is not stated and remember it."""
        way = self.ways[id_]
        if way.derive is not None and id_ not in self._definitions:
            value = self[id_] = way.derive(self)
            return value
        self[id_] = UNKNOWN  # a definition that asks for its own fact finds it unknown
        value = self[id_] = self._found(id_, way)
        return value

    def _found(self, id_: str, way: Unstated) -> Any:
        if not way.scope or id_ in self.contested:
            return UNKNOWN
        if id_ in self._definitions:
            value = self._definitions[id_](self)
            if value is not UNKNOWN:
                self.defined.add(id_)
                if not isinstance(value, bool):
                    self.assumed.add(f"{id_}={value}")
                return value
        if way.implicit and way.scope in self.closed and self.given.get(f"{way.scope}.done") is not True:
            return self._not_listed(way.name)
        if way.event is not None and way.event not in self.raised:
            self.assumed.add(way.event)
            if way.asleep is not UNKNOWN:
                return way.asleep
        if way.earliest or way.latest:
            return bounded(UNKNOWN, [self[i] for i in way.earliest], [self[i] for i in way.latest])
        return UNKNOWN

    def sleeps(self, id_: str) -> bool:
        """Say whether a fact is unknown only because nobody raised its event: then nobody need be asked for it."""
        way = self.ways[id_]
        return way.event is not None and way.event not in self.raised and self[id_] is UNKNOWN

    def _not_listed(self, name: str) -> Any:
        """Return what a complete list of steps says of one it does not hold: not done, and not before today."""
        return False if name == "done" else Interval(self.closed_on) if name == "on" else UNKNOWN


class ElementFacts(Facts):
    """The facts of one element of a collection; facts of other scopes are those of the case around it."""

    __slots__ = ("around", "path", "paths", "scopes", "sources", "waits")

    def __init__(self, values: Mapping[str, Any], around: Facts, scopes: frozenset[str], **kept: Any) -> None:
        """Start from what is stated of the element.

        `path` is where it stands in the case, `paths` where facts of a scope stand elsewhere; `sources` says from whom
        a fact of it was found (known by which facts, where, what is told of them); `waits` what an open one waits for;
        `raised` are the events that facts of it wake, for it alone.
        """
        self.path: Path = kept.pop("path", ())
        self.paths: Mapping[str, Path] = kept.pop("paths", {})
        self.sources: Mapping[str, tuple[Any, ...]] = kept.pop("sources", {})
        self.waits: Mapping[str, tuple[str, ...]] = kept.pop("waits", {})
        raised: frozenset[str] = kept.pop("raised", frozenset())
        super().__init__(values, around.vocabulary, **kept)
        self.around = around
        self.scopes = scopes
        self.calendar = around.calendar
        self.raised = around.raised | raised

    @staticmethod
    def _known_from_the_start(ways: Ways) -> Mapping[str, Any]:
        """Return nothing: an element has few facts of its own, and the others are those around it."""
        return {}

    def supposing(self, values: Mapping[str, Any]) -> ElementFacts:
        """Return the element as it would be with other values of its own, whatever is stated of them."""
        made = ElementFacts(
            {**self.given, **values},
            self.around,
            self.scopes,
            path=self.path,
            paths=self.paths,
            sources=self.sources,
            statements=self.statements,
            contested=self.contested - values.keys(),
        )
        made.definitions = self.definitions
        return made

    def sleeps(self, id_: str) -> bool:
        """Say it of a fact of the element; facts of other scopes are those of the case around it."""
        return super().sleeps(id_) if self.ways[id_].scope in self.scopes else self.around.sleeps(id_)

    def __missing__(self, id_: str) -> Any:
        """Look a fact up in the case around, unless it is one of the element's own."""
        if self.ways[id_].scope not in self.scopes:
            return self.around[id_]
        return super().__missing__(id_)
