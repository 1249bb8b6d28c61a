"""`enforcement-rules check [DIR…]`: static checks of rulesets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import refusing, setting, write
from enforcement_rules.cli.options import Lang, LangOption
from enforcement_rules.cli.streams import tell
from enforcement_rules.values.visible import page_of

if TYPE_CHECKING:
    from enforcement_rules.checking import Finding, LawProof, Remark
    from enforcement_rules.rules.ruleset import Rulesets
    from enforcement_rules.statutes.text import LawText


def command(
    directories: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]...", help="Rulesets; default: the shipped ones.")
    ] = None,
    shared: Annotated[
        bool, typer.Option("--shared", help="They are meant to be shared: every text must stand in English, too.")
    ] = False,
    law_text: Annotated[
        Path | None,
        typer.Option("--law-text", metavar="DIR", help="Prove penalty provisions against the statute texts in DIR."),
    ] = None,
    lang: LangOption = Lang.zh,
) -> None:
    """Check rulesets without a case. Exit code: 0 clean, 1 remarks or findings, 2 unreadable."""
    from enforcement_rules.checking import check_rulesets, prove, readings, without_english

    texts = None if law_text is None else _texts(law_text, lang)
    # What the files say, not what was kept of them; what is named, and nothing of the library besides.
    law = setting(lang, directories, only=bool(directories), cache=False).law
    shared = shared or not directories
    remarks = check_rulesets(law, to_share=shared)
    chinese_only = 0 if shared else sum(1 for _ in without_english(law))
    proof = None if texts is None else prove(law, texts)
    remarks = (*remarks, *(readings(law, texts) if texts is not None else ()))
    found: list[Remark | Finding] = [*remarks, *(proof.findings if proof else ())]
    write(page_of(each.line(lang.value) for each in found), None, lang)
    tell(_counted(law, len(remarks), chinese_only, lang))
    if proof is not None:
        tell(_summary(proof, lang))
    raise typer.Exit(1 if found else 0)


def _counted(law: Rulesets, remarks: int, chinese_only: int, lang: Lang) -> str:
    """Return how much was checked, with how many remarks."""
    rules = sum(1 for version in law.all_versions() for _ in version.rules())
    versions = sum(1 for _ in law.all_versions())
    summary = (
        f"{versions} 个版本、{rules} 条规则，{remarks} 处提示"
        if lang is Lang.zh
        else (f"{versions} versions, {rules} rules, {remarks} remarks")
    )
    if chinese_only:
        summary += (
            f"；{chinese_only} 处没有英文（仅自用不必有；--shared 逐处列出）"
            if lang is Lang.zh
            else f"; {chinese_only} texts in Chinese only (as you like for your own use; --shared lists them)"
        )
    return summary


def _texts(folder: Path, lang: Lang) -> LawText:
    from enforcement_rules.loading import load_law_text

    with refusing(lang):
        return load_law_text(folder)


def _summary(proof: LawProof, lang: Lang) -> str:
    """Return how many provisions were proved; what has no text and what is accepted is said, never passed over."""
    proved, contradicted, open_ = (proof.count(each) for each in ("proved", "contradicted", "not_proved"))
    without, accepted = "、".join(proof.without_text), len(proof.accepted)
    if lang is Lang.zh:
        said = f"与法律文本对照：{len(proof.provisions)} 条罚则，{proved} 条已证，{contradicted} 条矛盾，{open_} 条未证"
        said += f"；{accepted} 处已说明理由而接受" if accepted else ""
        return said + (f"；没有文本而未对照：{without}" if without else "")
    said = f"against the texts: {len(proof.provisions)} provisions, {proved} proved, {contradicted} contradicted"
    said += f", {open_} not proved" + (f"; {accepted} findings accepted with a reason" if accepted else "")
    return said + (f"; without a text, not compared: {without}" if without else "")
