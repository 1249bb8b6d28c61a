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
    lang: LangOption = Lang.zh,
) -> None:
    """Check rulesets without a case. Exit code: 0 clean, 1 remarks, 2 unreadable."""
    from enforcement_rules.checking import check_rulesets

    # What the files say, not what was kept of them; what is named, and nothing of the library besides.
    law = setting(lang, directories, only=bool(directories), cache=False).law
    remarks = check_rulesets(law)
    write(page_of(remark.line(lang.value) for remark in remarks), None, lang)
    rules = sum(1 for version in law.all_versions() for _ in version.rules())
    versions = sum(1 for _ in law.all_versions())
    summary = (
        f"{versions} 个版本、{rules} 条规则，{len(remarks)} 处提示"
        if lang is Lang.zh
        else (f"{versions} versions, {rules} rules, {len(remarks)} remarks")
    )
    tell(summary)
    raise typer.Exit(1 if remarks else 0)
