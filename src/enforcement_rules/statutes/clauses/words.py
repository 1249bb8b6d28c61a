"""The words of penalty clauses that are no free text, by what they do: closed lists, after NFKC and without spaces.

A tree may use these words and no others outside spans. Readers have tables of their own; where a reader calls a word
something that is not listed here, its tree is at fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from enforcement_rules.values.kinds import PENALTY_KINDS

Role = Literal[
    "mark",
    "link",
    "force",
    "verb",
    "kind",
    "tier",
    "failure",
    "gains",
    "crime",
    "listed",
    "base",
    "bound",
    "per",
    "daily",
    "mention",
]

OTHER_MEASURES: tuple[str, ...] = (
    "order",
    "as_referenced",
    "as_public_order",
    "disciplinary",
    "criminal",
    "civil",
    "late_fee",
    "surcharge",
    "licence_withdrawal",
    "cancellation",
    "no_application",
    "transfer",
    "recovery",
    "credit_record",
    "publicity",
    "enforcement",
    "deemed",
    "heavier",
    "lighter",
    "no_penalty",
    "other_measure",
)
"""What a clause may attach to an act besides a kind of penalty (行政处罚法第九条)."""
MEASURES: tuple[str, ...] = PENALTY_KINDS + OTHER_MEASURES

Table = Mapping[str, tuple[str, ...]]
"""Meaning → the words that have it."""

_SUSPENSION = (
    "责令其停止 停止执业 停止 责令停产停业 责令停业 责令停产 责令停业整顿 责令停产整顿 "
    "责令停产停业整顿 责令停产整治 责令停业整治 "
    "责令停工整顿 责令停工整治 责令限期停业整顿 责令限期停产整顿 停产停业 停业整顿 停产整顿 停产停业整顿 "
    "停产整治 停业 停产 停业整治 停工整治 停工整顿 责令停止 责令关闭停业 责令暂停相关业务 责令暂停业务 "
    "暂停相关业务 责令停止生产 责令停止经营 责令停止生产经营 责令停止营业 责令停止执业活动 责令暂停 暂停 "
    "责令暂停执业 责令停止执业 责令停办 责令停止使用 责令停止建设 责令停止施工 责令停止作业"
)
_ORDER = "责令 责令其 责令限期 责令其限期 责令立即 责令其立即 限期 责令当事人 责令停止 责令其停止"

WORDS: Mapping[Role, Table] = {
    "mark": {"": tuple(',;。:、()"“”《》.')},
    "link": {
        "together": ("且", "并", "并且", "同时", "以及", "和", "及", "与", "还", "还可以", "一并", "以及其他"),
        "alternative": ("或者", "或", "也可以", "、"),
        "alone": ("单处", "单独"),
        "but": ("但", "但是", "最高", "最低", "最多", "最少", "其中", "除", "外", "以外", "之外", "除外"),
        "of": ("的", "之", "其", "该", "全部", "等", "中"),
        "to": ("对", "对其", "向", "给", "将", "予"),
        "by": ("由", "经", "报经", "报", "报请", "批准", "决定", "根据"),
        "at": ("从", "依", "按照", "按", "依照", "参照", "以", "依据", "根据", "违反", "适用", "比照"),
        "as": (
            "规定",
            "的规定",
            "有关规定",
            "相关规定",
            "标准",
            "的标准",
            "计算",
            "处罚",
            "行政处罚",
            "执行",
            "罚款幅度",
        ),
        "since": ("自", "起", "之日起", "之日的次日起", "从", "之日"),
        "within": ("内", "以内", "期间", "之内"),
        "further": ("再", "又", "也", "均", "分别", "仍", "依法", "另", "应当依法"),
        "range": ("至", "到", "-", "直至"),
        "step": ("直至",),
        "in_case": ("在", "有", "属于", "是", "为", "因", "情形", "行为", "违法行为", "情况", "之一"),
    },
    "force": {"may": ("可以", "可", "有权"), "shall": ("应当", "应", "必须", "一律", "须")},
    "verb": {
        "": (
            "责令",
            "责成",
            "提请",
            "处",
            "处以",
            "给予",
            "予以",
            "予",
            "科处",
            "判处",
            "实施",
            "作出",
            "采取",
            "进行",
            "实行",
            "施以",
        )
    },
    "kind": {
        "warning": ("警告",),
        "notice_of_criticism": ("通报批评", "通报"),
        "fine": ("罚款", "处罚"),
        "confiscation_of_illegal_gains": ("没收",),
        "confiscation_of_illegal_property": ("没收", "没收销毁"),
        "licence_suspension": ("暂扣", "暂停", "扣留", "中止"),
        "qualification_lowering": ("降低资质等级", "降低其资质等级", "降低", "降低相关资质等级", "责令降低"),
        "licence_revocation": ("吊销", "缴销", "收回"),
        "business_licence_revocation": ("吊销",),
        "business_restriction": (
            "限制开展生产经营活动",
            "限制开展",
            "责令限制生产",
            "限制生产",
            "限制",
            "采取限制生产",
            "禁止",
            "不得",
        ),
        "order_to_suspend_business": tuple(_SUSPENSION.split()),
        "order_to_close": ("责令关闭", "关闭", "予以关闭", "责令停业关闭", "取缔", "予以取缔"),
        "occupation_restriction": ("限制从业", "禁止", "不得", "禁止从事", "不得从事", "禁止担任", "不得担任", "取消"),
        "administrative_detention": ("拘留", "行政拘留"),
        "other": ("驱逐出境", "限期出境", "遣送出境", "收缴", "取消", "撤销", "不得"),
        "order": (*_ORDER.split(), *_SUSPENSION.split(), "取缔", "予以取缔", "没收", "收缴"),
        "as_referenced": ("处罚", "行政处罚", "处理", "规定", "执行", "办理", "追究责任", "追究法律责任"),
        "as_public_order": ("治安管理处罚", "治安处罚"),
        "disciplinary": ("处分", "行政处分", "政务处分", "撤职", "开除", "降级", "记过", "纪律处分"),
        "criminal": ("追究刑事责任", "刑事责任"),
        "civil": (
            "赔偿",
            "赔偿责任",
            "连带责任",
            "民事责任",
            "赔偿损失",
            "承担赔偿责任",
            "承担民事责任",
            "连带赔偿责任",
        ),
        "late_fee": ("滞纳金",),
        "surcharge": ("加处罚款",),
        "licence_withdrawal": ("撤销", "撤回"),
        "cancellation": ("注销", "宣布无效", "作废"),
        "no_application": (
            "不受理",
            "不予受理",
            "不再受理",
            "不得申请",
            "不得再次申请",
            "不予许可",
            "不得参加",
            "不予注册",
            "不再受理",
            "不予办理",
            "不得重新取得",
            "不得再次取得",
        ),
        "transfer": ("移送", "移交"),
        "recovery": ("追缴", "追回", "退还", "责令退还", "责令退回", "收缴"),
        "credit_record": ("记入", "计入", "记入信用记录", "记入信用档案", "记入信用记录,并予以公布", "计入信用记录"),
        "publicity": ("公布", "公告", "公示"),
        "enforcement": ("强制拆除", "代为", "代履行", "强制", "强行", "销毁", "没收销毁"),
        "deemed": ("计算",),
        "heavier": ("从重处罚", "从重"),
        "lighter": ("从轻", "从轻处罚", "减轻处罚", "从轻或者减轻处罚"),
        "no_penalty": ("不予处罚", "不予行政处罚", "免予处罚"),
        "other_measure": (
            "批评教育",
            "说服教育",
            "不予行政许可",
            "扣留",
            "暂停",
            "取消",
            "不得",
            "约谈",
            "停止",
            "撤换",
        ),
    },
    "tier": {
        "serious": ("情节严重",),
        "very_serious": ("情节特别严重",),
        "vile": ("情节恶劣", "情节特别恶劣"),
        "heavier": ("情节较重",),
        "lighter": ("情节较轻",),
        "minor": ("情节轻微",),
        "grave_consequences": ("造成严重后果", "后果严重", "造成危害后果", "造成后果"),
        "very_grave_consequences": ("造成特别严重后果", "后果特别严重"),
    },
    "failure": {
        "refused": ("拒不改正", "拒不整改", "拒不", "拒绝改正", "拒绝", "仍拒不"),
        "overdue": (
            "逾期不改正",
            "逾期未改正",
            "逾期仍不改正",
            "逾期仍未改正",
            "逾期拒不改正",
            "逾期拒不整改",
            "逾期不整改",
            "逾期未整改",
            "逾期拒不",
            "逾期不改",
            "逾期不",
            "逾期未",
            "逾期仍不",
            "逾期仍未",
            "逾期",
            "仍不",
            "仍未",
            "仍不改正",
            "到期不",
            "不",
        ),
        "repeated": ("再次", "屡次", "再次违反"),
    },
    "gains": {
        "none": ("没有违法所得", "无违法所得", "没有非法所得"),
        "some": ("有违法所得", "有违法收入", "违法所得"),
        "unknown": ("违法所得无法计算", "违法所得难以计算", "无法计算违法所得", "违法所得难以确定"),
    },
    "crime": {
        "yes": ("构成犯罪", "涉嫌犯罪", "触犯刑律"),
        "no": ("尚不构成犯罪", "不构成犯罪", "尚未构成犯罪", "未构成犯罪", "尚不够刑事处罚", "不够刑事处罚"),
    },
    "listed": {
        "": (
            "下列",
            "有下列行为之一",
            "有下列情形之一",
            "有下列违法行为之一",
            "有下列情况之一",
            "下列活动之一",
            "从事下列活动之一",
            "下列行为之一",
            "下列情形之一",
            "有下列行为",
            "有下列情形",
            "下列行为",
            "下列情形",
        )
    },
    "base": {
        "illegal_gains": ("违法所得", "非法所得", "非法收益", "违法收入", "非法收入"),
        "goods_value": ("货值金额", "货值", "产品货值金额", "价值", "总价值", "价款", "货款", "标的物价值"),
        "turnover": ("违法经营额", "经营额", "营业额", "销售额", "销售金额", "违法经营总额", "交易额"),
        "income": ("收入", "所获收入", "全部收入", "年收入", "年度收入", "报酬"),
        "tax": ("税款", "不缴或者少缴的税款"),
        "cost": (
            "造价",
            "工程造价",
            "合同价款",
            "工程合同价款",
            "费用",
            "投资额",
            "总投资额",
            "广告费用",
            "中标金额",
            "所需费用",
            "直接经济损失",
        ),
        "amount": ("金额", "数额", "款额", "资金", "款项", "保险费", "使用费", "补偿费", "规费", "水资源费"),
        "fine": ("原处罚数额", "罚款数额", "罚款金额"),
        "market_price": ("市场价格", "市场批发价格", "平均收购价格"),
    },
    "bound": {
        "low_closed": ("以上", "不低于", "不少于", "满", "达到"),
        "low_open": ("超过",),
        "high_closed": ("以下", "以内", "不超过"),
        "high_open": ("不足", "不满", "未满", "不到", "未达到"),
    },
    "per": {"": ("每", "按每")},
    "daily": {
        "repeats_original": ("按日连续处罚",),
        "each_day": ("按日", "每日", "每天", "每逾期一日"),
    },
    "mention": {
        "duty": ("应当", "必须"),
        "may": ("可以",),
        "imposed": (
            "吊销",
            "没收",
            "责令",
            "警告",
            "处罚",
            "罚款",
            "拘留",
            "暂扣",
            "处分",
            "停业",
            "停产",
            "停产停业",
            "停业整顿",
        ),
        "deed": ("吊销", "没收", "责令", "警告", "处罚", "罚款", "拘留", "暂扣", "处分", "停业", "停产", "停产停业"),
    },
}

SUFFIX_BOUNDS = frozenset({"以上", "以下", "以内"})
"""Words of bounds that stand behind the number; the others stand before it."""
FORBIDDEN_KINDS = (
    "罚款",
    "没收",
    "吊销",
    "拘留",
    "警告",
    "通报批评",
    "暂扣",
    "责令",
    "停产停业",
    "停业整顿",
    "停业",
    "停产",
    "降低资质",
    "处分",
)
"""Words of kinds that no span holds; where one belongs to an act it is a mention."""
FORBIDDEN_FORCE = ("可以", "应当", "并处", "处以", "单处", "直至")
"""Words of force that no span holds."""


def means(role: Role, meaning: str, word: str) -> bool:
    """Say whether a word is listed with a meaning."""
    return word in WORDS[role].get(meaning, ())


FORBIDDEN_CONDITIONS = (
    "情节严重",
    "情节特别严重",
    "情节较重",
    "情节较轻",
    "拒不改正",
    "逾期不改正",
    "没有违法所得",
    "构成犯罪",
)
"""Words of conditions that no span holds."""
