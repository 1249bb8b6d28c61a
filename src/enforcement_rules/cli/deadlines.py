"""`enforcement-rules deadlines CASE…`: what is due by when, done, late, or cannot be computed."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enforcement_rules.cli.common import Setting, answer, as_of, case_at, form_for, json_of, setting
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
    from enforcement_rules.evaluation.views import Deadline
    from enforcement_rules.explanation.deadlines import Dated


class Format(StrEnum):
    """The form of the output."""

    text = "text"
    json = "json"
    ics = "ics"


CHARSETS: dict[Format, Charset] = {Format.text: "surroundings", Format.json: "json", Format.ics: "utf-8"}


def command(
    cases: CasesArgument,
    on: OnOption = None,
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="DAYS", min=0, help="Only what is overdue or falls due within so many days."),
    ] = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="text, json or ics (iCalendar); default: by the ending of FILE, or text."),
    ] = None,
    output: OutputOption = None,
    no_cache: NoCacheOption = False,
    everything: Annotated[bool, typer.Option("--all", help="Also what was done in time or has not begun.")] = False,
) -> None:
    """Show the time limits of cases. Exit code: 0 nothing overdue, 1 something overdue or late, 2 bad input."""
    form = form_for(cases, output, format_, Format.text, lang)
    here = setting(lang, rulesets, on, calendar, only=only, cache=not no_cache)

    def written(found: list[Dated]) -> str:
        ordered = found if within is None else _soonest_first(found)
        return _rendered(ordered, form, lang, everything=everything)

    answer(
        cases,
        lang,
        output,
        work=lambda path: _dated(path, here, lang, within),
        text=written,
        charset=CHARSETS[form],
        code=lambda dated: 1 if any(limit.status in ("overdue", "late") for limit in dated.deadlines) else 0,
    )


def _dated(path: Path, here: Setting, lang: Lang, within: int | None) -> Dated:
    from enforcement_rules.evaluation.engine import frames_of
    from enforcement_rules.evaluation.plan import plan_of
    from enforcement_rules.evaluation.views import deadlines
    from enforcement_rules.explanation.deadlines import Dated

    case = case_at(path, here.law)
    found_for = partial(frames_of, case, here.law, calendar=here.calendar)
    _, day, _ = as_of(path, here.day, lang, ("列出期限", "deadlines"), found_for)
    found = deadlines(case, here.law, day, calendar=here.calendar)
    if within is not None:
        found = tuple(limit for limit in found if _falls_due(limit, within))
    return Dated(case, here.law.vocabulary, plan_of(here.law).titles, found, day)


def _soonest_first(found: list[Dated]) -> list[Dated]:
    """Order cases by what is to be done first; those without anything come last."""
    return sorted(found, key=lambda each: min((one.last for one in each.deadlines if one.last), default=dt.date.max))


def _falls_due(limit: Deadline, within: int) -> bool:
    return limit.status == "overdue" or (
        limit.status == "due" and limit.days_left is not None and limit.days_left <= within
    )


def _rendered(found: list[Dated], form: Format, lang: Lang, *, everything: bool) -> str:
    if form is Format.json:
        return json_of([_record(each) for each in found])
    from enforcement_rules.explanation.deadlines import as_deadline_text, as_icalendar

    day = found[0].on or dt.date.today()
    if form is Format.ics:
        return as_icalendar(found, day, lang.value)
    return as_deadline_text(found, day, lang.value, everything=everything)


def _record(dated: Dated) -> dict[str, Any]:
    limits = [limit.to_dict() for limit in dated.deadlines]
    return {"case": dated.case.number, "on": None if dated.on is None else dated.on.isoformat(), "deadlines": limits}
