"""The words that this reader knows, by what they mean.

The names of meanings are those of `statutes.clauses`, so that atoms compare as they are; which words have them is this
reader's own table. A word that stands in no table here is refused or kept as a place.
"""

from __future__ import annotations

SUSPENSIONS = {
    "停产停业": "order_to_suspend_business",
    "停业": "order_to_suspend_business",
    "停产": "order_to_suspend_business",
    "停业整顿": "order_to_suspend_business",
    "限期停业整顿": "order_to_suspend_business",
    "停产整顿": "order_to_suspend_business",
    "停产整治": "order_to_suspend_business",
    "停产停业整顿": "order_to_suspend_business",
    "停业整治": "order_to_suspend_business",
    "停产停业整治": "order_to_suspend_business",
    "停工整治": "order_to_suspend_business",
    "停工整顿": "order_to_suspend_business",
    "停止执业": "order_to_suspend_business",
    "停止执业活动": "order_to_suspend_business",
    "暂停执业活动": "order_to_suspend_business",
    "暂停业务": "order_to_suspend_business",
    "暂停相关业务": "order_to_suspend_business",
    "关闭": "order_to_close",
}
"""Behind 责令: what is a penalty of 行政处罚法第九条. 停业、关闭 are two of them that nothing orders: refused."""

STOPS = {
    f"停止{what}"
    for what in (
        "生产",
        "经营",
        "营业",
        "使用",
        "生产、经营",
        "生产经营",
        "生产经营活动",
        "经营活动",
        "生产、使用",
        "生产活动",
    )
}
"""Behind 责令: an order where it ends the unlawful act, a suspension in a further tier; the sentence decides."""

DOUBTFUL_ORDERS = (
    "停",
    "暂停",
    "关",
    "限制",
    "降低",
    "禁止",
    "不得",
    "撤换",
    "支付",
    "缴纳",
    "退还",
    "退赔",
    "赔偿",
    "退回",
    "返还",
    "承担",
)
"""Behind 责令: neither surely an order nor surely a penalty, or one with sums of its own."""

SAFE_STOPS = ("停止违法行为", "停止侵害", "停止侵权行为", "停止建设", "停止施工", "停止违法活动", "停止违法建设")
"""Behind 责令: 停止 of an act that was never lawful is an order."""

PLAIN_KINDS = {
    "警告": "warning",
    "通报批评": "notice_of_criticism",
    "取缔": "order",
    "行政拘留": "administrative_detention",
    "处分": "disciplinary",
    "行政处分": "disciplinary",
}
LICENCE_VERBS = {
    "吊销": "licence_revocation",
    "暂扣": "licence_suspension",
    "撤销": "licence_withdrawal",
    "注销": "cancellation",
}

TIERS = {
    "情节严重": "serious",
    "情节特别严重": "very_serious",
    "情节较重": "heavier",
    "情节较轻": "lighter",
    "情节轻微": "minor",
    "情节恶劣": "vile",
    "情节特别恶劣": "vile",
    "造成严重后果": "grave_consequences",
    "后果严重": "grave_consequences",
    "造成特别严重后果": "very_grave_consequences",
}
FAILURES = {
    "拒不改正": "refused",
    "逾期不改正": "overdue",
    "逾期未改正": "overdue",
    "逾期仍不改正": "overdue",
    "逾期仍未改正": "overdue",
    "逾期拒不改正": "overdue",
    "经责令改正拒不改正": "refused",
}
GAINS = {"没有违法所得": "none", "无违法所得": "none", "有违法所得": "some"}
CRIMES = {
    "构成犯罪": "yes",
    "涉嫌犯罪": "yes",
    "触犯刑律": "yes",
    "尚不构成犯罪": "no",
    "尚不够刑事处罚": "no",
    "不构成犯罪": "no",
}
BASES = {
    "违法所得": "illegal_gains",
    "货值金额": "goods_value",
    "违法所得金额": "illegal_gains",
    "违法经营额": "turnover",
}
OWN_CONDITIONS = (
    "造成", "致使", "导致", "引起", "后果", "有执业", "构成违反治安", "违反治安管理", "使消费者的合法权益",
)  # fmt: skip
"""How the words of a later tier begin that adds to the act and is no act of its own."""

PARTY_ENDS = (
    "人员", "责任人", "负责人", "个人", "单位", "者", "企业", "机构", "公司", "组织", "公民", "当事人", "代表人",
    "所有人", "使用人", "持有人", "驾驶人", "委托人", "船长", "船员", "人", "分子", "广告主", "货主", "旅行社",
)  # fmt: skip
ORGAN_ENDS = ("部门", "机关", "机构", "政府", "局", "海关", "法院", "检察院", "管理处", "委员会", "单位", "部门和机构")
