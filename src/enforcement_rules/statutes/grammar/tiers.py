"""Tiers of a sentence: which condition, organ and party reaches which of them, where that is sure."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from msgspec import Struct

from enforcement_rules.statutes.clauses import (
    Condition,
    Group,
    Part,
    Range,
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
_PENALTIES = frozenset(PENALTY_KINDS) | {"order"}


class Block(Struct):
    """A tier under way: its condition, its organ, whether it begins with whom it punishes, and all its parts."""

    conditions: Nodes
    lead: Nodes
    parts: Nodes
    addressed_first: bool
    act: bool = False


def start_of(part: Scanned | Part) -> int:
    if isinstance(part, Scanned):
        first = [*part.before, *part.nodes][0]
        return leaves(first)[0].start
    return leaves(part)[0].start


def premises_of(condition: Condition) -> set[str]:
    found = {each.role for each in condition.parts if isinstance(each, Word | Span)} - {"link", "mark", "duty"}
    return found | ({"threshold"} if any(isinstance(each, Range) for each in condition.parts) else set())


def _amounts_only(condition: Condition) -> bool:
    return premises_of(condition) <= {"gains", "threshold"}


def hold_condition(condition: Condition, rest: Nodes) -> None:
    """Refuse a condition within a tier that may reach one kind or all that follow."""
    kinds = [
        w.means
        for part in [part for each in rest for part in each]
        for w in leaves(part)
        if isinstance(w, Word) and w.role == "kind"
    ]
    surely = {"tier", "failure"} & premises_of(condition)
    if not surely and len(kinds) > 1:
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

    尚不构成犯罪 holds for the tiers of how grave the act is; anything else that may reach a later tier is refused.
    """
    at = next((n for n, each in enumerate(head) if isinstance(each, Condition)), None)
    if at is None or len(tiers) == 1:
        return
    own, later = head[at], [each.conditions[0] if each.conditions else None for each in tiers[1:]]
    not_a_crime = any(isinstance(each, Word) and each.role == "crime" and each.means == "no" for each in own.parts)
    if not_a_crime and all(each is not None and premises_of(each) == {"tier"} for each in later):
        return
    others = {"crime"} | ({"gains", "threshold"} if _amounts_only(own) else set())
    if tiers[0].conditions or any(each is None or not premises_of(each) <= others for each in later):
        raise Unread("nested_condition", leaves(own)[0].start)
    tiers[0].conditions = head[at:]
    del head[at:]


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
        earlier = [block.conditions[0] for block in tiers[: n + 1] if block.conditions]
        if condition is None:
            if not each.addressed_first:
                raise Unread("unclear_scope", at)
            if _PENALTIES & _kinds(each) and earlier:
                raise Unread("unclear_scope", at)
            continue
        if _only_others_fined(tiers[: n + 1]) and _fined_outside(each):
            raise Unread("unclear_party", at)
        if _amounts_only(condition) and any(not _amounts_only(one) for one in earlier) and not _in_any_case(each):
            raise Unread("nested_condition", at)
        if before.addressed_first and _PENALTIES & _kinds(each) and not each.addressed_first:
            raise Unread("unclear_scope", at)


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


def tiers_of(tiers: list[Block], marks: list[Nodes]) -> Nodes:
    """Return the tiers, with the organ of the first where it decides on what follows.

    It does up to the first tier that has an organ of its own or threatens no penalty.
    """
    groups = [_tier(each, lead=bool(n)) for n, each in enumerate(tiers)]
    first = tiers[0]
    own = [bool(each.lead) or not (_PENALTIES & _kinds(each)) for each in tiers[1:]]
    reach = own.index(True) if True in own else len(own)
    if first.lead and not all(own[reach:]):
        raise Unread("unclear_scope", start_of(tiers[0].parts[0]))
    inner: Nodes = [*first.lead, groups[0]]
    for n in range(reach):
        inner += [*marks[n], groups[n + 1]]
    rest: Nodes = []
    for n in range(reach, len(own)):
        rest += [*marks[n], groups[n + 1]]
    if not rest or not first.lead:
        return [*inner, *rest]
    if not reach:
        return [Group(joined="together", parts=(*first.conditions, *first.lead, *first.parts)), *rest]
    return [Group(joined="tiers", parts=tuple(inner)), *rest]


def _tier(block: Block, *, lead: bool) -> Group:
    return Group(joined="together", parts=(*block.conditions, *(block.lead if lead else ()), *block.parts))
