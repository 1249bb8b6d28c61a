"""`enforcement-rules schema KIND`: JSON Schema of the files, of the verdict and of the appraisal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, cast

import typer

from enforcement_rules.cli.common import as_json, setting, write
from enforcement_rules.cli.options import Lang, NoCacheOption, OnlyOption, RulesetsOption

FileKind = Literal["case", "ruleset", "instrument", "vocabulary"]


class Kind(StrEnum):
    """What to describe."""

    case = "case"
    ruleset = "ruleset"
    instrument = "instrument"
    vocabulary = "vocabulary"
    verdict = "verdict"
    appraisal = "appraisal"


def command(
    kind: Annotated[Kind, typer.Argument(help="case, ruleset, instrument, vocabulary, verdict or appraisal.")],
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    no_cache: NoCacheOption = False,
) -> None:
    """Print the JSON Schema (draft 2020-12) of a case file, a ruleset file, a verdict or an appraisal."""
    from enforcement_rules.explanation.appraisal import appraisal_schema
    from enforcement_rules.explanation.verdict import verdict_schema
    from enforcement_rules.loading.schemas import json_schema

    law = setting(Lang.en, rulesets, only=only, cache=not no_cache).law
    made = {Kind.verdict: verdict_schema, Kind.appraisal: appraisal_schema}.get(kind)
    described = json_schema(cast(FileKind, kind.value), law) if made is None else made()
    write(as_json(described), None, Lang.en, "json")
