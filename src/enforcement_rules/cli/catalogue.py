"""`enforcement-rules catalogue`: the items of the loaded catalogues, and what is proposed for clean-up."""

from __future__ import annotations

import datetime as dt

import typer

from enforcement_rules.cli.common import (
    Form,
    FormOption,
    Lang,
    LangOption,
    OnOption,
    RulesetsOption,
    as_json,
    day_from,
    refusing,
    rulesets_from,
    write,
)
from enforcement_rules.evaluation.cleanup import states_of
from enforcement_rules.explanation.catalogue import as_catalogue_text


def command(
    rulesets: RulesetsOption = None,
    on: OnOption = None,
    lang: LangOption = Lang.zh,
    format_: FormOption = Form.text,
) -> None:
    """List items and proposals for clean-up. Exit code: 0 no proposal, 1 proposals, 2 bad input."""
    with refusing(lang):
        law = rulesets_from(rulesets)
        day = day_from(on) or dt.date.today()
    states = states_of(law, day)
    if format_ is Form.json:
        text = as_json({"on": day.isoformat(), "items": [state.to_dict() for state in states]})
    else:
        text = as_catalogue_text(states, day, lang.value)
    write(text, None, lang)
    raise typer.Exit(1 if any(state.proposals for state in states) else 0)
