"""`enforcement-rules new case`: a case file to be filled in."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from enforcement_rules.cli.common import form_for, refusing, setting, write
from enforcement_rules.cli.options import (
    FieldOption,
    Lang,
    LangOption,
    NoCacheOption,
    OnlyOption,
    OnOption,
    OutputOption,
    RulesetsOption,
)
from enforcement_rules.values.errors import refuse


class Kind(StrEnum):
    """What is begun."""

    case = "case"


class Form(StrEnum):
    """What a case file that is begun is written in: only YAML holds comments."""

    yaml = "yaml"


def command(
    kind: Annotated[Kind, typer.Argument(help="case.")],
    field: FieldOption = None,
    procedure: Annotated[
        str | None, typer.Option("--procedure", metavar="NAME", help="ordinary, summary or fast_track; 普通程序.")
    ] = None,
    provision: Annotated[
        str | None, typer.Option("--provision", metavar="TEXT", help="As in 食品安全法第一百二十四条第一款.")
    ] = None,
    cause: Annotated[str | None, typer.Option("--cause", metavar="NAME", help="A cause, by label or id.")] = None,
    on: OnOption = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    lang: LangOption = Lang.zh,
    output: OutputOption = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    no_cache: NoCacheOption = False,
) -> None:
    """Begin a case file: its parts, the steps of the procedure, the facts that matter, nothing stated."""
    from enforcement_rules.writing import new_case, wish_of

    here = setting(lang, rulesets, on, only=only, cache=not no_cache)
    form_for([], output, None, Form.yaml, lang)
    with refusing(lang):
        if output is not None and output.exists() and not force:
            raise refuse("file_exists", (str(output),))
        wish = wish_of(here.law, lang.value, field=field, procedure=procedure, provision=provision, cause=cause)
        text = new_case(here.law, wish, here.day or dt.date.today(), lang.value)
    write(text, output, lang)
