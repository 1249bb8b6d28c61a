"""`enforcement-rules check [DIR…]`: static checks of rulesets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from enforcement_rules.cli.common import setting, write
from enforcement_rules.cli.options import Lang, LangOption
from enforcement_rules.cli.streams import tell
from enforcement_rules.values.visible import page_of


def command(
    directories: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]...", help="Rulesets; default: the shipped ones.")
    ] = None,
    shared: Annotated[
        bool, typer.Option("--shared", help="They are meant to be shared: every text must stand in English, too.")
    ] = False,
    lang: LangOption = Lang.zh,
) -> None:
    """Check rulesets without a case. Exit code: 0 clean, 1 remarks, 2 unreadable."""
    from enforcement_rules.checking import check_rulesets, without_english

    # What the files say, not what was kept of them; what is named, and nothing of the library besides.
    law = setting(lang, directories, only=bool(directories), cache=False).law
    shared = shared or not directories
    remarks = check_rulesets(law, to_share=shared)
    chinese_only = 0 if shared else sum(1 for _ in without_english(law))
    write(page_of(remark.line(lang.value) for remark in remarks), None, lang)
    rules = sum(1 for version in law.all_versions() for _ in version.rules())
    versions = sum(1 for _ in law.all_versions())
    summary = (
        f"{versions} 个版本、{rules} 条规则，{len(remarks)} 处提示"
        if lang is Lang.zh
        else (f"{versions} versions, {rules} rules, {len(remarks)} remarks")
    )
    if chinese_only:
        summary += (
            f"；{chinese_only} 处没有英文（仅自用不必有；--shared 逐处列出）"
            if lang is Lang.zh
            else f"; {chinese_only} texts in Chinese only (as you like for your own use; --shared lists them)"
        )
    tell(summary)
    raise typer.Exit(1 if remarks else 0)
