"""The commands: their names in the order of the help, each imported when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = {
    "review": "review",
    "appraise": "appraise",
    "interview": "interview",
    "explain": "explain",
    "catalogue": "catalogue",
    "deadlines": "deadlines",
    "list": "listing",
    "names": "names",
    "new": "new",
    "text": "text",
    "coverage": "coverage",
    "draft": "draft",
    "check": "check",
    "test": "test",
    "schema": "schema",
    "convert": "convert",
}
"""Command → the module beside this one that holds it."""


class Commands(TyperGroup):
    """The commands, of which only the one that is called is imported; the help imports them all."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; `None` where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            one = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            one.command(cmd_name)(import_module(f"enforcement_rules.cli.{COMMANDS[cmd_name]}").command)
            self.commands[cmd_name] = get_command(one)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return name, command and the arguments left; what is misspelt is compared with all commands."""
        if args and args[0] not in COMMANDS:
            for name in COMMANDS:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="enforcement-rules",
    cls=Commands,
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
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Tell on stderr what is read, from where, and how long that takes.")
    ] = False,
) -> None:
    """Options of the command itself."""
    if verbose:
        import logging

        logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
        logging.getLogger("enforcement_rules").setLevel(logging.DEBUG)
