"""The words of the coverage of the law in Chinese."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "coverage.columns": "{columns}  文本",
    "coverage.text": "文本",
    "coverage.from": "施行",
    "coverage.articles": "处罚条文",
    "coverage.encoded": "已编码",
    "coverage.partly": "部分编码",
    "coverage.draft": "草稿",
    "coverage.gap": "缺漏",
    "coverage.missing": "未编码",
    "coverage.sum": "合计 {n} 个文本",
    "coverage.no_day": "未知",
    "coverage.unverified": "{day}（未核实）",
    "coverage.open": "未尽的款：{numbers}",
    "coverage.gap_reason": "缺漏 {name}（{reason}）",
}
