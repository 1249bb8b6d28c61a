"""What nobody said: conditions read with a meaning given to silence.

Silence means different things: on a complete record it counts against whoever must show a fact; an exception that
nobody states does not excuse; what rests on an event that nobody raised says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, Literal

from msgspec import Struct

from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.proof.nodes import truth
from enforcement_rules.evaluation.proof.open_facts import all_open, is_asleep
from enforcement_rules.rules.condition import All, Condition, Not, Quantified, Test
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.truth import Truth, conjunction, disjunction, negation

BOTH = frozenset({"organ", "party"})
"""Those whose silence on a complete record counts against them, whoever of them must show the fact."""
ASLEEP: Final = "asleep"
Told = Truth | Literal["asleep"]
"""A truth, or that a condition rests on nothing but events that nobody raised."""


class _Meaning(Struct, frozen=True):
    """What silence means.

    Attributes:
        burden: those whose silence counts against them.
        excused_by: exceptions that are taken not to hold while nobody states them.
        possible: exceptions that stay open, even where they rest on an event that nobody raised.
        occurred: whether what sleeps is left aside; otherwise it is taken not to have occurred.
    """

    burden: frozenset[str] = frozenset()
    excused_by: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    occurred: bool = True

    def of_test(self, test: Test, facts: Facts, against: bool) -> Told:
        """Return what an open test comes to."""
        known = truth(test, facts)
        waiting = [] if known is not None else list(all_open(test, facts))
        if not waiting:
            return known
        if all(excused(id_, self.excused_by, facts) for id_ in waiting):
            return against
        if any(is_asleep(id_) and str(id_) not in self.possible for id_ in waiting):
            return ASLEEP if self.occurred else against
        silent = all(shown_by(id_, facts) in self.burden and not _partly_told(id_, facts) for id_ in waiting)
        return against if silent else None


_NOT_OCCURRED = _Meaning(occurred=False)


def silence(condition: Condition, facts: Facts, burden: frozenset[str], excused_by: Iterable[str] = ()) -> Truth:
    """Return a condition's truth when silence counts against whoever must show it.

    A test left open only by facts that somebody of `burden` (organ, party) must show is read against them, and so is
    one left open by exceptions; contested facts, and those to be investigated either way, stay open.
    """
    return _truth(condition, facts, _Meaning(burden, frozenset(excused_by)))


def aside(condition: Condition, facts: Facts, excused_by: Iterable[str] = ()) -> Told:
    """Return a condition's truth with what rests on events that nobody raised left aside, save for exceptions."""
    return _read(condition, facts, _Meaning(possible=frozenset(excused_by)))


def occurred(condition: Condition, facts: Facts) -> Truth:
    """Return the truth of a condition on which a duty turns: what nobody raised has not occurred."""
    return _truth(condition, facts, _NOT_OCCURRED)


def unexcused(condition: Condition, facts: Facts, excused_by: Iterable[str]) -> Truth:
    """Return a condition's truth when no exception (`excused_by`) holds that nobody states."""
    return _truth(condition, facts, _Meaning(excused_by=frozenset(excused_by)))


def excuses(condition: Condition, facts: Facts, excused_by: Iterable[str]) -> list[str]:
    """Return the exceptions (`excused_by`) that nobody states and that keep a condition open."""
    named = frozenset(excused_by)
    return [id_ for id_ in all_open(condition, facts) if excused(id_, named, facts)] if named else []


def excused(id_: str, excused_by: frozenset[str], facts: Facts) -> bool:
    """Say whether a fact is one of the exceptions; one on which two speakers disagree has been stated."""
    return str(id_) in excused_by and str(id_) not in facts.contested


def _truth(condition: Condition, facts: Facts, meaning: _Meaning) -> Truth:
    found = _read(condition, facts, meaning)
    return None if found == ASLEEP else found


def _read(condition: Condition, facts: Facts, meaning: _Meaning, *, against: bool = False) -> Told:
    if isinstance(condition, Test):
        return meaning.of_test(condition, facts, against)
    if isinstance(condition, Not):
        part = _read(condition.part, facts, meaning, against=not against)
        return ASLEEP if part == ASLEEP else negation(part)
    if isinstance(condition, Quantified):
        return _elements(condition, facts, meaning, against=against)
    parts = [_read(part, facts, meaning, against=against) for part in condition.parts]
    return _joined(parts, conjunction if isinstance(condition, All) else disjunction)


def _elements(condition: Quantified, facts: Facts, meaning: _Meaning, *, against: bool) -> Told:
    elements = facts["@" + condition.of]
    found = [_element(condition, element, meaning, against=against) for element in elements]
    return _joined(found if elements.complete else [*found, None], conjunction if condition.every else disjunction)


def _element(condition: Quantified, element: Any, meaning: _Meaning, *, against: bool) -> Told:
    """Return what one element comes to: met where it is none of those asked about."""
    chosen = truth(condition.where, element)
    if chosen is None and _read(condition.where, element, _NOT_OCCURRED) is False:
        return ASLEEP
    if chosen is False:
        return condition.every
    holds = _read(condition.holds, element, meaning, against=against)
    if holds == ASLEEP:
        return ASLEEP
    return disjunction([negation(chosen), holds]) if condition.every else conjunction([chosen, holds])


def _joined(parts: Iterable[Told], join: Callable[[Iterable[Truth]], Truth]) -> Told:
    """Join what is told; parts that are asleep say nothing, and where all are, so is the whole."""
    parts = list(parts)
    told = [part for part in parts if part != ASLEEP]
    return join(told) if told or not parts else ASLEEP


def _partly_told(id_: str, facts: Facts) -> bool:
    """Say whether bounds of a fact are told: a month, an interval, a bound is no silence."""
    return getattr(id_, "bounded", False) or isinstance(facts[str(id_)], Interval)


def shown_by(id_: str, facts: Facts) -> str | None:
    """Return who must show a fact; `None` where two speakers already disagree on it."""
    fact = facts.vocabulary.fact(id_)
    return None if fact is None or id_ in facts.contested else fact.entry.shown_by
