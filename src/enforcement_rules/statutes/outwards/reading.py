"""One clause is read: its sentences, their tiers, and what each tier threatens under which condition."""

from __future__ import annotations

import re
from typing import Final

from msgspec import structs

from enforcement_rules.statutes.clauses import Atom
from enforcement_rules.statutes.outwards.acts import Act
from enforcement_rules.statutes.outwards.bearers import NO_ORGAN, NO_PENALTY, Organs, Parties
from enforcement_rules.statutes.outwards.choices import Choices
from enforcement_rules.statutes.outwards.consumed import all_consumed
from enforcement_rules.statutes.outwards.cues import CONTINUED
from enforcement_rules.statutes.outwards.cutting import Cut, cut
from enforcement_rules.statutes.outwards.parts import Part, Threat, parts_of
from enforcement_rules.statutes.outwards.premises import Premises
from enforcement_rules.statutes.outwards.refused import Alternatives, Doubt, Place, Refused
from enforcement_rules.statutes.outwards.scanning import Found
from enforcement_rules.statutes.outwards.scopes import SUMS, by_sums, hold_force, hold_scope, is_penal, kinds_of
from enforcement_rules.statutes.outwards.silent import binds_without_penalty, only_an_act
from enforcement_rules.statutes.outwards.stops import STOP_OF_WHAT, settled_bans, settled_stops

_PUBLIC: Final = re.compile("(?:构成|有)?违反治安管理(?:行为|规定)?$")
_PLAIN: Final = re.compile("(?:依法)?(?:给予|予以)?(?:行政)?处罚$")
_BESIDES: Final = re.compile("对([^,]{2,30}?)除[^,]*(?:承担|责任)[^,]*外")
"""Liability of somebody, besides which the tier threatens that same one."""
_LONGEST: Final = 4000
_NAMES: Final = {"costs": "recovery", "void": "other_measure"}


def atoms_in(text: str) -> tuple[Atom, ...] | Refused:
    """Return the atoms of a head or an item, or why it is not read. A text that threatens nothing has none.

    Args:
        text: normal text (`statutes.text.normal_text`) of one unit.
    """
    if len(text) > _LONGEST:
        return Refused("not_in_grammar", 0, len(text))
    if only_an_act(text):
        return ()
    try:
        return _Reader(text).read()
    except Doubt as doubt:
        return doubt.refused


class _Reader:
    """Reads the sentences of one unit; what a sentence says of organ and party ends with it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.atoms: list[Atom] = []
        self.choices = Choices()
        self.read_of: list[Cut] = []
        self.premises = Premises(text)
        self.last: list[Found] = []
        self._sentence_begins()

    def _sentence_begins(self) -> None:
        self.premises.always = ()
        self.organs, self.parties = Organs(self.text), Parties(self.text)
        self.conditioned = self.later = False

    def read(self) -> tuple[Atom, ...]:
        """Return the atoms of all sentences."""
        for sentence in cut(Cut(0, len(self.text), self.text), "。:"):
            self._sentence_begins()
            if binds_without_penalty(sentence.text):
                continue
            self.read_of.append(sentence)
            tiers = list(cut(sentence, ";"))
            on = bool(self.atoms)
            parts = [parts_of(tier, self.text, first=n == 0, goes_on=on) for n, tier in enumerate(tiers)]
            for n, tier in enumerate(tiers):
                before = len(self.atoms)
                more = any(is_penal(each) for later in parts[n + 1 :] for each in later)
                self._tier(tier, parts[n], first=n == 0, more=more)
                now = settled_stops(self.atoms[before:], self.text)
                self.atoms[before:] = settled_bans(now, self.text)
        all_consumed(self.text, self.read_of, self.atoms)
        return tuple(one for one in self.atoms if one.kind != "nothing")

    def _tier(self, tier: Cut, parts: list[Part], *, first: bool, more: bool) -> None:
        self.later = not first
        self.organs.tier()
        self.parties.tier()
        kinds = [one.kind for part in parts for each in part.threats for one in each.said.measures]
        act, outer = self._opening(tier, parts, first=first, more=more)
        nested: tuple[Alternatives, ...] = ()
        conditions, begun = outer, False
        for n, part in enumerate(parts):
            if n:
                conditions, nested = self.premises.of_inner(part, outer, nested) if part.premises else (outer, nested)
            hold_scope(part, conditions, tier, opens=n == 0)
            self.last = []
            for each in part.threats:
                self._threat(each, (conditions, act), kinds, opens=not begun, inner=n > 0 and bool(part.premises))
                begun = True
        self.conditioned = self.conditioned or (bool(outer) and not by_sums(outer))
        self.premises.crime_goes_on(outer, parts)

    def _opening(
        self, tier: Cut, parts: list[Part], *, first: bool, more: bool
    ) -> tuple[Act, tuple[Alternatives, ...]]:
        """Return the act and the conditions that a tier begins with.

        Raises:
            Doubt: it says none, and a tier before it did.
        """
        part = parts[0]
        if not part.premises:
            if self.conditioned and is_penal(part) and not self._for_persons(part):
                raise Doubt("unclear_scope", tier.start, tier.end)
            return self.premises.act, ()
        if not first:
            self._hold_added(part)
            return self.premises.of_later(part)
        spoken = bool(self.atoms)
        besides = _BESIDES.fullmatch(part.premises[-1].text)
        if besides and part.premises[1:]:
            at = part.premises.pop()
            self.parties.now, self.parties.topic = ((at.start + 1, at.start + besides.end(1)),), True
        conditions = self.premises.of_first(part, more=more or len(parts) > 1, spoken=spoken)
        return self.premises.act, conditions

    def _hold_added(self, part: Part) -> None:
        """Refuse 并处没收 in a tier where a tier before it threatens the only fine, under a condition it may share.

        Raises:
            Doubt: it may.
        """
        fines = [one.conditions for one in self.atoms if one.kind == "fine"]
        kinds = [{kind for condition in each for kind in kinds_of(condition)} - {*SUMS, "crime"} for each in fines]
        added = bool(part.threats) and part.threats[0].at.text.startswith("并处没收")
        if added and kinds and all(kinds):
            raise Doubt("unclear_scope", part.threats[0].at.start, part.threats[0].at.end)

    def _for_persons(self, part: Part) -> bool:
        """Whether a tier without a condition is surely without: it names persons, and the body pays unconditionally."""
        paid = any(one.kind == "fine" and not one.conditions and not one.parties for one in self.atoms)
        return paid and all(each.said.own_party for each in part.threats[:1])

    def _threat(
        self,
        threat: Threat,
        when: tuple[tuple[Alternatives, ...], Act],
        kinds: list[str],
        *,
        opens: bool,
        inner: bool,
    ) -> None:
        at, said = threat.at, threat.said
        before = self.last
        penal = [one for one in said.measures if one.kind not in NO_PENALTY]
        if CONTINUED.match(at.text) and not any(one.kind in ("order", STOP_OF_WHAT) for one in before):
            raise Doubt("unclear_scope", at.start, at.end)
        if CONTINUED.match(at.text) and not said.own_force:
            said.measures[0].force = before[-1].force
        if before and any(one.kind == "deemed" for one in before) and penal:
            raise Doubt("unclear_scope", at.start, at.end)
        hold_force(threat, before, penal)
        organ = self.organs.settle(said, at, opens=opens)
        if opens and self.later and not said.own_organ and {one.kind for one in penal} == {"as_referenced"}:
            organ = ()
        sent = any(one.kind == "transfer" for one in before)
        if sent and not said.own_organ and any(one.kind == "administrative_detention" for one in penal):
            organ = self._police(before, penal, at)
        named = {one.kind for one in said.measures} <= {*NO_PENALTY, "disciplinary"}
        party = self.parties.settle(said, at, kinds, named=named, inner=inner)
        if said.measures[0].kind == "cap":
            return self._cap(said.measures[0], before, at)
        step = self.choices.across(said.measures[0], before, self.atoms, at)
        self._add(said.measures, step, at, (organ, party), when)
        self.last = said.measures
        return None

    def _kind(self, one: Found, conditions: tuple[Alternatives, ...], act: Act) -> str:
        """Return the name of a measure; 处罚 for what breaks the law of public order is the penalty of that law."""
        own = [premise.places for each in conditions for all_of in each for premise in all_of if premise.kind == "own"]
        words = "".join(self.text[start:end] for places in (*own, act.acts) for start, end in places)
        public = one.kind == "as_referenced" and not one.as_in and _PUBLIC.search(words)
        plain = _PLAIN.match(self.text[one.start : one.end])
        return "as_public_order" if public and plain else _NAMES.get(one.kind, one.kind)

    def _police(self, before: list[Found], penal: list[Found], at: Cut) -> tuple[Place, ...]:
        """Return the police to whom a case was sent, who detain; they are named nowhere else.

        Raises:
            Doubt: it was sent to others, or they do more.
        """
        place = self.text.find("公安机关", before[-1].start, before[-1].end)
        if place < 0 or {one.kind for one in penal} != {"administrative_detention"}:
            raise Doubt("unclear_party", at.start, at.end)
        self.organs.police = ((place, place + 4),)
        return self.organs.police

    def _cap(self, cap: Found, before: list[Found], at: Cut) -> None:
        last = self.atoms[-1] if self.atoms else None
        if not before or last is None or last.kind != "fine" or len(last.ranges) != 1:
            raise Doubt("formula", at.start, at.end)
        self.atoms[-1] = structs.replace(last, ranges=(*last.ranges, *cap.ranges))

    def _add(
        self,
        measures: list[Found],
        step: int,
        at: Cut,
        borne: tuple[tuple[Place, ...], tuple[Place, ...]],
        when: tuple[tuple[Alternatives, ...], Act],
    ) -> None:
        (organ, party), (conditions, act) = borne, when
        choices, steps = self.choices.within(measures, step, at)
        for one, choice, number in zip(measures, choices, steps, strict=True):
            others = one.kind in NO_ORGAN or one.kind == "as_public_order"
            self.atoms.append(
                Atom(
                    kind=self._kind(one, conditions, act),
                    force=one.force,
                    start=one.start,
                    end=one.end,
                    parties=one.party or party,
                    approvers=one.approver,
                    organs=one.organ or (() if others else organ),
                    acts=act.acts,
                    things=one.things,
                    listed=act.listed,
                    conditions=(*self.premises.always, *conditions),
                    ranges=one.ranges,
                    references=act.references,
                    as_in=one.as_in,
                    choice=choice,
                    alone=one.alone,
                    step=number,
                )
            )
