"""`enforcement-rules review CASE…`: the verdict."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from enforcement_rules.cli.common import (
    CalendarOption,
    EvaluatorName,
    EvaluatorOption,
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
from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.evaluators import Evaluator
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.markdown import as_markdown
from enforcement_rules.explanation.record import as_record
from enforcement_rules.explanation.text import as_text
from enforcement_rules.loading import load_case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import InputError
from enforcement_rules.values.workdays import PUBLISHED, Calendar

EXIT = {"may_decide": 0, "must_not_decide": 1, "undetermined": 3}
BAD_INPUT = 2
WORST_FIRST = (BAD_INPUT, 1, 3, 0)


class Format(StrEnum):
    """The form of the output."""

    text = "text"
    json = "json"
    markdown = "markdown"


def command(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE...", help="Case files, YAML or JSON.")],
    on: OnOption = None,
    rulesets: RulesetsOption = None,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    format_: Annotated[Format, typer.Option("--format", help="text, json or markdown.")] = Format.text,
    output: OutputOption = None,
    evaluator: EvaluatorOption = EvaluatorName.compiled,
    everything: Annotated[bool, typer.Option("--all", help="Everything: duties kept, all asks, all gaps.")] = False,
) -> None:
    """Review cases. Exit code: 0 may be decided, 1 must not, 3 undetermined, 2 bad input; of several the worst."""
    codes: list[int] = []
    shown: list[Verdict] = []
    with refusing(lang):
        law = rulesets_from(rulesets)
        day = day_from(on)
        days = calendar_from(calendar)
    for case in cases:
        try:
            verdict = verdict_on(case, law, day, lang, days, evaluator.value)
        except InputError as error:
            for line in error.lines(lang.value):
                typer.echo(line, err=True)
            codes.append(BAD_INPUT)
            continue
        codes.append(EXIT[verdict.outcome])
        shown.append(verdict)
    if shown:
        write(_rendered(shown, format_, lang, everything=everything), output, lang)
    raise typer.Exit(next(code for code in WORST_FIRST if code in codes))


def verdict_on(
    case: Path,
    rulesets: Rulesets,
    day: dt.date | None,
    lang: Lang,
    calendar: Calendar = PUBLISHED,
    evaluator: Evaluator = "compiled",
) -> Verdict:
    """Review one file; without a day and without a date of decision as of today, which is said."""
    loaded = load_case(case, rulesets)
    try:
        return review(loaded, rulesets, day, calendar=calendar, evaluator=evaluator)
    except InputError:
        if day is not None:
            raise
    today = dt.date.today()
    note = (
        f"{case}: 没有决定日期，按今天（{today}）审查"
        if lang is Lang.zh
        else f"{case}: no date of decision; reviewed as of today ({today})"
    )
    typer.echo(note, err=True)
    return review(loaded, rulesets, today, calendar=calendar, evaluator=evaluator)


def _rendered(verdicts: list[Verdict], format_: Format, lang: Lang, *, everything: bool) -> str:
    if format_ is Format.json:
        records = [as_record(verdict) for verdict in verdicts]
        return as_json(records[0] if len(records) == 1 else records)
    view = as_text if format_ is Format.text else as_markdown
    return "\n".join(view(verdict, lang.value, everything=everything) for verdict in verdicts)
