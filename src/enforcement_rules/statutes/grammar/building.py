"""From pieces in the order of the grammar to the typed tree, with the scopes that are sure and no others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lark import Token, Transformer
from msgspec import Struct, structs

from enforcement_rules.statutes.clauses import (
    Condition,
    Group,
    Measure,
    Part,
    Range,
    Span,
    Word,
    leaves,
)
from enforcement_rules.statutes.grammar.scanned import Scanned
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.values.kinds import PENALTY_KINDS

Nodes = list[Any]
_OF_PERSONS = frozenset(
    {
        "fine",
        "warning",
        "notice_of_criticism",
        "administrative_detention",
        "confiscation_of_illegal_gains",
        "disciplinary",
    }
)
"""Kinds that a second measure for one party may be; a licence may be the unit's as well."""
_PENALTIES = frozenset(PENALTY_KINDS) | {"order"}
_OF_ONE_BUSINESS = frozenset({"business_restriction", "order_to_suspend_business", "order_to_close"})
"""Kinds of which a business can suffer only one at a time."""


class Block(Struct):
    """A tier under way: its condition, its organ, whether it begins with whom it punishes, and all its parts."""

    conditions: Nodes
    lead: Nodes
    parts: Nodes
    addressed_first: bool
    act: bool = False


class Builder(Transformer[Token, Group]):
    """Makes a group of what the grammar found; `head` are the leaves of the act."""

    def __init__(self, head: Nodes) -> None:
        """Keep the act, under which everything stands."""
        super().__init__()
        self.head = head

    def single(self, children: Nodes) -> Scanned:
        """Return a measure as it was scanned: what stands before it may belong to the group."""
        made: Scanned = children[0].value
        return made

    def alternative(self, children: Nodes) -> Group:
        """Return kinds of which one is chosen."""
        return _group("alternative", children)

    def step(self, children: Nodes) -> Group:
        """Return two steps (直至)."""
        return _group("step", children)

    def together(self, children: Nodes) -> Group:
        """Return kinds that are said in one breath; of those that shut each other out one is chosen (停业、关闭)."""
        kinds = [each.kind for each in children if isinstance(each, Scanned)]
        if set(kinds) <= _OF_ONE_BUSINESS and len(set(kinds)) > 1:
            return _group("alternative", [_chosen(each) if isinstance(each, Token) else each for each in children])
        return _group("together", children)

    def measures(self, children: Nodes) -> Nodes:
        """Return measures between commas; 可以 before one of them must not be read as reaching the next."""
        may = False
        for n, each in enumerate(children):
            if isinstance(each, Token):
                continue
            if n and isinstance(each, Group) and _after_comma(each):
                raise Unread("unclear_alternative", _start(each))
            forced = each.forced if isinstance(each, Scanned) else _forced(each)
            if may and not forced:
                raise Unread("unclear_scope", _start(each))
            may = may or forced
        return list(_flat(children))

    def lead(self, children: Nodes) -> Nodes:
        """Return who decides."""
        return list(children[0].value)

    def address(self, children: Nodes) -> Nodes:
        """Return who is punished."""
        return list(children[0].value)

    def addressed(self, children: Nodes) -> Nodes:
        """Return what one is punished with, in a group of its own, behind its comma."""
        comma, to, measures = children
        return [*comma.value, _addressed(to, measures)]

    def later(self, children: Nodes) -> Nodes:
        """Return what applies under a condition within a tier, in a group of its own, behind its comma."""
        comma, condition, *rest = children
        _hold(condition.value[0], rest)
        return [*comma.value, Group(joined="together", parts=(*condition.value, *_joined(rest)))]

    def last_case(self, children: Nodes) -> Nodes:
        """Refuse a condition within a tier behind whom it punishes: it may be that party's or everyone's."""
        raise Unread("unclear_scope", children[0].value[0].start)

    def block(self, children: Nodes) -> Block:
        """Return a tier whose measures hold for whom the act says."""
        lead: Nodes = []
        rest = list(children)
        if isinstance(rest[0], Block):
            return rest[0]
        if _is_lead(rest[0]):
            lead = rest.pop(0)
        return Block([], lead, _joined(rest), addressed_first=False)

    def person_first(self, children: Nodes) -> Block:
        """Return a tier that begins with whom it punishes."""
        rest = list(children)
        lead = rest.pop(0) if _is_lead(rest[0]) else []
        to, measures, *others = rest
        return Block([], lead, [_addressed(to, measures), *_joined(others)], addressed_first=True)

    def tier(self, children: Nodes) -> Block:
        """Return a tier without a condition."""
        block: Block = children[0]
        return block

    def conditioned(self, children: Nodes) -> Block:
        """Return a tier with its condition."""
        block: Block = children[1]
        block.conditions = list(children[0].value)
        _hold_within(block.conditions, block)
        return block

    def acting(self, children: Nodes) -> Block:
        """Return a tier with an act of its own."""
        block = self.conditioned(children)
        block.act = True
        return block

    def start(self, children: Nodes) -> Group:
        """Return the whole sentence."""
        *rest, end = children
        tiers = [each for each in rest if isinstance(each, Block)]
        marks = [each.value for each in rest if isinstance(each, Token)]
        if any(each.act for each in tiers):
            return Group(joined="tiers", parts=(*_own_acts(self.head, tiers, marks), *end.value))
        for each in tiers[:1]:
            _hold_within(self.head, each)
        _take_over(self.head, tiers)
        _hold_tiers(tiers)
        if len(tiers) == 1:
            (only,) = tiers
            return Group(joined="together", parts=(*self.head, *only.conditions, *only.lead, *only.parts, *end.value))
        return Group(joined="tiers", parts=(*self.head, *_governed(tiers, marks), *end.value))


def _group(joined: Any, children: Nodes) -> Group:
    """Return kinds in one group; what stands before the first belongs to all where the others have nothing before."""
    first, *others = [each for each in children if isinstance(each, Scanned)]
    own = any(each.before for each in others)
    if own and first.forced and not all(each.forced for each in others):
        raise Unread("unclear_alternative", _start(first))
    hoisted = [] if own else first.before
    parts: Nodes = list(hoisted)
    for each in children:
        if isinstance(each, Token):
            parts += each.value
        else:
            parts.append(_measure(each if own else Scanned([], each.nodes, each.kind, each.end)))
    return Group(joined=joined, parts=tuple(parts))


def _chosen(joint: Token) -> Token:
    """Return 、 between kinds as the word of choice that it is there."""
    made = Token(joint.type, "")
    made.value = [
        structs.replace(each, role="link", means="alternative") if each.word == "、" else each for each in joint.value
    ]
    return made


def _after_comma(group: Group) -> bool:
    """Say whether 或者 or 直至 stands behind a comma: it may join all that was said before."""
    pairs = zip(group.parts, group.parts[1:], strict=False)
    return any(
        isinstance(one, Word) and one.word == "," and isinstance(two, Word) and two.role == "link" for one, two in pairs
    )


def _measure(made: Scanned) -> Measure:
    return Measure(parts=(*made.before, *made.nodes))


def _flat(children: Nodes) -> Iterator[Part]:
    for each in children:
        if isinstance(each, Token):
            yield from each.value
        else:
            yield _measure(each) if isinstance(each, Scanned) else each


def _forced(group: Group) -> bool:
    return any(isinstance(each, Word) and each.role == "force" for each in leaves(group))


def _start(part: Scanned | Part) -> int:
    if isinstance(part, Scanned):
        first = [*part.before, *part.nodes][0]
        return leaves(first)[0].start
    return leaves(part)[0].start


def _joined(rest: Nodes) -> Nodes:
    return [part for each in rest for part in each]


def _is_lead(part: Nodes) -> bool:
    by = bool(part) and isinstance(part[0], Word) and part[0].role == "link" and part[0].means == "by"
    return by or (bool(part) and isinstance(part[0], Span) and part[0].role == "organ")


def _addressed(to: Nodes, measures: Nodes) -> Group:
    """Return a group for one party; a further measure belongs to it for sure where a comma or 并 says so."""
    paused = isinstance(to[-1], Word) and to[-1].role == "mark"
    for each in measures[1:]:
        if isinstance(each, Measure | Group) and not paused:
            first = leaves(each)[0]
            second = leaves(each)[1] if len(leaves(each)) > 1 else first
            kinds = {w.means for w in leaves(each) if isinstance(w, Word) and w.role == "kind"}
            joined = any(isinstance(w, Word) and w.means == "together" for w in (first, second))
            if not joined or not _OF_PERSONS.issuperset(kinds):
                raise Unread("unclear_scope", first.start)
    return Group(joined="together", parts=(*to, *measures))


def _premises(condition: Condition) -> set[str]:
    found = {each.role for each in condition.parts if isinstance(each, Word | Span)} - {"link", "mark", "duty"}
    return found | ({"threshold"} if any(isinstance(each, Range) for each in condition.parts) else set())


def _amounts_only(condition: Condition) -> bool:
    return _premises(condition) <= {"gains", "threshold"}


def _hold(condition: Condition, rest: Nodes) -> None:
    """Refuse a condition within a tier that may reach one kind or all that follow."""
    kinds = [w.means for part in _joined(rest) for w in leaves(part) if isinstance(w, Word) and w.role == "kind"]
    surely = {"tier", "failure"} & _premises(condition)
    if not surely and len(kinds) > 1:
        raise Unread("unclear_scope", condition.parts[0].start if not isinstance(condition.parts[0], Range) else 0)


def _own_acts(head: Nodes, tiers: list[Block], marks: list[Nodes]) -> Nodes:
    """Return tiers that have an act each; the head is that of the first, and nothing may be meant for all."""
    if any(each.lead or not each.act for each in tiers[1:]) or tiers[0].lead or tiers[0].conditions:
        raise Unread("unclear_scope", _start(tiers[0].parts[0]))
    found: Nodes = [Group(joined="together", parts=(*head, *tiers[0].parts))]
    for between, each in zip(marks, tiers[1:], strict=True):
        found += [*between, _tier(each, lead=False)]
    return found


def _take_over(head: Nodes, tiers: list[Block]) -> None:
    """Move a condition of the act to the first tier, where the tiers behind it are for other cases.

    尚不构成犯罪 holds for the tiers of how grave the act is; anything else that may reach a later tier is refused.
    """
    at = next((n for n, each in enumerate(head) if isinstance(each, Condition)), None)
    if at is None or len(tiers) == 1:
        return
    own, later = head[at], [each.conditions[0] if each.conditions else None for each in tiers[1:]]
    not_a_crime = any(isinstance(each, Word) and each.role == "crime" and each.means == "no" for each in own.parts)
    if not_a_crime and all(each is not None and _premises(each) == {"tier"} for each in later):
        return
    others = {"crime"} | ({"gains", "threshold"} if _amounts_only(own) else set())
    if tiers[0].conditions or any(each is None or not _premises(each) <= others for each in later):
        raise Unread("nested_condition", leaves(own)[0].start)
    tiers[0].conditions = head[at:]
    del head[at:]


def _hold_within(conditions: Nodes, block: Block) -> None:
    """Refuse a condition within a tier that is another case of the tier's own (不足一万元的…,一万元以上的…)."""
    own = {role for each in conditions if isinstance(each, Condition) for role in _premises(each)}
    own |= {"gains", "threshold"} if own & {"gains", "threshold"} else set()
    for part in block.parts:
        inner = [each for each in part.parts if isinstance(each, Condition)] if isinstance(part, Group) else []
        if any(own & _premises(each) for each in inner):
            raise Unread("nested_condition", leaves(part)[0].start)


def _kinds(block: Block) -> set[str]:
    return {w.means for part in block.parts for w in leaves(part) if isinstance(w, Word) and w.role == "kind"}


def _hold_tiers(tiers: list[Block]) -> None:
    """Refuse tiers of which it is not sure whether they lie within the one before."""
    for n, (before, each) in enumerate(pairwise(tiers)):
        at = _start(each.parts[0])
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
        if _amounts_only(condition) and any(not _amounts_only(one) for one in earlier):
            raise Unread("nested_condition", at)
        if before.addressed_first and _PENALTIES & _kinds(each) and not each.addressed_first:
            raise Unread("unclear_scope", at)


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


def _governed(tiers: list[Block], marks: list[Nodes]) -> Nodes:
    """Return the tiers, with the organ of the first where it decides on what follows.

    It does up to the first tier that has an organ of its own or threatens no penalty.
    """
    groups = [_tier(each, lead=bool(n)) for n, each in enumerate(tiers)]
    first = tiers[0]
    own = [bool(each.lead) or not (_PENALTIES & _kinds(each)) for each in tiers[1:]]
    reach = own.index(True) if True in own else len(own)
    if first.lead and not all(own[reach:]):
        raise Unread("unclear_scope", _start(tiers[0].parts[0]))
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
