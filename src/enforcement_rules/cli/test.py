"""`enforcement-rules test LIBRARY`: a case library against its expected verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import refusing, setting, write
from enforcement_rules.cli.options import Lang, LangOption, NoCacheOption, OnlyOption, RulesetsOption
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.library import LibraryReport
    from enforcement_rules.rules.ruleset import Rulesets

_HEAD = "instrument.yaml"


def command(
    library: Annotated[
        Path, typer.Argument(metavar="LIBRARY", help="A library.yaml, a *.cases.yaml, or a directory of them.")
    ],
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    lang: LangOption = Lang.zh,
    no_cache: NoCacheOption = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every case, also those as expected.")] = False,
) -> None:
    """Run a case library. Exit code: 0 all as expected, 1 some differ, 2 unreadable or without cases."""
    from enforcement_rules.library import read_library, run_library

    law = setting(lang, [*(rulesets or []), *_beside(library)], only=only, cache=not no_cache).law
    with refusing(lang):
        cases = read_library(library, law)
    report = run_library(cases, law, dt.date.today())
    good = len(report.cases) - len(report.differing)
    last = (_coverage(report, law, lang), f"{good} passed, {len(report.differing)} failed")
    write(page_of([*_lines(report, lang, verbose=verbose), *last]), None, lang)
    raise typer.Exit(1 if report.differing else 0)


def _beside(library: Path) -> tuple[Path, ...]:
    """Return the rulesets that cases stand beside, so that an author need not name them a second time.

    Of a directory with rulesets it is the directory, so that its own vocabulary counts; where a library of whole cases
    lies in it, too, the folders of instruments alone.
    """
    from enforcement_rules.loading import shipped_directory

    if library.resolve().is_relative_to(shipped_directory().resolve()):
        return ()
    if not library.is_dir():
        return (library.parent,) if (library.parent / _HEAD).is_file() else ()
    found = sorted({head.parent for head in library.rglob(_HEAD)})
    return (library,) if found and not any(library.rglob("library.yaml")) else tuple(found)


def _lines(report: LibraryReport, lang: Lang, *, verbose: bool) -> Iterator[str]:
    for case in report.cases:
        if case.differences or verbose:
            yield f"{'✗' if case.differences else '✓'} {case.name}"
        for what, expected, got in case.differences:
            yield f"    {what}: {_pair(lang)[0]} {expected}, {_pair(lang)[1]} {got}"


def _pair(lang: Lang) -> tuple[str, str]:
    return ("预期", "实际") if lang is Lang.zh else ("expected", "got")


def _coverage(report: LibraryReport, rulesets: Rulesets, lang: Lang) -> str:
    from enforcement_rules.library.coverage import ANSWERS

    names = {"held": "成立或履行", "failed": "不成立或违反", "open": "待查"} if lang is Lang.zh else {}
    parts = [
        f"{names.get(answer, answer)} {sum(1 for _ in report.coverage.without(answer, rulesets))}" for answer in ANSWERS
    ]
    return ("从未得出以下答案的规则数：" if lang is Lang.zh else "rules that never gave this answer: ") + "  ".join(
        parts
    )
