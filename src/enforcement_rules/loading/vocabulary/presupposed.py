"""Tests of facts that presuppose others: a value that is not shown to be grounded is none that a rule may build on."""

from __future__ import annotations

from collections.abc import Iterable

from enforcement_rules.model.vocabulary import Fact
from enforcement_rules.rules.condition import All, AnyOf, Condition, Not, Test


def with_presupposed(test: Test, fact: Fact) -> Condition:
    """Return a test together with what its fact presupposes, for yes and for no.

    Of a graded fact a value that lacks its ground counts as the one below: the rule that asks for the value waits for
    the ground, and so does the rule that asks for the one below.
    """
    if fact.entry.presupposes and test.operator == "is":
        grounds = _are(fact.entry.presupposes, test.bound)
        return All((test, *grounds)) if test.bound is True else AnyOf((test, *grounds))
    for value, grounds_of in fact.entry.presupposes_of.items():
        return _of_grade(test, list(fact.type.values).index(value), grounds_of, fact)
    return test


def _are(ids: Iterable[str], value: bool) -> tuple[Test, ...]:
    return tuple(Test(each, "is", value) for each in ids)


def _of_grade(test: Test, grade: int, grounds: Iterable[str], fact: Fact) -> Condition:
    admitted = {each for each in range(len(fact.type.values)) if _admits(test, each)}
    if admitted == {grade}:
        return All((test, *_are(grounds, True)))
    if grade - 1 in admitted and grade not in admitted:
        return AnyOf((test, All((Test(fact.id, "is", grade), Not(All(_are(grounds, True)))))))
    return test


def _admits(test: Test, grade: int) -> bool:
    """Say whether a test on constants holds of a grade; one against another fact admits nothing by itself."""
    bound = test.bound
    if test.operator == "one_of":
        return grade in bound
    if not isinstance(bound, int):
        return False
    held = {"is": grade == bound, "at_least": grade >= bound, "more_than": grade > bound}
    return (held | {"at_most": grade <= bound, "below": grade < bound}).get(test.operator, False)
