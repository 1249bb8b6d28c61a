"""The remarks of a new case file in Chinese."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "skeleton.head": "案件文件的底稿，按 {day} 的规定（行为在以前的，用 --on 写明日期）。留空即为“未知”，不会被推定。",
    "skeleton.how": "行首有 # 的，未作任何陈述；有该项内容时去掉 # 再填。名称可用 enforcement-rules names 查找。",
    "skeleton.field": "所引文件的执法领域：{field}",
    "skeleton.cause": "案由；用 enforcement-rules names --what causes 查找；所引条款下有：",
    "skeleton.perhaps": "该案由的罚则；适用的，去掉 #",
    "skeleton.not_encoded": "该条没有编码，幅度须由人核对",
    "skeleton.list": "去掉 # 逐项填写；已全部列入的，在 已列全 中写明",
    "skeleton.steps": "去掉 # 填写已进行的步骤；确知没有进行的，写 已进行: 否",
    "skeleton.if_any": "{step}（如有）",
    "skeleton.day": "日期，如 2024-03-05；只知年月的写 2024-03",
    "skeleton.proposed": "已有处理意见的，去掉 # 填写",
    "skeleton.shall": "应当",
    "skeleton.may": "可以",
}
