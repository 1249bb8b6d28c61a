"""Strategies for conditions of every operator, and for facts known, bounded, unknown or contested."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from enforcement_rules.evaluation.facts import ElementFacts, Elements, Facts
from enforcement_rules.model.joined_vocabulary import build_vocabulary
from enforcement_rules.model.vocabulary import FactEntry, StepEntry, Vocabulary, VocabularyFile
from enforcement_rules.rules.condition import All, AnyOf, Condition, FactBound, Not, Quantified, Test
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.interval import interval
from enforcement_rules.values.moment import Moment, day_moment
from enforcement_rules.values.truth import UNKNOWN

_GRADES = {"none": ("无", "none"), "slight": ("轻", "slight"), "serious": ("重", "serious")}
_KINDS = {"a": ("甲", "a"), "b": ("乙", "b"), "c": ("丙", "c")}
_DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2023, 1, 12))
_AMOUNTS = st.integers(0, 5).map(Decimal)
_TIMES = st.datetimes(dt.datetime(2023, 1, 1), dt.datetime(2023, 1, 5))


def _entry(kind: Any, **more: Any) -> FactEntry:
    return FactEntry(type=kind, zh="事实", en="fact", **more)


def sample_vocabulary() -> Vocabulary:
    """Return a small made-up vocabulary with every type of fact."""
    facts: dict[str, FactEntry] = {}
    for letter in "pq":
        facts |= {
            f"case.{letter}_yes": _entry("yes_no"),
            f"case.{letter}_grade": _entry("graded", values=_GRADES),
            f"case.{letter}_kind": _entry("choice", values=_KINDS),
            f"case.{letter}_kinds": _entry("choices", values=_KINDS),
            f"case.{letter}_amount": _entry("amount"),
            f"case.{letter}_day": _entry("date"),
            f"case.{letter}_count": _entry("count"),
            f"case.{letter}_time": _entry("time"),
            f"case.{letter}_term": _entry("days"),
        }
    facts |= {
        "case.days": _entry("days", derived={"days": ("case.p_day", "case.q_day")}),
        "case.workdays": _entry("days", derived={"workdays": ("case.p_day", "case.q_day")}),
        "evidence.yes": _entry("yes_no"),
        "evidence.amount": _entry("amount"),
    }
    return build_vocabulary([(None, VocabularyFile(facts=facts, steps={"notice": StepEntry(zh="告知", en="notice")}))])


_KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "yes_no": st.booleans(),
    "graded": st.integers(0, 2),
    "choice": st.sampled_from(sorted(_KINDS)),
    "choices": st.builds(Choices, st.frozensets(st.sampled_from(sorted(_KINDS))), st.booleans()),
    "amount": _AMOUNTS,
    "date": _DAYS,
    "count": st.integers(0, 4),
    "days": st.integers(0, 12),
    "time": st.one_of(_DAYS.map(day_moment), _TIMES.map(lambda moment: Moment(moment, moment))),
}


def known_values(kind: str) -> st.SearchStrategy[Any]:
    """Return values of a type of fact that are known exactly."""
    return _KNOWN[kind]


def values(kind: str) -> st.SearchStrategy[Any]:
    """Return values of a type of fact: known, bounded on both sides or on one, or unknown."""
    options = [st.just(UNKNOWN), _KNOWN[kind], _KNOWN[kind]]
    if kind in ("amount", "date", "count", "days"):
        options += [
            st.tuples(_KNOWN[kind], _KNOWN[kind]).map(sorted).map(lambda pair: interval(*pair)),
            st.tuples(_KNOWN[kind], st.booleans()).map(_one_sided),
        ]
    return st.one_of(options)


def _one_sided(drawn: tuple[Any, bool]) -> Any:
    end, lower = drawn
    return interval(end, None) if lower else interval(None, end)


def _stated(vocabulary: Vocabulary, scope: str) -> list[str]:
    return [
        id_
        for id_, fact in vocabulary.facts.items()
        if fact.scope == scope and not fact.entry.derived and not fact.implicit
    ]


@st.composite
def facts(draw: st.DrawFn, vocabulary: Vocabulary) -> Facts:
    """Return the facts of a made-up case, with a few pieces of evidence."""
    made = {id_: draw(values(vocabulary.facts[id_].type.kind)) for id_ in _stated(vocabulary, "case")}
    case = Facts(made, vocabulary)
    elements = [
        ElementFacts(
            {id_: draw(values(vocabulary.facts[id_].type.kind)) for id_ in _stated(vocabulary, "evidence")},
            case,
            frozenset({"evidence"}),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    case.give({"@evidence": Elements(elements, draw(st.booleans()))})
    return case


def _limits(fact: str, other: str, bounds: st.SearchStrategy[Any], offset: st.SearchStrategy[Any]) -> Any:
    operators = st.sampled_from(["is", "at_least", "more_than", "at_most", "below"])
    bound = st.one_of(bounds, bounds, offset.map(lambda args: FactBound(other, **args)))
    return st.builds(Test, st.just(fact), operators, bound)


def tests(scope: str) -> st.SearchStrategy[Condition]:
    """Return single tests on facts of the sample vocabulary, inside a collection (`evidence`) or outside (`case`)."""
    if scope == "evidence":
        return st.one_of(
            st.builds(Test, st.just("evidence.yes"), st.just("is"), st.booleans()),
            _limits("evidence.amount", "case.p_amount", _AMOUNTS, st.fixed_dictionaries({"amount": _AMOUNTS})),
        )
    members = st.sampled_from(sorted(_KINDS))
    sets = st.frozensets(members, min_size=1)
    offsets = st.one_of(
        st.fixed_dictionaries({"days": st.integers(-2, 2)}, optional={"rolls": st.booleans()}),
        st.fixed_dictionaries({"workdays": st.integers(-2, 2)}),
        st.fixed_dictionaries({"months": st.integers(-1, 1)}),
    )
    more = st.fixed_dictionaries({"amount": st.integers(0, 2)})
    factors = st.fixed_dictionaries({"times": st.integers(1, 2)})
    return st.one_of(
        st.builds(Test, st.just("case.p_yes"), st.just("is"), st.booleans()),
        st.builds(Test, st.just("case.q_yes"), st.just("is"), st.booleans()),
        st.builds(Test, st.just("case.p_grade"), st.sampled_from(["is", "at_least", "at_most"]), st.integers(0, 2)),
        st.builds(Test, st.just("case.p_kind"), st.just("is"), members),
        st.builds(Test, st.just("case.p_kind"), st.just("one_of"), sets),
        st.builds(Test, st.just("case.p_kind"), st.just("same_as"), st.just(FactBound("case.q_kind"))),
        st.builds(Test, st.just("case.p_kinds"), st.just("has"), members),
        st.builds(Test, st.just("case.q_kinds"), st.just("has_any"), sets),
        st.builds(Test, st.just("case.p_time"), st.just("precedes"), st.just(FactBound("case.q_time"))),
        st.builds(
            Test, st.just("case.p_count"), st.just("one_of"), st.frozensets(st.integers(0, 4), min_size=1, max_size=3)
        ),
        _limits("case.p_amount", "case.q_amount", _AMOUNTS, factors),
        _limits("case.p_day", "case.q_day", _DAYS, offsets),
        _limits("case.days", "case.days", st.integers(-3, 3), more),
        _limits("case.workdays", "case.days", st.integers(-3, 5), more),
        _limits("case.p_term", "case.q_term", st.integers(0, 12), more),
    )


def conditions(*, depth: int = 8) -> st.SearchStrategy[Condition]:
    """Return conditions of every operator, nested; `depth` bounds the number of tests."""
    inside = _combined(tests("evidence"), 3)
    quantified = st.builds(Quantified, st.booleans(), st.just("evidence"), inside, inside)
    return _combined(st.one_of(tests("case"), tests("case"), quantified), depth)


def _combined(leaves: st.SearchStrategy[Condition], size: int) -> st.SearchStrategy[Condition]:
    def grown(children: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(children, min_size=0, max_size=3).map(tuple)
        return st.one_of(st.builds(All, parts), st.builds(AnyOf, parts), st.builds(Not, children))

    return st.recursive(leaves, grown, max_leaves=size)
