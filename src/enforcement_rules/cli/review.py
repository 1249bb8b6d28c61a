"""`enforcement-rules review CASE…`: the verdict."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import answer, form_for, json_of, refusing, setting
from enforcement_rules.cli.options import (
    AttachedTextOption,
    CalendarOption,
    CasesArgument,
    EvaluatorName,
    EvaluatorOption,
    Lang,
    LangOption,
    NoCacheOption,
    OnlyOption,
    OnOption,
    OutputOption,
    RulesetsOption,
)
from enforcement_rules.values.errors import refuse

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict import Verdict
    from enforcement_rules.statutes.text import LawText

EXIT = {"may_decide": 0, "must_not_decide": 1, "undetermined": 3}


class ProofsOf(StrEnum):
    """Whose proofs the JSON holds."""

    applicable = "applicable"
    all = "all"


class Format(StrEnum):
    """The form of the output."""

    text = "text"
    json = "json"
    markdown = "markdown"


FormatOption = Annotated[
    Format | None, typer.Option("--format", help="text, json or markdown; default: by the ending of FILE, or text.")
]
EverythingOption = Annotated[bool, typer.Option("--all", help="Everything: duties kept, all asks, all gaps.")]
ProofsOption = Annotated[
    ProofsOf | None,
    typer.Option("--proofs", help="In JSON: applicable, or all: duties that are dormant or do not apply in full, too."),
]
EffectsOption = Annotated[
    bool, typer.Option("--effects", help="In JSON: the asks by what their answers change, with what each changes.")
]


def command(
    cases: CasesArgument,
    on: OnOption = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    format_: FormatOption = None,
    output: OutputOption = None,
    evaluator: EvaluatorOption = EvaluatorName.compiled,
    no_cache: NoCacheOption = False,
    law_text: AttachedTextOption = None,
    everything: EverythingOption = False,
    proofs: ProofsOption = None,
    effects: EffectsOption = False,
) -> None:
    """Review cases. Exit code: 0 may be decided, 1 must not, 3 undetermined, 2 bad input; of several the worst."""
    from enforcement_rules.cli.verdicts import attached, verdict_on

    form = form_for(cases, output, format_, Format.text, lang)
    with refusing(lang):
        _check_json_only(form, proofs=proofs is not None, effects=effects)
    here = setting(lang, rulesets, on, calendar, only=only, cache=not no_cache)
    texts = attached(law_text, lang)

    def rendered(verdicts: list[Verdict]) -> str:
        if form is Format.json:
            whose = proofs or ProofsOf.applicable
            return json_of([verdict.to_dict(whose.value, effects=effects, law_text=texts) for verdict in verdicts])
        return _page(verdicts, form, lang, everything=everything, law_text=texts)

    answer(
        cases,
        lang,
        output,
        work=lambda case: verdict_on(case, here, lang, evaluator.value),
        text=rendered,
        code=lambda verdict: EXIT[verdict.outcome],
        charset="json" if form is Format.json else "surroundings",
    )


def _check_json_only(form: Format, **asked: bool) -> None:
    for option, given in asked.items():
        if given and form is not Format.json:
            raise refuse(f"{option}_in_json", (f"--{option}",))


def _page(verdicts: list[Verdict], form: Format, lang: Lang, *, everything: bool, law_text: LawText | None) -> str:
    from enforcement_rules.explanation.verdict import as_markdown, as_text

    view = as_text if form is Format.text else as_markdown
    return "\n".join(view(verdict, lang.value, everything=everything, law_text=law_text) for verdict in verdicts)
