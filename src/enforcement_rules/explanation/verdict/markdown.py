"""The outline as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Table
from enforcement_rules.explanation.verdict.outline import outline_of
from enforcement_rules.explanation.wording import Language, Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(verdict: Verdict, lang: Language = "zh", *, everything: bool = False) -> str:
    """Return a verdict as Markdown; text of the case cannot change its structure."""
    words = Words(lang)
    outline = outline_of(verdict, lang, everything=everything)
    out = ["# " + plain(outline.head[0][1]), ""]
    out += [f"- **{plain(name)}** {plain(value)}" for name, value in outline.head[1:]]
    for number, section in enumerate(outline.sections, start=1):
        out += ["", "## " + words.table.get(f"number.{number}", "") + section.title, ""]
        for table in section.tables:
            out += [*_table(table), ""]
        for line in section.lines:
            mark = f"{plain(line.mark)} " if line.mark else ""
            right = f" — *{plain(line.right)}*" if line.right else ""
            out.append("  " * line.depth + "- " + mark + plain(line.text) + right)
    out.append("")
    out += [f"**{plain(name)}**{words.say('colon')}{plain(value)}\n" for name, value in outline.foot]
    return "\n".join(out)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield from (f"**{plain(table.title)}**", "")
    for row in (table.head, ("---",) * len(table.head), *table.rows):
        yield "| " + " | ".join(map(plain, row)) + " |"


def plain(text: str) -> str:
    """Return text on one line with everything escaped that Markdown would read as its own."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
