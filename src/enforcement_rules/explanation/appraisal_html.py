"""The sheet of an appraisal as an HTML page for printing on A4: nothing outside it is loaded, nothing in it runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from enforcement_rules.evaluation.appraisal import Appraisal
from enforcement_rules.explanation.appraisal import DOCUMENT_MARKS, MARKS, DocumentRow, ItemRow, Sheet, sheet_of
from enforcement_rules.explanation.wording import Language, Words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 182mm; color: #000; background: #fff;
  font: 10.5pt/1.45 "Songti SC", SimSun, "Noto Serif CJK SC", "Source Han Serif SC", serif; }
section.sheet { break-after: page; }
section.sheet:last-child { break-after: auto; }
h1 { font-size: 17pt; text-align: center; margin: 4mm 0 5mm; letter-spacing: .12em; }
h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: .4pt solid #000; padding: 1mm 1.5mm; vertical-align: top; overflow-wrap: anywhere; text-align: left; }
thead { display: table-header-group; }
thead th { text-align: center; background: #eee; font-weight: bold; }
tr { break-inside: avoid; }
td.n, td.p { text-align: center; }
table.head th { width: 29mm; background: #eee; }
.items .number { width: 10mm; } .items .points { width: 16mm; } .items .deducted { width: 20mm; }
.items .status { width: 19mm; } .items .reason { width: 60mm; }
.documents .document { width: 56mm; } .documents .status { width: 28mm; }
td p { margin: 0 0 1mm; } td p:last-child { margin: 0; }
.cite { color: #444; font-size: 9pt; }
tr.failed td.s, tr.missing td.s { font-weight: bold; }
tr.not_applicable td, tr.not_required td { color: #666; }
.signatures { display: flex; justify-content: space-between; margin-top: 8mm; break-inside: avoid; }
.signatures span { flex: 1; padding-right: 5mm; white-space: nowrap; }
.signatures i { display: block; border-bottom: .6pt solid #000; height: 9mm; }
ul { margin: 0; padding-left: 5mm; }
"""


def appraisal_html(appraisals: Sequence[Appraisal], lang: Language = "zh") -> str:
    """Return one page with the sheet of every appraisal, each beginning on a new sheet of paper."""
    words = Words(lang)
    sheets = [_sheet(sheet_of(each, lang), words) for each in appraisals]
    title = words.say("appraisal.title")
    language = "zh-CN" if lang == "zh" else "en"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(sheets)
        + "\n</body>\n</html>\n"
    )


def _sheet(sheet: Sheet, words: Words) -> str:
    return "\n".join(['<section class="sheet">', f"<h1>{escape(sheet.title)}</h1>", *_body(sheet, words), "</section>"])


def _body(sheet: Sheet, words: Words) -> Iterator[str]:
    yield _pairs(sheet.head)
    for block in sheet.blocks:
        yield f"<h2>{escape(block.title)}</h2>"
        names = ("number", "content", "points", "deducted", "status", "reason")
        yield _table("items", names, map(_item, block.rows), words)
    if sheet.documents:
        yield f"<h2>{escape(words.say('appraisal.section.documents'))}</h2>"
        yield _table("documents", ("document", "status", "filed"), map(_document, sheet.documents), words)
    yield f"<h2>{escape(words.say('appraisal.section.total'))}</h2>"
    yield _pairs(sheet.totals)
    if sheet.remarks:
        yield f"<h2>{escape(words.say('appraisal.section.remarks'))}</h2>"
        yield "<ul>" + "".join(f"<li>{escape(remark)}</li>" for remark in sheet.remarks) + "</ul>"
    yield '<div class="signatures">' + "".join(f"<span>{escape(b)}<i></i></span>" for b in sheet.blanks) + "</div>"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in pairs)
    return f'<table class="head">{rows}</table>'


def _table(kind: str, names: tuple[str, ...], rows: Iterable[str], words: Words) -> str:
    heads = "".join(
        f'<th scope="col" class="{name}">{escape(words.say(f"appraisal.column.{name}"))}</th>' for name in names
    )
    return f'<table class="{kind}"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _item(row: ItemRow) -> str:
    cite = f' <span class="cite">[{escape(row.cite)}]</span>' if row.cite else ""
    return (
        f'<tr class="{row.code}"><td class="n">{escape(row.number)}</td><td>{escape(row.text)}{cite}</td>'
        f'<td class="p">{escape(row.points)}</td><td class="p">{escape(row.deducted)}</td>'
        f'<td class="s">{MARKS[row.code]} {escape(row.status)}</td><td>{_lines(row.reasons)}</td></tr>'
    )


def _document(row: DocumentRow) -> str:
    return (
        f'<tr class="{row.code}"><td>{escape(row.name)}</td>'
        f'<td class="s">{DOCUMENT_MARKS[row.code]} {escape(row.status)}</td><td>{_lines(row.filed)}</td></tr>'
    )


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
