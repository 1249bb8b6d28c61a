"""`enforcement-rules catalogue`: the items of the loaded catalogues, and what is proposed for clean-up."""

from __future__ import annotations

import datetime as dt

import typer

from enforcement_rules.cli.common import as_json, form_for, setting, write
from enforcement_rules.cli.options import (
    FileFormOption,
    Form,
    Lang,
    LangOption,
    NoCacheOption,
    OnlyOption,
    OnOption,
    OutputOption,
    RulesetsOption,
)


def command(
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    on: OnOption = None,
    lang: LangOption = Lang.zh,
    format_: FileFormOption = None,
    output: OutputOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """List items and proposals for clean-up. Exit code: 0 none, 1 proposals, 3 items incomplete, 2 bad input."""
    from enforcement_rules.evaluation.catalogue import catalogues_on
    from enforcement_rules.evaluation.plan import plan_of
    from enforcement_rules.explanation.catalogue import as_catalogue_text

    form = form_for((), output, format_, Form.text, lang)
    here = setting(lang, rulesets, on, only=only, cache=not no_cache)
    law, day = here.law, here.day or dt.date.today()
    catalogues = catalogues_on(law, day)
    if form is Form.json:
        text = as_json({"on": day.isoformat(), "catalogues": [each.to_dict() for each in catalogues]})
    else:
        text = as_catalogue_text(catalogues, day, plan_of(law).titles, lang.value)
    write(text, output, lang, "json" if form is Form.json else "surroundings")
    items = [item for each in catalogues for item in each.items]
    raise typer.Exit(1 if any(each.proposals for each in items) else 3 if any(each.open for each in items) else 0)
