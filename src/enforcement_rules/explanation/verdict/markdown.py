"""The outline as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.forms import Table
from enforcement_rules.explanation.verdict.outline import outline_of
from enforcement_rules.explanation.wording import Language, Words
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.statutes.text import LawText

_SPACES = re.compile(" +")
# What Markdown reads as its own anywhere, and what many of its readers make links or formulas of.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$@]|:(?=//)|(?<=[Ww]{3})\.|^[-+=]")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def as_markdown(
    verdict: Verdict, lang: Language = "zh", *, everything: bool = False, law_text: LawText | None = None
) -> str:
    """Return a verdict as Markdown; text of the case cannot change its structure."""
    words = Words(lang)
    outline = outline_of(verdict, lang, everything=everything, law_text=law_text)
    out = ["# " + plain(outline.head[0][1]), ""]
    out += [f"- **{plain(name)}** {plain(value)}" for name, value in outline.head[1:]]
    for title, section in outline.titled(words):
        out += ["", "## " + title, ""]
        for table in section.tables:
            out += [*_table(table), ""]
        for line in section.lines:
            mark = f"{plain(line.mark)} " if line.mark else ""
            right = f" — *{plain(line.right)}*" if line.right else ""
            out.append("  " * line.depth + "- " + mark + plain(line.text) + right)
    for name, value in outline.foot:
        out += ["", f"**{plain(name)}**{words.say('colon')}{plain(value)}"]
    out += ["", plain(words.say("opinion.signature"))]
    return page_of(out)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield from (f"**{plain(table.title)}**", "")
    yield _row(map(plain, table.head))
    yield _row(["---"] * len(table.head))
    yield from (_row(map(plain, row)) for row in table.rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def plain(text: str) -> str:
    r"""Return a text of an outline with everything escaped that Markdown would read as its own.

    >>> print(plain("1. [甲](https://a.example) | <b>"))
    1\. \[甲\](https\://a.example) \| \<b\>
    """
    single = _SPACES.sub(" ", text).strip(" ")
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", single))
