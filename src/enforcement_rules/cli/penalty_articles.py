"""`enforcement-rules text --penalties`: the penalty articles of a wording, and how many each text has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enforcement_rules.cli.common import as_json, write
from enforcement_rules.cli.options import Form, Lang
from enforcement_rules.cli.streams import tell
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.statutes.penalty_articles import Classified
    from enforcement_rules.statutes.text import Chosen, LawText, Wording

_CLASSES = {
    "threatens": ("规定处罚", "threatens"),
    "refers": ("引致处罚", "refers"),
    "hearing": ("听证", "hearing"),
    "on_the_spot": ("当场处罚、收缴", "on the spot"),
    "execution": ("执行", "execution"),
    "competence": ("职权", "competence"),
    "procedure": ("程序与适用", "procedure"),
    "judicial": ("人民法院的措施", "measures of courts"),
    "disciplinary": ("处分", "disciplinary"),
    "criminal": ("刑事责任", "criminal"),
    "civil": ("民事责任", "civil"),
    "mention": ("只是提到", "mention only"),
}
_KINDS = {
    "fine": ("罚款", "fine"),
    "warning": ("警告", "warning"),
    "notice_of_criticism": ("通报批评", "criticism"),
    "confiscation": ("没收", "confiscation"),
    "licence_suspension": ("暂扣许可证件", "licence suspended"),
    "qualification_lowering": ("降低资质等级", "qualification lowered"),
    "licence_revocation": ("吊销许可证件", "licence revoked"),
    "order_to_suspend_business": ("责令停产停业", "business suspended"),
    "order_to_close": ("责令关闭", "closed"),
    "business_restriction": ("限制生产经营", "business restricted"),
    "occupation_restriction": ("限制从业", "occupation restricted"),
    "administrative_detention": ("行政拘留", "detention"),
    "other": ("其他", "other"),
}


def list_penalty_articles(chosen: Chosen, wording: Wording, lang: Lang, form: Form, output: Path | None) -> None:
    """Write the penalty articles of a wording with their kinds, and the others that speak of penalties."""
    from enforcement_rules.statutes.penalty_articles import classified

    for problem in chosen.said:
        tell(problem.text(lang.value))
    found = [classified(each, wording.title) for each in wording.articles]
    if form is Form.json:
        record = {"title": chosen.entry.title, "file": chosen.entry.file, **_counts(found)}
        record["listed"] = [_record(each) for each in found if each.is_a != "none"]
        write(as_json(record), output, lang, "json")
    else:
        write(page_of(_lines(chosen, found, lang)), output, lang)


def _counts(found: list[Classified]) -> dict[str, Any]:
    return {
        "articles": len(found),
        "penalty_articles": sum(each.is_penalty_article for each in found),
        "classes": dict(Counter(each.is_a for each in found if each.is_a != "none")),
    }


def _record(each: Classified) -> dict[str, Any]:
    return {
        "article": each.article.name,
        "line": each.article.place.line,
        "class": each.is_a,
        "penalty_article": each.is_penalty_article,
        "kinds": list(each.kinds),
        "sha256": each.article.sha256,
    }


def _lines(chosen: Chosen, found: list[Classified], lang: Lang) -> Iterator[str]:
    n = int(lang is Lang.en)
    counts = _counts(found)
    yield f"{chosen.entry.title}  {chosen.entry.file}"
    said = ("条文 {articles}，处罚条文 {penalty_articles}", "articles {articles}, penalty articles {penalty_articles}")
    yield said[n].format(articles=counts["articles"], penalty_articles=counts["penalty_articles"])
    between = "、" if lang is Lang.zh else ", "
    for each in found:
        if each.is_penalty_article:
            kinds = between.join(_KINDS[kind][n] for kind in each.kinds)
            yield f"    {each.article.name}  {_CLASSES[each.is_a][n]}  {kinds}".rstrip()
    others = [each for each in found if not each.is_penalty_article and each.is_a != "none"]
    if others:
        yield ("不计入的：", "Not counted:")[n]
    yield from (f"    {each.article.name}  {_CLASSES[each.is_a][n]}" for each in others)


def list_texts(texts: LawText, lang: Lang, form: Form, output: Path | None) -> None:
    """Write how many penalty articles each text has; a text that cannot be read is told and left out."""
    from enforcement_rules.statutes.penalty_articles import classified

    rows: list[dict[str, Any]] = []
    for entry in texts.entries:
        try:
            wording = texts.wording(entry)
        except InputError as error:
            for line in error.lines(lang.value):
                tell(line)
            continue
        found = [classified(each, wording.title) for each in wording.articles]
        rows.append({"title": entry.title, "file": entry.file, **_counts(found)})
    if form is Form.json:
        write(as_json(rows), output, lang, "json")
        return
    total = Counter({name: sum(row[name] for row in rows) for name in ("articles", "penalty_articles")})
    head = ("处罚条文/条文", "penalty articles/articles")[lang is Lang.en]
    lines = [f"{row['penalty_articles']:>5}/{row['articles']:<5} {row['title']}  {row['file']}" for row in rows]
    write(page_of([head, *lines, f"{total['penalty_articles']:>5}/{total['articles']}"]), output, lang)
