"""From pieces in the order of the grammar to the typed tree, with the scopes that are sure and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lark import Token, Transformer
from msgspec import Struct, structs

from enforcement_rules.statutes.clauses import (
    Group,
    Measure,
    Part,
    Span,
    Word,
    leaves,
)
from enforcement_rules.statutes.grammar.refusing import Unread
from enforcement_rules.statutes.grammar.scanned import Scanned
from enforcement_rules.statutes.grammar.tiers import (
    OF_PERSONS,
    Block,
    Nodes,
    arranged,
    hold_condition,
    hold_tiers,
    hold_within,
    of_one_party,
    own_acts,
    premises_of,
    start_of,
    take_over,
)

_OF_ONE_BUSINESS = frozenset({"business_restriction", "order_to_suspend_business", "order_to_close"})
"""Kinds of which a business can suffer only one at a time."""
_SUSPENDED = frozenset({"order_to_suspend_business", "licence_suspension", "qualification_lowering"})
_UNDONE = frozenset({"licence_revocation", "licence_withdrawal"})
"""What of two is done to one paper (吊销、撤销许可证明文件), as it was given."""
_PAPERS = frozenset({"licence_suspension", "licence_revocation"})
_LICENCES = frozenset({"licence_revocation", "business_licence_revocation"})


class Case(Struct):
    """A condition with what it attaches, behind whom a tier punishes."""

    parts: Nodes
    others: Nodes = []


class Builder(Transformer[Token, Group]):
    """Makes a group of what the grammar found; `head` are the leaves of the act."""

    def __init__(self, head: Nodes, text: str) -> None:
        """Keep the act, under which everything stands, and the text."""
        super().__init__()
        self.head, self.text = head, text

    def single(self, children: Nodes) -> Scanned:
        """Return a measure as it was scanned: what stands before it may belong to the group."""
        made: Scanned = children[0].value
        return made

    def alternative(self, children: Nodes) -> Group:
        """Return kinds of which one is chosen; 、 behind 或者 says the same (责令改正或者限制生产、停产整治)."""
        pause = next((n for n, each in enumerate(children) if isinstance(each, Token) and len(each.value) > 1), 0)
        if any(isinstance(each, Token) and each.type == "DUN" for each in children[:pause]):
            raise Unread("unclear_alternative", start_of(children[0]))
        last_or = max(n for n, each in enumerate(children) if isinstance(each, Token) and each.type == "OR")
        behind = [each.kind for each in children[last_or:] if isinstance(each, Scanned)]
        one = any(set(behind) <= each for each in (_OF_ONE_BUSINESS, _LICENCES, _UNDONE))
        if len(behind) > 1 and not one:
            raise Unread("unclear_alternative", start_of(children[0]))
        return _group("alternative", [_chosen(each) if n > last_or else each for n, each in enumerate(children)])

    def step(self, children: Nodes) -> Group:
        """Return two steps (直至)."""
        return _group("step", children)

    def together(self, children: Nodes) -> Group:
        """Return kinds that are said in one breath; of those that shut each other out one is chosen (停业、关闭)."""
        kinds = [each.kind for each in children if isinstance(each, Scanned)]
        undone = set(kinds) == _UNDONE and not _has_thing(children[0])
        if (
            undone
            or set(kinds) in (_OF_ONE_BUSINESS, {"order", "order_to_close"})
            or (len(set(kinds)) > 1 and set(kinds) <= _OF_ONE_BUSINESS)
        ):
            return _group("alternative", [_chosen(each) for each in children])
        return _group("together", children)

    def measures(self, children: Nodes) -> Nodes:
        """Return measures between commas; 可以 before one of them must not be read as reaching the next."""
        may = False
        for n, each in enumerate(children):
            if isinstance(each, Token):
                continue
            if n and isinstance(each, Group) and _after_comma(each) and not _steps_of_its_own(each, children[:n]):
                raise Unread("unclear_alternative", start_of(each))
            if n and _by_another(children[n - 2]) and not _at_their_cost(each):
                raise Unread("unclear_scope", start_of(each))
            forced = each.forced if isinstance(each, Scanned) else _forced(each)
            if may and not forced and not _at_their_cost(each):
                raise Unread("unclear_scope", start_of(each))
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
        return [*comma.value, _addressed(to, measures, self.text)]

    def later(self, children: Nodes) -> Case:
        """Return what applies under a condition within a tier, in a group of its own, behind its comma."""
        comma, condition, *rest = children
        own, others = rest, []
        if not premises_of(condition.value[0]) - {"gains", "threshold"} and _names_a_party(_joined(rest[-1:])):
            own, others = rest[:-1], rest[-1:]
        _hold_organs(own)
        hold_condition(condition.value[0], own)
        case = Group(joined="together", parts=(*condition.value, *_joined(own)))
        return Case([*comma.value, case], _joined(others))

    def last_case(self, children: Nodes) -> Case:
        """Return a condition within a tier behind whom it punishes: it may be that party's or everyone's."""
        comma, condition, *rest = children
        _hold_organs(rest)
        hold_condition(condition.value[0], rest)
        return Case([*comma.value, Group(joined="together", parts=(*condition.value, *_joined(rest)))])

    def block(self, children: Nodes) -> Block:
        """Return a tier whose measures hold for whom the act says."""
        lead: Nodes = []
        rest = list(children)
        if isinstance(rest[0], Block):
            return rest[0]
        if _is_lead(rest[0]):
            lead = rest.pop(0)
        cases = [each for each in rest if isinstance(each, Case)]
        named = any(
            isinstance(each, Measure) and _by_another(each) for part in rest if isinstance(part, list) for each in part
        )
        if cases and named:
            raise Unread("unclear_scope", cases[0].parts[0].start)
        if any(each.others for each in cases) and (len(cases) == 1 or any(each.others for each in cases[:-1])):
            raise Unread("unclear_scope", cases[0].parts[0].start)
        if cases and _names_a_party(_joined([each for each in rest if not isinstance(each, Case)])):
            raise Unread("unclear_scope", cases[0].parts[0].start)
        parts = [[*each.parts, *each.others] if isinstance(each, Case) else each for each in rest]
        return Block([], lead, _joined(parts), addressed_first=False)

    def person_first(self, children: Nodes) -> Block:
        """Return a tier that begins with whom it punishes."""
        rest = list(children)
        lead = rest.pop(0) if _is_lead(rest[0]) else []
        to, measures, *others = rest
        if others and isinstance(others[-1], Case):
            if len(others) > 1 or _names_a_party(others[-1].parts):
                raise Unread("unclear_scope", others[-1].parts[0].start)
            group = _addressed(to, measures, self.text, first=True)
            whole = Group(joined="together", parts=(*group.parts, *others[0].parts))
            return Block([], lead, [whole], addressed_first=True)
        return Block(
            [], lead, [_addressed(to, measures, self.text, first=True), *_joined(others)], addressed_first=True
        )

    def said(self, children: Nodes) -> Block:
        """Return a tier that threatens nothing."""
        aside, to = children[0].value
        return Block([], [], [aside], addressed_first=to, said=True)

    def tier(self, children: Nodes) -> Block:
        """Return a tier without a condition."""
        block: Block = children[0]
        return block

    def conditioned(self, children: Nodes) -> Block:
        """Return a tier with its condition."""
        block: Block = children[1]
        block.conditions = list(children[0].value)
        hold_within(block.conditions, block)
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
            return Group(joined="tiers", parts=(*own_acts(self.head, tiers, marks), *end.value))
        for each in tiers[:1]:
            hold_within(self.head, each)
        take_over(self.head, tiers)
        party = of_one_party(tiers)
        hold_tiers(tiers)
        if party:
            lead, tiers[0].lead = tiers[0].lead, []
            inner = Group(joined="tiers", parts=(*party, *arranged(tiers, marks)))
            return Group(joined="tiers", parts=(*self.head, *lead, inner, *end.value))
        if len(tiers) == 1:
            (only,) = tiers
            return Group(joined="together", parts=(*self.head, *only.conditions, *only.lead, *only.parts, *end.value))
        return Group(joined="tiers", parts=(*self.head, *arranged(tiers, marks), *end.value))


def _has_thing(made: Scanned) -> bool:
    return any(isinstance(each, Span) and each.role == "thing" for each in made.nodes)


def _group(joined: Any, children: Nodes) -> Group:
    """Return kinds in one group; what stands before the first belongs to all where the others have nothing before."""
    first, *others = [each for each in children if isinstance(each, Scanned)]
    if _names_a_party(list(first.nodes)) and not all(_names_a_party(list(each.nodes)) for each in others):
        raise Unread("unclear_party", start_of(first))
    own = any(each.before for each in others)
    if own and first.forced and not all(each.forced for each in others):
        raise Unread("unclear_alternative", start_of(first))
    hoisted = [] if own or _only_joins(first.before) else first.before
    parts: Nodes = list(hoisted)
    for each in children:
        if isinstance(each, Token):
            parts += each.value
        else:
            bare = hoisted and each is first
            parts.append(_measure(Scanned([], each.nodes, each.kind, each.end) if bare else each))
    return Group(joined=joined, parts=tuple(parts))


def _only_joins(before: Sequence[Any]) -> bool:
    """Say whether words before a measure only add it to what was said (并没收…): they are its own."""
    return all(isinstance(each, Word) and each.word == "并" for each in before)


def _chosen(joint: Any) -> Any:
    """Return 、 between kinds as the word of choice that it is there."""
    if not isinstance(joint, Token):
        return joint
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


def _steps_of_its_own(group: Group, before: Nodes) -> bool:
    """Say whether steps behind a comma (暂扣证书,直至吊销证书) can begin with no measure before them."""
    kinds = {each.kind for each in before if isinstance(each, Scanned)}
    whole = all(isinstance(each, Scanned | Token) for each in before)
    return group.joined == "step" and whole and not kinds & _SUSPENDED


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


def _by_another(part: Scanned | Group | Measure) -> bool:
    """Say whether an organ of its own decides on a measure: the next one may be that organ's or that of the tier."""
    said = part.before if isinstance(part, Scanned) else part.parts
    return any(isinstance(each, Span) and each.role == "organ" for each in said)


def _at_their_cost(part: Scanned | Group) -> bool:
    return isinstance(part, Scanned) and part.kind == "recovery"


def _hold_organs(rest: Nodes) -> None:
    """Refuse a condition between commas before a measure with an organ of its own: it may end before that."""
    for each in _joined(rest)[1:]:
        if isinstance(each, Measure) and _by_another(each):
            raise Unread("unclear_scope", start_of(each))


def _joined(rest: Nodes) -> Nodes:
    return [part for each in rest for part in each]


def _is_lead(part: Nodes) -> bool:
    named = any(isinstance(each, Span) and each.role in ("organ", "approver") for each in part)
    return named and all(isinstance(each, Word | Span) and getattr(each, "role", "") != "party" for each in part)


def _names_a_party(parts: Nodes) -> bool:
    return any(isinstance(each, Span) and each.role == "party" for part in parts for each in leaves(part))


_PERSONS = re.compile("(?:人员|船员|船长|负责人|机长)$")
_OF_A_PERSON = re.compile("(?:相关)?(?:任职资格(?:许可)?|船员适任证书)")


def _of_that_person(to: Nodes, part: Measure | Group, text: str) -> bool:
    """Say whether what is taken can only be that of the persons who are punished."""
    whom = [text[each.start : each.end] for each in to if isinstance(each, Span) and each.role == "party"]
    every = leaves(part)
    taken = [text[each.start : each.end] for each in every if isinstance(each, Span) and each.role == "thing"]
    kinds = {each.means for each in every if isinstance(each, Word) and each.role == "kind"}
    own = bool(taken) and all(_OF_A_PERSON.fullmatch(each) for each in taken)
    return own and kinds <= _PAPERS and all(_PERSONS.search(each) for each in whom)


def _addressed(to: Nodes, measures: Nodes, text: str, *, first: bool = False) -> Group:
    """Return a group for one party; a further measure belongs to it for sure where a comma or 并 says so."""
    paused = isinstance(to[-1], Word) and to[-1].role == "mark"
    more = [each for each in measures if isinstance(each, Measure | Group)][1:]
    forced = any(isinstance(each, Word) and each.role == "force" for each in to)
    subject = not any(isinstance(each, Word) and each.means == "to" for each in to)
    if more and (forced or subject):
        raise Unread("unclear_scope", leaves(more[0])[0].start)
    for each in measures[1:]:
        if isinstance(each, Measure | Group) and not paused:
            if _names_a_party([each]) or _of_that_person(to, each, text):
                continue
            every = leaves(each)
            kinds = {w.means for w in every if isinstance(w, Word) and w.role == "kind"}
            joined = any(isinstance(w, Word) and w.means == "together" for w in every[:2])
            joined = joined or first or kinds <= {"occupation_restriction", "disciplinary"}
            if not joined or not OF_PERSONS.issuperset(kinds):
                raise Unread("unclear_scope", every[0].start)
    return Group(joined="together", parts=(*to, *measures))
