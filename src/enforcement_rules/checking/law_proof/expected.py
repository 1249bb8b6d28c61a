"""The atoms that a provision of the rules holds, in the terms of the text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from enforcement_rules.checking.law_proof.facts import (
    CONDITIONS,
    IN_WORDS,
    OTHER_PARAGRAPH,
    PARTIES,
    PRESUPPOSED,
    as_bound,
)
from enforcement_rules.rules.amount import Penalty, Provision, Span
from enforcement_rules.rules.condition import ALWAYS, All, Condition, Not, Test
from enforcement_rules.values.errors import Place

HUNDRED = Decimal(100)


class Holds(Struct, frozen=True):
    """A condition of a rule: a ground of a known family, or words to be found in the text, and whether it holds."""

    family: str
    value: str
    holds: bool = True
    amount: Decimal | None = None
    base: str = ""
    words: str = ""


class RuleAtom(Struct, frozen=True):
    """One penalty with one range, as a rule holds it.

    Attributes:
        penalty: the penalty it is of.
        span: its range; `None` for kinds without one.
        party: by the words of the table; empty where the rule names none.
        conditions: all that must hold.
        problems: codes and arguments of what the proof cannot read of it.
        place: in the file.
        name: what it is called in messages: the number of the penalty, and the branch.
    """

    penalty: Penalty
    place: Place
    name: str
    span: Span | None = None
    party: str = ""
    conditions: tuple[Holds, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the penalty."""
        return self.penalty.kind


class _Part(Struct, frozen=True):
    """One range of a penalty: its name, the range, when it is chosen, and the side of a switch."""

    name: str
    span: Span | None
    condition: Condition = ALWAYS
    switch: tuple[Holds, ...] = ()


def expected(rule: Provision) -> Iterator[RuleAtom]:
    """Yield the atoms of a provision in its order, one for each branch and each side of a switch."""
    for n, penalty in enumerate(rule.then, 1):
        for part in _parts(penalty):
            yield _atom(rule, penalty, str(n), part)


def _parts(penalty: Penalty) -> Iterator[_Part]:
    if penalty.switch is not None:
        base, at = penalty.switch.base, penalty.switch.at
        yield _Part("/below", penalty.below, switch=(Holds("base", "below", amount=at, base=base),))
        yield _Part("/otherwise", penalty.otherwise, switch=(Holds("base", "from", amount=at, base=base),))
    elif penalty.branches:
        for branch in penalty.branches:
            yield _Part(f"/{branch.name}", branch.fine, branch.when)
    else:
        yield _Part("", penalty.days or penalty.fine)


def _atom(rule: Provision, penalty: Penalty, number: str, part: _Part) -> RuleAtom:
    conditions: list[Holds] = list(part.switch)
    problems: list[tuple[str, str]] = []
    for each in (rule.when, penalty.when or ALWAYS, part.condition):
        _read(each, penalty.kind, conditions, problems)
    if rule.unless:
        problems.append(("condition_form", ""))
    party = _party(penalty.borne_by or rule.borne_by, problems)
    span = part.span
    if span is not None and (span.increase is not None or span.capped_at is not None):
        problems.append(("range_form", "increase, capped_at"))
    place = penalty.place or rule.place or Place("")
    return RuleAtom(penalty, place, number + part.name, span, party, tuple(dict.fromkeys(conditions)), tuple(problems))


def _party(condition: Condition | None, problems: list[tuple[str, str]]) -> str:
    if condition is None:
        return ""
    if isinstance(condition, Test):
        found = PARTIES.get((condition.fact, condition.operator, as_bound(condition.bound)))
        if found is not None:
            return found
    problems.append(("party_form", getattr(condition, "fact", "…")))
    return ""


def _read(
    condition: Condition, kind: str, into: list[Holds], problems: list[tuple[str, str]], *, holds: bool = True
) -> None:
    if isinstance(condition, All) and (holds or len(condition.parts) == 1):
        for part in condition.parts:
            _read(part, kind, into, problems, holds=holds)
    elif isinstance(condition, Not):
        _read(condition.part, kind, into, problems, holds=not holds)
    elif isinstance(condition, Test):
        _test(condition, kind, into, problems, holds=holds)
    else:
        problems.append(("condition_form", ""))


def _test(test: Test, kind: str, into: list[Holds], problems: list[tuple[str, str]], *, holds: bool) -> None:
    found = _presupposed(test, kind) if holds else None
    found = found or _known(test, holds=holds)
    if found is None:
        problems.append(("condition_unknown", f"{test.fact} {test.operator}"))
    else:
        into.append(found)


def _presupposed(test: Test, kind: str) -> Holds | None:
    """Return that there is something to take, by the words of what it is."""
    words = PRESUPPOSED.get((test.fact, kind))
    says_there_is = (test.operator, test.bound) in {("is", True), ("more_than", Decimal(0))}
    return Holds("taken", "", words=words) if words and says_there_is else None


def _known(test: Test, *, holds: bool) -> Holds | None:
    bound = as_bound(test.bound)
    known = CONDITIONS.get((test.fact, test.operator, bound))
    if known is not None:
        return Holds(known[0], known[1], known[2] is holds)
    turned = CONDITIONS.get((test.fact, test.operator, not bound)) if isinstance(bound, bool) else None
    if turned is not None:
        return Holds(turned[0], turned[1], turned[2] is not holds)
    return _in_words(test, holds=holds)


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
