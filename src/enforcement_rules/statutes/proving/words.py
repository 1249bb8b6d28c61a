"""The words by which the proof knows kinds, parties, conditions and numerals. Data; how they are used is in `segments`.

Every pattern is over normal text: NFKC, no white space, so that commas are `,` and semicolons `;`.
"""

from __future__ import annotations

import re

NUMBER = r"(?:\d+(?:\.\d+)?[百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+)"

KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"警告", ("warning",)),
    (r"通报批评", ("notice_of_criticism",)),
    (
        r"停产停业(?:整顿|整治)?|停业(?:整顿|整治)?|停产(?:整顿|整治)?|停工(?:整顿|整治)?|暂停施工",
        ("order_to_suspend_business",),
    ),
    (r"停止执业(?!活动)", ("order_to_suspend_business",)),
    (r"暂停[^,;。:、]{0,10}业务", ("business_restriction", "order_to_suspend_business")),
    (r"限制(?:其)?生产(?:经营)?(?:活动)?", ("business_restriction",)),
    (r"关闭", ("order_to_close",)),
    (r"暂扣[^,;。:、]{0,20}证", ("licence_suspension",)),
    (r"降低资质(?:等级)?", ("qualification_lowering",)),
    (r"不得从事|禁止从事|职业禁入", ("occupation_restriction",)),
)
"""Words of kinds without a range, and the kinds they may be."""

STOPPED = (
    r"停止(?P<what>生产|经营|使用|营业|建设|施工)(?:(?:、|或者)(?:生产|经营|使用|销售|建设|施工)(?=[,;。:、或]|$))*"
)
"""A stop of the activity: what it is depends on where it stands (decision 19)."""
PENAL_STOPS = frozenset({"生产", "经营", "使用", "营业"})

GAINS = frozenset({"违法所得", "非法所得", "非法收入", "违法收入", "广告费用"})
BUSINESS_LICENCE = "营业执照"

PARTIES: tuple[tuple[str, str], ...] = (
    (
        r"^(?:其|本单位|该单位|建设单位|单位|机构|建设单位的)*(?:直接负责的)?主管人员和其他(?:直接)?责任人员$",
        "responsible",
    ),
    (r"^(?:有责任的)?(?:其)?(?:主要负责人|法定代表人)(?:、主要负责人)?$", "principal"),
    (r"^其?负责人$", "in_charge"),
    (r"^首要分子$", "ringleader"),
    (r"^(?:单位|违法单位|机构)$", "unit"),
    (r"^(?:个人|公民|自然人)$", "person"),
    (r"^(?:其|当事人|其没有违法所得的价格违法行为|纳税人偷税的|委托人和受托人)$", ""),
)
"""What stands behind 对, and the party it means."""

GROUNDS: tuple[tuple[str, str, str], ...] = (
    (r"(?:^|有前款规定违法行为,)情节(?:特别|较为)?(?:严重|较重|恶劣)的?$", "gravity", "serious"),
    (r"^情节(?:较轻|轻微)的$", "gravity", "minor"),
    (r"^(?:被责令[^;。]*,)?(?:逾期(?:不|未|拒不|仍)|拒不).*的$", "refused", "yes"),
    (r"^造成.*的$", "result", "yes"),
    (r"^没有违法所得的$", "gains", "none"),
    (r"^有违法所得的$", "gains", "some"),
    (r".*(?:无法|难以|不能)(?:计算|确定).*的$", "uncalculable", "yes"),
    (rf"^{NUMBER}年内有?{NUMBER}次以上.*情节的$", "repeated", "yes"),
)
"""Conditions whose meaning is known: pattern of the clause, family, value."""

NEUTRAL = re.compile(r"^(?:尚不构成犯罪的?|尚不够刑事处罚的|触犯刑律的|构成犯罪的|构成违反治安管理行为的)$")
"""Clauses that bound penalties against other law and set no condition of their own."""

FOR_FINES_ONLY = frozenset({"base", "gains", "uncalculable"})
"""Families that choose between ranges of a fine; they do not reach what follows it."""

KEEPS_FORMER = frozenset({"minor"})
"""Values that divide the tier before them and keep its other conditions."""

UNIT_ACTS = re.compile(r"单位|企业|机构|公司")
NOT_UNITS_ONLY = re.compile(r"其他生产经营者|个人|公民")
UNITS_ACT = re.compile(
    r"^(?:违反[^,]*规定,)?(?:[^,、未]{2,12}、)*[^,未]{0,24}?(?:单位|机构)(?:有下列|未|违反|出具|编制|擅自)"
)
"""Acts that units can do; words that let others do them as well; acts of which a unit is the subject, and only a unit."""

NUMERALS: tuple[tuple[str, str], ...] = (
    (rf"第{NUMBER}(?:条|款|项|目)(?:之{NUMBER})?", "article"),
    (rf"百分之{NUMBER}|千分之{NUMBER}|{NUMBER}%|{NUMBER}‰", "percentage"),
    (rf"{NUMBER}元", "amount"),
    (rf"{NUMBER}倍|等值", "multiple"),
    (rf"{NUMBER}个?(?:工作)?日", "days"),
    (rf"{NUMBER}个?月", "months"),
    (rf"{NUMBER}年", "years"),
    (rf"{NUMBER}周岁", "age"),
    (rf"{NUMBER}(?:次|人|个|户|件|辆|头|只|种|处|吨|公斤|千克|亩|米)", "count"),
)
NO_NUMERALS = re.compile(
    r"之一|同一|统一|一律|一切|一定|唯一|一般|一致|一经|一并|进一步|一次性|第三人|十分|万一|三同时|其中一|单一|任何一|一方|百货|专一|逐一|每一|另一"
)
"""Words in which a numeral says no number."""

PENAL_WORDS = re.compile(
    r"罚款|没收|吊销|拘留|警告|通报批评|停产|停业|停工|暂停|暂扣|关闭|限制生产|降低资质|停止执业(?!活动)|不得从事|禁止从事|职业禁入|取缔"
)
"""Words that threaten; each must have been read or explained."""

EXPLAINED = re.compile(
    r"受到[^,;。:]{0,30}处罚|原罚款数额|停止使用的|查封|临时停产|取缔|[^,;。:]{0,6}不停止使用|依照[^,;。:]{0,20}(?:给予拘留|处罚)|由[^,;。:]{0,30}除名"
)
"""Phrases in which such a word threatens nothing here."""
