"""`enforcement-rules explain CASE RULE`: why, why not, what would change it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import as_json, refusing, setting, write
from enforcement_rules.cli.options import (
    AttachedTextOption,
    CalendarOption,
    Form,
    FormOption,
    Lang,
    LangOption,
    NoCacheOption,
    OnlyOption,
    OnOption,
    RulesetsOption,
)
from enforcement_rules.values.errors import InputError, refuse

if TYPE_CHECKING:
    from enforcement_rules.evaluation.verdict import Verdict


def command(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file.")],
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE", help="A rule's id or name, part of it, an article such as 第六十条, or a word of it."
        ),
    ],
    on: OnOption = None,
    rulesets: RulesetsOption = None,
    only: OnlyOption = False,
    calendar: CalendarOption = None,
    lang: LangOption = Lang.zh,
    format_: FormOption = Form.text,
    no_cache: NoCacheOption = False,
    law_text: AttachedTextOption = None,
) -> None:
    """Explain one rule on one case: the proof, what it fails on, what would change it."""
    from enforcement_rules.cli.verdicts import attached, verdict_on
    from enforcement_rules.explanation.verdict import explain_record, explain_text, matching

    here = setting(lang, rulesets, on, calendar, only=only, cache=not no_cache)
    with refusing(lang):
        verdict = verdict_on(case, here, lang)
        subjects = matching(verdict, rule)
        if not subjects:
            raise _unknown(rule, verdict)
    texts = attached(law_text, lang)
    if format_ is Form.json:
        write(as_json([explain_record(verdict, subject, texts) for subject in subjects]), None, lang, "json")
        return
    write("\n".join(explain_text(verdict, subject, lang.value, texts) for subject in subjects), None, lang)


def _unknown(rule: str, verdict: Verdict) -> InputError:
    import difflib

    from enforcement_rules.explanation.verdict import subjects_of

    names = sorted({name for s in subjects_of(verdict) for name in (s.ref.rule, s.ref.rule.partition("/")[2])})
    near = difflib.get_close_matches(rule, names, n=3, cutoff=0.5)
    if not near:
        return refuse("no_rule_says", (rule,), rule=rule)
    return refuse("no_such_rule", (rule,), rule=rule, near=" / ".join(near))
