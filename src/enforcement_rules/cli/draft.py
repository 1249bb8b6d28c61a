"""`enforcement-rules draft TEXT -o DIR`: a statute's text becomes a folder of draft rules."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcement_rules.cli.common import refusing, write
from enforcement_rules.cli.options import Lang, LangOption
from enforcement_rules.cli.saving import unwritten
from enforcement_rules.cli.streams import tell
from enforcement_rules.values.errors import refuse

if TYPE_CHECKING:
    from enforcement_rules.drafting import Draft

TextArgument = Annotated[Path, typer.Argument(metavar="TEXT", help="One wording of one statute, .md or .txt.")]
FolderOption = Annotated[
    Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write; it must not hold anything yet.")
]
InstrumentOption = Annotated[
    str, typer.Option("--instrument", metavar="ID", help="The id of the instrument, as in noise_pollution_law.")
]
FieldOption = Annotated[
    str | None, typer.Option("--field", metavar="FIELD", help="The field of the organs that apply it.")
]


def command(
    text: TextArgument,
    output: FolderOption,
    instrument: InstrumentOption = "drafted_law",
    field: FieldOption = None,
    lang: LangOption = Lang.zh,
) -> None:
    """Draft the penalty provisions of a statute: never applied as they are. Exit code: 0, or 2 for bad input."""
    from enforcement_rules.drafting import draft_of
    from enforcement_rules.loading import load_law_text

    with refusing(lang):
        if _is_taken(output):
            raise refuse("draft_folder_taken", (str(output),))
        texts = load_law_text(text)
        if len(texts.entries) != 1:
            raise refuse("several_law_texts", (str(text),), count=len(texts.entries))
        (entry,) = texts.entries
        wording = texts.wording(entry)
        made = draft_of(wording, entry, instrument, today=dt.date.today(), field=field)
        try:
            _save(output, made.files)
        except OSError as error:
            raise unwritten(output, error) from None
    for problem in wording.problems:
        tell(problem.line(lang.value))
    write(_said(made, output, lang), None, lang)


def _is_taken(output: Path) -> bool:
    """Say whether something stands where the folder is to be written: a file, a link, or a folder that holds any."""
    try:
        return os.path.lexists(output) and (output.is_symlink() or not output.is_dir() or any(output.iterdir()))
    except OSError as error:
        raise unwritten(output, error) from None


def _save(output: Path, files: Mapping[str, str]) -> None:
    """Write all files or none: the folder gets its name when everything stands in it."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}.") as unfinished:
        whole = Path(unfinished, "draft")
        whole.mkdir()
        for name, content in files.items():
            (whole / name).write_text(content, encoding="utf-8")
        whole.replace(output)


def _said(made: Draft, output: Path, lang: Lang) -> str:
    counts = {"articles": made.articles, "provisions": made.provisions, "gaps": made.gaps, "output": output}
    if lang is Lang.zh:
        head = "罚则{articles}条：写成草稿{provisions}条，留给人的缺口{gaps}处；见 {output}".format(**counts)
        reason = "  未读 {reason}  {count}"
    else:
        head = "{articles} penalty articles: {provisions} drafts, {gaps} gaps left to a person; see {output}".format(
            **counts
        )
        reason = "  not read: {reason}  {count}"
    return "\n".join([head, *(reason.format(reason=each, count=count) for each, count in made.refused.items())]) + "\n"
