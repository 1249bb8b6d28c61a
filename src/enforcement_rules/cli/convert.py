"""`enforcement-rules convert CASE`: a case file with Chinese or English keys and values, as YAML or JSON."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import STDIN, answer, form_for, setting
from enforcement_rules.cli.options import Lang, NoCacheOption, OnlyOption, OutputOption, RulesetsOption

if TYPE_CHECKING:
    from enforcement_rules.rules.ruleset import Rulesets


class Format(StrEnum):
    """The format of the file."""

    yaml = "yaml"
    json = "json"


def command(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file, YAML or JSON; - for standard input.")],
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the keys and values, and of messages.")] = Lang.zh,
    format_: Annotated[
        Format | None, typer.Option("--format", help="yaml or json; default: by the ending of -o, or as it is.")
    ] = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    no_cache: NoCacheOption = False,
    output: OutputOption = None,
) -> None:
    """Rewrite a case file in Chinese or English. Exit code: 0 rewritten, 2 bad input, of which nothing is written."""
    here = setting(lang, rulesets, only=only, cache=not no_cache)
    form = form_for([case], output, format_, Format.json if case.suffix.lower() == ".json" else Format.yaml, lang)
    answer(
        [case],
        lang,
        output,
        work=lambda path: _converted(path, here.law, lang, form),
        text="".join,
        code=lambda _: 0,
        charset="json" if form is Format.json else "utf-8",
    )


def _converted(path: Path, law: Rulesets, lang: Lang, form: Format) -> str:
    from enforcement_rules.loading.reading import read_text
    from enforcement_rules.writing import converted

    text = read_text(*STDIN) if str(path) == "-" else read_text(path)
    return converted(text, str(path), law, lang.value, form.value)
