"""`enforcement-rules schema KIND`: JSON Schema of the files, of the verdict and of the appraisal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, cast

import typer

from enforcement_rules.cli.common import as_json, refusing, setting, write
from enforcement_rules.cli.options import FieldOption, Lang, NoCacheOption, OnlyOption, RulesetsOption
from enforcement_rules.cli.streams import json_escaped

FileKind = Literal["case", "ruleset", "instrument", "vocabulary"]


class Kind(StrEnum):
    """What to describe."""

    case = "case"
    ruleset = "ruleset"
    instrument = "instrument"
    vocabulary = "vocabulary"
    verdict = "verdict"
    appraisal = "appraisal"
    library = "library"


def command(
    kind: Annotated[Kind, typer.Argument(help="case, library, ruleset, instrument, vocabulary, verdict or appraisal.")],
    field: FieldOption = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    no_cache: NoCacheOption = False,
) -> None:
    """Print the JSON Schema (draft 2020-12) of a case file, a library, a ruleset file, a verdict or an appraisal."""
    from enforcement_rules.explanation.appraisal import appraisal_schema
    from enforcement_rules.explanation.verdict import verdict_schema
    from enforcement_rules.library import library_schema
    from enforcement_rules.loading.schemas import json_schema, of_field

    law = setting(Lang.en, rulesets, only=only, cache=not no_cache).law
    if field is not None:
        with refusing(Lang.en):
            law = of_field(law, field)
    made = {Kind.verdict: verdict_schema, Kind.appraisal: appraisal_schema}.get(kind)
    if kind is Kind.library:
        described = library_schema(law)
    else:
        described = json_schema(cast(FileKind, kind.value), law, brief=field is not None) if made is None else made()
    write(as_json(described) if field is None else _rows(described), None, Lang.en, "json")


def _rows(schema: dict[str, Any]) -> str:
    """Return a schema with one definition a line: a third of the size of one that is laid out."""
    from enforcement_rules.values.json_text import json_bytes

    def row(name: str, value: Any) -> str:
        return f"{json_bytes(name).decode()}: {json_bytes(value).decode()}"

    defined = ",\n".join(row(*each) for each in schema.get("$defs", {}).items())
    rows = [row(name, value) for name, value in schema.items() if name != "$defs"]
    return json_escaped("{\n" + ",\n".join([*rows, f'"$defs": {{\n{defined}\n}}']) + "\n}\n")
