"""The case file. Absent means unknown; nothing is forced.

Facts of the vocabulary stand in `facts`, by their name without the scope; `loading.cases` puts them there from where
files state them (`violations[].gravity`, `steps[].content.penalty`, …).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from enforcement_rules.model.fields import Base, Count, Identifier, Pages, PartialDate, Text, Title, Units, Wan
from enforcement_rules.model.key import SPEAKERS, Key
from enforcement_rules.model.quantity import Quantity
from enforcement_rules.model.stated_law import StatedRange, StatedTier
from enforcement_rules.model.statement import Statement
from enforcement_rules.model.term import Term
from enforcement_rules.values.errors import Path, Place
from enforcement_rules.values.kinds import PenaltyKind, Treatment
from enforcement_rules.values.length import Length
from enforcement_rules.values.moment import parse_time
from enforcement_rules.values.scalars import Amount, YesNo

RecordMode = Literal["complete", "working", "excerpt"]
Procedure = Literal["ordinary", "summary", "fast_track"]
PartyKind = Literal["natural_person", "legal_person", "other_organization", "individual_business", "organization"]
Capacity = Literal["own", "authorised", "entrusted"]
OpenList = Literal["officers", "evidence", "prior_penalties", "steps", "documents"]
OPEN_LISTS: tuple[str, ...] = get_args(OpenList)
_RECORDS = {"complete": "完整", "working": "办理中", "excerpt": "摘录"}
_LISTS = {
    "officers": "执法人员",
    "evidence": "证据",
    "prior_penalties": "既往处罚",
    "steps": "程序步骤",
    "documents": "案卷文书",
}
_NO_AMOUNT = {"not_calculable": "无法计算"}
# `loading.schemas` puts the facts of the vocabulary in its place.
Statements = tuple[Annotated[Statement, WithJsonSchema({"type": "object"})], ...]


class Part(BaseModel):
    """A frozen part of the case with the facts stated of it."""

    model_config = ConfigDict(
        defer_build=True, extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True
    )
    facts: Annotated[dict[str, Statements], Key("事实", "其余事实", "other facts")] = Field(default_factory=dict)


class Organ(Part):
    """The organ that handles the case."""

    name: Annotated[Text | None, Key("名称", "机关全称", "its full name")] = None
    field: Annotated[Identifier | None, Key("执法领域", "执法领域", "its field, one of fields.yaml")] = None
    rank: Annotated[Identifier | None, Key("层级", "乡镇至国家级", "its level")] = None
    place: Annotated[Text | None, Key("行政区划", "代码，知道几位写几位", "its division code, as far as known")] = None
    capacity: Annotated[Capacity | None, Key("实施身份", "法定职权、授权或者受委托", "by what right it acts")] = None
    in_name_of: Annotated[Text | None, Key("处罚名义", "以谁的名义作出", "in whose name it decides")] = None


class Party(Part):
    """A party (当事人)."""

    id: Annotated[Identifier, Key("编号", "本案中的编号", "its id in this file")]
    kind: Annotated[PartyKind | None, Key("类别", "自然人、法人等", "what kind of party")] = None
    name: Annotated[Text | None, Key("名称", "姓名或者名称", "its name")] = None
    birth_date: Annotated[PartialDate, Key("出生日期", "自然人的出生日期", "the day of birth of a person")] = None
    identity_number: Annotated[Text | None, Key("身份证号", "遮盖处写 *", "masked with *")] = None
    credit_code: Annotated[Text | None, Key("信用代码", "遮盖处写 *", "masked with *")] = None


class Citation(BaseModel):
    """A provision: an instrument that is loaded, never a version, or the title of one that is not."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    instrument: Annotated[Identifier | None, Key("法规", "已载入的文件，不写版本", "what is loaded, no version")] = None
    title: Annotated[Text | None, Key("文件名称", "未载入的文件的名称", "the title of what is not loaded")] = None
    rank: Annotated[Identifier | None, Key("效力位阶", "未载入的文件的位阶", "the rank of what is not loaded")] = None
    article: Annotated[Text | None, Key("条款", "条、款、项，如第三十三条第一款", "article, paragraph and item")] = None


class Claim(BaseModel):
    """What somebody says of an element (构成要件事实): the evidence for it and the evidence against it."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    proven_by: Annotated[tuple[Identifier, ...], Key("证明", "证明它的证据", "evidence for it")] = ()
    refuted_by: Annotated[tuple[Identifier, ...], Key("反证", "否定它的证据", "evidence against it")] = ()
    by: Annotated[Identifier | None, Key("陈述人", "由谁主张", "who says so", SPEAKERS)] = None
    says: Annotated[Text | None, Key("说明", "主张的内容", "what is said")] = None


class Violation(Part):
    """One violation (违法行为).

    `same_act_as` names those that one and the same act committed; `elements` says, by element, which evidence proves it
    (a list of ids), or who names which evidence for and against it.
    """

    id: Annotated[Identifier, Key("编号", "本案中的编号", "its id in this file")]
    parties: Annotated[tuple[Identifier, ...], Key("当事人", "实施者的编号", "ids of who committed it")] = ()
    cause: Annotated[Identifier | None, Key("案由", "目录中的案由", "an item of the catalogue of causes")] = None
    item: Annotated[Identifier | None, Key("执法事项", "机关事项目录中的事项", "the item of the organ's catalogue")] = (
        None
    )
    penalised_by: Annotated[
        tuple[Citation, ...], Key("处罚依据", "据以处罚的条款", "the provisions it falls under")
    ] = ()
    began: Annotated[PartialDate, Key("开始日期", "违法行为开始之日", "the day it began")] = None
    ended: Annotated[PartialDate, Key("终了日期", "违法行为终了之日", "the day it ended")] = None
    discovered: Annotated[PartialDate, Key("发现日期", "被发现之日", "the day it was discovered")] = None
    bases: Annotated[
        dict[Identifier, Base], Key("计罚基数", "货值、违法所得等", "such as the value of the goods", _NO_AMOUNT)
    ] = Field(default_factory=dict)
    quantities: Annotated[tuple[Quantity, ...], Key("数量", "带单位的数量", "how much of what, with units")] = ()
    stated_range: Annotated[StatedRange | None, Key("所述幅度", "未载入的条款的幅度", "the range, if not loaded")] = (
        None
    )
    same_act_as: Annotated[
        tuple[Identifier, ...], Key("同一行为", "出于同一行为的违法行为", "those of the same act")
    ] = ()
    elements: Annotated[
        dict[Identifier, tuple[Identifier, ...] | Claim | tuple[Claim, ...]],
        Key("构成要件", "各要件的证据", "evidence of each element"),
    ] = Field(default_factory=dict)

    def claims(self, element: str) -> tuple[Claim, ...]:
        """Return what is said of an element."""
        said = self.elements.get(element, ())
        if isinstance(said, Claim):
            return (said,)
        ids = tuple(each for each in said if isinstance(each, str))
        claims = tuple(each for each in said if isinstance(each, Claim))
        return (Claim(proven_by=ids),) if ids else claims


class Certificate(BaseModel):
    """An enforcement certificate and the days it is valid, both included."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, populate_by_name=True)
    number: Annotated[Text | None, Key("证号", "执法证号", "its number")] = None
    from_: Annotated[PartialDate, Key("起日", "有效期起日", "the first day it is valid")] = Field(
        default=None, alias="from"
    )
    to: Annotated[PartialDate, Key("止日", "有效期止日", "the last day it is valid")] = None


class Officer(Part):
    """An enforcement officer, with the certificate or the certificates held one after the other; none: `[]`."""

    id: Annotated[Identifier, Key("编号", "本案中的编号", "the id in this file")]
    name: Annotated[Text | None, Key("姓名", "姓名", "the name")] = None
    role: Annotated[Identifier | None, Key("本案身份", "承办、审核、主持等", "the part in this case")] = None
    certificate: Annotated[Certificate | tuple[Certificate, ...] | None, Key("执法证", "没有的写 []", "none: []")] = (
        None
    )


class Evidence(Part):
    """A piece of evidence, with the title and number it bears in the file."""

    id: Annotated[Identifier, Key("编号", "本案中的编号", "its id in this file")]
    kind: Annotated[Identifier | None, Key("种类", "法定的证据种类", "the kind the law names")] = None
    title: Annotated[Title | None, Key("名称", "材料上的名称", "the title it bears")] = None
    number: Annotated[Text | None, Key("证据号", "卷内的证据号", "the number it bears in the file")] = None


class PriorPenalty(Part):
    """An earlier penalty of the same party."""

    on: Annotated[PartialDate, Key("日期", "处罚之日", "the day of the penalty")] = None
    organ: Annotated[Text | None, Key("机关", "作出处罚的机关", "the organ that imposed it")] = None
    fine: Annotated[Amount | None, Key("罚款", "罚款数额", "the amount of the fine")] = None
    violation: Annotated[Text | None, Key("违法行为", "因何处罚", "what it was imposed for")] = None
    same_kind: Annotated[YesNo | None, Key("同类违法", "是否与本案同类", "of the same kind")] = None
    same_act: Annotated[YesNo | None, Key("同一行为", "是否本案的行为", "for the act of this case")] = None


def _time(raw: Any) -> dt.datetime:
    try:
        return parse_time(raw.isoformat(timespec="seconds") if isinstance(raw, dt.datetime) else raw)
    except (TypeError, ValueError):
        raise PydanticCustomError("expected_time", "an ISO time") from None


class Step(Part):
    """A step of the procedure; `done: false` is one known not to have happened."""

    step: Annotated[Identifier, Key("步骤", "步骤的种类", "the kind of step")]
    id: Annotated[Identifier | None, Key("编号", "本案中的编号", "its id in this file")] = None
    on: Annotated[PartialDate, Key("日期", "进行之日", "the day")] = None
    at: Annotated[
        Annotated[dt.datetime, BeforeValidator(_time)] | None,
        Key("时间", "进行的时间，精确到分", "the time, to the minute"),
    ] = None
    by: Annotated[tuple[Identifier, ...] | None, Key("人员", "执法人员的编号", "ids of the officers")] = None
    done: Annotated[YesNo, Key("已进行", "否，表示确知没有进行", "false: known not to have happened")] = True
    after: Annotated[tuple[Identifier, ...], Key("后于", "在哪些步骤之后", "ids of the steps it follows")] = ()
    replaces: Annotated[tuple[Identifier, ...], Key("替代", "替代哪些步骤", "ids of the steps it replaces")] = ()
    violations: Annotated[
        tuple[Identifier, ...],
        Key(
            "违法行为",
            "针对哪些违法行为；不写的，针对全部",
            "ids of the violations it concerns; all where none are named",
        ),
    ] = ()


class CaseDocument(BaseModel):
    """A document of the case file under the title it bears; `step` is the kind of step it belongs to."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    id: Annotated[Identifier | None, Key("编号", "本案中的编号", "its id in this file")] = None
    title: Annotated[Title, Key("名称", "文书上的名称", "the title it bears")]
    on: Annotated[PartialDate, Key("日期", "文书的日期", "its date")] = None
    pages: Annotated[Pages | None, Key("页码", "卷内页码", "its pages in the file")] = None
    step: Annotated[Identifier | None, Key("步骤", "所属步骤的种类", "the kind of step it belongs to")] = None


class Total(BaseModel):
    """A sum that the decision states: fines and confiscated money together, and each of them where it says so."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    amount: Annotated[Amount | None, Key("罚没合计", "罚款和没收款合计", "fines and confiscated money together")] = None
    fines: Annotated[Amount | None, Key("罚款", "罚款合计", "the fines")] = None
    confiscated: Annotated[Amount | None, Key("没收款", "没收款合计", "the confiscated money")] = None
    in_words: Annotated[Text | None, Key("大写", "大写金额", "the amount in capital numerals")] = None
    wan: Annotated[Wan | None, Key("万元数", "以万元计的金额", "the amount in units of 10,000 yuan")] = None


class Penalty(BaseModel):
    """One penalty that is proposed; a term is stated as `days` or as `term`.

    `times` and `of` say it as a multiple of a base of the violation (0.05 for five percent): where that base is
    stated, the amount follows. `each` and `units` are how a decision works an amount out (N × unit); `in_words` and
    `wan` are the amount as it is also written: in capital numerals, and in 万元 with up to six decimals.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    kind: Annotated[PenaltyKind, Key("种类", "处罚种类", "the kind of penalty")]
    amount: Annotated[Amount | None, Key("金额", "以元计", "yuan")] = None
    days: Annotated[Count | None, Key("日数", "拘留、暂扣等的日数", "days, as of a detention")] = None
    term: Annotated[Term | None, Key("期限", "限制从业、暂扣等的期限", "a term in years, months, or for life")] = None
    items: Annotated[Text | None, Key("物品", "没收的财物", "what is confiscated")] = None
    note: Annotated[Text | None, Key("说明", "其他说明", "a note")] = None
    times: Annotated[Amount | None, Key("倍数", "为基数的多少倍", "how many times the base it is")] = None
    of: Annotated[Identifier | None, Key("倍数基数", "是哪一基数的倍数", "multiples of which base")] = None
    each: Annotated[Amount | None, Key("单位金额", "每一单位的金额", "the amount for each unit")] = None
    units: Annotated[Units | None, Key("单位数", "单位的数目", "the number of units")] = None
    in_words: Annotated[Text | None, Key("大写", "大写金额", "the amount in capital numerals")] = None
    wan: Annotated[Wan | None, Key("万元数", "以万元计的金额", "the amount in units of 10,000 yuan")] = None

    @model_validator(mode="after")
    def _one_term(self) -> Self:
        if self.days is not None and self.term is not None:
            raise PydanticCustomError("days_or_term", "days or term")
        return self

    @property
    def length(self) -> Length | None:
        """The term that it states, in whatever units."""
        if self.term is not None:
            return self.term.length
        return None if self.days is None else Length(days=self.days)


class Declined(BaseModel):
    """A `may` that was not taken, with its reason."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    ground: Annotated[Text, Key("情形", "未采纳的情形", "the ground not taken")]
    reason: Annotated[Text | None, Key("理由", "未采纳的理由", "why not")] = None


class Deviation(BaseModel):
    """A deviation from the benchmark (逸脱), its reason and who approved it."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    reason: Annotated[Text | None, Key("理由", "偏离的理由", "why it deviates")] = None
    approved_by: Annotated[Text | None, Key("批准人", "由谁批准", "who approved it")] = None


class Proposal(Part):
    """What the organ means to decide (or decided), for one violation and party.

    `shared_with` names others on whom the one penalty is imposed as well: how much of it falls on whom is not told.
    `declined` as an empty list says that no reason was given for any `may` that was not taken.
    """

    violation: Annotated[Identifier | None, Key("违法行为", "所涉违法行为的编号", "the id of the violation")] = None
    party: Annotated[Identifier | None, Key("当事人", "所涉当事人的编号", "the id of the party")] = None
    shared_with: Annotated[
        tuple[Identifier, ...],
        Key("共同承担", "共同承担同一处罚的其他当事人", "ids of others who bear the same penalty"),
    ] = ()
    treatment: Annotated[Treatment | None, Key("处理", "不予、减轻、从轻等", "how the party is treated")] = None
    penalties: Annotated[tuple[Penalty, ...] | None, Key("处罚", "没有的写 []", "none: []")] = None
    basis: Annotated[
        tuple[Text | Citation, ...] | None, Key("裁量理由", "机关所持的理由", "grounds the organ states")
    ] = None
    declined: Annotated[
        tuple[Declined, ...] | None,
        Key("未采纳情形", "未采纳的情形和理由；都没有说明理由的写 []", "grounds not taken; no reason: []"),
    ] = None
    deviation: Annotated[Deviation | None, Key("偏离基准", "偏离的理由和批准", "from the benchmark")] = None
    benchmark: Annotated[Citation | None, Key("裁量基准", "所称适用的裁量基准", "the benchmark said to be applied")] = (
        None
    )
    stated_tier: Annotated[
        StatedTier | None, Key("所述阶次", "材料所述的裁量阶次", "the tier as the file states it")
    ] = None
    orders: Annotated[tuple[Identifier, ...] | None, Key("责令", "一并作出的责令", "orders made beside it")] = None
    total: Annotated[Total | None, Key("合计", "决定书载明的合计", "the sum the decision states")] = None


class Case(Part):
    """A penalty case.

    Attributes:
        record: what silence means: `complete`, `working` or `excerpt`.
        complete: the lists that are complete; all others may lack something.
    """

    format: Annotated[
        Literal["enforcement_rules/case/1"], Key("格式", "案件格式的版本", "the version of this format")
    ] = Field(default="enforcement_rules/case/1", alias="schema")
    number: Annotated[Text | None, Key("案号", "案件编号或者文号", "the number of the case")] = None
    record: Annotated[RecordMode, Key("材料", "材料是否完整", "what silence means", _RECORDS)] = "working"
    complete: Annotated[
        tuple[OpenList, ...], Key("已列全", "哪些列表已经列全", "the lists that are complete", _LISTS)
    ] = ()
    procedure: Annotated[Procedure | None, Key("程序", "普通、简易或者快速办理", "ordinary, summary or fast track")] = (
        None
    )
    organ: Annotated[Organ, Key("执法机关", "办理案件的机关", "the organ that handles the case")] = Field(
        default_factory=Organ
    )
    parties: Annotated[tuple[Party, ...], Key("当事人", "各当事人", "the parties")] = ()
    violations: Annotated[tuple[Violation, ...], Key("违法行为", "各违法行为", "the violations")] = ()
    officers: Annotated[tuple[Officer, ...], Key("执法人员", "各执法人员", "the officers")] = ()
    evidence: Annotated[tuple[Evidence, ...], Key("证据", "各项证据", "the pieces of evidence")] = ()
    prior_penalties: Annotated[
        tuple[PriorPenalty, ...], Key("既往处罚", "当事人以前受到的处罚", "earlier penalties of the party")
    ] = ()
    steps: Annotated[tuple[Step, ...], Key("程序步骤", "立案、告知、决定等步骤", "the steps of the procedure")] = ()
    documents: Annotated[tuple[CaseDocument, ...], Key("案卷文书", "卷内文书的目录", "the papers of the file")] = ()
    proposed: Annotated[tuple[Proposal, ...], Key("处理意见", "拟作的处理", "what is proposed")] = ()
    total: Annotated[Total | None, Key("合计", "决定书载明的合计", "the sum the decision states")] = None

    _places: Mapping[Path, Place] = PrivateAttr(default_factory=dict)
    _sha256: str = PrivateAttr(default="")
    # Which object was held to the vocabulary: a copy of it, perhaps a changed one, was not.
    _checked: int = PrivateAttr(default=0)

    def place(self, path: Path) -> Place | None:
        """Return where in its file a part of the case stands, or the nearest part around it."""
        places = self._places  # what pydantic keeps beside the fields is dear to ask for
        while path and path not in places:
            path = path[:-1]
        return places[path] if path else None

    def where(self, path: Path) -> str | None:
        """Return `file:line` of a part of the case; `None` where it was built in memory."""
        place = self.place(path)
        return place.of_line if place else None

    @property
    def sha256(self) -> str:
        """The hash of the file the case was read from; empty when it was built in memory."""
        return self._sha256

    def is_complete(self, name: str) -> bool:
        """Say whether a list is stated to be complete.

        A complete record keeps prior penalties open all the same, and the documents of the file where it lists none:
        few files are read in with their table of contents.
        """
        if name in self.complete:
            return True
        return self.record == "complete" and name != "prior_penalties" and (name != "documents" or bool(self.documents))
