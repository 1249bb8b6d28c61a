"""`enforcement-rules text LAW ARTICLE`: an article, paragraph or item as a folder of statute texts has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enforcement_rules.cli.common import as_json, day_from, refusing, setting, write
from enforcement_rules.cli.options import Form, FormOption, Lang, LangOption, OnlyOption, OutputOption, RulesetsOption
from enforcement_rules.cli.streams import tell
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.rules.instrument import Instrument
    from enforcement_rules.statutes.text import Chosen, LawText, Passage, Wording

LawTextOption = Annotated[
    Path, typer.Option("--law-text", metavar="DIR", help="The folder of statute texts; none comes with the library.")
]
LawArgument = Annotated[
    str | None, typer.Argument(metavar="[LAW]", help="Title, short title, or the id of an instrument.")
]
ArticleArgument = Annotated[
    str | None, typer.Argument(metavar="[ARTICLE]", help="As in 第五十条之一第二款第（三）项, 33条1款 or 50-1.")
]
PenaltiesOption = Annotated[
    bool, typer.Option("--penalties", help="List the penalty articles of LAW; without LAW, how many each text has.")
]


def command(
    law_text: LawTextOption,
    law: LawArgument = None,
    article: ArticleArgument = None,
    penalties: PenaltiesOption = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day whose wording is printed; default: today.")
    ] = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    lang: LangOption = Lang.zh,
    format_: FormOption = Form.text,
    output: OutputOption = None,
) -> None:
    """Print an article, a paragraph or an item in the wording of a day. Exit code: 0, or 2 where there is none."""
    from enforcement_rules.cli.penalty_articles import list_penalty_articles, list_texts
    from enforcement_rules.loading import load_law_text
    from enforcement_rules.statutes.text import passage

    with refusing(lang):
        day = day_from(on) or dt.date.today()
        if not penalties and (law is None or article is None):
            raise refuse("law_and_article", ("text",))
        texts = load_law_text(law_text)
        if law is None:
            return list_texts(texts, lang, format_, output)
        chosen = _chosen(texts, law, day, lambda: _heads(lang, rulesets, only=only))
        wording = texts.wording(chosen.entry)
        if penalties:
            return list_penalty_articles(chosen, wording, lang, format_, output)
        found = passage(wording, article or "")
    for problem in (*chosen.said, *wording.concerning(found.article)):
        tell(problem.line(lang.value) if problem.place else problem.text(lang.value))
    if format_ is Form.json:
        write(as_json(_record(chosen, wording, found)), output, lang, "json")
        return None
    write(page_of(_lines(chosen, wording, found, lang)), output, lang)
    return None


def _heads(lang: Lang, rulesets: list[Path] | None, *, only: bool) -> list[Instrument]:
    return [version.head for version in setting(lang, rulesets, only=only).law.all_versions()]


def _chosen(texts: LawText, law: str, day: dt.date, heads: Any) -> Chosen:
    """Return the text meant: by its title, else by the id or short title of an instrument of the rulesets."""
    if texts.of(law):
        return texts.on(law, day)
    from enforcement_rules.values.titles import normal_title

    wanted = normal_title(law)
    for head in heads():
        if wanted == normal_title(head.id):
            match = texts.matching(head.title.zh, head.version, head.in_force.from_, head.in_force.to)
            return texts.taken(match.entry, day) if match.entry else texts.on(head.title.zh, day)
        if wanted in {normal_title(each) for each in (head.instrument, head.short.zh, head.short.en, head.title.en)}:
            return texts.on(_without_edition(head.title.zh), day)
    return texts.on(law, day)


def _without_edition(title: str) -> str:
    from enforcement_rules.values.titles import law_title

    return law_title(title)


def _record(chosen: Chosen, wording: Wording, found: Passage) -> dict[str, Any]:
    entry = chosen.entry
    return {
        "title": entry.title,
        "file": entry.file,
        "line": found.place.line,
        "adopted": entry.adopted.isoformat() if entry.adopted else None,
        "in_force_from": entry.in_force_from.isoformat() if entry.in_force_from else None,
        "verified": entry.verified,
        "source": wording.source or None,
        "on": chosen.on.isoformat(),
        "wordings": chosen.wordings,
        "article": found.article.name,
        "citation": found.name,
        "headings": list(found.article.headings),
        "text": found.text,
        "paragraphs": [_paragraph(each) for each in found.article.paragraphs],
        "article_sha256": found.article.sha256,
        "remarks": [
            {"code": each.code, "text": {"zh": each.text("zh"), "en": each.text("en")}}
            for each in (*chosen.said, *wording.concerning(found.article))
        ],
    }


def _paragraph(each: Any) -> dict[str, Any]:
    items = [
        {
            "number": item.number,
            "insert": item.insert,
            "line": item.place.line,
            "text": item.text,
            "subitems": [{"number": sub.number, "line": sub.place.line, "text": sub.text} for sub in item.subitems],
            "rows": list(item.rows),
        }
        for item in each.items
    ]
    return {
        "number": each.number,
        "line": each.place.line,
        "text": each.text,
        "items": items,
        "rows": list(each.rows),
    }


def _lines(chosen: Chosen, wording: Wording, found: Passage, lang: Lang) -> Iterator[str]:
    entry = chosen.entry
    zh = lang is Lang.zh
    days = []
    if entry.adopted:
        days.append(f"{entry.adopted} {'通过或者修改' if zh else 'adopted or changed'}")
    if entry.in_force_from:
        days.append(f"{entry.in_force_from} {'起施行' if zh else 'in force'}")
    yield f"{entry.title}  {'，'.join(days) if zh else ', '.join(days)}".rstrip()
    yield f"{found.name}  {found.place.of_line}"
    yield ""
    yield from (f"    {line}" for line in found.text.splitlines())
    yield ""
    yield f"sha256 {found.article.sha256}  {found.article.name}"
    if wording.source:
        yield f"{'文本来源' if zh else 'source'}  {wording.source}"
