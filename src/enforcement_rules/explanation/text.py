"""The outline as plain text."""

from __future__ import annotations

from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.lines import Line
from enforcement_rules.explanation.outline import outline_of
from enforcement_rules.explanation.wording import Language, Words


def as_text(verdict: Verdict, lang: Language = "zh", *, everything: bool = False) -> str:
    """Return a verdict as plain text, ending in a line feed."""
    words = Words(lang)
    outline = outline_of(verdict, lang, everything=everything)
    out = [f"{name}  {value}" for name, value in outline.head]
    for number, section in enumerate(outline.sections, start=1):
        out += ["", words.table.get(f"number.{number}", "") + section.title]
        out += [_line(line) for line in section.lines]
    out.append("")
    out += [f"{name}{words.say('colon')}{value}" for name, value in outline.foot]
    return "\n".join(out) + "\n"


def _line(line: Line) -> str:
    mark = f"{line.mark} " if line.mark else ""
    right = f"    [{line.right}]" if line.right else ""
    return "  " + "    " * line.depth + mark + line.text + right
