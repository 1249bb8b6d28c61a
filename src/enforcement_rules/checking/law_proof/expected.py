"""The atoms that a provision of the rules holds, in the terms of the text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from enforcement_rules.checking.law_proof.conditions import Conditions, Holds
from enforcement_rules.checking.law_proof.facts import BASES, PARTIES, ROLES, as_bound
from enforcement_rules.rules.amount import Penalty, Provision, Span
from enforcement_rules.rules.condition import ALWAYS, All, AnyOf, Condition, Test
from enforcement_rules.values.errors import Place

HUNDRED = Decimal(100)


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
    read = Conditions(penalty.kind)
    read.holds += part.switch
    for each in (rule.when, penalty.when or ALWAYS, part.condition):
        read.add(each)
    read.settle()
    problems = [*read.problems, *([("condition_form", "")] if rule.unless else [])]
    party = _party(penalty.borne_by or rule.borne_by, problems)
    if not party:
        # Who bears it may be a condition of the penalty as well.
        party = next(
            (f"{'' if each.holds else 'not_'}{each.value}" for each in read.holds if each.family == "party"), ""
        )
    span = part.span
    if span is not None and (span.increase is not None or span.capped_at is not None):
        problems.append(("range_form", "increase, capped_at"))
    bases = {span.base if span else None, penalty.switch.base if penalty.switch else None}
    problems += [("base_unknown", base) for base in sorted(filter(None, bases)) if base not in BASES]
    place = penalty.place or rule.place or Place("")
    conditions = tuple(each for each in read.holds if each.family != "party")
    return RuleAtom(penalty, place, number + part.name, span, party, conditions, tuple(problems))


def _party(condition: Condition | None, problems: list[tuple[str, str]]) -> str:
    if condition is None:
        return ""
    if isinstance(condition, Test):
        found = PARTIES.get((condition.fact, condition.operator, as_bound(condition.bound)))
        if found is not None:
            return found
    if isinstance(condition, AnyOf):
        facts = frozenset(_party_fact(part) for part in condition.parts)
        if facts in ROLES:
            return ROLES[facts]
    problems.append(("party_form", getattr(condition, "fact", "…")))
    return ""


def _party_fact(condition: Condition) -> str:
    """Return the fact that one alternative asks for; empty where it asks for more, or that it is not so."""
    if isinstance(condition, All) and len(condition.parts) == 1:
        return _party_fact(condition.parts[0])
    is_so = isinstance(condition, Test) and (condition.operator, condition.bound) == ("is", True)
    return condition.fact if isinstance(condition, Test) and is_so else ""
