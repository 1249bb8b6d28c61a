"""The sheet of an appraisal as an HTML page for printing on A4: nothing outside it is loaded, nothing in it runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from enforcement_rules.evaluation.appraisal import Appraisal
from enforcement_rules.explanation.appraisal.sheet import (
    DOCUMENT_MARKS,
    MARKS,
    SCORE_COLUMNS,
    DocumentRow,
    ItemRow,
    Sheet,
    sheet_of,
)
from enforcement_rules.explanation.wording import Language, Words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_FONT = '"Songti SC", SimSun, "Noto Serif CJK SC", "Source Han Serif SC", serif'
_STYLE = """
@page { size: A4; margin: 13mm 14mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 182mm; color: #000; background: #fff; font: 10.5pt/1.45 FONT; }
section.sheet { break-after: page; }
section.sheet:last-child { break-after: auto; }
h1 { font-size: 17pt; text-align: center; margin: 4mm 0 5mm; }
html:lang(zh) h1 { letter-spacing: .12em; } html:lang(en) .status { width: 28mm !important; }
h2 { font-size: 11.5pt; margin: 4mm 0 1.5mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: .4pt solid #000; padding: 1mm 1.5mm; vertical-align: top; overflow-wrap: anywhere; text-align: left; }
thead { display: table-header-group; }
thead th { text-align: center; background: #eee; font-weight: bold; }
tr { break-inside: avoid; }
td.n, td.p { text-align: center; }
table.head th { width: 29mm; background: #eee; }
.items .number { width: 11mm; padding: 1mm 0; white-space: nowrap; }
.items .points { width: 15mm; } .items .deducted { width: 19mm; }
.items .status { width: 21mm; } .items .reason { width: 66mm; }
.documents .document { width: 56mm; } .documents .status { width: 24mm; }
td p { margin: 0 0 1mm; } td p:last-child { margin: 0; }
.hand { font-size: 9pt; white-space: nowrap; }
td.write { height: 8mm; }
.scores { margin-bottom: 2mm; } .scores tr:last-child { font-weight: bold; }
.closing { break-inside: avoid; }
.closing table.head th { width: 44mm; }
.opinion { border: .4pt solid #000; min-height: 20mm; margin-top: 3mm; padding: 1mm 1.5mm; }
.cite { color: #444; font-size: 9pt; }
tr.failed td.s, tr.missing td.s { font-weight: bold; }
tr.not_applicable td, tr.not_required td { color: #666; }
.signatures { display: flex; justify-content: space-between; margin-top: 3mm; }
.signatures span { flex: 1; padding-right: 5mm; white-space: nowrap; }
.signatures i { display: block; border-bottom: .6pt solid #000; height: 8mm; }
ul { margin: 0; padding-left: 5mm; }
""".replace("FONT", _FONT)


def appraisal_html(appraisals: Sequence[Appraisal], lang: Language = "zh") -> str:
    """Return one page with the sheet of every appraisal, each beginning on a new sheet of paper."""
    words = Words(lang)
    made = [sheet_of(each, lang) for each in appraisals]
    sheets = [_sheet(sheet, words) for sheet in made]
    footers = "".join(_footer(n, sheet, words) for n, sheet in enumerate(made, start=1))
    title = words.say("appraisal.title")
    language = "zh-CN" if lang == "zh" else "en"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{footers}</style>\n</head>\n<body>\n"
        + "\n".join(sheets)
        + "\n</body>\n</html>\n"
    )


def _footer(n: int, sheet: Sheet, words: Words) -> str:
    """Return the style that prints the case and the page number on every sheet of paper."""
    before, _, rest = words.say("appraisal.page").partition("{page}")
    between, _, after = rest.partition("{pages}")
    font = f"font: 8.5pt {_FONT};"
    page = f'"{before}" counter(page) "{between}" counter(pages) "{after}"'
    return (
        f"section.sheet:nth-of-type({n}) {{ page: sheet{n}; }}\n"
        f'@page sheet{n} {{ @bottom-left {{ content: "{_escaped(sheet.footer)}"; {font} }}'
        f" @bottom-right {{ content: {page}; {font} }} }}\n"
    )


def _escaped(text: str) -> str:
    """Return text as it may stand in a string of a style, whatever it holds."""
    return "".join(char if char.isalnum() and char.isascii() else f"\\{ord(char):06x}" for char in text)


def _sheet(sheet: Sheet, words: Words) -> str:
    return "\n".join(['<section class="sheet">', f"<h1>{escape(sheet.title)}</h1>", *_body(sheet, words), "</section>"])


def _body(sheet: Sheet, words: Words) -> Iterator[str]:
    yield _pairs(sheet.head)
    for block in sheet.blocks:
        yield f"<h2>{escape(block.title)}</h2>"
        yield _table("items", sheet.columns, (_item(row, sheet, words) for row in block.rows), words)
    if sheet.documents:
        yield f"<h2>{escape(words.say('appraisal.section.documents'))}</h2>"
        yield _table("documents", ("document", "status", "filed"), map(_document, sheet.documents), words)
    if sheet.remarks:
        yield f"<h2>{escape(words.say('appraisal.section.remarks'))}</h2>"
        yield "<ul>" + "".join(f"<li>{escape(remark)}</li>" for remark in sheet.remarks) + "</ul>"
    # Nobody signs a sheet of paper that does not show what is signed.
    yield f'<div class="closing"><h2>{escape(words.say("appraisal.section.total"))}</h2>'
    if sheet.scores:
        yield _table("scores", SCORE_COLUMNS, map(_score, sheet.scores), words)
    yield _pairs(sheet.totals, sheet.to_fill)
    yield f'<div class="opinion">{escape(sheet.opinion)}</div>'
    yield (
        '<div class="signatures">' + "".join(f"<span>{escape(b)}<i></i></span>" for b in sheet.blanks) + "</div></div>"
    )


def _pairs(pairs: Iterable[tuple[str, str]], to_fill: Iterable[str] = ()) -> str:
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in pairs)
    rows += "".join(f'<tr><th scope="row">{escape(name)}</th><td class="write"></td></tr>' for name in to_fill)
    return f'<table class="head">{rows}</table>'


def _table(kind: str, names: tuple[str, ...], rows: Iterable[str], words: Words) -> str:
    heads = "".join(
        f'<th scope="col" class="{name}">{escape(words.say(f"appraisal.column.{name}"))}</th>' for name in names
    )
    return f'<table class="{kind}"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _item(row: ItemRow, sheet: Sheet, words: Words) -> str:
    """Return a row; one that is open has boxes for the appraiser to tick."""
    cite = f' <span class="cite">[{escape(row.cite)}]</span>' if row.cite else ""
    boxes = words.say("appraisal.by_hand").split("  ") if row.code == "open" else []
    hand = "".join(f'<div class="hand">{escape(box)}</div>' for box in boxes)
    cells = {
        "number": f'<td class="n">{escape(row.number)}</td>',
        "content": f"<td>{escape(row.text)}{cite}</td>",
        "points": f'<td class="p">{escape(row.points)}</td>',
        "deducted": f'<td class="p">{escape(row.deducted)}</td>',
        "status": f'<td class="s">{MARKS[row.code]} {escape(row.status)}{hand}</td>',
        "reason": f"<td>{_lines(row.reasons)}</td>",
    }
    return f'<tr class="{row.code}">' + "".join(cells[name] for name in sheet.columns) + "</tr>"


def _score(row: tuple[str, ...]) -> str:
    points = "".join(f'<td class="p">{escape(value)}</td>' for value in row[1:])
    return f'<tr><th scope="row">{escape(row[0])}</th>{points}</tr>'


def _document(row: DocumentRow) -> str:
    return (
        f'<tr class="{row.code}"><td>{escape(row.name)}</td>'
        f'<td class="s">{DOCUMENT_MARKS[row.code]} {escape(row.status)}</td><td>{_lines(row.filed)}</td></tr>'
    )


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
