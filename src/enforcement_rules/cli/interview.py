"""`enforcement-rules interview CASE`: what still matters is asked, and every answer is written into the file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import Setting, as_of, refusing, setting, write
from enforcement_rules.cli.options import (
    CalendarOption,
    Lang,
    LangOption,
    NoCacheOption,
    OnlyOption,
    OnOption,
    RulesetsOption,
)
from enforcement_rules.cli.review import EXIT
from enforcement_rules.cli.saving import save
from enforcement_rules.cli.streams import print_out, tell
from enforcement_rules.values.errors import InputError, refuse

if TYPE_CHECKING:
    import datetime as dt

    from enforcement_rules.explanation.verdict import End
    from enforcement_rules.writing import Asked, Interview

_SKIP, _BACK, _QUIT = (
    frozenset({"?", "？", "", "不知道"}),
    frozenset({"<", "《", "back", "上一问"}),
    frozenset({"q", "quit"}),
)


def command(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file, YAML or JSON; answers are written to it.")],
    on: OnOption = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    no_cache: NoCacheOption = False,
) -> None:
    """Ask what still matters, the decisive first, until the verdict is settled. Exit code: that of review."""
    here = setting(lang, rulesets, on, calendar, only=only, cache=not no_cache)
    with refusing(lang):
        under_way = _begun(case, here, lang)
    _Terminal(under_way, case, lang).run()
    raise typer.Exit(EXIT[under_way.verdict.outcome])


def _begun(case: Path, here: Setting, lang: Lang) -> Interview:
    """Return the interview on a file, which must be one that can be written again.

    Raises:
        InputError: when it cannot be read as a case.
    """
    from enforcement_rules.loading.reading import read_text
    from enforcement_rules.writing import Interview

    text = read_text(case)
    if not case.is_file():
        raise refuse("not_a_file", (str(case),))

    def begin(day: dt.date | None) -> Interview:
        return Interview(text, str(case), here.law, day, calendar=here.calendar)

    return as_of(case, here.day, lang, ("审查", "reviewed"), begin)


class _Terminal:
    """The interview as a terminal, or a pipe, has it: a line is read for every question."""

    def __init__(self, under_way: Interview, file: Path, lang: Lang) -> None:
        self.under_way, self.file, self.lang = under_way, file, lang

    def run(self) -> None:
        """Ask until it is settled, nothing is left, or whoever answers stops."""
        try:
            end = self._ask_all()
        except KeyboardInterrupt:
            self._show("\n")
            end = "stopped"
        self._end(end)

    def _ask_all(self) -> End:
        from enforcement_rules.explanation.wording import Words

        words = Words(self.lang.value)
        self._show(words.say("interview.help") + "\n")
        while questions := self.under_way.open:
            self._progress(len(questions))
            self._question(questions[0])
            typed = _line()
            if typed is None or typed.lower() in _QUIT:
                return "stopped"
            if typed in _BACK:
                self._back(words.say("interview.first"))
            elif typed in _SKIP:
                self.under_way.skip(questions[0])
            else:
                self._answer(questions[0], typed)
        return "settled" if self.under_way.settled else "nothing_left"

    def _back(self, none: str) -> None:
        if self.under_way.back():
            self._save()
        else:
            self._show(none + "\n")

    def _answer(self, asked: Asked, typed: str) -> None:
        refused = self.under_way.answer(asked, typed)
        if isinstance(refused, InputError):
            for line in refused.lines(self.lang.value):
                tell(line)
        else:
            self._save()

    def _save(self) -> None:
        with refusing(self.lang):
            try:
                save(self.file, self.under_way.text)
            except OSError as error:
                raise refuse("cannot_write", (str(self.file),), reason=error.strerror or "") from None

    def _progress(self, left: int) -> None:
        from enforcement_rules.explanation.verdict import progress_text

        under_way = self.under_way
        self._show(progress_text(under_way.verdict, len(under_way.answered), left, self.lang.value))

    def _question(self, asked: Asked) -> None:
        from enforcement_rules.explanation.verdict import question_text

        self._show(
            "\n"
            + question_text(
                self.under_way.verdict, (asked.fact, *asked.also), asked.kind, asked.values, self.lang.value
            )
        )
        self._show("> ")

    def _end(self, end: End) -> None:
        from enforcement_rules.explanation.verdict import end_text

        under_way = self.under_way
        self._show(end_text(under_way.verdict, end, len(under_way.answered), str(self.file), self.lang.value))

    def _show(self, text: str) -> None:
        try:
            print_out(text)
        except OSError:
            write(text, None, self.lang)


def _line() -> str | None:
    """Return the next line of standard input without its end; `None` where there is none."""
    try:
        read = sys.stdin.readline() if sys.stdin is not None else ""
    except (OSError, ValueError):
        return None
    return read.strip() if read else None
