"""What is wrong with a vocabulary, and with values of which a file states only bounds, in Chinese and English."""

from __future__ import annotations

VOCABULARY: dict[str, tuple[str, str]] = {
    "expected_bounds": (
        "不是界限；应为 at_least 或者 more_than、at_most 或者 below，先低后高",
        "no bounds of a value; expected at_least or more_than, at_most or below, the lower one not above the upper",
    ),
    "shared_with_others": (
        "应为 party 之外的其他当事人，并写明 party",
        "expected other parties than party, and party itself with them",
    ),
    "times_and_of": (
        "times 与 of 应同写：多少倍、哪一基数",
        "times without of, or of without times; expected both: how many times which base",
    ),
    "expected_foreign": (
        "不是外币数额；应为 amount、currency，折算为元的另写 yuan",
        "no sum in a foreign currency; expected amount and currency, and yuan where it was converted",
    ),
    "wider_values": (
        "不是几个值的统称；any_of 应为 {expected} 中的一部分（等级应相连），名称不同于它们",
        "no name for several values; expected any_of with some of {expected} (grades that follow each other), and a"
        " name of its own",
    ),
    "fact_scope": (
        "{fact} 的范围不存在；应为：{expected}，或者步骤的种类",
        "the scope of {fact} does not exist; expected one of: {expected}, or a kind of step",
    ),
    "values_needed": ("{kind} 类事实没有 values；应列出各值", "a {kind} fact without values; expected its values"),
    "values_not_for_kind": ("{kind} 类事实不能有 values；应省去", "values on a {kind} fact; expected none"),
    "conflicting_fact": (
        "{fact} 在 {other} 中另有不同的声明；应一致",
        "{fact} is declared otherwise in {other}; expected the same words",
    ),
    "unknown_event": (
        "没有事件 {event}；应在 events 中声明",
        "there is no event {event}; expected one declared under events",
    ),
    "unknown_group": (
        "没有分组 {group}；应在 groups 中声明",
        "there is no group {group}; expected one declared under groups",
    ),
    "presupposes_for_yes_no": (
        "presupposes 只用于是非事实，此处为 {kind}；应删去",
        "presupposes is for facts of yes or no, this one is of {kind}; expected none",
    ),
    "presupposes_of_highest": (
        "presupposes_of 只用于分级事实的最高一级；应为：{expected}",
        "presupposes_of is for the highest grade of a graded fact; expected {expected}",
    ),
    "derived_once": ("{fact} 有多种推导；应只有一种", "{fact} is derived in several ways; expected one"),
    "derived_from_two": ("{derivation} 应由两个事实推出", "{derivation} cannot be computed so; expected two facts"),
    "derived_cycle": (
        "{fact} 由自身推出（{through}）；应不循环",
        "{fact} is derived from itself ({through}); expected no cycle",
    ),
}
