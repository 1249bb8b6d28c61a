"""Conditions become Python functions, once.

Each condition is written twice, as the expression that is true when it surely holds and the one that is true when it
surely does not; what is neither is unknown. Both are plain comparisons: unknown values and intervals compare false by
themselves (`values.truth`, `values.interval`), so that known facts cost nothing extra. The source is put together from
the fixed templates below; facts, constants and collections are bound by reference under numbered names, so no text of
a file ever enters it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import (
    ALWAYS,
    ELEMENT_SCOPES,
    All,
    Collection,
    Condition,
    FactBound,
    Not,
    Quantified,
    Test,
    facts_of,
)
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.values.alternatives import among, not_among
from enforcement_rules.values.interval import shift
from enforcement_rules.values.moment import precedes
from enforcement_rules.values.truth import UNKNOWN, Truth
from enforcement_rules.values.workdays import after_workdays, rolled


class Reading(Struct, frozen=True):
    """The truths of one rule in one frame: `when`, `then` (of a requirement) and each exception."""

    when: Truth
    then: Truth
    unless: tuple[Truth, ...]


Block = Callable[[Any], tuple[Truth, ...]]
"""From facts to the truth of each condition, in order."""
Readings = Callable[[Any], tuple[Reading, ...]]
"""From facts to what is read of each rule, in order."""

# operator → (template of "surely holds", template of "surely does not"); {x} the fact, {b} its bound
_TEMPLATES = {
    "is": ("{x} == {b}", "{x} != {b}"),
    "same_as": ("{x} == {b}", "{x} != {b}"),
    "at_least": ("{x} >= {b}", "{x} < {b}"),
    "more_than": ("{x} > {b}", "{x} <= {b}"),
    "at_most": ("{x} <= {b}", "{x} > {b}"),
    "below": ("{x} < {b}", "{x} >= {b}"),
    "one_of": ("{x} in {b}", "all({x} != m for m in {b})"),
    "has": ("{b} in {x}.known", "({x}.complete and {b} not in {x}.known)"),
    "has_any": ("not {b}.isdisjoint({x}.known)", "({x}.complete and {b}.isdisjoint({x}.known))"),
    "precedes": ("precedes({x}, {b}) is True", "precedes({x}, {b}) is False"),
    "known": ("({x} is not UNKNOWN) is {b}", "({x} is not UNKNOWN) is not {b}"),
}
# A text is one of a set or is not, or one of several is not yet told: a long list is looked up, not gone through.
_ONE_TEXT = ("among({x}, {b})", "not_among({x}, {b})")


class _Writer:
    """Writes expressions and remembers what their names stand for."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {
            "UNKNOWN": UNKNOWN,
            "among": among,
            "not_among": not_among,
            "precedes": precedes,
            "shift": shift,
            "after_workdays": after_workdays,
            "rolled": rolled,
            "all": all,
            "any": any,
            "reading": Reading,
        }
        self.loads: dict[str, str] = {}
        self.depth = 0

    def bind(self, value: Any) -> str:
        name = f"c{len(self.names)}"
        self.names[name] = value
        return name

    def fact(self, id_: str) -> str:
        if self.depth:
            return f"e{self.depth}[{self.bind(id_)}]"
        if id_ not in self.loads:
            self.loads[id_] = f"x{len(self.loads)}"
        return self.loads[id_]

    def bound(self, bound: Any) -> str:
        if not isinstance(bound, FactBound):
            return self.bind(bound)
        text = self.fact(bound.fact)
        if bound.years or bound.months or bound.days:
            text = f"shift({text}, years={bound.years:d}, months={bound.months:d}, days={bound.days:d})"
        if bound.workdays:
            text = f"after_workdays({text}, {bound.workdays:d}, f.calendar)"
        if bound.rolls:
            text = f"rolled({text}, f.calendar)"
        if bound.times is not None:
            text = f"{text} * {self.bind(bound.times)}"
        return f"({text} + {self.bind(bound.amount)})" if bound.amount is not None else f"({text})"

    def test(self, test: Test, sure: bool) -> str:
        if test.operator == "is" and isinstance(test.bound, bool):
            return f"{self.fact(test.fact)} is {test.bound is sure}"
        if test.operator == "one_of" and all(type(member) is str for member in test.bound):
            return _ONE_TEXT[0 if sure else 1].format(x=self.fact(test.fact), b=self.bind(frozenset(test.bound)))
        template = _TEMPLATES[test.operator][0 if sure else 1]
        return template.format(x=self.fact(test.fact), b=self.bound(test.bound))

    def truth(self, condition: Condition) -> str:
        """Return the expression for a condition's truth."""
        return f"True if {self.write(condition, True)} else False if {self.write(condition, False)} else None"

    def reading(self, rule: Rule) -> str:
        """Return the expression for what is read of a rule."""
        when, then, *unless = map(self.truth, conditions_of(rule))
        return f"reading({when}, {then}, ({''.join(each + ', ' for each in unless)}))"

    def function(self, results: Iterable[str]) -> str:
        """Return the source of the function whose results these expressions are."""
        loads = [f"    {name} = f[{self.bind(id_)}]" for id_, name in self.loads.items()]
        return "\n".join(["def block(f):", *loads, "    return (", *(f"        {each}," for each in results), "    )"])

    def write(self, condition: Condition, sure: bool) -> str:
        """Return the expression for "surely holds" (`sure`) or "surely does not hold"."""
        if isinstance(condition, Test):
            return self.test(condition, sure)
        if isinstance(condition, Not):
            return self.write(condition.part, not sure)
        if isinstance(condition, Quantified):
            return self.quantified(condition, sure)
        if not condition.parts:
            return str(isinstance(condition, All) is sure)
        word = " and " if isinstance(condition, All) is sure else " or "
        return "(" + word.join(self.write(part, sure) for part in condition.parts) + ")"

    def quantified(self, condition: Quantified, sure: bool) -> str:
        elements = self.fact("@" + condition.of)
        for id_ in outside(facts_of(condition), condition.of):
            # Looked up whatever the elements are: what is assumed must not depend on where a list stops being read.
            self.fact(id_)
        self.depth += 1
        variable = f"e{self.depth}"
        # `every` fails, and `some` holds, as soon as one element decides; the other way round needs the whole list
        witness = condition.every is not sure
        chosen = self.write(condition.where, witness)
        holds = self.write(condition.holds, sure)
        self.depth -= 1
        if witness:
            return f"any({chosen} and {holds} for {variable} in {elements})"
        return f"({elements}.complete and all({chosen} or {holds} for {variable} in {elements}))"


def outside(facts: Iterable[str], of: Collection) -> list[str]:
    """Return those of some facts that are not of the scopes of a collection's elements."""
    return [id_ for id_ in facts if id_.partition(".")[0] not in ELEMENT_SCOPES[of]]


def write_block(conditions: Sequence[Condition]) -> tuple[str, dict[str, Any]]:
    """Return the source of one function for several conditions, and what its names stand for."""
    writer = _Writer()
    return writer.function([writer.truth(condition) for condition in conditions]), writer.names


def compile_block(conditions: Sequence[Condition]) -> Block:
    """Return one function from facts to the truth of each condition, in order."""
    block: Block = _compiled(*write_block(conditions))
    return block


def _compiled(source: str, names: dict[str, Any]) -> Any:
    exec(compile(source, "<rules>", "exec"), names)  # noqa: S102 - fixed templates only, see above
    return names["block"]


def conditions_of(rule: Rule) -> list[Condition]:
    """Return the conditions of a rule: `when`, what must be so (of a duty; otherwise nothing), each exception."""
    then = rule.then if isinstance(rule, Requirement) else ALWAYS
    return [rule.when, then, *(exception.when for exception in rule.unless)]


def compile_rules(rules: Sequence[Rule]) -> Readings:
    """Return one function from facts to what is read of each rule, in order."""
    writer = _Writer()
    source = writer.function([writer.reading(rule) for rule in rules])
    readings: Readings = _compiled(source, writer.names)
    return readings
