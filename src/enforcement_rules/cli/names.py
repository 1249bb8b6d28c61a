"""`enforcement-rules names [WORD]`: what things are called in a case file, where they stand, what they take."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, cast

import typer

from enforcement_rules.cli.common import as_json, refusing, setting, write
from enforcement_rules.cli.options import (
    FieldOption,
    Form,
    FormOption,
    Lang,
    LangOption,
    NoCacheOption,
    OnlyOption,
    RulesetsOption,
)

MOST = 12


class What(StrEnum):
    """What is looked up."""

    keys = "keys"
    steps = "steps"
    facts = "facts"
    causes = "causes"
    penalties = "penalties"
    values = "values"
    instruments = "instruments"
    provisions = "provisions"
    grounds = "grounds"
    elements = "elements"
    fields = "fields"
    places = "places"


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD]...", help="Chinese or English: a name, part of it, an id, an article."),
    ] = None,
    what: Annotated[list[What] | None, typer.Option("--what", help="Look only among these; may be repeated.")] = None,
    field: FieldOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every hit.")] = False,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    lang: LangOption = Lang.zh,
    format_: FormOption = Form.text,
    no_cache: NoCacheOption = False,
) -> None:
    """Look up what a case file calls something: causes, facts, steps, penalties, articles, keys."""
    from enforcement_rules.explanation.names import NameKind, counts_text, find_names, names_record, names_text
    from enforcement_rules.loading.schemas import of_field

    law = setting(lang, rulesets, only=only, cache=not no_cache).law
    if field is not None:
        with refusing(lang):
            law = of_field(law, field)
    word = " ".join(words or ())
    found = find_names(law, word, cast("list[NameKind]", [each.value for each in what or ()]))
    if format_ is Form.json:
        write(as_json(names_record(found)), None, lang, "json")
    elif not word.strip() and not what:
        write(counts_text(found, lang.value), None, lang)
    else:
        write(names_text(found, word, lang.value, most=None if everything else MOST), None, lang)
