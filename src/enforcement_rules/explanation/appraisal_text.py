"""The sheet of an appraisal as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from enforcement_rules.evaluation.appraisal import Appraisal
from enforcement_rules.explanation.appraisal import DOCUMENT_MARKS, MARKS, DocumentRow, ItemRow, Sheet, sheet_of
from enforcement_rules.explanation.markdown import plain
from enforcement_rules.explanation.wording import Language, Words

_BLANK = "_" * 16


def appraisal_text(appraisal: Appraisal, lang: Language = "zh") -> str:
    """Return the sheet as plain text, ending in a line feed; text of the case stays on its line."""
    words, sheet = Words(lang), sheet_of(appraisal, lang)
    out = [sheet.title, ""]
    out += [f"{name}{words.say('colon')}{_one_line(value)}" for name, value in sheet.head]
    out += ["  ".join(f"{blank} {_BLANK}" for blank in sheet.blanks)]
    for block in sheet.blocks:
        out += ["", block.title]
        for row in block.rows:
            out += _item(row, words)
    if sheet.documents:
        out += ["", words.say("appraisal.section.documents")]
        out += [_document(row) for row in sheet.documents]
    out += ["", words.say("appraisal.section.total")]
    out += [f"  {name}{words.say('colon')}{value}" for name, value in sheet.totals]
    out += _remarks(sheet, words)
    return "\n".join(out) + "\n"


def _item(row: ItemRow, words: Words) -> Iterator[str]:
    cite = f"    [{row.cite}]" if row.cite else ""
    yield f"  {row.number:>3} {MARKS[row.code]} {_one_line(row.text)}{cite}"
    named = (("points", row.points), ("deducted", row.deducted))
    parts = [row.status, *(f"{words.say(f'appraisal.column.{name}')} {value}" for name, value in named if value)]
    yield "        " + "  ".join(parts)
    yield from (f"        · {_one_line(reason)}" for reason in row.reasons)


def _document(row: DocumentRow) -> str:
    if row.code == "not_assigned":
        return f"  {DOCUMENT_MARKS[row.code]} {row.status}  {_one_line(row.filed[0])}"
    return f"  {DOCUMENT_MARKS[row.code]} {row.status}  {row.name}" + "".join(
        f"\n      {_one_line(f)}" for f in row.filed
    )


def _remarks(sheet: Sheet, words: Words) -> list[str]:
    if not sheet.remarks:
        return []
    return ["", words.say("appraisal.section.remarks"), *(f"  · {_one_line(remark)}" for remark in sheet.remarks)]


def _one_line(text: str) -> str:
    return "  ".join(part.strip() for part in text.splitlines()) if "\n" in text or "\r" in text else text


def appraisal_markdown(appraisal: Appraisal, lang: Language = "zh") -> str:
    """Return the sheet as Markdown with tables; text of the case cannot change its structure."""
    words, sheet = Words(lang), sheet_of(appraisal, lang)
    out = ["# " + sheet.title, ""]
    out += [f"- **{name}** {plain(value)}" for name, value in sheet.head]
    out += [f"- **{blank}** {plain(_BLANK)}" for blank in sheet.blanks]
    for block in sheet.blocks:
        names = ("number", "content", "points", "deducted", "status", "reason")
        out += ["", "## " + plain(block.title), "", *_table(names, words)]
        out += [_cells(_columns(row)) for row in block.rows]
    if sheet.documents:
        out += ["", "## " + words.say("appraisal.section.documents"), ""]
        out += [*_table(("document", "status", "filed"), words)]
        out += [
            _cells((row.name, f"{DOCUMENT_MARKS[row.code]} {row.status}", *_joined(row))) for row in sheet.documents
        ]
    out += ["", "## " + words.say("appraisal.section.total"), ""]
    out += [f"- **{name}** {plain(value)}" for name, value in sheet.totals]
    if sheet.remarks:
        out += ["", "## " + words.say("appraisal.section.remarks"), ""]
        out += [f"- {plain(remark)}" for remark in sheet.remarks]
    return "\n".join(out) + "\n"


def _columns(row: ItemRow) -> tuple[str, ...]:
    content = f"{row.text} [{row.cite}]" if row.cite else row.text
    mark = f"{MARKS[row.code]} {row.status}"
    return row.number, content, row.points, row.deducted, mark, "\n".join(row.reasons)


def _joined(row: DocumentRow) -> tuple[str]:
    return ("\n".join(row.filed),)


def _table(names: tuple[str, ...], words: Words) -> tuple[str, str]:
    heads = [words.say(f"appraisal.column.{name}") for name in names]
    return "| " + " | ".join(heads) + " |", "|" + "---|" * len(names)


def _cells(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join("<br>".join(plain(line) for line in cell.splitlines()) for cell in cells) + " |"
