"""`enforcement-rules list`: what is loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from enforcement_rules.cli.common import as_json, setting, write
from enforcement_rules.cli.options import Form, FormOption, Lang, LangOption, NoCacheOption, OnlyOption, RulesetsOption
from enforcement_rules.values.languages import in_english
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.rules.ruleset import Version

KINDS = (
    "circumstances",
    "requirements",
    "penalties",
    "benchmarks",
    "listings",
    "schemes",
    "gains",
    "interplay",
    "elements",
    "definitions",
    "questions",
    "appraisals",
    "catalogues",
    "gaps",
)
_NAMES = {
    "circumstances": "情节",
    "requirements": "程序义务",
    "penalties": "罚则",
    "benchmarks": "基准",
    "listings": "清单",
    "schemes": "裁量方法",
    "gains": "违法所得计算",
    "interplay": "情节关系",
    "elements": "要件",
    "definitions": "定义",
    "questions": "询问",
    "appraisals": "评查项",
    "catalogues": "事项目录",
    "gaps": "缺口",
    "encoded": "已编码",
    "partly": "部分编码",
    "judgement": "须判断",
    "no_rule": "无规则",
    "pending": "未编码",
}


def command(
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    lang: LangOption = Lang.zh,
    format_: FormOption = Form.text,
    no_cache: NoCacheOption = False,
) -> None:
    """List what is loaded: instruments, versions, rules by kind, gaps, coverage of articles."""
    law = setting(lang, rulesets, only=only, cache=not no_cache).law
    entries = [_entry(version) for version in law.all_versions()]
    if format_ is Form.json:
        write(as_json(entries), None, lang, "json")
        return
    write(page_of(line for entry in entries for line in _lines(entry, lang)), None, lang)


def _entry(version: Version) -> dict[str, Any]:
    head = version.head
    start, end = head.in_force.from_, head.in_force.to
    counts = {kind: len(getattr(version, kind)) for kind in KINDS}
    counts["listings"] = sum(len(listing.entries) for listing in version.listings)
    counts["elements"] = sum(len(each.elements) for each in version.elements)
    counts["appraisals"] = sum(len(standard.items) for standard in version.appraisals)
    return {
        "instrument": head.instrument,
        "version": head.version,
        "title": {"zh": head.title.zh, "en": head.title.en},
        "rank": head.rank,
        "fields": list(head.fields),
        "places": list(head.places),
        "in_force": {"from": start.isoformat() if start else None, "to": end.isoformat() if end else None},
        "rules": counts,
        "articles": dict(Counter(head.articles.values())),
        "articles_complete": head.articles_complete,
        "gaps": [
            {"article": gap.article, "reason": gap.reason, "says": gap.says, "says_en": gap.says_en}
            for gap in version.gaps
        ],
        "sources": [{"title": source.title, "verification": source.verification} for source in head.sources],
        "sha256": version.sha256,
    }


def _lines(entry: dict[str, Any], lang: Lang) -> Iterator[str]:
    chinese = lang is Lang.zh
    force = entry["in_force"]
    since = f"{force['from'] or '?'} – {force['to'] or ''}".rstrip()
    title = entry["title"]["zh"] if chinese else in_english(entry["title"]["zh"], entry["title"]["en"])

    def counted(counts: dict[str, int]) -> str:
        return "  ".join(f"{_NAMES[name] if chinese else name} {count}" for name, count in counts.items() if count)

    yield f"{title}  {entry['instrument']}@{entry['version']}  {since}"
    yield f"    {counted(entry['rules'])}"
    yield f"    {'条文' if chinese else 'articles'}: {counted(entry['articles'])}"
