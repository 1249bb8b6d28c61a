"""What keeps a condition open: the facts that are unknown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from enforcement_rules.evaluation.facts import Facts, untold
from enforcement_rules.evaluation.proof.nodes import named_by, of_elements, truth
from enforcement_rules.rules.condition import All, Condition, FactBound, Not, Quantified, Test
from enforcement_rules.values.errors import Path
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.moment import Moment
from enforcement_rules.values.truth import UNKNOWN, Truth, conjunction, disjunction, negation


class Asleep(str):
    """The name of an unknown fact of an event that nobody raised."""

    __slots__ = ()


class Missing(str):
    """The name of an unknown fact of one element of a list: which element, and where it stands in the case.

    `asleep`: it rests on an event that nobody raised. `bounded`: bounds of it are told.
    """

    __slots__ = ("asleep", "bounded", "element", "path")
    asleep: bool
    bounded: bool
    element: tuple[tuple[str, Any], ...]
    path: Path

    @classmethod
    def of(cls, id_: str, element: Any, named: tuple[tuple[str, Any], ...]) -> Missing:
        """Return the name with its element."""
        made = cls.at(id_, element.paths.get(id_.partition(".")[0], element.path), named)
        made.asleep = isinstance(id_, Asleep)
        return made

    @classmethod
    def at(cls, id_: str, path: Path, named: tuple[tuple[str, Any], ...], *, bounded: bool = False) -> Missing:
        """Return the name with where the element stands and what it is known by."""
        made = cls(id_)
        made.element, made.path, made.asleep, made.bounded = named, path, False, bounded
        return made

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) and (not isinstance(other, Missing) or self.path == other.path)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


class _Judged(Struct, frozen=True):
    """A condition with its truth, and its parts with theirs; of a list, `where` and `holds` of each element in turn."""

    condition: Condition
    facts: Facts
    truth: Truth
    parts: tuple[_Judged, ...] = ()


def open_facts(condition: Condition, facts: Facts) -> Iterator[str]:
    """Yield the facts whose being unknown keeps a condition open; none when it is decided.

    Facts are named as the case would state them: a derived fact by those it comes from that are unknown. What rests on
    an event that nobody raised is not asked for.
    """
    return (id_ for id_ in all_open(condition, facts) if not is_asleep(id_))


def all_open(condition: Condition, facts: Facts) -> Iterator[str]:
    """Yield the facts that keep a condition open, those of events that nobody raised among them."""
    # Every condition is judged once, from below; what is decided is not looked into again.
    return _open(_judge(condition, facts))


def is_asleep(id_: str) -> bool:
    """Say whether an open fact rests on an event that nobody raised."""
    return isinstance(id_, Asleep) or (isinstance(id_, Missing) and id_.asleep)


def _judge(condition: Condition, facts: Facts) -> _Judged:
    if isinstance(condition, Test):
        return _Judged(condition, facts, truth(condition, facts))
    if isinstance(condition, Not):
        part = _judge(condition.part, facts)
        return _Judged(condition, facts, negation(part.truth), (part,))
    if isinstance(condition, Quantified):
        return _judge_elements(condition, facts)
    parts = tuple(_judge(part, facts) for part in condition.parts)
    join = conjunction if isinstance(condition, All) else disjunction
    return _Judged(condition, facts, join(part.truth for part in parts), parts)


def _judge_elements(condition: Quantified, facts: Facts) -> _Judged:
    elements = facts["@" + condition.of]
    judged = [(_judge(condition.where, element), _judge(condition.holds, element)) for element in elements]
    known = of_elements(condition, [(where.truth, holds.truth) for where, holds in judged], complete=elements.complete)
    return _Judged(condition, facts, known, tuple(part for each in judged for part in each))


def _open(judged: _Judged) -> Iterator[str]:
    if judged.truth is not None:
        return
    condition, facts = judged.condition, judged.facts
    if isinstance(condition, Test):
        yield from _unknown_sources(condition.fact, facts)
        if isinstance(condition.bound, FactBound):
            yield from _unknown_sources(condition.bound.fact, facts)
    elif isinstance(condition, Quantified):
        yield from _open_elements(condition, judged)
    else:
        for part in judged.parts:
            yield from _open(part)


def _open_elements(condition: Quantified, judged: _Judged) -> Iterator[str]:
    if not judged.facts["@" + condition.of].complete:
        yield "@" + condition.of
    for where, holds in zip(judged.parts[::2], judged.parts[1::2], strict=True):
        # An element that already meets what is asked of it, or is none of those it is asked of, keeps nothing open.
        if where.truth is False or holds.truth is condition.every:
            continue
        element: Any = where.facts
        named = named_by(condition.of, element)
        for id_ in (*_open(where), *_open(holds)):
            own = id_.partition(".")[0] in element.scopes and not isinstance(id_, Missing)
            yield Missing.of(id_, element, named) if own else id_


def _unknown_sources(id_: str, facts: Facts) -> Iterator[str]:
    if facts.sleeps(id_):
        yield Asleep(id_)
        return
    waits = getattr(facts, "waits", {}).get(id_, ())
    if waits:
        yield from waits
        return
    fact = facts.vocabulary.fact(id_)
    if fact and fact.entry.stated:
        yield id_
        return
    if fact and fact.entry.derived:
        for part in next(iter(fact.entry.derived.values())):
            if part == "@steps":
                yield from _untold_ends(facts)
            if facts[part] is UNKNOWN or not _exact(facts[part]):
                yield from _unknown_sources(part, facts)
        return
    defined = facts.definitions.get(id_)
    if defined is not None and id_ not in facts.statements:
        # A definition that does not speak of this case leaves the fact to be asked for itself.
        yield from defined.waits(facts) or [id_]
        return
    if id_.endswith(".moment"):
        yield _day_of_moment(id_.removesuffix("moment"), facts)
        return
    if not _exact(facts[id_]) or _spans_a_day(facts[id_]):
        yield id_


def _day_of_moment(step: str, facts: Facts) -> str:
    """Return what leaves the moment of a step open: its day, the bounds of its service, or whether it was at all."""
    if facts[f"{step}done"] is not True:
        return f"{step}done"
    served = isinstance(facts.given.get(f"{step}served"), Interval) and _exact(facts[f"{step}on"])
    return f"{step}served" if served else f"{step}on"


def _untold_ends(facts: Facts) -> Iterator[Missing]:
    """Yield the last days of stops of the clock, and of extensions, that the file does not tell."""
    for step in untold(facts["@steps"]):
        id_ = f"{step['step.kind']}.until"
        if facts.vocabulary.fact(id_) is not None:
            yield Missing.at(id_, step.path, named_by("steps", step))


def _exact(value: Any) -> bool:
    return value is not UNKNOWN and not isinstance(value, Interval) and getattr(value, "complete", True)


def _spans_a_day(value: Any) -> bool:
    """Say whether a moment is told by its day alone: of two on one day nobody can say which was first."""
    return isinstance(value, Moment) and value.earliest != value.latest
