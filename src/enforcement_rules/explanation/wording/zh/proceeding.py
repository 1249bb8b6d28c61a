"""The words of a case as it proceeds in Chinese."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "change.outcome": "结论",
    "change.same": "{outcome}（不变）",
    "change.from_to": "{before} → {after}",
    "change.breached": "新发现",
    "change.cured": "已消除",
    "change.curable": "尚可补正",
    "change.cure.always": "随时可以补正",
    "change.cure.before": "{step}前可以补正",
    "change.cure.last": "{step}前可以补正，最后一日 {last}",
    "change.settled": "已断定",
    "change.unsettled": "重新待定",
    "change.axis.procedure": "程序",
    "change.axis.treatment": "处理",
    "change.axis.amount": "金额",
    "change.remaining": "处理仍有可能",
    "change.asked": "新提出的问题",
    "change.more": "另有 {n} 个问题",
    "change.nothing": "没有其他变化",
}
