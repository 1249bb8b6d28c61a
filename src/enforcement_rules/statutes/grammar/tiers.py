"""Tiers of a sentence: which condition, organ and party reaches which of them, where that is sure."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Any

from msgspec import Struct

from enforcement_rules.statutes.clauses import (
    Aside,
    AsideKind,
    Condition,
    Group,
    Measure,
    Part,
    Quantity,
    Range,
    Reference,
    Span,
    Word,
    leaves,
)
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Scanned
from enforcement_rules.values.kinds import PENALTY_KINDS

Nodes = list[Any]
OF_PERSONS = frozenset(
    {
        "fine",
        "warning",
        "notice_of_criticism",
        "administrative_detention",
        "confiscation_of_illegal_gains",
        "disciplinary",
        "occupation_restriction",
    }
)
"""Kinds that a second measure for one party may be; a licence may be the unit's as well."""
_FURTHER = frozenset({"tier", "failure", "duty", "gains", "threshold"})
"""Of what a tier asks that adds to a first one that fines: persons behind it are punished without it."""
_OF_UNITS = frozenset({"business_restriction", "order_to_suspend_business", "order_to_close"})
"""Kinds that no person suffers whom a tier names beside the unit: the whole tier is the unit's."""
_PENALTIES = frozenset(PENALTY_KINDS) | {"order"}


class Block(Struct):
    """A tier under way: its condition, its organ, whether it begins with whom it punishes, and all its parts.

    `act`: it has an act of its own; `said`: it threatens nothing and is an aside.
    """

    conditions: Nodes
    lead: Nodes
    parts: Nodes
    addressed_first: bool
    act: bool = False
    said: bool = False


def start_of(part: Scanned | Part) -> int:
    """Return where a measure or a part begins."""
    if isinstance(part, Scanned):
        first = [*part.before, *part.nodes][0]
        return leaves(first)[0].start
    return leaves(part)[0].start


def premises_of(condition: Condition) -> set[str]:
    """Return of what roles the premises of a condition are; thresholds are `threshold`."""
    found = {each.role for each in condition.parts if isinstance(each, Word | Span)} - {"link", "mark", "duty"}
    return found | ({"threshold"} if any(isinstance(each, Range) for each in condition.parts) else set())


def _amounts_only(condition: Condition) -> bool:
    return premises_of(condition) <= {"gains", "threshold"}


def hold_condition(condition: Condition, rest: Nodes) -> None:
    """Refuse a condition within a tier that may reach one kind or all that follow."""
    measures = [part for each in rest for part in each if isinstance(part, Measure | Group)]
    several = len(measures) > 1 or any(isinstance(each, Group) and each.joined == "together" for each in measures)
    surely = {"tier", "failure"} & premises_of(condition)
    if not surely and several:
        raise Unread("unclear_scope", condition.parts[0].start if not isinstance(condition.parts[0], Range) else 0)


def own_acts(head: Nodes, tiers: list[Block], marks: list[Nodes]) -> Nodes:
    """Return tiers that have an act each; the head is that of the first, and nothing may be meant for all."""
    if any(each.lead or not each.act for each in tiers[1:]) or tiers[0].lead or tiers[0].conditions:
        raise Unread("unclear_scope", start_of(tiers[0].parts[0]))
    found: Nodes = [Group(joined="together", parts=(*head, *tiers[0].parts))]
    for between, each in zip(marks, tiers[1:], strict=True):
        found += [*between, _tier(each, lead=False)]
    return found


def take_over(head: Nodes, tiers: list[Block]) -> None:
    """Move a condition of the act to the first tier, where the tiers behind it are for other cases.

    尚不构成犯罪 reaches what follows all the same (`arranged`). What was caused stays with the act where the tiers
    behind it only say how grave it is. Anything else that may reach a later tier is refused.
    """
    at = next((n for n, each in enumerate(head) if isinstance(each, Condition)), None)
    if at is None or len(tiers) == 1:
        return
    own, later = head[at], [each.conditions[0] if each.conditions else None for each in tiers[1:]]
    if _is_case_of(own, "no") or (_is_case_of(own, "yes") and later[0] is not None and _is_no_crime(later[0])):
        pass
    elif premises_of(own) == {"condition"} and all(
        each is not None and premises_of(each) == {"tier"} for each in later
    ):
        return
    else:
        others = {"crime"} | ({"gains", "threshold"} if _amounts_only(own) else premises_of(own) & {"condition"})
        if any(each is None or not premises_of(each) <= others for each in later):
            raise Unread("nested_condition", leaves(own)[0].start)
    if tiers[0].conditions:
        raise Unread("nested_condition", leaves(own)[0].start)
    tiers[0].conditions = head[at:]
    del head[at:]


def _is_case_of(condition: Condition, crime: str) -> bool:
    """Say whether a condition asks for no more than that it is a crime, or that it is none."""
    words = [each for each in condition.parts if isinstance(each, Word) and each.role == "crime"]
    return premises_of(condition) == {"crime"} and all(each.means == crime for each in words)


def _is_no_crime(condition: Condition) -> bool:
    """Say whether a condition asks that it is no crime, whatever it asks besides."""
    words = [each for each in condition.parts if isinstance(each, Word)]
    crimes = {each.means for each in words if each.role == "crime"}
    return crimes == {"no"} and not any(each.means == "alternative" for each in words)


def hold_within(conditions: Nodes, block: Block) -> None:
    """Refuse a condition within a tier that is another case of the tier's own (不足一万元的…,一万元以上的…)."""
    own = {role for each in conditions if isinstance(each, Condition) for role in premises_of(each)}
    own |= {"gains", "threshold"} if own & {"gains", "threshold"} else set()
    for part in block.parts:
        inner = [each for each in part.parts if isinstance(each, Condition)] if isinstance(part, Group) else []
        if any(own & premises_of(each) for each in inner):
            raise Unread("nested_condition", leaves(part)[0].start)


def _kinds(block: Block) -> set[str]:
    return {w.means for part in block.parts for w in leaves(part) if isinstance(w, Word) and w.role == "kind"}


def hold_tiers(tiers: list[Block]) -> None:
    """Refuse tiers of which it is not sure whether they lie within the one before."""
    for n, (before, each) in enumerate(pairwise(tiers)):
        at = start_of(each.parts[0])
        condition = each.conditions[0] if each.conditions else None
        earlier = [block.conditions[0] for block in tiers[: n + 1] if block.conditions and not _in_any_case(block)]
        earlier = [each for each in earlier if premises_of(each) != {"crime"}]
        if each.said:
            continue
        if condition is None:
            if not each.addressed_first and earlier:
                raise Unread("unclear_scope", at)
            graver = all(premises_of(each) <= _FURTHER for each in earlier)
            if _PENALTIES & _kinds(each) and earlier and not (graver and any(map(_fined_outside, _in_all_cases(tiers)))):
                raise Unread("unclear_scope", at)
            continue
        if _only_others_fined(tiers[: n + 1]) and _fined_outside(each):
            raise Unread("unclear_party", at)
        if _amounts_only(condition) and any(not _amounts_only(one) for one in earlier) and not _in_any_case(each):
            raise Unread("nested_condition", at)
        if (
            before.addressed_first
            and _PENALTIES & _kinds(each)
            and not _OF_UNITS & _kinds(each)
            and not each.addressed_first
        ):
            raise Unread("unclear_scope", at)


def _in_all_cases(tiers: list[Block]) -> list[Block]:
    """Return the first tier, and those on amounts right behind it where there are two: they leave no case out."""
    first, *others = tiers
    amounts = list(takewhile(lambda each: each.conditions and _amounts_only(each.conditions[0]), others))
    return [first, *(amounts if len(amounts) > 1 else [])]


def _in_any_case(block: Block) -> bool:
    """Say whether a tier on gains takes only these, or only counts a sum as another: it holds in all cases alike."""
    return _kinds(block) <= {"confiscation_of_illegal_gains", "deemed"} and not block.addressed_first


def _addressed_groups(block: Block) -> list[Group]:
    return [
        part
        for part in block.parts
        if isinstance(part, Group) and any(isinstance(each, Span) and each.role == "party" for each in part.parts)
    ]


def _fined(parts: Nodes) -> bool:
    return any(isinstance(w, Word) and w.role == "kind" and w.means == "fine" for part in parts for w in leaves(part))


def _fined_outside(block: Block) -> bool:
    """Say whether a tier fines whom the act names, and not one it names itself."""
    groups = _addressed_groups(block)
    return _fined([part for part in block.parts if part not in groups])


def _only_others_fined(tiers: list[Block]) -> bool:
    """Say whether all fines so far are for parties that the tiers name: a later fine may be theirs as well."""
    return any(_fined(list(_addressed_groups(each))) for each in tiers) and not any(map(_fined_outside, tiers))


def arranged(tiers: list[Block], marks: list[Nodes]) -> Nodes:
    """Return the tiers of a sentence; 尚不构成犯罪 holds for what follows it, up to a tier for crimes.

    The only organ of the sentence, in its first tier, decides in those as well.
    """
    cases = [each.conditions and _is_case_of(each.conditions[0], "no") for each in tiers]
    if any(cases[1:-1]) and tiers[0].lead and not tiers[0].conditions and not any(each.lead for each in tiers[1:]):
        lead, tiers[0].lead = tiers[0].lead, []
        return [*lead, Group(joined="tiers", parts=tuple(arranged(tiers, marks)))]
    first = next((n for n, each in enumerate(tiers) if each.conditions and _is_case_of(each.conditions[0], "no")), None)
    if first is None or first == len(tiers) - 1:
        return tiers_of(tiers, marks)
    crimes = [n for n, each in enumerate(tiers) if each.conditions and _is_case_of(each.conditions[0], "yes")]
    end = next((n for n in crimes if n > first), len(tiers))
    inner, rest = tiers[first:end], tiers[end:]
    if any(each.lead for each in tiers[:first]) or any(_PENALTIES & _kinds(each) for each in rest):
        raise Unread("unclear_scope", start_of(inner[0].parts[0]))
    case, inner[0].conditions = inner[0].conditions, []
    inside = Group(joined="tiers", parts=(*case, *tiers_of(inner, marks[first : end - 1])))
    before = [*tiers_of(tiers[:first], marks[: first - 1]), *marks[first - 1]] if first else []
    return [*before, inside, *([*marks[end - 1], *tiers_of(rest, marks[end:])] if rest else [])]


def tiers_of(tiers: list[Block], marks: list[Nodes]) -> Nodes:
    """Return tiers, with each organ where it decides on what follows: up to the next organ, and no crime at the end."""
    found: Nodes = []
    n = 0
    while n < len(tiers):
        end = _reach(tiers, n)
        found += marks[n - 1] if n else []
        if end == n + 1:
            found.append(_tier(tiers[n], lead=True))
        elif tiers[n].conditions:
            raise Unread("unclear_scope", start_of(tiers[n].parts[0]))
        else:
            inner: Nodes = [*tiers[n].lead, _tier(tiers[n], lead=False)]
            for each in range(n + 1, end):
                inner += [*marks[each - 1], _said_aside(tiers[each])]
            found.append(Group(joined="tiers", parts=tuple(inner)))
        n = end
    return found


def _has_organ(block: Block) -> bool:
    """Say whether an organ of its own decides in a tier; one that only approves is none."""
    return any(isinstance(each, Span) and each.role == "organ" for each in block.lead)


def _reach(tiers: list[Block], n: int) -> int:
    """Return behind which tier an organ decides no more: the last before the next organ that threatens a penalty."""
    if not _has_organ(tiers[n]):
        return n + 1
    behind = next((m for m in range(n + 1, len(tiers)) if _has_organ(tiers[m])), len(tiers))
    while behind > n + 1 and not _DECIDED & _kinds(tiers[behind - 1]):
        behind -= 1
    return behind


_DECIDED = _PENALTIES | {
    "licence_withdrawal",
    "cancellation",
    "no_application",
    "enforcement",
    "recovery",
    "publicity",
    "credit_record",
    "other_measure",
}
"""What the organ of a sentence decides on in a later tier."""
_ASIDES: dict[str, AsideKind] = {"criminal": "criminal", "civil": "civil", "disciplinary": "disciplinary"}


def _said_aside(block: Block) -> Group | Aside:
    """Return a tier between others on which their organ decides; one for a court or a superior is an aside there."""
    group = _tier(block, lead=True)
    kinds, every = _kinds(block), leaves(group)
    if not kinds or not kinds <= _ASIDES.keys() or any(isinstance(each, Quantity | Reference) for each in every):
        return group
    numerals = tuple(one for each in every if isinstance(each, Span) for one in each.numerals)
    kind = _ASIDES[sorted(kinds)[0]]
    return Aside(kind=kind, numerals=numerals, start=every[0].start, end=every[-1].end)


def of_one_party(tiers: list[Block]) -> Nodes:
    """Take off the tiers the party that the first one is for alone, where the tiers behind say how grave it was.

    Returns:
        Its leaves, for the group of all tiers; none where it is not sure that they are all for that party.
    """
    first, *later = tiers
    if not (later and first.addressed_first and len(first.parts) == 1 and not first.conditions):
        return []
    penal = [each for each in later if _PENALTIES & _kinds(each)]
    if not penal or any(_addressed_groups(each) or not _how_grave(each) for each in penal):
        return []
    group = first.parts[0]
    at = next(n for n, each in enumerate(group.parts) if isinstance(each, Measure | Group))
    first.parts, first.addressed_first = list(group.parts[at:]), False
    return list(group.parts[:at])


def _how_grave(block: Block) -> bool:
    condition = block.conditions[0] if block.conditions else None
    return condition is not None and premises_of(condition) == {"tier"} and _kinds(block) <= OF_PERSONS


def _tier(block: Block, *, lead: bool) -> Group:
    return Group(joined="together", parts=(*block.conditions, *(block.lead if lead else ()), *block.parts))
