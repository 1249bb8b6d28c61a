"""`enforcement-rules review CASE…`: the verdict."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import partial
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
    as_of,
    calendar_from,
    day_from,
    leave,
    of_each,
    refusing,
    rulesets_from,
    write,
)
from enforcement_rules.evaluation.engine import review
from enforcement_rules.evaluation.plan import Evaluator
from enforcement_rules.evaluation.verdict import Verdict
from enforcement_rules.explanation.verdict import as_markdown, as_text
from enforcement_rules.loading import load_case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import refuse
from enforcement_rules.values.workdays import PUBLISHED, Calendar

EXIT = {"may_decide": 0, "must_not_decide": 1, "undetermined": 3}


class ProofsOf(StrEnum):
    """Whose proofs the JSON holds."""

    applicable = "applicable"
    all = "all"


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
    proofs: Annotated[
        ProofsOf | None,
        typer.Option(
            "--proofs", help="In JSON: applicable, or all: duties that are dormant or do not apply in full, too."
        ),
    ] = None,
) -> None:
    """Review cases. Exit code: 0 may be decided, 1 must not, 3 undetermined, 2 bad input; of several the worst."""
    with refusing(lang):
        if proofs is not None and format_ is not Format.json:
            raise refuse("proofs_in_json", ("--proofs",))
        law = rulesets_from(rulesets)
        day = day_from(on)
        days = calendar_from(calendar)
    shown, codes = of_each(cases, lang, lambda case: verdict_on(case, law, day, lang, days, evaluator.value))
    if shown:
        if format_ is Format.json:
            records = [verdict.to_dict((proofs or ProofsOf.applicable).value) for verdict in shown]
            text = as_json(records[0] if len(records) == 1 else records)
        else:
            view = as_text if format_ is Format.text else as_markdown
            text = "\n".join(view(verdict, lang.value, everything=everything) for verdict in shown)
        write(text, output, lang)
    leave(codes | {EXIT[each.outcome] for each in shown})


def verdict_on(
    case: Path,
    rulesets: Rulesets,
    day: dt.date | None,
    lang: Lang,
    calendar: Calendar = PUBLISHED,
    evaluator: Evaluator = "compiled",
) -> Verdict:
    """Review one file; without a day and without a date of decision as of today, which is said."""
    at = partial(review, load_case(case, rulesets), rulesets, calendar=calendar, evaluator=evaluator)
    return as_of(case, day, lang, ("审查", "reviewed"), at)
