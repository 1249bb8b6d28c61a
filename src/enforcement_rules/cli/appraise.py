"""`enforcement-rules appraise CASE…`: the sheet of an appraisal (案卷评查表)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from enforcement_rules.cli.common import (
    BAD_INPUT,
    CalendarOption,
    Lang,
    LangOption,
    OnOption,
    OutputOption,
    RulesetsOption,
    as_json,
    calendar_from,
    day_from,
    refusing,
    rulesets_from,
    write,
)
from enforcement_rules.evaluation.appraisal import Appraisal, appraise
from enforcement_rules.explanation.appraisal import appraisal_record
from enforcement_rules.explanation.appraisal_html import appraisal_html
from enforcement_rules.explanation.appraisal_text import appraisal_markdown, appraisal_text
from enforcement_rules.loading import load_case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.workdays import Calendar

EXIT = {"clean": 0, "fails_by_veto": 1, "faults": 1, "open": 3}
WORST_FIRST = (BAD_INPUT, 1, 3, 0)


class SheetForm(StrEnum):
    """The form of the sheet."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"


def command(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE...", help="Case files, YAML or JSON.")],
    standard: Annotated[
        str | None,
        typer.Option("--standard", metavar="ID", help="The standard (instrument/name), where several are loaded."),
    ] = None,
    on: OnOption = None,
    rulesets: RulesetsOption = None,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    format_: Annotated[
        SheetForm, typer.Option("--format", help="text, json, markdown or html (for print).")
    ] = SheetForm.text,
    output: OutputOption = None,
) -> None:
    """Appraise case files. Exit code: 0 every item passed, 1 veto or faults, 3 open items, 2 bad input; the worst."""
    codes: list[int] = []
    made: list[Appraisal] = []
    with refusing(lang):
        law, day, days = rulesets_from(rulesets), day_from(on), calendar_from(calendar)
    for case in cases:
        try:
            appraisal = _appraised(case, law, standard, day, days, lang)
        except InputError as error:
            for line in error.lines(lang.value):
                typer.echo(line, err=True)
            codes.append(BAD_INPUT)
            continue
        codes.append(EXIT[appraisal.outcome])
        made.append(appraisal)
    if made:
        write(_rendered(made, format_, lang), output, lang)
    raise typer.Exit(next(code for code in WORST_FIRST if code in codes))


def _appraised(
    path: Path, rulesets: Rulesets, standard: str | None, day: dt.date | None, calendar: Calendar, lang: Lang
) -> Appraisal:
    """Appraise one file; without a day and without a date of decision as of today, which is said."""
    case = load_case(path, rulesets)
    try:
        return appraise(case, rulesets, standard, day, calendar=calendar)
    except InputError as error:
        if error.problems[0].code != "on_required":
            raise
    today = dt.date.today()
    note = (
        f"{path}: 没有决定日期，按今天（{today}）评查"
        if lang is Lang.zh
        else f"{path}: no date of decision; appraised as of today ({today})"
    )
    typer.echo(note, err=True)
    return appraise(case, rulesets, standard, today, calendar=calendar)


def _rendered(made: list[Appraisal], form: SheetForm, lang: Lang) -> str:
    if form is SheetForm.json:
        records = [appraisal_record(each) for each in made]
        return as_json(records[0] if len(records) == 1 else records)
    if form is SheetForm.html:
        return appraisal_html(made, lang.value)
    view = appraisal_text if form is SheetForm.text else appraisal_markdown
    return "\n".join(view(each, lang.value) for each in made)
