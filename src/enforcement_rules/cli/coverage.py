"""`enforcement-rules coverage`: which penalty articles of each statute text the rulesets hold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enforcement_rules.cli.common import as_json, refusing, setting, write
from enforcement_rules.cli.options import Lang, LangOption, OnlyOption, OutputOption, RulesetsOption
from enforcement_rules.cli.streams import tell

if TYPE_CHECKING:
    from enforcement_rules.checking import WordingCoverage


class CoverageForm(StrEnum):
    """The form of the output."""

    text = "text"
    json = "json"
    md = "md"


FormatOption = Annotated[CoverageForm, typer.Option("--format", help="text, json or md.")]
TextsOption = Annotated[
    Path, typer.Option("--law-text", metavar="DIR", help="The folder of statute texts; none comes with the library.")
]
EncodedOption = Annotated[
    bool, typer.Option("--encoded", help="Only the texts that a ruleset rests on, with each article not encoded.")
]


def command(
    law_text: TextsOption,
    encoded: EncodedOption = False,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    lang: LangOption = Lang.zh,
    format_: FormatOption = CoverageForm.text,
    output: OutputOption = None,
) -> None:
    """Count the penalty articles of each text that the rulesets hold. Exit code: 0, or 2 for bad input."""
    from enforcement_rules.checking import law_coverage
    from enforcement_rules.explanation.coverage import as_coverage_markdown, as_coverage_text
    from enforcement_rules.loading import load_law_text

    with refusing(lang):
        texts = load_law_text(law_text)
    law = setting(lang, rulesets, only=only).law
    found = [each for each in law_coverage(law, texts) if each.versions or not encoded]
    for problem in (problem for each in found for problem in each.problems):
        tell(problem.line(lang.value))
    if format_ is CoverageForm.json:
        write(as_json([_record(each) for each in found]), output, lang, "json")
        return
    say = as_coverage_markdown if format_ is CoverageForm.md else as_coverage_text
    write(say(found, lang.value, articles=encoded), output, lang)


def _record(found: WordingCoverage) -> dict[str, Any]:
    from enforcement_rules.checking import STATUSES

    return {
        "title": found.entry.title,
        "file": found.entry.file,
        "in_force_from": found.entry.in_force_from.isoformat() if found.entry.in_force_from else None,
        "verified": found.entry.verified,
        "versions": list(found.versions),
        "penalty_articles": len(found.articles),
        **{status: found.count(status) for status in STATUSES},
        "excluded": dict(found.excluded),
        "articles": [
            {
                "article": each.article,
                "line": each.line,
                "status": each.status,
                "rules": list(each.rules),
                "open_paragraphs": list(each.paragraphs),
                "gaps": [{"name": name, "reason": reason} for name, reason in each.gaps],
            }
            for each in found.articles
        ],
        "unreadable": bool(found.problems),
    }
