"""The Chinese sentences of an interview."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "interview.progress": "已答 {answered} 问；还有 {left} 问要紧。程序{procedure}，处理{treatment}，金额{amount}",
    "interview.axis.settled": "已定",
    "interview.axis.open": "未定",
    "interview.help": "请回答；不知道：?　上一问：<　结束：q（已答的都在文件里）",
    "interview.yes_no": "是 / 否",
    "interview.done": "是 / 否，或者写明日期（如 2024-03-05）",
    "interview.lacking": "还缺哪些？",
    "interview.together": "是否都是？有一项不是的，答“否”，再逐项询问",
    "interview.key": "写入：{path}",
    "interview.settled": "结论已定：{outcome}",
    "interview.nothing_left": "没有还能在这里回答的要紧问题；结论：{outcome}",
    "interview.stopped": "到此为止；结论：{outcome}",
    "interview.answered": "回答了 {n} 问，都写入了 {file}",
    "interview.first": "这是第一问，没有上一问",
}
