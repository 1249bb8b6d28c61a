"""What the commands share: loading with problems shown, going through files, writing."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer
from msgspec import Struct

from enforcement_rules.cli.codes import BAD_INPUT, WORST_FIRST
from enforcement_rules.cli.options import Lang
from enforcement_rules.values.dates import parse_day
from enforcement_rules.values.errors import InputError, refuse
from enforcement_rules.values.workdays import PUBLISHED, Calendar

if TYPE_CHECKING:
    from enforcement_rules.rules.ruleset import Rulesets

T = TypeVar("T")


class Setting(Struct, frozen=True):
    """What a command works with: rulesets, the day it was told (`None`: of the decision, or today), calendar."""

    law: Rulesets
    day: dt.date | None = None
    calendar: Calendar = PUBLISHED


def setting(
    lang: Lang,
    rulesets: list[Path] | None,
    on: str | None = None,
    calendar: Path | None = None,
    *,
    only: bool = False,
    cache: bool = True,
) -> Setting:
    """Load what a command works with; what is wrong with it is shown and ends the command.

    Args:
        lang: of what is shown.
        rulesets: directories of rulesets, besides those of the library.
        on: the day of the review, as it was typed.
        calendar: a calendar file on top of the published notices; `None` for these alone.
        only: whether the rulesets of the library are left out.
        cache: whether rulesets that an earlier start read may be taken as they were kept.
    """
    from enforcement_rules.loading import load_rulesets

    with refusing(lang):
        if only and not rulesets:
            raise refuse("only_without_rulesets", ("--only",))
        law = load_rulesets(*(rulesets or []), only=only, cache=cache)
        found = Setting(law, day_from(on), PUBLISHED if calendar is None else _calendar(calendar))
    gc.freeze()  # what is loaded stays to the end
    gc.enable()
    return found


def _calendar(path: Path) -> Calendar:
    from enforcement_rules.loading import load_calendar

    return load_calendar(path)


def day_from(text: str | None) -> dt.date | None:
    """Read the day of the review.

    Raises:
        InputError: when it is no whole ISO date.
    """
    if text is None:
        return None
    try:
        return parse_day(text)
    except ValueError:
        raise refuse("expected_day", ("--on",), value=text) from None


@contextmanager
def refusing(lang: Lang) -> Iterator[None]:
    """Turn bad input into its lines on stderr and exit code 2."""
    try:
        yield
    except InputError as error:
        _show(error, lang)
        raise typer.Exit(BAD_INPUT) from None


def _show(error: InputError, lang: Lang) -> None:
    for line in error.lines(lang.value):
        typer.echo(line, err=True)


def answer(
    paths: Sequence[Path],
    lang: Lang,
    output: Path | None,
    *,
    work: Callable[[Path], T],
    text: Callable[[list[T]], str],
    code: Callable[[T], int],
) -> NoReturn:
    """Do the work on each file, write the text of all that was made, and leave with the worst exit code.

    A file that is bad input is shown with its lines, and the others are worked on all the same.
    """
    made: list[T] = []
    codes: set[int] = set()
    for path in paths:
        try:
            made.append(work(path))
        except InputError as error:
            _show(error, lang)
            codes.add(BAD_INPUT)
    if made:
        with refusing(lang):
            written = text(made)
        write(written, output, lang)
    codes |= {code(each) for each in made}
    raise typer.Exit(next(each for each in WORST_FIRST if each in codes))


def as_of(path: Path, day: dt.date | None, lang: Lang, done: tuple[str, str], work: Callable[[dt.date | None], T]) -> T:
    """Do something as of a day; without one, and without a date of decision, as of today, which is said.

    `done` names what is done, in Chinese and English, as in `审查` and `reviewed`.
    """
    try:
        return work(day)
    except InputError as error:
        if error.problems[0].code != "on_required":
            raise
    today = dt.date.today()
    note = (
        f"{path}: 没有决定日期，按今天（{today}）{done[0]}"
        if lang is Lang.zh
        else f"{path}: no date of decision; {done[1]} as of today ({today})"
    )
    typer.echo(note, err=True)
    return work(today)


def write(text: str, output: Path | None, lang: Lang) -> None:
    """Write to a file as a whole or not at all; to stdout without one."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    with refusing(lang):
        try:
            _replace(output, text)
        except OSError as error:
            raise refuse("cannot_write", (str(output),), reason=error.strerror or type(error).__name__) from None


def _replace(output: Path, text: str) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(name, 0o644)
        os.replace(name, output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def json_of(records: list[Any]) -> str:
    """Return the JSON of one record as it is, and of several as a list."""
    return as_json(records[0] if len(records) == 1 else records)


def as_json(value: Any) -> str:
    """Return JSON with a line feed at the end, Chinese as it is."""
    from enforcement_rules.values.json_text import json_text

    return json_text(value)
