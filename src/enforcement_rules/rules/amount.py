"""Amounts in the law: every form a fine or a term takes, penalty provisions, benchmarks with their tiers."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from enforcement_rules.rules.acts import Act, Read, whole_place
from enforcement_rules.rules.base import ConditionField, FactName, Name, PlaceField, Record, Rule, Sentence
from enforcement_rules.rules.condition import ALWAYS
from enforcement_rules.rules.term import Term, only_days
from enforcement_rules.values.kinds import PenaltyKind, Treatment
from enforcement_rules.values.scalars import Amount, YesNo
from enforcement_rules.values.validated import check

BASES = ("times", "percent_of", "per")
_PERCENT = Decimal("0.01")


class Increase(Record):
    """What is added for each whole or begun `each` of a fact beyond `over`: `by`, or `at_most` so much."""

    of: FactName
    over: Amount
    each: Amount = Decimal(1)
    by: Amount | None = None
    at_most: Amount | None = None

    @check
    def _one(self) -> None:
        if (self.by is None) is (self.at_most is None):
            raise PydanticCustomError("by_or_at_most", "exactly one of by and at_most")
        if self.each == 0:
            raise PydanticCustomError("each_zero", "more than zero")


class Span(Record):
    """A range of yuan, multiples, percentages or yuan a unit.

    The ends are `exactly`, or a lower one (`at_least`, `more_than`) and an upper one (`at_most`, `below`). They are
    yuan, or factors of `times`, or percent of `percent_of`; with both, which name one base, the lower end is percent
    and the upper a factor (百分之三十以上三倍以下). `per` multiplies the whole by a number of units.
    `deemed_at_least` is what the base counts as when it is less; `capped_at` an amount that no multiple exceeds.
    """

    exactly: Amount | None = None
    at_least: Amount | None = None
    more_than: Amount | None = None
    at_most: Amount | None = None
    below: Amount | None = None
    times: FactName | None = None
    percent_of: FactName | None = None
    per: FactName | None = None
    deemed_at_least: Amount | None = None
    capped_at: Amount | None = None
    increase: Increase | None = None

    @check
    def _ends(self) -> None:
        lower = [end for end in (self.exactly, self.at_least, self.more_than) if end is not None]
        upper = [end for end in (self.exactly, self.at_most, self.below) if end is not None]
        if len(lower) > 1 or len(upper) > 1:
            raise PydanticCustomError("one_end", "one lower and one upper end")
        if self.low is None and self.high is None:
            raise PydanticCustomError("no_end", "at least one end")
        low, high = self.factors
        if low is not None and high is not None and low > high:
            raise PydanticCustomError("range_upside_down", "the lower end first")

    @check
    def _base(self) -> None:
        if self.times is not None and self.percent_of is not None:
            self._check_mixed()
        if self.base is None and self.deemed_at_least is not None:
            raise PydanticCustomError("deemed_without_base", "a base")

    def _check_mixed(self) -> None:
        two_ends = self.exactly is None and self.low is not None and self.high is not None
        if self.times != self.percent_of or not two_ends:
            raise PydanticCustomError("one_base", "times or percent_of")

    @property
    def form(self) -> Literal["plain", "times", "percent", "percent_to_times"]:
        """What its ends are: yuan, factors, percentages, or a percentage below and a factor above."""
        if self.times is not None:
            return "times" if self.percent_of is None else "percent_to_times"
        return "plain" if self.percent_of is None else "percent"

    @property
    def factors(self) -> tuple[Decimal | None, Decimal | None]:
        """Its ends with percentages as factors of the base: 30 percent is 0.3."""
        low, high = self.low, self.high
        return (
            low * _PERCENT if low is not None and self.percent_of is not None else low,
            high * _PERCENT if high is not None and self.form == "percent" else high,
        )

    @property
    def low(self) -> Decimal | None:
        """The lower end, whether it belongs to the range or not."""
        return next((end for end in (self.exactly, self.at_least, self.more_than) if end is not None), None)

    @property
    def high(self) -> Decimal | None:
        """The upper end, whether it belongs to the range or not."""
        return next((end for end in (self.exactly, self.at_most, self.below) if end is not None), None)

    @property
    def base(self) -> str | None:
        """The fact of which the ends are factors or percentages."""
        return self.times or self.percent_of

    @property
    def shape(self) -> tuple[object, ...]:
        """What the ends are ends of: two spans of one shape can be compared end by end."""
        return (self.times, self.percent_of, self.per, self.deemed_at_least, self.increase)


class Switch(Record):
    """The base whose size decides which of two ranges applies; `at` itself belongs to the upper one."""

    base: FactName
    at: Amount


class Branch(Record):
    """One of several ranges, by who the party is, how grave the violation is, whether a base can be worked out."""

    name: Name
    says: Sentence
    says_en: Sentence = ""
    when: ConditionField
    fine: Span


class Scale(Record):
    """A fine: one range, two with a switch between them, or several each with its condition."""

    fine: Span | None = None
    switch: Switch | None = None
    below: Span | None = None
    otherwise: Span | None = None
    branches: tuple[Branch, ...] = ()

    @check
    def _shape(self) -> None:
        switched = (self.switch, self.below, self.otherwise)
        forms = (self.fine is not None, any(switched), bool(self.branches))
        if sum(forms) != 1 or (any(switched) and not all(switched)):
            raise PydanticCustomError("fine_shape", "fine, switch with below and otherwise, or branches")

    def spans(self) -> dict[str, Span]:
        """Return every range by its name: fine, below, otherwise, or that of the branch."""
        named = {"fine": self.fine, "below": self.below, "otherwise": self.otherwise}
        return {name: span for name, span in named.items() if span} | {each.name: each.fine for each in self.branches}


class Penalty(Record):
    """One penalty a provision threatens; a fine carries its range, a term its `days` or its `term`.

    Penalties of one provision that share `either` are alternatives: one of them is imposed. Those that share `up_to`
    are the steps of a scale (直至), the lightest first, of which one is chosen as well. `imposed_by` and `borne_by` say
    which organ imposes it and which party bears it, where that is not so of the whole provision. `approval` names whose
    approval it needs first, as the vocabulary lists it. `place` is where it stands; the loader fills it in.
    """

    kind: PenaltyKind
    force: Literal["shall", "may"] = "shall"
    when: ConditionField | None = None
    imposed_by: ConditionField | None = None
    borne_by: ConditionField | None = None
    either: Name | None = None
    up_to: Name | None = None
    approval: Name | None = None
    days: Annotated[Span | None, BeforeValidator(only_days)] = None
    term: Term | None = None
    fine: Span | None = None
    switch: Switch | None = None
    below: Span | None = None
    otherwise: Span | None = None
    branches: tuple[Branch, ...] = ()
    place: PlaceField = Field(default=None, exclude=True)

    @property
    def scale(self) -> Scale | None:
        """The range of a fine; `None` for the other kinds."""
        return Scale.model_construct(**self._range()) if self.kind == "fine" else None

    @property
    def choice(self) -> str | None:
        """The name of the alternatives or of the scale to which it belongs: one of them is imposed."""
        return self.either or self.up_to

    def _range(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in Scale.field_names}

    @check
    def _fine_has_range(self) -> None:
        if self.kind == "fine":
            Scale(**self._range())
        elif any((self.fine, self.switch, self.below, self.otherwise, self.branches)):
            raise PydanticCustomError("range_without_fine", "a range belongs to a fine")
        if self.kind == "fine" and (self.days or self.term):
            raise PydanticCustomError("days_of_fine", "days belong to a term")
        if self.days is not None and self.term is not None:
            raise PydanticCustomError("days_or_term", "days or term")
        if self.either is not None and self.up_to is not None:
            raise PydanticCustomError("either_or_up_to", "either or up_to")


class PublishedRange(Record):
    """Where a range was read that the text of the law was not supplied for."""

    organ: Sentence
    document: Sentence
    date: Sentence | None = None
    case: Sentence | None = None


class CitedProvision(Record):
    """A provision named from outside its instrument: one that is loaded, or the title of one that is not."""

    instrument: Name | None = None
    title: Sentence | None = None
    article: Sentence | None = None

    @check
    def _one(self) -> None:
        if (self.instrument is None) is (self.title is None):
            raise PydanticCustomError("instrument_or_title", "exactly one of instrument and title")


class Provision(Rule):
    """A penalty provision (罚则): its penalties apply to the causes it names or the case cites.

    `imposed_by` and `borne_by` say which organ imposes its penalties and which party bears them, where the text does.
    `becomes` names the provisions that took its place when its instrument was repealed. `whole`: its kinds, conditions
    and forces were read against the full text of the article; what the format cannot say of it stands in a gap.
    `status: draft`: it is loaded and listed and never applied; a case that cites it or its causes is told so.

    Attributes:
        rests_on: the other places that it rests on, such as the paragraph that sets the amount: inside its article
            (第二款), or in full (第十条第二款).
        acts: the causes of its items; they count among its `causes`.
        as_in: the article, of this or another instrument, whose penalties are its own, beside those in `then`.
        read: who read it against the text, when, and the hash of the article then.
        accepted: what the proof against the text cannot settle of it, with the reason why it is right all the same.
    """

    causes: tuple[Name, ...] = ()
    rests_on: tuple[Sentence, ...] = ()
    acts: tuple[Act, ...] = ()
    imposed_by: ConditionField | None = None
    borne_by: ConditionField | None = None
    then: tuple[Penalty, ...] = ()
    as_in: CitedProvision | None = None
    range_source: Literal["statute", "published_decisions"] = "statute"
    sources: tuple[PublishedRange | Sentence, ...] = ()
    becomes: tuple[CitedProvision, ...] = ()
    whole: YesNo = False
    status: Literal["applied", "draft"] = "applied"
    read: Read | None = None
    accepted: dict[Name, Sentence] = Field(default_factory=dict)

    @check
    def _threatens(self) -> None:
        if not self.then and self.as_in is None:
            raise PydanticCustomError("then_or_as_in", "then with a penalty, or as_in")
        if self.as_in is not None and self.as_in.article is None:
            raise PydanticCustomError("as_in_without_article", "the article whose penalties are meant")

    @check
    def _causes_of_acts(self) -> None:
        more = dict.fromkeys(act.cause for act in self.acts if act.cause not in self.causes)
        self.__dict__["causes"] = (*self.causes, *more)

    @property
    def places(self) -> tuple[str, ...]:
        """Every place that it rests on, the one that it is numbered by first."""
        return (self.article, *(whole_place(each, self.article) for each in self.rests_on))

    @property
    def items(self) -> dict[str, str]:
        """The whole place of every item that has a cause of its own → the cause."""
        return {whole_place(act.item, self.article): act.cause for act in self.acts}


class Tier(Record):
    """One tier (阶次) of a benchmark: a range, or that no fine is imposed.

    Attributes:
        fine, below, otherwise, branches: its range in the form of the statute's; `branches` by the name of the branch.
        spares: `no_penalty` or `no_fine` where the tier imposes none.
        treatment: what the document calls the tier, where it calls it 减轻, 从轻 and so on.
        penalties: the other kinds the tier calls for.
        filled_from_statute: the document's text was cut off and the end taken from the statute.
        place: where it stands in its file; the loader fills it in.
    """

    name: Name
    says: Sentence
    says_en: Sentence = ""
    when: ConditionField = ALWAYS
    fine: Span | None = None
    below: Span | None = None
    otherwise: Span | None = None
    branches: dict[Name, Span] = Field(default_factory=dict)
    spares: Literal["no_penalty", "no_fine"] | None = None
    treatment: Treatment | None = None
    penalties: tuple[PenaltyKind, ...] = ()
    filled_from_statute: YesNo = False
    place: PlaceField = Field(default=None, exclude=True)

    @check
    def _shape(self) -> None:
        forms = (self.fine is not None, any((self.below, self.otherwise)), bool(self.branches), self.spares is not None)
        if sum(forms) != 1:
            raise PydanticCustomError("tier_form", "fine, below and otherwise, branches, or spares")


class Benchmark(Rule):
    """A published benchmark: tiers inside the range of a statute.

    `besides` names further provisions of whose violations it speaks: one that sets the act without an amount, or that
    a branch comes from.
    `accepted` names remarks of the static checks that the published document itself deserves, with the reason why it
    is kept as it was published.
    """

    causes: tuple[Name, ...] = ()
    penalised_by: CitedProvision
    besides: tuple[CitedProvision, ...] = ()
    statutory: Scale
    statute_verified: YesNo
    tiers: tuple[Tier, ...] = Field(min_length=1)
    accepted: dict[Name, Sentence] = Field(default_factory=dict)
