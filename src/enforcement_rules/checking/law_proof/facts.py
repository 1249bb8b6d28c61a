"""How facts of rules answer to words of the text. Data: a new fact that a penalty's condition names is added here.

A condition on a fact that stands in no table is said to be unknown to the proof; it is never passed over.
"""

from __future__ import annotations

from typing import Any

CONDITIONS: dict[tuple[str, str, Any], tuple[str, str, bool]] = {
    ("violation.gravity", "is", 2): ("gravity", "serious", True),
    ("violation.gravity", "is", 0): ("gravity", "minor", True),
    ("violation.gravity", "at_most", 1): ("gravity", "serious", False),
    ("violation.illegal_gains", "more_than", 0): ("gains", "some", True),
    ("violation.illegal_gains", "at_most", 0): ("gains", "none", True),
}
"""Fact, operator and bound → family and value of the condition, and whether it holds."""

YES_NO: dict[str, tuple[str, str]] = {
    "violation.refused_to_correct": ("refused", "yes"),
    "violation.label_correction_refused": ("refused", "yes"),
    "violation.refused_to_stop_discharge": ("refused", "yes"),
    "violation.grave_pollution": ("result", "yes"),
    "violation.advertising_cost_not_calculable": ("uncalculable", "yes"),
    "violation.advertising_raised_band": ("repeated", "yes"),
}
"""Facts that are yes or no → family and value of what `true` says."""

IN_WORDS: dict[tuple[str, Any], str] = {
    ("violation.industrial_noise", True): r"工业噪声",
    ("violation.eia_document", "report"): r"报告书的$",
    ("violation.eia_document", "form"): r"报告表的$",
    ("violation.assault_circumstances", None): r"^有下列情形之一",
    ("violation.food_penalties_in_year", 3): r"一年内累计三次",
    ("violation.burning_prohibited_here", True): r"禁止焚烧的区域",
}
"""Fact and bound → the words of a condition or of the act that say it; `None` stands for any bound."""

OTHER_PARAGRAPH: dict[tuple[str, Any], str] = {("violation.assault_aggravated", False): r"有下列情形之一"}
"""Fact and bound → the words of the paragraph whose acts are taken out of this one."""

PRESUPPOSED: dict[str, tuple[str, ...]] = {
    "confiscation_of_illegal_gains": ("violation.illegal_gains", "violation.advertising_cost"),
    "confiscation_of_illegal_property": ("_found", "_remaining"),
    "licence_revocation": ("_held",),
}
"""Kind → ends of the names of facts that say there is something to take; the text takes that for granted."""

BASES: dict[str, str] = {
    "violation.goods_value": r"货值金额",
    "violation.illegal_gains": r"违法所得",
    "violation.advertising_cost": r"广告费用",
    "violation.turnover": r"经营额",
    "violation.tax": r"税款",
    "violation.contract_price": r"合同价款",
    "violation.total_investment": r"总投资额",
}
"""Fact → the words of the base, or of the value at which a fine switches."""

PARTIES: dict[tuple[str, str, Any], str] = {
    ("party.is_unit", "is", True): "unit",
    ("party.counted_as_organization", "is", True): "unit",
    ("party.counted_as_organization", "is", False): "person",
    ("party.is_responsible_person", "is", True): "responsible",
    ("party.is_responsible_person", "is", False): "not_responsible",
    ("party.kind", "is", "natural_person"): "person",
    ("party.kind", "one_of", frozenset({"natural_person", "individual_business"})): "person",
    ("party.construction_role", "is", "owner"): "role:建设单位",
}
"""Fact, operator and bound → the party."""

KIND_WORDS: dict[str, str] = {
    "warning": r"警告",
    "notice_of_criticism": r"通报批评",
    "fine": r"罚",
    "confiscation_of_illegal_gains": r"没收",
    "confiscation_of_illegal_property": r"没收",
    "licence_suspension": r"暂扣",
    "licence_revocation": r"吊销",
    "business_licence_revocation": r"吊销",
    "business_restriction": r"限制|限产|暂停",
    "order_to_suspend_business": r"停产|停业|停工|停止",
    "order_to_close": r"关闭",
    "occupation_restriction": r"不得从事|禁入",
    "administrative_detention": r"拘留",
    "other": r"停止",
}
"""Kind → the words by which a gap names it."""
