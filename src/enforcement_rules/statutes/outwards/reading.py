"""One clause is read: its sentences, their tiers, and what each tier threatens under which condition."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct, structs

from enforcement_rules.statutes.clauses import Atom, Bound
from enforcement_rules.statutes.outwards.conditions import Act, act_of, closed_condition, later_condition
from enforcement_rules.statutes.outwards.cues import CONTINUED
from enforcement_rules.statutes.outwards.cutting import Cut, cut
from enforcement_rules.statutes.outwards.measures import clause_of
from enforcement_rules.statutes.outwards.numbers import NUMBER
from enforcement_rules.statutes.outwards.quantities import ranges_in
from enforcement_rules.statutes.outwards.refused import Alternatives, Doubt, Place, Refused, placed
from enforcement_rules.statutes.outwards.scanning import Clause, Found
from enforcement_rules.statutes.outwards.stops import settled_stops

_LONGEST: Final = 4000
_THREAT = re.compile(r"罚款|没收|吊销|暂扣|责令|拘留|警告|通报批评|处分|刑事|治安管理|给予|处罚[;。]?$")
_WEAK_THREAT = re.compile(r"撤销|降低|限制|取消|停业|停产|关闭|禁止|暂停|终止|强制|处")
_FOLLOWS = re.compile(
    "的[,;]|。.|不得|终身|予以|适用|承担|追究|可以|有权|取缔|收缴|扣留|驱逐|出境|论处|处罚[,与]|行政处罚|进行处理|"
    "应当(?:向|及时|在|自|予|退|自觉)|(?:部门|机关|机构|政府)应当"
)
"""Words that follow an act or bind somebody: a text with one of them is more than an act, whatever it threatens."""
_ONLY_AN_ACT = re.compile(r"(?:(?!罚款|。|;|:|的,).)*的[;。]?")
_ACT_OF_AN_ITEM = re.compile(
    r"(?!警告|行政拘留|拘留|责令(?:停|关|限制)|通报)(?:(?!罚款|没收|吊销|给予|处分|应当|可以|不得|禁止|刑事|取消|撤销|。|;|:).)*(?<!处罚)(?<!处理)(?<!责任)[;]"
)
"""An item that ends in a semicolon and names no penalty: 责令 and the like belong to its act (责令召回后拒不召回)."""
_CONSEQUENCE = re.compile(
    r"(?:同时|并|也|或者|直至)?(?:可以)?"
    r"(?:由|对|报经|报请|恢复原状|采取[其补]|消除|停止违法行为$|向社会公|依法向社会公|处|可以|可处|可并处|应当|责令|没收|给予|予以|吊销|暂扣|依法|依照|按照|限期|单处|追究|承担|"
    r"撤销|降低|通报批评|分别由|[按以][^,]{2,12}元计算$)"
)
_HIDDEN = re.compile(
    r"情节(?:特别)?(?:严重|较重|轻微|恶劣)|拒不改正|逾期[^,]{0,3}[不未]|构成犯罪|没有违法所得|违法所得不足|货值金额|罚款"
)
_RESPONSIBLE = re.compile("责任人员|主管人员")
_PLACE_ACT = re.compile(
    rf"有(?:前款|本条)?(?:第\(?{NUMBER}\)?[款项][、和至或者]*)+(?:规定的?)?(?:违法)?(?:情形|行为)(?:之一)?的"
)
_CONTINUES = re.compile(r"(?:可以|可)?并(?:可以|可)?处")
_UNFINISHED = re.compile(
    r"(?:依照|依据)刑法[^,]*规定$|(?:可以|并|分别)*由[^,]*职[责权](?:分工)?$|"
    r"(?:同时|并)?(?:由[^,对]+)?报(?:经|请)[^,]{0,12}人民政府批准$|"
    r"(?:同时|并)?(?:由[^,对]+)?对[^,]*(?:人员|负责人|责任人|单位|个人|者)$"
)
_NO_PENALTY: Final = ("criminal", "civil")
_COUNTED: Final = ("amount", "multiple", "percent", "per_mille", "per_ten_thousand")
_NOTHING: Final = Bound("", "", closed=False)
_PERSONAL: Final = ("administrative_detention", "disciplinary")
_STEPS: Final = ("order_to_suspend_business", "qualification_lowering", "licence_suspension", "order_to_close")
_ANYBODY: Final = (
    "fine",
    "administrative_detention",
    "warning",
    "notice_of_criticism",
    "disciplinary",
    "as_referenced",
)


def atoms_in(text: str) -> tuple[Atom, ...] | Refused:
    """Return the atoms of a head or an item, or why it is not read. A text that threatens nothing has none.

    Args:
        text: normal text (`statutes.text.normal_text`) of one unit.
    """
    if len(text) > _LONGEST:
        return Refused("not_in_grammar", 0, len(text))
    if _only_an_act(text):
        return ()
    try:
        return _Reader(text).read()
    except Doubt as doubt:
        return doubt.refused


def _only_an_act(text: str) -> bool:
    """Whether a text says an act and nothing that follows from it, as most items do.

    A weak word (明令禁止) threatens only where the text begins with it or something follows an act.
    """
    if _ONLY_AN_ACT.fullmatch(text) or _ACT_OF_AN_ITEM.fullmatch(text):
        return True
    return not (_THREAT.search(text) or _FOLLOWS.search(text) or _WEAK_THREAT.match(text))


class _Part(Struct):
    """Premises, and what follows from them, in one tier."""

    premises: list[Cut]
    clauses: list[Cut]


class _Reader:
    """Reads the sentences of one unit; what a sentence says of organ and party ends with it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.atoms: list[Atom] = []
        self.choices = 0
        self._sentence_begins()

    def _sentence_begins(self) -> None:
        self.act = Act((), (), listed=False)
        self.always: tuple[Alternatives, ...] = ()
        self.organ: tuple[Place, ...] = ()
        self.other_organ = self.party_led = self.party_named = self.condition_named = False

    def read(self) -> tuple[Atom, ...]:
        """Return the atoms of all sentences."""
        for sentence in cut(Cut(0, len(self.text), self.text), "。:"):
            self._sentence_begins()
            tiers = list(cut(sentence, ";"))
            for n, tier in enumerate(tiers):
                before = len(self.atoms)
                self._tier(tier, first=n == 0, alone=len(tiers) == 1)
                self.atoms[before:] = settled_stops(self.atoms[before:], first=n == 0)
        self._all_consumed()
        return tuple(self.atoms)

    def _all_consumed(self) -> None:
        """Hold the atoms to the text: every sum, multiple and share of it stands in one range or threshold.

        Raises:
            Doubt: one was passed over, or taken twice.
        """
        with placed(0):
            found = ranges_in(self.text, 0, len(self.text))
        said = [bounds for atom in self.atoms for bounds in atom.ranges]
        thresholds = {
            (premise.means, premise.bounds, premise.places, atom.conditions)
            for atom in self.atoms
            for condition in atom.conditions
            for each in condition
            for premise in each
            if premise.bounds is not None
        }
        if sum(each.type in _COUNTED for each in found) != len(
            [each for each in said if (each.high or each.low or _NOTHING).type in _COUNTED]
        ) + len(thresholds):
            raise Doubt("unclear_numeral", 0, len(self.text))

    def _tier(self, tier: Cut, *, first: bool, alone: bool) -> None:
        clauses = list(cut(tier, ","))
        if not clauses:
            raise Doubt("not_in_grammar", tier.start, tier.end)
        parts = _parts(clauses, self.text, first=first)
        conditions: tuple[Alternatives, ...] = ()
        party_before = False
        for n, each in enumerate(parts):
            if not first and n == 0 and self._other_place(each.premises):
                self.act = act_of(each.premises, self.text)
            elif first and n == 0:
                conditions = self._act(each.premises, alone=alone and len(parts) == 1)
            elif each.premises:
                conditions = self._condition(each.premises, conditions, inner=n > 0)
            elif self.condition_named:
                if _aside(each.clauses):
                    continue
                raise Doubt("unclear_scope", tier.start, tier.end)
            if len(each.clauses) > 1 and each.premises and _by_sums(conditions):
                raise Doubt("unclear_scope", each.clauses[1].start, tier.end)
            if n and party_before:
                raise Doubt("unclear_party", each.clauses[0].start, tier.end)
            party_before = self._consequences(each.clauses, conditions, tier)
        self.condition_named = self.condition_named or bool(conditions)

    def _act(self, premises: list[Cut], *, alone: bool) -> tuple[Alternatives, ...]:
        condition = closed_condition(premises[-1])
        if condition is not None:
            self._settle(condition, premises[-1], alone=alone)
            premises = premises[:-1]
        if not premises:
            raise Doubt("unclear_scope", 0, len(self.text))
        words = self.text[premises[0].start : premises[-1].end]
        if _HIDDEN.search(words):
            raise Doubt("nested_condition", premises[0].start, premises[-1].end)
        self.act = act_of(premises, self.text)
        if not (self.act.acts or self.act.listed or self.act.references):
            raise Doubt("unclear_scope", premises[0].start, premises[-1].end)
        return () if condition is None or self.always else (condition,)

    def _settle(self, condition: Alternatives, at: Cut, *, alone: bool) -> None:
        """Settle how far a condition beside the act reaches: 尚不构成犯罪 through the sentence, 构成犯罪 to the next ;.

        Raises:
            Doubt: others with more behind them, and 拒不召回的, which is the act itself.
        """
        premises = [premise for each in condition for premise in each]
        if any(premise.kind == "failure" and premise.places for premise in premises):
            raise Doubt("nested_condition", at.start, at.end)
        if all(premise.kind == "crime" and premise.means == "no" for premise in premises):
            self.always = (condition,)
        elif not alone and any(premise.kind != "crime" for premise in premises):
            raise Doubt("nested_condition", at.start, at.end)

    def _other_place(self, premises: list[Cut]) -> bool:
        """Whether a later tier has its act from another place of the law, as the first one did (有前款第二项情形的)."""
        plain = not self.act.acts and not self.act.listed and bool(self.act.references)
        return plain and len(premises) == 1 and _PLACE_ACT.fullmatch(premises[0].text) is not None

    def _condition(
        self, premises: list[Cut], before: tuple[Alternatives, ...], *, inner: bool
    ) -> tuple[Alternatives, ...]:
        """Return the condition of a part. Within a tier only sums may follow on sums: they exclude each other."""
        now = later_condition(premises)
        if self.always and any(premise.kind == "crime" for each in now for premise in each):
            raise Doubt("nested_condition", premises[0].start, premises[-1].end)
        if inner and before:
            kinds = {premise.kind for each in (*before, now) for all_of in each for premise in all_of}
            if not kinds <= {"threshold", "gains"}:
                raise Doubt("nested_condition", premises[0].start, premises[-1].end)
        return (now,)

    def _consequences(self, clauses: list[Cut], conditions: tuple[Alternatives, ...], tier: Cut) -> bool:
        party: tuple[Place, ...] = ()
        may_before = led = main = False
        deemed = False
        before: list[Found] = []
        for n, each in enumerate(clauses):
            if deemed:
                raise Doubt("unclear_scope", each.start, each.end)
            said = clause_of(each)
            if CONTINUED.match(each.text) and not any(one.kind == "order" for one in before):
                raise Doubt("unclear_scope", each.start, each.end)
            penal = [one for one in said.measures if one.kind not in _NO_PENALTY]
            if may_before and penal and not said.own_force:
                raise Doubt("unclear_scope", each.start, each.end)
            may_before = said.own_force
            deemed = any(one.kind == "deemed" for one in penal)
            if said.own_party:
                party = said.measures[0].party
            elif party and penal and not _CONTINUES.match(each.text):
                raise Doubt("unclear_party", each.start, each.end)
            self._persons(penal, party, each)
            self._organ(said, penal, each)
            self._across(said.measures[0], before if n == 1 else [], each)
            self._beside(said.measures, before, each)
            before = said.measures
            if penal and not party and self.party_led and any(one.kind in _ANYBODY for one in penal):
                raise Doubt("unclear_party", each.start, each.end)
            self._atoms(said.measures, party, conditions, each)
            led = led or bool(said.own_party and not main)
            main = main or bool(penal and not party)
            for start, end in party:
                led = led or not _RESPONSIBLE.search(self.text[start:end])
        self.party_led = self.party_led or led
        return bool(party)

    def _organ(self, said: Clause, penal: list[Found], at: Cut) -> None:
        """Settle whose organ a clause has: one named before holds on until another is named, and then no more."""
        if not penal:
            return
        if said.own_organ:
            named = said.measures[0].organ
            if not self.organ:
                if self.atoms and any(one.acts == self.act.acts for one in self.atoms):
                    self.other_organ = True
                else:
                    self.organ = named
            elif self._words(named) != self._words(self.organ):
                self.other_organ = True
        elif self.other_organ:
            raise Doubt("unclear_party", at.start, at.end)
        if any(one.organ != said.measures[0].organ for one in said.measures):
            self.other_organ = True

    def _persons(self, penal: list[Found], party: tuple[Place, ...], at: Cut) -> None:
        """Refuse what only a person can bear and nobody is named for, where the sentence named persons before."""
        if self.party_named and not party and any(one.kind in _PERSONAL for one in penal):
            raise Doubt("unclear_party", at.start, at.end)
        self.party_named = self.party_named or bool(party)

    def _beside(self, measures: list[Found], before: list[Found], at: Cut) -> None:
        """Refuse 责令停业整顿,降低资质等级或者吊销资质证书: whether all three are alternatives is not said."""
        choice = any(one.joined == "or" for one in measures[1:])
        if choice and before and before[-1].kind in _STEPS and measures[0].kind not in _ANYBODY:
            raise Doubt("unclear_alternative", at.start, at.end)

    def _across(self, one: Found, before: list[Found], at: Cut) -> None:
        """Join a clause that begins with 或者 or 直至 to the one measure of the clause before it."""
        if one.joined not in ("or", "step"):
            return
        if len(before) != 1 or before[0].joined or before[0].kind in (*_NO_PENALTY, "order", "deemed"):
            raise Doubt("unclear_alternative", at.start, at.end)
        if one.joined == "step" and before[0].kind not in _STEPS:
            raise Doubt("unclear_alternative", at.start, at.end)
        last = self.atoms[-1]
        if one.joined == "step":
            self.atoms[-1] = structs.replace(last, step=0)
        else:
            self.atoms[-1] = structs.replace(last, choice=self.choices)

    def _joined(self, measures: list[Found], at: Cut) -> tuple[int | None, int | None]:
        """Return the number of the choice, or the first step, that the measures of a clause belong to."""
        joined = [one.joined for one in measures]
        inside = joined[1:]
        if "step" in joined:
            if len(inside) > 1 or (inside and (joined[0] or measures[0].kind not in _STEPS)):
                raise Doubt("unclear_alternative", at.start, at.end)
            return None, 1 if len(joined) == 1 else 0
        if "or" not in joined:
            return None, None
        if "and" in inside or (inside and inside[-1] != "or"):
            raise Doubt("unclear_alternative", at.start, at.end)
        self.choices += 1
        return self.choices - 1, None

    def _by_organ(self, one: Found) -> bool:
        """Whether a measure is the organ's of the sentence: 处分, courts and the police have their own."""
        police = one.kind == "as_referenced" and "治安" in self.text[one.start : one.end]
        return one.kind not in (*_NO_PENALTY, "disciplinary") and not police

    def _words(self, places: tuple[Place, ...]) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in places)

    def _atoms(
        self, measures: list[Found], party: tuple[Place, ...], conditions: tuple[Alternatives, ...], at: Cut
    ) -> None:
        choice, first_step = self._joined(measures, at)
        for n, one in enumerate(measures):
            self.atoms.append(
                Atom(
                    kind=one.kind,
                    force=one.force,
                    start=one.start,
                    end=one.end,
                    parties=party,
                    approvers=one.approver,
                    organs=one.organ or (self.organ if self._by_organ(one) else ()),
                    acts=self.act.acts,
                    things=one.things,
                    listed=self.act.listed,
                    conditions=(*self.always, *conditions),
                    ranges=one.ranges,
                    references=self.act.references,
                    as_in=one.as_in,
                    choice=choice,
                    alone=one.alone,
                    step=None if first_step is None else first_step + n,
                )
            )


def _aside(clauses: list[Cut]) -> bool:
    """Whether a tier threatens no penalty: 处分 or liability, whose conditions are not of interest and not guessed."""
    return all(one.kind in (*_NO_PENALTY, "disciplinary") for each in clauses for one in clause_of(each).measures)


def _by_sums(conditions: tuple[Alternatives, ...]) -> bool:
    """Whether a condition goes by gains or sums: it governs what follows at once, and how much more is unclear."""
    return any(one.kind in ("gains", "threshold") for each in conditions for all_of in each for one in all_of)


def _closes(words: str) -> bool:
    """Whether words end what was done: with 的, or with a list that follows (有下列行为之一,由…)."""
    return words.endswith("的") or re.search(r"(?:下列|以下)(?:违法)?(?:行为|情形)之一者?$", words) is not None


def _whole(clauses: list[Cut], text: str) -> list[Cut]:
    """Join clauses that only name an organ or a party to what they are said of."""
    whole: list[Cut] = []
    for each in clauses:
        if whole and _UNFINISHED.fullmatch(whole[-1].text):
            begin = whole.pop().start
            whole.append(Cut(begin, each.end, text[begin : each.end]))
        else:
            whole.append(each)
    return whole


def _parts(clauses: list[Cut], text: str, *, first: bool) -> list[_Part]:
    """Divide a tier: words up to a closing 的 are premises, what follows them are threats.

    Raises:
        Doubt: words that are neither.
    """
    clauses = _whole(clauses, text)
    parts: list[_Part] = []
    pending: list[Cut] = []
    for each in clauses:
        closed = bool(pending) and _closes(pending[-1].text)
        begins = closed or (not pending and (bool(parts) or not first))
        if begins and _CONSEQUENCE.match(each.text) and not each.text.endswith("的"):
            if pending or not parts:
                parts.append(_Part(pending, []))
                pending = []
            parts[-1].clauses.append(each)
        else:
            pending.append(each)
    if pending or not parts:
        at = pending or clauses
        raise Doubt("not_in_grammar", at[0].start, at[-1].end)
    return parts
