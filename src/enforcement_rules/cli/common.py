"""What the commands share: options, loading with problems shown, writing."""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from enforcement_rules.cli.codes import BAD_INPUT, WORST_FIRST
from enforcement_rules.loading import load_calendar, load_rulesets
from enforcement_rules.rules.ruleset import Rulesets
from enforcement_rules.values.errors import InputError, refuse
from enforcement_rules.values.workdays import PUBLISHED, Calendar

T = TypeVar("T")


class Lang(StrEnum):
    """The language of the output."""

    zh = "zh"
    en = "en"


class Form(StrEnum):
    """The form of the output of commands that have text and JSON."""

    text = "text"
    json = "json"


FormOption = Annotated[Form, typer.Option("--format", help="text or json.")]
RulesetsOption = Annotated[
    list[Path] | None,
    typer.Option("--rulesets", metavar="DIR", help="Use the rulesets in DIR instead of the shipped ones."),
]


class EvaluatorName(StrEnum):
    """The evaluator of the rules."""

    compiled = "compiled"
    durable = "durable"


EvaluatorOption = Annotated[
    EvaluatorName, typer.Option("--evaluator", help="compiled, or durable: the network, where it is installed.")
]
CalendarOption = Annotated[
    Path | None,
    typer.Option("--calendar", metavar="FILE", help="A file of days off and worked weekends, on top of the notices."),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="Day of the review; default: day of the decision, or today.")
]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the output.")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")]


def rulesets_from(directories: list[Path] | None, *, cache: bool = True) -> Rulesets:
    """Load the rulesets in some directories, or the shipped ones."""
    rulesets = load_rulesets(*(directories or []), cache=cache)
    gc.freeze()  # what is loaded stays to the end
    gc.enable()
    return rulesets


def calendar_from(path: Path | None) -> Calendar:
    """Load a calendar file on top of the published notices, or take these alone."""
    return PUBLISHED if path is None else load_calendar(path)


def day_from(text: str | None) -> dt.date | None:
    """Read the day of the review.

    Raises:
        InputError: when it is no whole ISO date.
    """
    if text is None:
        return None
    try:
        if len(text) != len("2024-01-31"):
            raise ValueError(text)
        return dt.date.fromisoformat(text)
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


def of_each(paths: Sequence[Path], lang: Lang, work: Callable[[Path], T]) -> tuple[list[T], set[int]]:
    """Return what was made of each file, and the exit codes of those that are bad input, which is shown."""
    made: list[T] = []
    codes: set[int] = set()
    for path in paths:
        try:
            made.append(work(path))
        except InputError as error:
            _show(error, lang)
            codes.add(BAD_INPUT)
    return made, codes


def leave(codes: set[int]) -> NoReturn:
    """End with the worst of some exit codes."""
    raise typer.Exit(next(code for code in WORST_FIRST if code in codes))


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
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(name, 0o644)
        os.replace(name, output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def as_json(value: Any) -> str:
    """Return JSON with a line feed at the end, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
