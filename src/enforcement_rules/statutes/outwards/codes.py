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
    "暂停营业": "order_to_suspend_business",
    "暂停经营": "order_to_suspend_business",
    "暂停执业": "order_to_suspend_business",
    "暂停相关业务": "order_to_suspend_business",
    "关闭": "order_to_close",
    "关闭网站": "order_to_close",
    "关闭违法经营场所": "order_to_close",
    "关闭网站或者应用程序": "order_to_close",
    "停建": "order",
    "限制生产": "business_restriction",
    "限制生产经营": "business_restriction",
}
"""Behind 责令: what is a penalty of 行政处罚法第九条."""
CHOSEN = {
    ("order_to_close", "order_to_suspend_business"),
    ("order", "order_to_close"),
    ("business_restriction", "order_to_suspend_business"),
}
"""What 、 alone joins behind 责令 and nobody can do at once: one of the two is chosen (停业、关闭)."""

DOUBTFUL_ORDERS = (
    "停",
    "暂停",
    "关",
    "限制",
    "降低",
    "禁止",
    "不得",
    "撤换",
    "退赔",
    "解除",
    "撤销",
    "取消",
)
"""Behind 责令: neither surely an order nor surely a penalty, or what is owed to somebody else."""

SAFE_STOPS = ("违法", "非法", "侵害", "侵权", "建设", "施工")
"""Behind 责令停止: the end of an act that was never lawful is an order, and so is that of building."""
BUSINESS = ("生产", "经营", "营业", "使用", "作业", "执业", "经营活动", "业务活动")
"""Behind 责令停止: what a suspension in a further tier stops."""

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
    "收缴": "other",
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
    "后果特别严重": "very_grave_consequences",
    "造成危害后果": "grave_consequences",
    "造成后果": "grave_consequences",
}
FAILURES = {
    "拒不改正": "refused",
    "逾期不改正": "overdue",
    "逾期未改正": "overdue",
    "逾期仍不改正": "overdue",
    "逾期仍未改正": "overdue",
    "逾期拒不改正": "overdue",
    "逾期不改": "overdue",
    "仍不改正": "overdue",
    "仍未改正": "overdue",
    "经责令改正拒不改正": "refused",
    "拒绝改正": "refused",
    "逾期拒不整改": "overdue",
}
GAINS = {
    "没有违法所得": "none",
    "无违法所得": "none",
    "有违法所得": "some",
    "有违法收入": "some",
    "有非法所得": "some",
    "没有非法所得": "none",
}
GAINS |= dict.fromkeys(("违法所得无法计算", "违法所得难以计算", "无法计算违法所得", "违法所得难以确定"), "unknown")
CRIMES = {
    "构成犯罪": "yes",
    "涉嫌犯罪": "yes",
    "触犯刑律": "yes",
    "尚不构成犯罪": "no",
    "尚不够刑事处罚": "no",
    "不构成犯罪": "no",
    "尚未构成犯罪": "no",
    "未构成犯罪": "no",
    "不够刑事处罚": "no",
}
BASE_ENDS = {
    "违法收入": "illegal_gains",
    "非法收入": "illegal_gains",
    "非法所得": "illegal_gains",
    "货值": "goods_value",
    "价值": "goods_value",
    "价款": "goods_value",
    "经营额": "turnover",
    "销售额": "turnover",
    "营业额": "turnover",
    "收入": "income",
    "税款": "tax",
    "费用": "cost",
    "造价": "cost",
    "金额": "amount",
    "数额": "amount",
}
"""What the words of a threshold are about, by how they end."""
GAIN_WORDS = ("违法所得", "非法所得", "非法收入", "违法收入")
"""Behind 没收: gains; all else is property."""
BASES = {
    "违法所得": "illegal_gains",
    "货值金额": "goods_value",
    "违法所得金额": "illegal_gains",
    "违法经营额": "turnover",
}
OFFICES = (
    "部门",
    "机关",
    "政府",
    "海关",
    "管理局",
    "海事局",
    "气象局",
    "管理机构",
    "监督机构",
    "海警机构",
    "海事机构",
    "委托的单位",
    "执法机构",
    "委员会",
    "检察院",
)
"""How an organ ends that is the subject of the clause, without 由."""
PARTY_ENDS = (
    "人员", "责任人", "负责人", "个人", "单位", "者", "企业", "机构", "公司", "组织", "公民", "当事人", "代表人",
    "所有人", "使用人", "持有人", "驾驶人", "委托人", "船长", "船员", "成员",
    "机长", "演员", "驾驶员", "人", "分子", "广告主", "货主", "旅行社", "农户",
)  # fmt: skip
ORGAN_ENDS = (
    "部门",
    "机关",
    "机构",
    "政府",
    "局",
    "海关",
    "法院",
    "检察院",
    "管理处",
    "委员会",
    "单位",
    "部门和机构",
    "部门等",
)
