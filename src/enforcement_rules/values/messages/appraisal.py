"""What is wrong with a standard of appraisal, or with the choice of one, in Chinese and English."""

from __future__ import annotations

APPRAISAL: dict[str, tuple[str, str]] = {
    "expected_points": (
        "{value} 不是分值；应为非负数，至多两位小数",
        "{value} is no number of points; expected one that is not negative, with at most two decimals",
    ),
    "one_requirement": (
        "应写 rules、documents、holds 之一",
        "what an item asks for; expected exactly one of rules, documents and holds",
    ),
    "secondary_item": (
        "来源未经核实的评查项不得否决，也不得计分；应去掉 veto、points",
        "an item from an unverified source has a veto or points; expected neither",
    ),
    "deduct_without_points": (
        "没有分值却写了 {key}；应与 points 同写",
        "{key} without points; expected points with it",
    ),
    "deduct_above_points": (
        "{key} 多于可扣的 {points} 分；应不多于它",
        "{key} is above the {points} points there are to deduct; expected at most these",
    ),
    "points_without_total": (
        "标准没有总分（total）；评查项不应有分值",
        "the standard states no total; expected items without points",
    ),
    "grades_without_total": ("标准没有总分（total）；不应分等次", "the standard states no total; expected no grades"),
    "grade_above_total": (
        "等次的下限高于总分 {total}；应不高于它",
        "the lower bound of this grade is above the total {total}; expected at most this",
    ),
    "grade_twice": (
        "等次 {name} 的名称或者下限与前面的相同；应各不相同",
        "grade {name} has the name or the bound of an earlier one; expected both of its own",
    ),
    "unknown_group": ("没有分组 {group}；应为：{expected}", "there is no group {group}; expected one of: {expected}"),
    "document_twice": (
        "文书 {name} 写了两次；应只写一次",
        "document {name} is there twice; expected it once",
    ),
    "alias_twice": (
        "名称“{title}”已指文书 {name}；每个名称应只指一种文书",
        "the title “{title}” means document {name} already; expected each title once",
    ),
    "unknown_document": (
        "文书表中没有 {name}；应为：{expected}",
        "there is no document {name} in the table; expected one of: {expected}",
    ),
    "expected_rule_id": (
        "{value} 不是规则编号；应形如 instrument/rule",
        "{value} is no rule; expected an id like instrument/rule",
    ),
    "no_standard": (
        "没有载入评查标准；应以 --rulesets 载入含有 appraisals 的规则",
        "no standard of appraisal is loaded; expected rulesets with `appraisals` (--rulesets)",
    ),
    "several_standards": (
        "载入了几个评查标准，应以 --standard 指定其一：{loaded}",
        "several standards are loaded; expected one of them to be named (--standard): {loaded}",
    ),
    "standard_elsewhere": (
        "载入的评查标准只有 {standard}，用于其他领域或者地方；仍要使用的，应以 --standard 指明",
        "the only standard loaded, {standard}, is for another field or place; expected it to be named (--standard)",
    ),
    "unknown_standard": (
        "没有评查标准 {standard}；应为：{loaded}",
        "there is no standard {standard}; expected one of: {loaded}",
    ),
    "standard_not_in_force": (
        "评查标准 {standard} 在 {day} 没有施行的版本；已载入的版本：{loaded}；应另指标准或者日期",
        "no version of standard {standard} is in force on {day}; loaded: {loaded}; expected another one or another day",
    ),
}
