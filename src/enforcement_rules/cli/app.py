"""The commands."""

from __future__ import annotations

from typing import Annotated

import typer

from enforcement_rules.cli import appraise, catalogue, check, deadlines, explain, listing, review, schema, test

app = typer.Typer(
    name="enforcement-rules",
    help="行政处罚决定前的法制审核：适用的法律、程序、情节与金额，逐项说明理由。 / "
    "Legal review of administrative penalties, every answer with its reason.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        from enforcement_rules.values.version import VERSION

        typer.echo(f"enforcement-rules {VERSION}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options of the command itself."""


app.command("review")(review.command)
app.command("appraise")(appraise.command)
app.command("explain")(explain.command)
app.command("catalogue")(catalogue.command)
app.command("deadlines")(deadlines.command)
app.command("list")(listing.command)
app.command("check")(check.command)
app.command("test")(test.command)
app.command("schema")(schema.command)
