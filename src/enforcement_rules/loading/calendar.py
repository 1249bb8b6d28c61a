"""Calendar files: years whose arrangement of days off the library does not carry yet, or that differ locally."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from enforcement_rules.loading.reading import Document, Problems, read_document, validate
from enforcement_rules.rules.base import Sentence
from enforcement_rules.values.days import Day
from enforcement_rules.values.workdays import PUBLISHED, Calendar, YearCalendar

_MOST_DAYS = 366


class _Year(BaseModel):
    """One year: the days off besides weekends, and the weekend days that are working days."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    source: Sentence
    days_off: tuple[Day, ...] = Field(max_length=_MOST_DAYS)
    working_weekends: tuple[Day, ...] = Field(default=(), max_length=_MOST_DAYS)


class _CalendarFile(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)
    years: dict[str, _Year] = Field(min_length=1, max_length=50)


def load_calendar(path: str | Path, base: Calendar = PUBLISHED) -> Calendar:
    """Load a calendar file on top of another calendar; a year that it states is taken from it alone.

    Args:
        path: a YAML or JSON file: `years`, each with its `source` (the notice), `days_off` and `working_weekends`.
        base: the calendar for all other years; default: the published holiday notices.

    Raises:
        InputError: with everything that is wrong, in the order of the file.
    """
    document = read_document(Path(path))
    problems = Problems()
    file = validate(_CalendarFile, document.data, document, problems)
    if file is not None:
        _check(file, document, problems)
    if file is None or problems:
        raise problems.error()
    years = {
        int(year): (frozenset(each.days_off), frozenset(each.working_weekends)) for year, each in file.years.items()
    }
    sources = "; ".join(f"{year}: {each.source}" for year, each in sorted(file.years.items()))
    return YearCalendar(base, years, f"{Path(path).name} {document.sha256[:12]} ({sources})")


def _check(file: _CalendarFile, document: Document, problems: Problems) -> None:
    for year, each in file.years.items():
        if not (year.isascii() and year.isdigit() and len(year) == len("2027")):
            problems.add(document, "expected_year", ("years", year), value=year)
            continue
        for key in ("days_off", "working_weekends"):
            for n, day in enumerate(getattr(each, key)):
                if day.year != int(year):
                    problems.add(document, "day_of_other_year", ("years", year, key, n), value=day, year=year)
        _check_weekends(year, each, document, problems)


def _check_weekends(year: str, each: _Year, document: Document, problems: Problems) -> None:
    for n, day in enumerate(each.working_weekends):
        path = ("years", year, "working_weekends", n)
        if day in each.days_off:
            problems.add(document, "day_off_and_working", path, value=day)
        elif day.weekday() < dt.date(2024, 1, 6).weekday():
            problems.add(document, "expected_weekend", path, value=day)
