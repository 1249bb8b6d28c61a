"""`enforcement-rules appraise CASE…`: the sheet of an appraisal (案卷评查表)."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import answer, as_of, case_at, form_for, json_of, setting
from enforcement_rules.cli.options import (
    CalendarOption,
    CasesArgument,
    Lang,
    LangOption,
    NoCacheOption,
    OnlyOption,
    OnOption,
    OutputOption,
    RulesetsOption,
)
from enforcement_rules.cli.streams import Charset

if TYPE_CHECKING:
    from enforcement_rules.evaluation.appraisal import Appraisal

EXIT = {"clean": 0, "fails_by_veto": 1, "faults": 1, "open": 3}


class SheetForm(StrEnum):
    """The form of the sheet."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"


CHARSETS: dict[SheetForm, Charset] = {SheetForm.json: "json", SheetForm.html: "utf-8"}
"""Of the forms that do not follow the surroundings."""


def command(
    cases: CasesArgument,
    standard: Annotated[
        str | None,
        typer.Option("--standard", metavar="ID", help="The standard (instrument/name), where several are loaded."),
    ] = None,
    on: OnOption = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    format_: Annotated[
        SheetForm | None,
        typer.Option("--format", help="text, json, markdown or html (for print); default: by the ending of FILE."),
    ] = None,
    output: OutputOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Appraise case files. Exit code: 0 every item passed, 1 veto or faults, 3 open items, 2 bad input; the worst."""
    from enforcement_rules.evaluation.appraisal import appraise

    form = form_for(cases, output, format_, SheetForm.text, lang)
    here = setting(lang, rulesets, on, calendar, only=only, cache=not no_cache)

    def appraised(path: Path) -> Appraisal:
        at = partial(appraise, case_at(path, here.law), here.law, standard, calendar=here.calendar)
        return as_of(path, here.day, lang, ("评查", "appraised"), at)

    answer(
        cases,
        lang,
        output,
        work=appraised,
        text=lambda made: _rendered(made, form, lang),
        code=lambda appraisal: EXIT[appraisal.outcome],
        charset=CHARSETS.get(form, "surroundings"),
    )


def _rendered(made: list[Appraisal], form: SheetForm, lang: Lang) -> str:
    from enforcement_rules.explanation import appraisal as sheet

    if form is SheetForm.json:
        return json_of([sheet.appraisal_record(each) for each in made])
    if form is SheetForm.html:
        return sheet.appraisal_html(made, lang.value)
    view = sheet.appraisal_text if form is SheetForm.text else sheet.appraisal_markdown
    return "\n".join(view(each, lang.value) for each in made)
