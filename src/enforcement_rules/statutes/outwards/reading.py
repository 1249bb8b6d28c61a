"""One clause is read: its sentences, their tiers, and what each tier threatens under which condition."""

from __future__ import annotations

import re
from typing import Final

from msgspec import structs

from enforcement_rules.statutes.clauses import Atom, Premise
from enforcement_rules.statutes.outwards.acts import Act, act_of
from enforcement_rules.statutes.outwards.bearers import NO_ORGAN, NO_PENALTY, Organs, Parties
from enforcement_rules.statutes.outwards.choices import Choices
from enforcement_rules.statutes.outwards.conditions import closed_condition, later_conditions
from enforcement_rules.statutes.outwards.consumed import all_consumed
from enforcement_rules.statutes.outwards.cues import CONTINUED
from enforcement_rules.statutes.outwards.cutting import Cut, cut, piece
from enforcement_rules.statutes.outwards.numbers import NUMBER
from enforcement_rules.statutes.outwards.parts import Part, Threat, parts_of
from enforcement_rules.statutes.outwards.refused import Alternatives, Doubt, Place, Refused
from enforcement_rules.statutes.outwards.scanning import Found
from enforcement_rules.statutes.outwards.silent import binds_without_penalty, only_an_act
from enforcement_rules.statutes.outwards.stops import STOP_OF_WHAT, settled_bans, settled_stops

_LONGEST: Final = 4000
_HIDDEN = re.compile(
    r"情节(?:特别)?(?:严重|较重|轻微|恶劣)|拒不改正|逾期[^,]{0,3}[不未]|构成犯罪|没有违法所得|违法所得不足|货值金额|罚款"
)
_PLACE_ACT = re.compile(
    rf"有(?:前款|本条)?(?:第\(?{NUMBER}\)?[款项][、和至或者]*)+(?:规定的?)?(?:违法)?(?:情形|行为)(?:之一)?的"
)
_ADDS: Final = re.compile(
    "造成|致使|导致|引起|后果|构成违反治安|违反治安管理|给[^,]{1,16}造成|其中|有前款|(?:其他)?法律、"
)
"""How the words of a later tier begin that add to the act and are no act of their own."""
_NAMES: Final = {"costs": "recovery", "void": "other_measure"}
_AND_SERIOUS: Final = re.compile("(.{4,}?)(?:、|且)?((?:情节严重|情节特别严重|尚不构成犯罪|尚未构成犯罪)的)")
_SETS: Final = re.compile("依照[^,]*规定处以罚款的$|给予单位罚款处罚的$")
"""The act of a clause that sets the amount of a fine that another law imposes."""
_SUMS: Final = ("gains", "threshold")


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
        self.act = Act((), (), listed=False)
        self._sentence_begins()

    def _sentence_begins(self) -> None:
        self.always: tuple[Alternatives, ...] = ()
        self.organs, self.parties = Organs(self.text), Parties(self.text)
        self.conditioned = False

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
                more = any(_penal(each) for later in parts[n + 1 :] for each in later)
                self._tier(tier, parts[n], first=n == 0, more=more)
                now = settled_stops(self.atoms[before:], self.text)
                self.atoms[before:] = settled_bans(now, self.text)
        all_consumed(self.text, self.read_of, self.atoms)
        return tuple(one for one in self.atoms if one.kind != "nothing")

    def _tier(self, tier: Cut, parts: list[Part], *, first: bool, more: bool) -> None:
        self.organs.tier()
        self.parties.tier()
        act, outer, begun = self.act, (), False
        kinds = [one.kind for part in parts for each in part.threats for one in each.said.measures]
        conditions: tuple[Alternatives, ...] = ()
        nested: tuple[Alternatives, ...] = ()
        for n, part in enumerate(parts):
            if not part.premises:
                if n == 0 and self.conditioned and _penal(part) and not self._for_persons(part):
                    raise Doubt("unclear_scope", tier.start, tier.end)
                conditions = outer
            elif n == 0 and first and part.premises[0].text == "其中":
                outer = conditions = self._among(part.premises)
                act = self.act
            elif n == 0 and first:
                outer = conditions = self._act(part, more=more or len(parts) > 1)
                act = self.act
            elif n == 0 and self._other_place(part.premises):
                act = self.act = act_of(part.premises, self.text)
            elif n == 0 and part.threats and not _penal(part):
                outer = conditions = ()
            elif n == 0:
                act, outer = self._later(part.premises)
                conditions = outer
            else:
                conditions, nested = self._inner(part, outer, nested)
            self._hold_scope(part, conditions, tier, opens=n == 0)
            self.last = []
            for each in part.threats:
                self._threat(each, (conditions, act), kinds, opens=not begun, inner=n > 0 and bool(part.premises))
                begun = True
        sums = _by_sums(outer) or not outer
        self.conditioned = self.conditioned or (bool(outer) and not sums)
        self._crime_goes_on(outer, parts)

    def _for_persons(self, part: Part) -> bool:
        """Whether a tier without a condition is surely without: it names persons, and the body pays unconditionally."""
        paid = any(one.kind == "fine" and not one.conditions and not one.parties for one in self.atoms)
        return paid and all(each.said.own_party for each in part.threats[:1])

    def _crime_goes_on(self, outer: tuple[Alternatives, ...], parts: list[Part]) -> None:
        """尚不够刑事处罚的 holds for the tiers behind it too, which go on with it."""
        premises = [premise for each in outer for one in each for premise in one]
        if not self.always and any(one.kind == "crime" and one.means == "no" for one in premises) and _penal(parts[0]):
            self.always = tuple(each for each in outer if all(one.kind == "crime" for all_of in each for one in all_of))

    def _hold_scope(self, part: Part, conditions: tuple[Alternatives, ...], tier: Cut, *, opens: bool) -> None:
        """Hold a condition by sums to what it surely governs: what follows at once, and what 并 adds to it.

        Raises:
            Doubt: more stands behind it.
        """
        if not part.premises or not _by_sums(conditions[-1:]):
            return
        bases = {name for each in conditions[-1] for one in each for name in _base_of(one)}
        instead = not any(one.kind == "gains" and one.means == "some" for all_of in conditions[-1] for one in all_of)
        for each in part.threats[1:]:
            if opens and instead and re.match("(?:可以|可)?并处", each.at.text) and not each.said.own_party:
                continue
            if each.said.own_party or not all(_follows_base(one, bases) for one in each.said.measures):
                raise Doubt("unclear_scope", each.at.start, tier.end)

    def _act(self, part: Part, *, more: bool) -> tuple[Alternatives, ...]:
        conditions: list[Alternatives] = []
        premises = _divided(part.premises)
        goes_on = bool(self.atoms) and all(closed_condition(each) is not None for each in premises)
        if goes_on:
            return later_conditions(premises)
        while premises:
            condition = closed_condition(premises[-1])
            if condition is None or self._is_act(condition, premises):
                break
            self._settle(condition, premises[-1], more=more)
            conditions.insert(0, condition)
            premises = premises[:-1]
        if premises:
            self._new_act(premises, penal=_penal(part))
        elif not (self.act.acts or self.act.listed or self.act.references):
            self.act = Act(self._own_places(conditions), (), listed=False)
        return tuple(each for each in conditions if each not in self.always)

    def _is_act(self, condition: Alternatives, premises: list[Cut]) -> bool:
        """Whether a refusal is the act itself (拒不召回的): no order stands before it."""
        before = self.text[premises[0].start : premises[-1].start]
        refusals = [one for each in condition for one in each if one.kind == "failure" and one.means == "refused"]
        return any(one.places for one in refusals) and not re.search("责令|要求|通知", before)

    def _own_places(self, conditions: list[Alternatives]) -> tuple[Place, ...]:
        """Return the words of conditions that stand where the act does (法律另有规定的).

        Raises:
            Doubt: a condition of another kind, and no act.
        """
        premises = [premise for each in conditions for one in each for premise in one]
        if any(premise.kind != "own" for premise in premises):
            raise Doubt("unclear_scope", 0, len(self.text))
        return tuple(place for premise in premises for place in premise.places)

    def _among(self, premises: list[Cut]) -> tuple[Alternatives, ...]:
        """Return the condition of a sentence that is about a part of the act before it (其中,污染物为…的).

        Raises:
            Doubt: no act stands before it, or it says no condition.
        """
        if not self.atoms or not premises[1:]:
            raise Doubt("unclear_scope", premises[0].start, premises[-1].end)
        return later_conditions(premises[1:])

    def _new_act(self, premises: list[Cut], *, penal: bool) -> None:
        words = self.text[premises[0].start : premises[-1].end]
        if _HIDDEN.search(_SETS.sub("", words)):
            raise Doubt("nested_condition", premises[0].start, premises[-1].end)
        self.act = act_of(premises, self.text)
        if penal and not (self.act.acts or self.act.listed or self.act.references):
            raise Doubt("unclear_scope", premises[0].start, premises[-1].end)

    def _settle(self, condition: Alternatives, at: Cut, *, more: bool) -> None:
        """Settle how far a condition beside the act reaches: 尚不构成犯罪 through the sentence, 构成犯罪 to the next ;.

        Raises:
            Doubt: others with more behind them, and 拒不召回的, which may be the act itself.
        """
        premises = [premise for each in condition for premise in each]
        alone = at.start == 0 or self.text[at.start - 1] in "。:"
        if any(premise.kind == "failure" and premise.places for premise in premises) and not (alone and self.atoms):
            raise Doubt("nested_condition", at.start, at.end)
        if all(premise.kind == "crime" and premise.means == "no" for premise in premises):
            self.always = (condition,)
        elif more and any(premise.kind not in ("crime", "own", *_SUMS) for premise in premises):
            raise Doubt("nested_condition", at.start, at.end)

    def _other_place(self, premises: list[Cut]) -> bool:
        """Whether a later tier has its act from another place of the law, as the first one did (有前款第二项情形的)."""
        plain = not self.act.acts and not self.act.listed and bool(self.act.references)
        return plain and len(premises) == 1 and _PLACE_ACT.fullmatch(premises[0].text) is not None

    def _later(self, premises: list[Cut]) -> tuple[Act, tuple[Alternatives, ...]]:
        """Return the act and the conditions of a later tier; an act of its own is both, as it limits the tier."""
        kept = [each for each in premises if each.text not in self._words(self.act.acts)] or premises
        now = later_conditions(kept)
        if self.always and any(premise.kind == "crime" for each in now for one in each for premise in one):
            raise Doubt("nested_condition", premises[0].start, premises[-1].end)
        own = [premise for each in now for one in each for premise in one if premise.kind == "own"]
        places = tuple(each for premise in own for each in premise.places)
        act = self.act
        if places and len(now) == 1 and not _ADDS.match(self.text[places[0][0] : places[0][1]]):
            act = Act(places, (), listed=False)
        return act, now

    def _inner(
        self, part: Part, outer: tuple[Alternatives, ...], nested: tuple[Alternatives, ...]
    ) -> tuple[tuple[Alternatives, ...], tuple[Alternatives, ...]]:
        """Return the conditions of a part within a tier, and those in words of its own that parts behind it may go on with.

        Raises:
            Doubt: words of its own that are followed by more than what they surely govern.
        """
        now = later_conditions(part.premises)
        kinds = {kind for each in now for kind in _kinds(each)}
        outer_kinds = {kind for each in outer for kind in _kinds(each)}
        at = part.premises[0]
        if kinds & outer_kinds - {"own"} and not kinds <= set(_SUMS):
            raise Doubt("nested_condition", at.start, part.premises[-1].end)
        if not kinds <= {*_SUMS, "tier", "failure"} and not part.narrow and len(part.threats) > 1:
            raise Doubt("nested_condition", at.start, part.premises[-1].end)
        if kinds <= set(_SUMS) and outer_kinds and outer_kinds <= set(_SUMS):
            return now, nested
        if kinds == {"own"}:
            return (*outer, *now), now
        if nested and not kinds <= {"tier", "failure"}:
            raise Doubt("nested_condition", at.start, part.premises[-1].end)
        return (*outer, *nested, *now), nested

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
        (conditions, _) = when
        before = self.last
        penal = [one for one in said.measures if one.kind not in NO_PENALTY]
        if CONTINUED.match(at.text) and not any(one.kind in ("order", STOP_OF_WHAT) for one in before):
            raise Doubt("unclear_scope", at.start, at.end)
        if before and any(one.kind == "deemed" for one in before) and penal:
            raise Doubt("unclear_scope", at.start, at.end)
        self._hold_force(threat, before, penal)
        organ = self.organs.settle(said, at, opens=opens)
        named = {one.kind for one in said.measures} <= {*NO_PENALTY, "disciplinary"}
        party = self.parties.settle(said, at, kinds, named=named, inner=inner)
        if said.measures[0].kind == "cap":
            return self._cap(said.measures[0], before, at)
        step = self.choices.across(said.measures[0], before, self.atoms, at)
        self._add(said.measures, step, at, (organ, party), when)
        self.last, self.last_force = said.measures, said.own_force
        return None

    def _hold_force(self, threat: Threat, before: list[Found], penal: list[Found]) -> None:
        """Refuse 可以 in one clause and no word of force in the next, which may share it.

        Raises:
            Doubt: it may.
        """
        said, text = threat.said, threat.at.text
        if not before or not penal or said.own_force or before[-1].force != "may":
            return
        kinds = {one.kind for one in penal}
        if said.own_party or kinds <= {
            "cap",
            "deemed",
            "recovery",
            "publicity",
            "disciplinary",
            "credit_record",
            "costs",
        }:
            return
        if text.startswith(("由", "并由")) or said.measures[0].joined in ("or", "step"):
            return
        raise Doubt("unclear_scope", threat.at.start, threat.at.end)

    def _cap(self, cap: Found, before: list[Found], at: Cut) -> None:
        last = self.atoms[-1] if self.atoms else None
        if not before or last is None or last.kind != "fine" or len(last.ranges) != 1:
            raise Doubt("formula", at.start, at.end)
        self.atoms[-1] = structs.replace(last, ranges=(*last.ranges, *cap.ranges))

    def _words(self, places: tuple[Place, ...]) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in places)

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
                    kind=_NAMES.get(one.kind, one.kind),
                    force=one.force,
                    start=one.start,
                    end=one.end,
                    parties=one.party or party,
                    approvers=one.approver,
                    organs=one.organ or (() if others else organ),
                    acts=act.acts,
                    things=one.things,
                    listed=act.listed,
                    conditions=(*self.always, *conditions),
                    ranges=one.ranges,
                    references=act.references,
                    as_in=one.as_in,
                    choice=choice,
                    alone=one.alone,
                    step=number,
                )
            )


def _penal(part: Part) -> bool:
    """Whether a part threatens anything besides liability and 处分, whose conditions are not of interest."""
    return any(one.kind not in (*NO_PENALTY, "disciplinary") for each in part.threats for one in each.said.measures)


def _divided(premises: list[Cut]) -> list[Cut]:
    """Divide an act from the condition that ends its words without a mark (有前款行为且情节严重的)."""
    last = premises[-1]
    match = _AND_SERIOUS.fullmatch(last.text)
    if match is None or any("或者" in each.text for each in premises):
        return premises
    head, tail = piece(last, 0, match.end(1)), piece(last, match.start(2), len(last.text))
    return [*premises[:-1], head, tail]


def _kinds(condition: Alternatives) -> set[str]:
    """Return the kinds of its premises; with a sum among its alternatives all of it goes by sums."""
    kinds = {premise.kind for one in condition for premise in one}
    return kinds & set(_SUMS) or kinds


def _base_of(premise: Premise) -> tuple[str, ...]:
    return ("illegal_gains",) if premise.kind == "gains" else premise.bounds.bases if premise.bounds else ()


def _follows_base(one: Found, bases: set[str]) -> bool:
    """Whether a measure is surely under a condition by sums that stands before the measure before it."""
    based = {name for bounds in one.ranges for name in bounds.bases}
    return one.kind in ("deemed", "cap") or (one.kind == "fine" and bool(based) and based <= bases)


def _by_sums(conditions: tuple[Alternatives, ...]) -> bool:
    """Whether a condition goes by gains or sums: it governs what follows at once, and how much more is unclear."""
    return any(one.kind in _SUMS for each in conditions for all_of in each for one in all_of)
