"""What the words before a threat are: the act of the sentence, a condition beside it, a condition of a later tier."""

from __future__ import annotations

import re
from typing import Final

from msgspec import structs

from enforcement_rules.statutes.clauses import Premise
from enforcement_rules.statutes.outwards.acts import Act, act_of
from enforcement_rules.statutes.outwards.conditions import closed_condition, later_conditions
from enforcement_rules.statutes.outwards.cutting import Cut, piece
from enforcement_rules.statutes.outwards.numbers import NUMBER
from enforcement_rules.statutes.outwards.parts import Part
from enforcement_rules.statutes.outwards.refused import Alternatives, Doubt, Place
from enforcement_rules.statutes.outwards.scopes import SUMS, is_penal, kinds_of

_HIDDEN = re.compile(
    r"情节(?:特别)?(?:严重|较重|轻微|恶劣)|拒不改正|逾期[^,]{0,3}[不未]|构成犯罪|没有违法所得|违法所得不足|货值金额|罚款"
)
_PLACE_ACT = re.compile(
    rf"(?:单位|个人|企业)?有(?:前款|本条)?(?:第\(?{NUMBER}\)?[款项][、和至或者]*)+(?:规定的?)?(?:违法)?(?:情形|行为)(?:之一)?的?|(?:单位|个人|企业)有前款(?:规定的?)?(?:违法)?(?:情形|行为)(?:之一)?的?"
)
_ADDS: Final = re.compile(
    "造成|致使|导致|引起|后果|构成违反治安|违反治安管理|给[^,]{1,16}造成|其中|有前款|(?:其他)?法律、"
)
"""How the words of a later tier begin that add to the act and are no act of their own."""
_AND_SERIOUS: Final = re.compile("(.{4,}?)(?:、|且)?((?:情节严重|情节特别严重|尚不构成犯罪|尚未构成犯罪)的)")
_ELSEWHERE: Final = re.compile(
    "除(?:前[款条]|本[法条章]|[^,除外罚]{0,12}第)[^,除罚]{0,60}?(?:规定的?(?:情形|行为)?|前[款条]|[条款项节])(?:之外|以外|外)"
    "|除前[款条](?:规定)?的?(?:情形|行为)?(?:之外|以外|外)"
)
_BUT: Final = re.compile(
    "除((?:本法|本条例|本办法|本规定|法律|法律、行政法规)另有规定的?(?:情形)?|依法应当按照[^,]{2,12}处罚)的?(?:之外|以外|外)"
)
_EXCEPTED: Final = re.compile(f"{_ELSEWHERE.pattern}|{_BUT.pattern}")
"""What a sentence begins with that its act is not."""
_SETS: Final = re.compile("依照[^,]*规定处以罚款的$|给予单位罚款处罚的$")
"""The act of a clause that sets the amount of a fine that another law imposes."""


_PROVES: Final = re.compile(",能够?(?:提供|证明|如实)")
"""A clause that adds to an act and is a condition beside it."""
_GRAVE: Final = re.compile("或者有其他[^,、]{0,4}情节$")
_WHOEVER: Final = {"单位", "个人", "企业"}


class Premises:
    """The act of a unit's sentences, and the conditions that hold for all tiers of one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.act = Act((), (), listed=False)
        self.always: tuple[Alternatives, ...] = ()

    def of_first(self, part: Part, *, more: bool, spoken: bool) -> tuple[Alternatives, ...]:
        """Return the conditions of the first part of a sentence, and keep its act.

        Args:
            part: the part.
            more: whether more is threatened behind it.
            spoken: whether a sentence before it threatened, whose act it may go on with.

        Raises:
            Doubt: what is act and what is condition, or how far a condition reaches, is not sure.
        """
        if part.premises[0].text == "其中":
            return self._among(part.premises, spoken=spoken)
        conditions: list[Alternatives] = []
        premises = _divided(part.premises)
        excepted = [each for each in premises[:-1][:1] if not spoken and _EXCEPTED.fullmatch(each.text)]
        premises = premises[len(excepted) :]
        if spoken and all(closed_condition(each) is not None for each in premises):
            return later_conditions(premises)
        while premises:
            condition = closed_condition(premises[-1])
            if condition is None or self._is_act(condition, premises):
                break
            self._settle(condition, premises[-1], more=more)
            conditions.insert(0, condition)
            premises = premises[:-1]
        if premises:
            self._new_act(premises, penal=is_penal(part))
            conditions[:0] = self._of_sentence(premises) if spoken and is_penal(part) else []
        elif not (self.act.acts or self.act.listed or self.act.references):
            self.act = Act(self._own_places(conditions), (), listed=False)
        for each in excepted:
            self._except(each)
        return tuple(each for each in conditions if each not in self.always)

    def _except(self, said: Cut) -> None:
        """Take what an act is not: another paragraph is part of the act, what a law says otherwise a condition."""
        match = _BUT.fullmatch(said.text)
        if match is None:
            self.act = structs.replace(self.act, acts=((said.start, said.end), *self.act.acts))
        else:
            place = (said.start + match.start(1), said.start + match.end(1))
            self.always = (((Premise("exception", places=(place,)),),), *self.always)

    def _of_sentence(self, premises: list[Cut]) -> list[Alternatives]:
        """Return the act of a further sentence as the condition that limits it, as that of a further tier does.

        Raises:
            Doubt: a condition that may stand beside it.
        """
        if not self.act.acts or self.act.listed:
            return []
        for start, end in self.act.acts:
            if _PROVES.search(self.text, start, end):
                raise Doubt("nested_condition", start, end)
        return [self._either(*each) for each in self.act.acts]

    def _either(self, start: int, end: int) -> Alternatives:
        """Return the words of an act as a condition, and 有其他严重情节 behind 或者 as its alternative."""
        start += self.text.startswith("对", start)
        match = _GRAVE.search(self.text, start, end)
        places = [(start, match.start()), (match.start() + 2, end)] if match else [(start, end)]
        return tuple((Premise("own", places=(each,)),) for each in places)

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

    def _among(self, premises: list[Cut], *, spoken: bool) -> tuple[Alternatives, ...]:
        """Return the condition of a sentence that is about a part of the act before it (其中,污染物为…的).

        Raises:
            Doubt: no act stands before it, or it says no condition.
        """
        if not spoken or not premises[1:]:
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
        if any(premise.kind == "failure" and premise.places for premise in premises):
            raise Doubt("nested_condition", at.start, at.end)
        if all(premise.kind == "crime" and premise.means == "no" for premise in premises):
            self.always = (condition,)
        elif more and any(premise.kind not in ("crime", "own", *SUMS) for premise in premises):
            raise Doubt("nested_condition", at.start, at.end)

    def of_later(self, part: Part) -> tuple[Act, tuple[Alternatives, ...]]:
        """Return the act and the conditions of the first part of a later tier.

        An act of its own is both, as it limits the tier. What only liability or 处分 follows on is not of interest.

        Raises:
            Doubt: words that may be grouped in two ways, or that hold what is no condition.
        """
        if part.threats and not is_penal(part):
            return self.act, ()
        if self._other_place(part.premises):
            self.act = act_of(part.premises, self.text)
            return self.act, ()
        kept = [each for each in part.premises if each.text not in self._words(self.act.acts)] or part.premises
        now = later_conditions(kept)
        if self.always and any(premise.kind == "crime" for each in now for one in each for premise in one):
            raise Doubt("nested_condition", part.premises[0].start, part.premises[-1].end)
        own = [premise for each in now for one in each for premise in one if premise.kind == "own"]
        if len(part.threats) > 1 and any(self._words(one.places)[0].startswith("有违法所得") for one in own):
            raise Doubt("unclear_scope", part.threats[1].at.start, part.threats[-1].at.end)
        places = tuple(each for premise in own for each in premise.places)
        if places and len(now) == 1 and not _ADDS.match(self.text[places[0][0] : places[0][1]]):
            return Act(places, (), listed=False), now
        return self.act, now

    def _other_place(self, premises: list[Cut]) -> bool:
        """Whether a later tier has its act from another place of the law, as the first one did (有前款第二项情形的)."""
        words = {word.removesuffix("有") for word in self._words(self.act.acts)}
        plain = words <= _WHOEVER and not self.act.listed and bool(self.act.references)
        return plain and len(premises) == 1 and _PLACE_ACT.fullmatch(premises[0].text) is not None

    def of_inner(
        self, part: Part, outer: tuple[Alternatives, ...], nested: tuple[Alternatives, ...]
    ) -> tuple[tuple[Alternatives, ...], tuple[Alternatives, ...]]:
        """Return the conditions of a part within a tier, and those in own words that parts behind it may go on with.

        Raises:
            Doubt: words of its own that are followed by more than what they surely govern.
        """
        now = later_conditions(part.premises)
        kinds = {kind for each in now for kind in kinds_of(each)}
        outer_kinds = {kind for each in outer for kind in kinds_of(each)}
        at = part.premises[0]
        if kinds & outer_kinds - {"own"} and not kinds <= set(SUMS):
            raise Doubt("nested_condition", at.start, part.premises[-1].end)
        if not kinds <= {*SUMS, "tier", "failure"} and not part.narrow and len(part.threats) > 1:
            raise Doubt("nested_condition", at.start, part.premises[-1].end)
        if kinds <= set(SUMS) and outer_kinds and outer_kinds <= set(SUMS):
            return now, nested
        if kinds == {"own"}:
            return (*outer, *now), now
        gained = any(one.kind == "gains" and one.means == "some" for each in now for all_of in each for one in all_of)
        if gained and outer_kinds & {"own", *SUMS}:
            raise Doubt("nested_condition", at.start, part.premises[-1].end)
        if nested and not kinds <= {"tier", "failure"}:
            raise Doubt("nested_condition", at.start, part.premises[-1].end)
        return (*outer, *nested, *now), nested

    def crime_goes_on(self, outer: tuple[Alternatives, ...], parts: list[Part]) -> None:
        """尚不够刑事处罚的 holds for the tiers behind it too, which go on with it."""
        premises = [premise for each in outer for one in each for premise in one]
        if (
            not self.always
            and any(one.kind == "crime" and one.means == "no" for one in premises)
            and is_penal(parts[0])
        ):
            self.always = tuple(each for each in outer if all(one.kind == "crime" for all_of in each for one in all_of))

    def _words(self, places: tuple[Place, ...]) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in places)


def _divided(premises: list[Cut]) -> list[Cut]:
    """Divide an act from the condition that ends its words without a mark (有前款行为且情节严重的)."""
    last = premises[-1]
    match = _AND_SERIOUS.fullmatch(last.text)
    if match is None or any("或者" in each.text for each in premises):
        return premises
    head, tail = piece(last, 0, match.end(1)), piece(last, match.start(2), len(last.text))
    return [*premises[:-1], head, tail]
