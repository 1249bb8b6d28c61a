"""The conditions of a penalty in the terms of the text: what must hold, and what the proof cannot read of it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, structs

from enforcement_rules.checking.law_proof.facts import (
    CONDITIONS,
    IMPLIED,
    IN_ACTS,
    IN_WORDS,
    OTHER_PARAGRAPH,
    PARTIES,
    PRESUPPOSED,
    PRESUPPOSED_ENDINGS,
    as_bound,
)
from enforcement_rules.rules.condition import All, AnyOf, Condition, Not, Test


class Holds(Struct, frozen=True):
    """A condition of a rule: a ground of a known family, or words to be found in the text, and whether it holds."""

    family: str
    value: str
    holds: bool = True
    amount: Decimal | None = None
    base: str = ""
    words: str = ""

    @property
    def as_party(self) -> str:
        """The party that a condition of the family `party` leaves."""
        return self.value if self.holds else f"not_{self.value}"


Part = frozenset[Holds]
_CAUSE = "violation.cause"


class Conditions:
    """What all conditions of one penalty say together.

    Attributes:
        holds: what must hold, each once.
        problems: codes and arguments of what cannot be read.
    """

    def __init__(self, kind: str) -> None:
        """Begin with nothing, for a kind of penalty."""
        self.kind = kind
        self.holds: list[Holds] = []
        self.problems: list[tuple[str, str]] = []
        self._either: list[frozenset[Part]] = []

    def add(self, condition: Condition, *, holds: bool = True) -> None:
        """Take a condition up: that it holds, or that it does not."""
        if isinstance(condition, Not):
            self.add(condition.part, holds=not holds)
        elif isinstance(condition, Test):
            self._test(condition, holds=holds)
        elif isinstance(condition, (All, AnyOf)):
            together = isinstance(condition, All) is holds
            parts = [part for part in condition.parts if _of_implied(part, holds=holds) is not together]
            self._parts(parts or list(condition.parts), together=together, holds=holds)
        else:
            self.problems.append(("condition_form", ""))

    def _parts(self, parts: list[Condition], *, together: bool, holds: bool) -> None:
        if together or len(parts) == 1:
            for part in parts:
                self.add(part, holds=holds)
        else:
            self._alternatives(parts, holds=holds)

    def settle(self, *, nested: bool = False) -> None:
        """Settle alternatives by what holds besides; those that stay open are beyond the proof."""
        while (found := next((each for each in self._either if self._settled(each)), None)) is not None:
            self._either.remove(found)
        self.problems += [("condition_form", "")] * len(self._either)
        self.holds = list(dict.fromkeys(self.holds))
        if not nested and any(each.family == "cause" for each in self.holds):
            self.problems.append(("condition_unknown", "violation.cause"))

    def _alternatives(self, parts: list[Condition], *, holds: bool) -> None:
        read = [Conditions(self.kind) for _ in parts]
        for each, part in zip(read, parts, strict=True):
            each.add(part, holds=holds)
            each.settle(nested=True)
            self.problems += each.problems
        if all(any(each.family == "cause" for each in one.holds) for one in read):
            self._acts(read)
        else:
            self._either.append(frozenset(frozenset(each.holds) for each in read))

    def _acts(self, read: list[Conditions]) -> None:
        """Take up alternatives that each name an act: what one of them asks besides stands in the act of the text."""
        for each in (each for one in read for each in one.holds if each.family != "cause"):
            words = IN_ACTS.get((each.family, each.value)) if each.holds else None
            if words is None:
                self.problems.append(("condition_form", ""))
            else:
                self.holds.append(Holds("words", "", words=words))

    def _settled(self, parts: frozenset[Part]) -> bool:
        """Say whether alternatives are met already, or only one of them is possible; that one then holds."""
        if any(part.issubset(self.holds) for part in parts):
            return True
        against = {structs.replace(each, holds=not each.holds) for each in self.holds}
        possible = [part for part in parts if not part & against]
        if len(possible) != 1:
            return False
        self.holds += possible[0]
        return True

    def _test(self, test: Test, *, holds: bool) -> None:
        found = (_presupposed(test, self.kind) if holds else None) or _known(test, holds=holds)
        if found is None:
            self.problems.append(("condition_unknown", f"{test.fact} {test.operator}"))
        else:
            self.holds.append(found)


def _of_implied(condition: Condition, *, holds: bool) -> bool | None:
    """Return whether a condition says that something implied is so, or that it is not; `None` if it says neither.

    The first is left out beside what implies it, the second among alternatives: the text knows no such case.
    """
    if isinstance(condition, Not):
        return _of_implied(condition.part, holds=not holds)
    if isinstance(condition, Test):
        implied = IMPLIED.get(condition.fact)
        return None if implied is None else (as_bound(condition.bound) == implied) is holds
    if isinstance(condition, (All, AnyOf)):
        said = [_of_implied(part, holds=holds) for part in condition.parts]
        if len(said) == 1:
            return said[0]
        return False if isinstance(condition, All) is holds and False in said else None
    return None


def _presupposed(test: Test, kind: str) -> Holds | None:
    """Return that there is something to take, by the words of what it is."""
    bound = test.operator if test.operator == "more_than" and test.bound == 0 else as_bound(test.bound)
    words = PRESUPPOSED.get((test.fact, bound, kind))
    if words is None and test.bound is True and test.fact.endswith(PRESUPPOSED_ENDINGS.get(kind, ("\n",))):
        known = any(fact == test.fact for fact, _, _ in PRESUPPOSED)
        words = None if known else ""
    return None if words is None else Holds("taken", "", words=words)


def _known(test: Test, *, holds: bool) -> Holds | None:
    bound = as_bound(test.bound)
    if test.fact == _CAUSE and test.operator in {"is", "one_of"} and holds:
        return Holds("cause", str(bound))
    party = PARTIES.get((test.fact, test.operator, bound))
    if party is not None:
        return Holds("party", party, holds)
    known = CONDITIONS.get((test.fact, test.operator, bound))
    if known is not None:
        return _of(known[0], known[1], holds=known[2] is holds)
    turned = CONDITIONS.get((test.fact, test.operator, not bound)) if isinstance(bound, bool) else None
    if turned is not None:
        return _of(turned[0], turned[1], holds=turned[2] is not holds)
    return _in_words(test, holds=holds)


def _of(family: str, value: str, *, holds: bool) -> Holds:
    """Return a condition of a family; gains are there or not, which is one condition and its opposite."""
    return Holds("gains", "none", holds is (value == "none")) if family == "gains" else Holds(family, value, holds)


def _in_words(test: Test, *, holds: bool) -> Holds | None:
    bound = as_bound(test.bound)
    if (test.fact, None) in IN_WORDS:
        return Holds("words", "", holds, words=IN_WORDS[test.fact, None])
    if (test.fact, bound) in IN_WORDS:
        return Holds("words", "", holds, words=IN_WORDS[test.fact, bound])
    if isinstance(bound, bool) and (test.fact, not bound) in IN_WORDS:
        return Holds("words", "", not holds, words=IN_WORDS[test.fact, not bound])
    if (test.fact, bound) in OTHER_PARAGRAPH and holds:
        return Holds("other_paragraph", "", holds, words=OTHER_PARAGRAPH[test.fact, bound])
    return None
