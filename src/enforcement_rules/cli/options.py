"""The options that commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lang(StrEnum):
    """The language of the output."""

    zh = "zh"
    en = "en"


class Form(StrEnum):
    """The form of the output of commands that have text and JSON."""

    text = "text"
    json = "json"


CasesArgument = Annotated[
    list[Path], typer.Argument(metavar="CASE...", help="Case files, YAML or JSON; - for standard input.")
]
FormOption = Annotated[Form, typer.Option("--format", help="text or json.")]
FileFormOption = Annotated[
    Form | None, typer.Option("--format", help="text or json; default: by the ending of FILE, or text.")
]
RulesetsOption = Annotated[
    list[Path] | None,
    typer.Option("--rulesets", metavar="DIR", help="Use the rulesets in DIR besides those of the library."),
]
OnlyOption = Annotated[
    bool, typer.Option("--only", help="Use the rulesets of --rulesets alone; the page says what is missing then.")
]


FieldOption = Annotated[
    str | None,
    typer.Option("--field", metavar="FIELD", help="Only what can matter in a field of law, as market_regulation."),
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
AttachedTextOption = Annotated[
    Path | None,
    typer.Option("--law-text", metavar="DIR", help="A folder of statute texts: the verdict quotes what it cites."),
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Read the files of the rulesets; neither take nor keep what was read.")
]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the output.")]


def _named(output: Path | None) -> Path | None:
    return None if output is not None and str(output) == "-" else output


OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", callback=_named, help="Write to FILE; - for standard output."),
]
