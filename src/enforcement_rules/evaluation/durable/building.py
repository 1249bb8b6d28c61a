"""Conditions become rules of the network: one goal for "surely holds" and one for "surely does not", as in `compile`.

A goal is a derived fact. `all` joins the facts of its parts, `any` is several rules for one goal, a condition on every
element of a list walks along the list from one derived fact to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from enforcement_rules.evaluation.durable.network import END, NetworkRule, Pattern, Unsupported, check
from enforcement_rules.evaluation.durable.patterns import Wanted, alternatives_of, text
from enforcement_rules.rules.circumstance import Definition
from enforcement_rules.rules.condition import All, AnyOf, Collection, Condition, Not, Quantified, Test
from enforcement_rules.rules.requirement import Requirement

_JOINED_AT_ONCE = 5
_PARTS_AT_ONCE = 8
STATES = ("arises", "kept", "excused", "broken")
"""What the network says of a duty."""
Body = tuple[Pattern, ...]
Definitions = Mapping[str, tuple[Definition, ...]]
"""The definitions that go to the network, by the fact they define."""


class Builder(Struct):
    """Rules in the making.

    Attributes:
        definitions: those that give facts their values on the network itself.
        rules: the rules so far.
        wanted: the facts the network has to be given, each with the number of its kind.
        names: what the kinds of derived facts stand for.
        duties: the kinds that say of a duty that it is in a state, with both.
    """

    definitions: Definitions = field(default_factory=dict)
    rules: list[NetworkRule] = field(default_factory=list)
    wanted: dict[Wanted, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    duties: dict[int, tuple[Requirement, str]] = field(default_factory=dict)
    _goals: dict[tuple[Condition, bool, str | None], int] = field(default_factory=dict)
    _last: int = END

    def _new(self) -> int:
        self._last += 1
        return self._last

    def kind(self, wanted: Wanted) -> int:
        """Return the number of the kind under which a wanted fact is given."""
        if wanted not in self.wanted:
            self.wanted[wanted] = self._new()
            for definition in self.definitions.get(wanted.fact, ()) if wanted.role == "text" and not wanted.of else ():
                self._define(definition, self.wanted[wanted])
        return self.wanted[wanted]

    def _define(self, definition: Definition, kind: int) -> None:
        """Add the rules by which a definition, where it is in force, gives the fact it defines."""
        in_force = Pattern(self.kind(Wanted("in_force", definition)))
        for sure, value in values_of(definition):
            goals = (self.goal(definition.where, True), self.goal(definition.when, sure))
            body = (in_force, *(Pattern(goal) for goal in dict.fromkeys(goals)))
            self.rules.append(NetworkRule(body, kind, value=value))

    def duty(self, duty: Requirement) -> None:
        """Add what the network says of a duty.

        A duty *arises* where its condition holds; a duty that arose is *kept*, *excused* by an exception, or *broken*
        where what must be so surely is not and every exception surely fails. What is none of these is open.
        """
        arises, kept, excused, broken = (self._state(duty, state) for state in STATES)
        arisen = Pattern(arises)
        self.rules.append(NetworkRule((Pattern(self.goal(duty.when, True)),), arises))
        self.rules.append(NetworkRule((arisen, Pattern(self.goal(duty.then, True))), kept))
        for each in duty.unless:
            self.rules.append(NetworkRule((arisen, Pattern(self.goal(each.when, True))), excused))
        failed = dict.fromkeys((self.goal(duty.then, False), *(self.goal(each.when, False) for each in duty.unless)))
        self.rules.append(NetworkRule((arisen, *(Pattern(goal) for goal in failed)), broken))

    def _state(self, duty: Requirement, state: str) -> int:
        kind = self._new()
        self.names[kind], self.duties[kind] = f"duty {state}: {duty.name}", (duty, state)
        return kind

    def goal(self, condition: Condition, sure: bool, of: Collection | None = None) -> int:
        """Return the kind of the fact that is derived when a condition surely holds (or surely does not).

        Args:
            condition: the condition.
            sure: whether it is to hold, or not to.
            of: the collection whose elements it is about; `None` for the case.

        Raises:
            Unsupported: where the condition cannot go to the network.
        """
        key = (condition, sure, of)
        if key not in self._goals:
            kind = self._goals[key] = self._new()
            self.names[kind] = f"{'holds' if sure else 'fails'}: {_name(condition)}"
            for body in self.bodies(condition, sure, of):
                self._add(body, kind, of)
        return self._goals[key]

    def _add(self, body: Body, kind: int, of: Collection | None) -> None:
        body = body or (Pattern(self.kind(Wanted("always", of=of))),)
        if of is not None:
            body = (body[0], *(replace(p, joins=(("e", "==", 0, "e"), *p.joins)) for p in body[1:]))
        self.rules.append(NetworkRule(body, kind, None if of is None else 0))

    def bodies(self, condition: Condition, sure: bool, of: Collection | None) -> list[Body]:
        """Return the alternatives that each make a condition surely hold (or surely not)."""
        if isinstance(condition, Test):
            return list(alternatives_of(condition, sure, of, self.kind))
        if isinstance(condition, Not):
            return self.bodies(condition.part, not sure, of)
        if isinstance(condition, Quantified):
            return [self._quantified(condition, sure)]
        if isinstance(condition, All) is sure:
            return self._together(condition.parts, sure, of)
        return [body for part in condition.parts for body in self.bodies(part, sure, of)]

    def _together(self, parts: Iterable[Condition], sure: bool, of: Collection | None) -> list[Body]:
        """Return the one alternative in which all parts meet; a part with several alternatives is a goal of its own."""
        parts = tuple(parts)
        if len(parts) > _PARTS_AT_ONCE:
            middle, join = len(parts) // 2, All if sure else AnyOf
            parts = (join(parts[:middle]), join(parts[middle:]))
        joined: Body = ()
        for part in parts:
            bodies = self.bodies(part, sure, of)
            if not bodies:
                return []
            single = bodies[0] if len(bodies) == 1 else None
            if single is None or len(joined) + len(single) > _JOINED_AT_ONCE or _clash(joined, single):
                single = (Pattern(self.goal(part, sure, of)),)
            joined = _merged(joined, single)
        return [joined]

    def _quantified(self, condition: Quantified, sure: bool) -> Body:
        """Return the body for a condition on elements: a witness, or the whole list walked through."""
        if (condition.every is not sure) is True:
            return (Pattern(self._witness(condition, sure)),)
        return (Pattern(self._walk(condition, sure)),)

    def _witness(self, condition: Quantified, sure: bool) -> int:
        """Return a goal that one element decides: of those asked about, it surely meets (or misses) what is asked."""
        kind = self._new()
        self.names[kind] = f"some {condition.of}"
        chosen = Pattern(self.goal(condition.where, True, condition.of))
        holds = Pattern(self.goal(condition.holds, sure, condition.of), joins=(("e", "==", 0, "e"),))
        self.rules.append(NetworkRule((chosen,) if chosen.kind == holds.kind else (chosen, holds), kind))
        return kind

    def _walk(self, condition: Quantified, sure: bool) -> int:
        """Return a goal that needs every element of a list that is complete."""
        of = condition.of
        kind, passed, reached = self._new(), self._new(), self._new()
        self.names |= {kind: f"every {of}", passed: f"one of {of} passes", reached: f"{of} pass so far"}
        for goal in (self.goal(condition.where, False, of), self.goal(condition.holds, sure, of)):
            self.rules.append(NetworkRule((Pattern(goal),), passed, 0))
        first, onward, last, nothing, complete = (
            self.kind(Wanted(role, of=of)) for role in ("first", "next", "last", "empty", "complete")
        )
        at_first = ("e", "==", 0, "e")
        self.rules.append(NetworkRule((Pattern(first), Pattern(passed, joins=(at_first,))), reached, 0))
        step = Pattern(onward, joins=(at_first,))
        self.rules.append(
            NetworkRule((Pattern(reached), step, Pattern(passed, joins=(("e", "==", 1, "n"),))), reached, 2)
        )
        whole = (Pattern(reached), Pattern(last, joins=(at_first,)), Pattern(complete))
        self.rules.append(NetworkRule(whole, kind))
        self.rules.append(NetworkRule((Pattern(nothing), Pattern(complete)), kind))
        return kind


def _clash(joined: Body, single: Body) -> bool:
    """Say whether a fact would have to be matched twice, which the engine does not do, and tests cannot be merged."""
    kinds = {pattern.kind for pattern in joined}
    return len(single) > 1 and any(pattern.kind in kinds for pattern in single)


def _merged(joined: Body, single: Body) -> Body:
    """Return the patterns of both; two on one fact become one with the tests of both."""
    for n, pattern in enumerate(joined):
        if len(single) == 1 and single[0].kind == pattern.kind:
            tests = tuple(dict.fromkeys(pattern.tests + single[0].tests))
            return (*joined[:n], replace(pattern, tests=tests), *joined[n + 1 :])
    return joined + tuple(
        replace(p, joins=tuple((name, how, index + len(joined), other) for name, how, index, other in p.joins))
        for p in single
    )


def _name(condition: Condition) -> str:
    if isinstance(condition, Test):
        return f"{condition.fact} {condition.operator}"
    return type(condition).__name__.lower()


def values_of(definition: Definition) -> Iterator[tuple[bool, int]]:
    """Yield what a definition gives where its condition surely holds, and, of yes and no, where it surely does not."""
    if definition.value is None:
        yield from ((True, 1), (False, 0))
    else:
        yield True, text(definition.value)


def supported(conditions: Iterable[Condition], definitions: Definitions | None = None) -> str | None:
    """Return why conditions cannot go to the network, or `None` when they can."""
    builder = Builder(definitions or {})
    try:
        for condition in conditions:
            builder.goal(condition, True)
            builder.goal(condition, False)
        check(builder.rules)
    except Unsupported as reason:
        return str(reason)
    return None
