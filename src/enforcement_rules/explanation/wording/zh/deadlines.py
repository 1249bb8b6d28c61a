"""The words of time limits in Chinese."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "deadlines.on": "基准日",
    "deadlines.hidden": "另有 {n} 项已按期完成或者尚未起算（--all 显示）",
    "deadline.overdue": "逾期",
    "deadline.late": "已迟",
    "deadline.due": "未到期",
    "deadline.not_computable": "不能计算",
    "deadline.waiting": "尚未起算",
    "deadline.done": "按期",
    "deadline.unit.natural": "自然日",
    "deadline.unit.working": "工作日",
    "deadline.unit.hours": "小时",
    "deadline.unit.calendar": "按年、月",
    "deadline.counted": "自{start}（{on}）的次日 {first} 起算，{unit}",
    "deadline.counted_back": "自{start}（{on}）往前计算，{unit}",
    "deadline.unit_only": "以{start}为准，{unit}",
    "deadline.last": "最后一日 {last}",
    "deadline.left": "最后一日 {last}，还有 {n} 日",
    "deadline.over": "最后一日 {last}，已过 {n} 日",
    "deadline.wait_left": "须等到 {last} 届满，还有 {n} 日",
    "deadline.wait_over": "等待期已于 {last} 届满",
    "deadline.why.not_begun": "{fact}：尚未发生",
    "deadline.why.day_unknown": "{fact}：未载明",
    "deadline.why.day_bounded": "{fact}：只知道界限 {on}",
    "deadline.why.end_unknown": "届满日不能确定（{fact}）",
    "deadline.may_apply": "是否适用尚不能确定",
}
