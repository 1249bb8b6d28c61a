"""The sheet of an appraisal as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

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
from enforcement_rules.explanation.verdict import plain
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.visible import page_of

_BLANK = "_" * 16


def appraisal_text(appraisal: Appraisal, lang: Language = "zh") -> str:
    """Return the sheet as plain text, ending in a line feed; text of the case stays on its line."""
    words, sheet = Words(lang), sheet_of(appraisal, lang)
    out = [sheet.title, ""]
    out += [f"{name}{words.say('colon')}{value}" for name, value in sheet.head]
    for block in sheet.blocks:
        out += ["", block.title]
        for row in block.rows:
            out += _item(row, words)
    if sheet.documents:
        out += ["", words.say("appraisal.section.documents")]
        out += [line for row in sheet.documents for line in _document(row)]
    out += ["", words.say("appraisal.section.total")]
    out += [_score(row, words) for row in sheet.scores]
    out += [f"  {name}{words.say('colon')}{value}" for name, value in sheet.totals]
    out += [f"  {name}{words.say('colon')}{_BLANK}" for name in sheet.to_fill]
    out += _remarks(sheet, words)
    out += ["", f"{sheet.opinion}{words.say('colon')}{_BLANK}"]
    out += ["  ".join(f"{blank} {_BLANK}" for blank in sheet.blanks)]
    return page_of(out)


def _item(row: ItemRow, words: Words) -> Iterator[str]:
    cite = f"    [{row.cite}]" if row.cite else ""
    yield f"  {row.number:>3} {MARKS[row.code]} {row.text}{cite}"
    named = (("points", row.points), ("deducted", row.deducted))
    parts = [row.status, *(f"{words.say(f'appraisal.column.{name}')} {value}" for name, value in named if value)]
    yield "        " + "  ".join(parts)
    yield from (f"        · {reason}" for reason in row.reasons)
    if row.code == "open":
        yield "        " + words.say("appraisal.by_hand")


def _score(row: tuple[str, ...], words: Words) -> str:
    """Return the points of a group, or of all together, on a line."""
    named = zip(SCORE_COLUMNS[1:], row[1:], strict=True)
    points = "  ".join(f"{words.say(f'appraisal.column.{name}')} {value}" for name, value in named)
    return f"  {row[0]}{words.say('colon')}{points}"


def _document(row: DocumentRow) -> Iterator[str]:
    mark = f"  {DOCUMENT_MARKS[row.code]} {row.status}  "
    if row.code == "not_assigned":
        yield mark + row.filed[0]
        return
    yield mark + row.name
    yield from (f"      {filed}" for filed in row.filed)


def _remarks(sheet: Sheet, words: Words) -> list[str]:
    if not sheet.remarks:
        return []
    return ["", words.say("appraisal.section.remarks"), *(f"  · {remark}" for remark in sheet.remarks)]


def appraisal_markdown(appraisal: Appraisal, lang: Language = "zh") -> str:
    """Return the sheet as Markdown with tables; text of the case cannot change its structure."""
    words, sheet = Words(lang), sheet_of(appraisal, lang)
    out = ["# " + sheet.title, ""]
    out += [f"- **{name}** {plain(value)}" for name, value in sheet.head]
    for block in sheet.blocks:
        out += ["", "## " + plain(block.title), "", *_table(sheet.columns, words)]
        out += [_cells(_columns(row, sheet, words)) for row in block.rows]
    if sheet.documents:
        out += ["", "## " + words.say("appraisal.section.documents"), ""]
        out += [*_table(("document", "status", "filed"), words)]
        out += [
            _cells((row.name, f"{DOCUMENT_MARKS[row.code]} {row.status}", *_joined(row))) for row in sheet.documents
        ]
    out += ["", "## " + words.say("appraisal.section.total"), ""]
    if sheet.scores:
        out += [*_table(SCORE_COLUMNS, words), *map(_cells, sheet.scores), ""]
    out += [f"- **{name}** {plain(value)}" for name, value in sheet.totals]
    out += [f"- **{name}** {plain(_BLANK)}" for name in sheet.to_fill]
    if sheet.remarks:
        out += ["", "## " + words.say("appraisal.section.remarks"), ""]
        out += [f"- {plain(remark)}" for remark in sheet.remarks]
    out += ["", *(f"- **{blank}** {plain(_BLANK)}" for blank in (sheet.opinion, *sheet.blanks))]
    return page_of(out)


def _columns(row: ItemRow, sheet: Sheet, words: Words) -> tuple[str, ...]:
    mark = f"{MARKS[row.code]} {row.status}"
    cells = {
        "number": row.number,
        "content": f"{row.text} [{row.cite}]" if row.cite else row.text,
        "points": row.points,
        "deducted": row.deducted,
        "status": mark + "\n" + words.say("appraisal.by_hand") if row.code == "open" else mark,
        "reason": "\n".join(row.reasons),
    }
    return tuple(cells[name] for name in sheet.columns)


def _joined(row: DocumentRow) -> tuple[str]:
    return ("\n".join(row.filed),)


def _table(names: tuple[str, ...], words: Words) -> tuple[str, str]:
    heads = [words.say(f"appraisal.column.{name}") for name in names]
    return "| " + " | ".join(heads) + " |", "|" + "---|" * len(names)


def _cells(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join("<br>".join(plain(line) for line in cell.split("\n")) for cell in cells) + " |"
