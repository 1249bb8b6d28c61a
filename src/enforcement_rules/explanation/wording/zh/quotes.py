"""A verdict's words for what it quotes from attached texts, in Chinese."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "quote": "原文{place}  {text}",
    "quote.above": "见上",
    "quote.items": "（{n}项从略）",
    "quote.no_text": "未引原文，没有该法的文本",
    "quote.other_wordings": "未引原文，没有唯一对应所适用版本的文本",
    "quote.unreadable": "未引原文，文本不能使用",
    "quote.not_in_text": "未引原文，文本中没有该处",
    "quote.by_year": "原文所据文本只按版本的年份认定，施行日期未与规则核对",
    "quote.remarks": "所附文本须核对",
    "quote.remarks_left": "其余{n}处从略",
}
