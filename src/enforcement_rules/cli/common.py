"""What the commands share: loading with problems shown, going through files, writing."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer
from msgspec import Struct

from enforcement_rules.cli.codes import BAD_INPUT, WORST_FIRST
from enforcement_rules.cli.options import Lang
from enforcement_rules.cli.saving import form_of, save, unwritten
from enforcement_rules.cli.streams import Charset, abandon, is_stdout, json_escaped, print_out, tell
from enforcement_rules.values.dates import parse_day
from enforcement_rules.values.errors import InputError, refuse
from enforcement_rules.values.workdays import PUBLISHED, Calendar

if TYPE_CHECKING:
    from enforcement_rules.model.case import Case
    from enforcement_rules.rules.ruleset import Rulesets

T = TypeVar("T")
Form = TypeVar("Form", bound=StrEnum)


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


STDIN = ("/dev/stdin", "-")
"""Standard input as a file, and what messages call it."""


def case_at(path: Path, law: Rulesets) -> Case:
    """Load the case of a file; `-` is standard input, read as YAML.

    Raises:
        InputError: with everything that is wrong.
    """
    from enforcement_rules.loading import load_case
    from enforcement_rules.loading.reading import read_document

    return load_case(read_document(*STDIN, mend=True) if str(path) == "-" else path, law)


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
        tell(line)


def answer(
    paths: Sequence[Path],
    lang: Lang,
    output: Path | None,
    *,
    work: Callable[[Path], T],
    text: Callable[[list[T]], str],
    code: Callable[[T], int],
    charset: Charset = "surroundings",
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
        write(written, output, lang, charset)
    codes |= {code(each) for each in made}
    raise typer.Exit(next(each for each in WORST_FIRST if each in codes))


def form_for(paths: Sequence[Path], output: Path | None, given: Form | None, default: Form, lang: Lang) -> Form:
    """Return the form to write in; a file that would be lost, or whose ending says otherwise, ends the command."""
    with refusing(lang):
        _hold_apart(paths, output)
        return form_of(output, given, default)


def _hold_apart(paths: Sequence[Path], output: Path | None) -> None:
    """Refuse to write over a file that is read."""
    if output is not None and any(_same(path, output) for path in paths):
        raise refuse("output_is_input", (str(output),))


def _same(path: Path, output: Path) -> bool:
    try:
        return output.samefile(path)
    except (OSError, ValueError):
        return False


def as_of(path: Path, day: dt.date | None, lang: Lang, done: tuple[str, str], work: Callable[[dt.date | None], T]) -> T:
    """Do something as of a day; without one, and without a last day of the decision, as of today, which is said.

    `done` names what is done, in Chinese and English, as in `审查` and `reviewed`.
    """
    try:
        return work(day)
    except InputError as error:
        (problem, *_) = error.problems
        if problem.code not in _WITHOUT_DAY:
            raise
    today = dt.date.today()
    why = _WITHOUT_DAY[problem.code][lang is Lang.en].format_map(problem.args)
    note = f"按今天（{today}）{done[0]}" if lang is Lang.zh else f"{done[1]} as of today ({today})"
    tell(f"{path}: {why}{'，' if lang is Lang.zh else '; '}{note}")
    return work(today)


_WITHOUT_DAY = {
    "on_required": ("没有决定日期", "no date of decision"),
    "on_required_since": ("决定日期只知道不早于 {since}", "the decision is only known to be of {since} or later"),
}
"""Why a case gives no day to review it for, in Chinese and English."""


def write(text: str, output: Path | None, lang: Lang, charset: Charset = "surroundings") -> None:
    """Write to a file as a whole or not at all; to standard output without one.

    What cannot be written is shown and ends the command with exit code 2, never with that of a verdict.
    """
    if output is not None and is_stdout(output):
        output = None
    with refusing(lang):
        try:
            if output is None:
                print_out(text, charset)
            else:
                save(output, text)
        except OSError as error:
            if output is None:
                abandon("stdout")
            where = "stdout" if output is None else str(output)
            raise unwritten(where, error) from None


def json_of(records: list[Any]) -> str:
    """Return the JSON of one record as it is, and of several as a list."""
    return as_json(records[0] if len(records) == 1 else records)


def as_json(value: Any) -> str:
    """Return JSON with a line feed at the end: Chinese as it is, characters that cannot be seen as their escapes."""
    from enforcement_rules.values.json_text import json_text

    return json_escaped(json_text(value))
