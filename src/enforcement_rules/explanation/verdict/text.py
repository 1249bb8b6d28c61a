"""The outline as plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Line, Table
from enforcement_rules.explanation.verdict.outline import outline_of
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.statutes.text import LawText


def as_text(
    verdict: Verdict, lang: Language = "zh", *, everything: bool = False, law_text: LawText | None = None
) -> str:
    """Return a verdict as plain text, ending in a line feed; with the texts of statutes it quotes what it cites."""
    words = Words(lang)
    outline = outline_of(verdict, lang, everything=everything, law_text=law_text)
    out = [f"{name}  {value}" for name, value in outline.head]
    for title, section in outline.titled(words):
        out += ["", title]
        for table in section.tables:
            out += _table(table)
        out += [_line(line) for line in section.lines]
    out.append("")
    out += [f"{name}{words.say('colon')}{value}" for name, value in outline.foot]
    return page_of(out)


def _table(table: Table) -> Iterator[str]:
    """Yield a table in columns; a Chinese character is two columns wide."""
    if table.title:
        yield f"  {table.title}"
    widths = [max(map(_width, column)) for column in zip(table.head, *table.rows, strict=True)]
    for row in (table.head, *table.rows):
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  " + "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _line(line: Line) -> str:
    mark = f"{line.mark} " if line.mark else ""
    right = f"    [{line.right}]" if line.right else ""
    return "  " + "    " * line.depth + mark + line.text + right
