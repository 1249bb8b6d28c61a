"""`enforcement-rules deadlines CASE…`: what is due by when, done, late, or cannot be computed."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from enforcement_rules.cli.common import (
    CalendarOption,
    Lang,
    LangOption,
    OnOption,
    OutputOption,
    RulesetsOption,
    as_json,
    calendar_from,
    day_from,
    leave,
    of_each,
    refusing,
    rulesets_from,
    write,
)
from enforcement_rules.evaluation.plan import plan_of
from enforcement_rules.evaluation.views import Deadline, deadlines
from enforcement_rules.explanation.deadlines import Dated, as_deadline_text, as_icalendar
from enforcement_rules.loading import load_case
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.workdays import Calendar


class Format(StrEnum):
    """The form of the output."""

    text = "text"
    json = "json"
    ics = "ics"


def command(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE...", help="Case files, YAML or JSON.")],
    on: OnOption = None,
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="DAYS", min=0, help="Only what is overdue or falls due within so many days."),
    ] = None,
    rulesets: RulesetsOption = None,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    format_: Annotated[Format, typer.Option("--format", help="text, json or ics (iCalendar).")] = Format.text,
    output: OutputOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what was done in time or has not begun.")] = False,
) -> None:
    """Show the time limits of cases. Exit code: 0 nothing overdue, 1 something overdue or late, 2 bad input."""
    with refusing(lang):
        law = rulesets_from(rulesets)
        day = day_from(on) or dt.date.today()
        days = calendar_from(calendar)
    found, codes = of_each(cases, lang, lambda path: _dated(path, law, day, days, within))
    if within is not None:
        found = _soonest_first(found)
    if found:
        with refusing(lang):
            text = _rendered(found, day, format_, lang, everything=everything)
        write(text, output, lang)
    over = any(limit.status in ("overdue", "late") for each in found for limit in each.deadlines)
    leave(codes | {1 if over else 0})


def _dated(path: Path, law: Rulesets, day: dt.date, calendar: Calendar, within: int | None) -> Dated:
    case = load_case(path, law)
    found = deadlines(case, law, day, calendar=calendar)
    if within is not None:
        found = tuple(limit for limit in found if _falls_due(limit, within))
    return Dated(case, law.vocabulary, plan_of(law).titles, found)


def _soonest_first(found: list[Dated]) -> list[Dated]:
    """Order cases by what is to be done first; those without anything come last."""
    return sorted(found, key=lambda each: min((one.last for one in each.deadlines if one.last), default=dt.date.max))


def _falls_due(limit: Deadline, within: int) -> bool:
    return limit.status == "overdue" or (
        limit.status == "due" and limit.days_left is not None and limit.days_left <= within
    )


def _rendered(found: list[Dated], day: dt.date, format_: Format, lang: Lang, *, everything: bool) -> str:
    if format_ is Format.json:
        records = [
            {"case": each.case.number, "on": day.isoformat(), "deadlines": [one.to_dict() for one in each.deadlines]}
            for each in found
        ]
        return as_json(records[0] if len(records) == 1 else records)
    if format_ is Format.ics:
        return as_icalendar(found, day, lang.value)
    return as_deadline_text(found, day, lang.value, everything=everything)
