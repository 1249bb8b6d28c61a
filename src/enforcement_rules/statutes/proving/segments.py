"""Sentences and tiers of a text: which condition, party and force each measure stands under."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct, structs

from enforcement_rules.statutes.proving.atoms import Atom, Ground
from enforcement_rules.statutes.proving.measures import Measure, measures
from enforcement_rules.statutes.proving.numerals import number_in
from enforcement_rules.statutes.proving.words import (
    FOLLOWS_ORDER,
    FOR_FINES_ONLY,
    GROUNDS,
    KEEPS_FORMER,
    NEUTRAL,
    NEVER_ACTS,
    NUMBER,
    PARTIES,
    PENAL_STOPS,
)

_BRACKETS = re.compile(r"\([^()]*\)")
_CLAUSE = re.compile(r"[^,:]+")
_THRESHOLD = re.compile(
    rf"^(?P<base>.*?)(?:在)?(?:(?P<below>不足|低于)(?P<small>{NUMBER})元|(?P<large>{NUMBER})元以上)的$"
)
_ACT_ENDS = re.compile(r"(?:的|之一),(?=(?:由|责令|处|没收|吊销|对|给予|可以|并|单处|予以|分别|根据|按|依照))")
_TOWARDS = re.compile(r"对(?P<who>[^,;。:]{1,30}?)(?:,|(?=可以|分别|处|单处|并处|给予|吊销))")
_ACT_OF = re.compile(r"为(?P<who>个人|单位)的")
_OF_PARTY = re.compile(r"其(?P<words>没有违法所得的|有违法所得的)[^的]*行为$")
_MAY = re.compile(r"可以|可(?=并?处)")
_JOINED = re.compile(r"(?:,?(?:或者|直至))")
_DEEMED = re.compile(rf"违法所得不足(?P<n>{NUMBER})元的,按(?P<m>{NUMBER})元计算")
_ORDER_OR = re.compile(r"责令(?:限期)?改正或者(?:责令)?$")


class Read(Struct, frozen=True):
    """What a text threatens: its act, the atoms, what was taken for conditions (words and start)."""

    act: str
    atoms: tuple[Atom, ...]
    explained: tuple[tuple[int, int], ...]


def read(text: str, *, named_act: bool = True) -> Read:
    """Return the atoms of one text.

    Args:
        text: normal text of a paragraph's head, of an item or of one sentence.
        named_act: whether it begins with the act; else its first clause is a condition.
    """
    plain = _BRACKETS.sub(lambda found: "·" * len(found[0]), text)
    return _Reading(plain, named_act=named_act).run()


class _Reading:
    """The state while one text is read from left to right."""

    def __init__(self, text: str, *, named_act: bool) -> None:
        self.text, self.act = text, ""
        self.atoms: list[Atom] = []
        self.explained: list[tuple[int, int]] = []
        self.acting = named_act
        self.grounds: dict[str, Ground] = {}
        self.party, self.group, self.listed = "", 0, 0
        self.lasting: dict[str, Ground] = {}

    def run(self) -> Read:
        for start, sentence in _parts(self.text, 0, "。"):
            for n, (at, segment) in enumerate(_parts(sentence, start, ";")):
                self._segment(at, segment, first=n == 0)
        atoms, again = _merged(self.atoms)
        return Read(self.act, atoms, (*self.explained, *again))

    def _segment(self, at: int, segment: str, *, first: bool) -> None:
        former, self.grounds, self.party = (self.grounds, self.party), dict(self.lasting), self._party_of_act()
        if first and self.acting and not self.atoms:
            at, segment = self._leave_act(at, segment)
        self._clauses(at, segment, former)

    def _leave_act(self, at: int, segment: str) -> tuple[int, str]:
        found = _ACT_ENDS.search(segment)
        first = next((each.start for each in measures(segment)), len(segment))
        if found is None or found.end() > first:
            # An act without 的 ends where the first clause with a measure begins.
            self.act += segment[: segment.rfind(",", 0, first) + 1] if found else ""
            return at, segment
        end = self._before_tier(segment, found)
        self.act, self.acting = self.act + segment[:end].rstrip(","), False
        self.explained.append((at, at + end))
        return at + end, segment[end:]

    @staticmethod
    def _before_tier(segment: str, found: re.Match[str]) -> int:
        """Return where the act ends: before a last clause that is a tier (有前款行为,情节严重的), else with it."""
        last = segment.rfind(",", 0, found.start()) + 1
        ground = _ground(segment[last : found.start() + 1])
        tier = ground.family in NEVER_ACTS or (segment.startswith("有前款") and ground.family in FOLLOWS_ORDER)
        return last if tier else found.end()

    def _clauses(self, at: int, segment: str, former: tuple[dict[str, Ground], str]) -> None:
        may, pending, begun_with = False, 0, len(self.atoms)
        clauses = [(each.start(), each[0]) for each in _CLAUSE.finditer(segment)]
        for n, (offset, clause) in enumerate(clauses):
            begun = clauses[pending][0]
            end = offset + len(clause)
            deemed = _DEEMED.match(segment, begun)
            if deemed is not None:
                self.explained.append((at + begun, at + deemed.end()))
                pending = n + 1
            elif clause.endswith("的") and not self._is_party(clause):
                words = segment[begun:end]
                self._condition(words if self._knows(words) else clause, former)
                self.explained.append((at + begun, at + end))
                pending, may = n + 1, False
            else:
                found = [
                    structs.replace(each, start=each.start + offset, end=each.end + offset) for each in measures(clause)
                ]
                self._towards(clause)
                may = self._take(at, segment, (offset, clause), found, may=may)
                pending = n + 1 if found else pending
        self.atoms[begun_with:] = self._grouped(self.atoms[begun_with:])

    @staticmethod
    def _knows(words: str) -> bool:
        return any(pattern.search(words) for pattern, _, _ in GROUNDS) or _THRESHOLD.match(words) is not None

    def _is_party(self, clause: str) -> bool:
        return clause.startswith("对") and not any(True for _ in measures(clause)) and _party(clause[1:]) is not None

    def _condition(self, words: str, former: tuple[dict[str, Ground], str]) -> None:
        if NEUTRAL.match(words):
            return
        ground = _ground(words)
        if not self.atoms and self.acting and ground.family.startswith("other"):
            self.act += words
            return
        if ground.value in KEEPS_FORMER and not self.grounds:
            self.grounds = {family: each for family, each in former[0].items() if family != ground.family}
            self.party = former[1]
        self.grounds[ground.family] = ground

    def _towards(self, clause: str) -> None:
        for found in _TOWARDS.finditer(clause + ","):
            party = _party(found["who"])
            if party is not None:
                self.party = party or self._party_of_act()
                self._last(found["who"])
            elif measures_follow(clause, found.end()):
                self.party = f"other:{found['who']}"

    def _party_of_act(self) -> str:
        """Return for whom the act itself says that it is (经营者为个人的); empty for anybody."""
        found = _ACT_OF.search(self.act)
        return (_party(found["who"]) or "") if found else ""

    def _last(self, who: str) -> None:
        """Keep a condition that stands in the words of the party (其没有违法所得的……行为) for the whole text."""
        found = _OF_PARTY.match(who)
        if found is not None:
            ground = _ground(found["words"])
            self.lasting[ground.family] = self.grounds[ground.family] = ground

    def _take(self, at: int, segment: str, clause: tuple[int, str], found: list[Measure], *, may: bool) -> bool:
        """Take the measures of one clause; return whether a 可以 waits for the next."""
        offset, words = clause
        said = _MAY.search(words)
        if not found:
            # 可以 that speaks of handing the case over says nothing of what follows.
            return may or (said is not None and "移送" not in words)
        for each, listed in zip(found, self._lists(segment, found), strict=True):
            kinds = self._kinds(each, found)
            if not kinds:
                self.explained.append((at + each.start, at + each.end))
                continue
            before = _list_head(words[: each.start - offset])
            soft = may or _says_may(said, each.start - offset) or _ORDER_OR.search(before) is not None
            self._add(at, each, kinds, soft=soft, listed=listed)
        return False

    def _lists(self, segment: str, found: list[Measure]) -> list[int]:
        """Return the numbers of the lists that 、 joins the measures to."""
        lists = [0] * len(found)
        for n, (one, two) in enumerate(pairwise(found), 1):
            if segment[one.end : two.start] == "、":
                self.listed += not lists[n - 1]
                lists[n - 1] = lists[n] = self.listed
        return lists

    def _kinds(self, each: Measure, found: list[Measure]) -> tuple[str, ...]:
        """Return what a stop is here: a penalty in a tier, `other` beside one as an alternative, else an order."""
        if not each.stop:
            return each.kinds
        beside = any(not other.stop and "order_to_suspend_business" in other.kinds for other in found)
        if beside:
            return ("other",)
        return each.kinds if self.grounds and each.stop in PENAL_STOPS else ()

    def _grouped(self, atoms: list[Atom]) -> list[Atom]:
        """Return the atoms of a segment, those that 或者 or 直至 joins with the number of their group."""
        groups = [0] * len(atoms)
        between = [self.text[a.end : b.start] for a, b in pairwise(atoms)]
        for n, words in enumerate(between, 1):
            if _JOINED.match(words) or (words == "、" and groups[n - 1]):
                if not groups[n - 1]:
                    self.group += 1
                    groups[n - 1] = self.group
                groups[n] = groups[n - 1]
        for n in range(len(between), 0, -1):
            if between[n - 1] == "、" and groups[n] and not groups[n - 1]:
                groups[n - 1] = groups[n]
        for n, words in enumerate(between):
            if "直至" in words and atoms[n].force == "may":
                atoms[n + 1] = structs.replace(atoms[n + 1], force="may")
        steps = {n + beside for n, words in enumerate(between) if "直至" in words for beside in (0, 1)}
        return [structs.replace(each, group=groups[n], scale=n in steps) for n, each in enumerate(atoms)]

    def _add(self, at: int, each: Measure, kinds: tuple[str, ...], **said: Any) -> None:
        fine = kinds == ("fine",)
        grounds = tuple(ground for family, ground in self.grounds.items() if fine or family not in FOR_FINES_ONLY)
        span = each.range
        deemed = _DEEMED.match(self.text, at + each.end + 1)
        if span is not None and deemed is not None and deemed["n"] == deemed["m"]:
            span = structs.replace(span, deemed=number_in(deemed["n"]))
        force = "may" if said["soft"] else "shall"
        self.atoms.append(
            Atom(
                kinds=kinds,
                force=force,
                start=at + each.start,
                end=at + each.end,
                range=span,
                party=self.party,
                grounds=grounds,
                listed=said["listed"],
            )
        )


def measures_follow(clause: str, at: int) -> bool:
    """Say whether a clause threatens something behind a place in it."""
    return any(True for _ in measures(clause[at:]))


def _parts(text: str, start: int, mark: str) -> Iterator[tuple[int, str]]:
    at = start
    for part in text.split(mark):
        if part:
            yield at, part
        at += len(part) + 1


def _party(words: str) -> str | None:
    return next((party for pattern, party in PARTIES if pattern.match(words)), None)


def _ground(words: str) -> Ground:
    for pattern, family, value in GROUNDS:
        if pattern.search(words):
            return Ground(family, value, words)
    threshold = _THRESHOLD.match(words)
    if threshold is not None:
        below = threshold["below"] is not None
        amount = number_in(threshold["small"] if below else threshold["large"])
        return Ground("base", "below" if below else "from", words, amount)
    return Ground(f"other:{words}", "yes", words)


def _says_may(said: re.Match[str] | None, start: int) -> bool:
    return said is not None and said.start() < start


def _list_head(words: str) -> str:
    """Return the words up to where a list of measures joined by 、 begins."""
    return re.sub(r"(?:责令)?(?:限制生产|停[^,;。:、]{1,5})、$", "", words)


def _merged(atoms: list[Atom]) -> tuple[tuple[Atom, ...], tuple[tuple[int, int], ...]]:
    """Return the atoms, those that say the same of one kind once, and where the others were read."""
    seen: dict[tuple[Any, ...], Atom] = {}
    again = []
    for each in atoms:
        start = each.start if each.range else 0
        key = (each.kinds, each.force, each.party, each.range, tuple(g.key for g in each.grounds), start)
        if key in seen:
            again.append((each.start, each.end))
        else:
            seen[key] = each
    counted = Counter(each.group for each in seen.values())
    alone = (structs.replace(each, group=0) if counted[each.group] == 1 else each for each in seen.values())
    return tuple(alone), tuple(again)
