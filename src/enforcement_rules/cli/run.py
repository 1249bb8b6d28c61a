"""Running a command: what goes wrong becomes one line, never a traceback."""

from __future__ import annotations

import gc
import os
import sys

from enforcement_rules.cli.codes import BAD_INPUT, BUG
from enforcement_rules.cli.streams import abandon, prepare, tell


def run() -> None:
    """Run the command line and leave with its exit code."""
    # Hardly anything that a start makes is ever garbage; looking for it takes a tenth of the time.
    gc.disable()
    # To find plugins, pydantic reads what every installed package says of itself; none has a say in a review.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    prepare()
    try:
        import typer  # noqa: F401
    except ImportError:
        tell("enforcement-rules: the command line needs typer; install it with: pip install 'enforcement-rules[cli]'")
        sys.exit(BAD_INPUT)
    try:
        sys.exit(_code())
    finally:
        gc.enable()  # whoever calls the command line inside a program of their own has it again


def _code() -> int:
    """Run the command and return its exit code; that of an output which could not be written is no verdict's."""
    from enforcement_rules.cli.app import app

    try:
        app()
    except SystemExit as end:
        # Typer and rich end with 1 where whoever read their help has stopped.
        failed = end.__context__
        return _unwritten(failed) if isinstance(failed, OSError) else int(end.code or 0)
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            return _unwritten(error)
        if os.environ.get("ENFORCEMENT_RULES_DEBUG"):
            raise
        kind = type(error).__name__
        tell(f"enforcement-rules: internal error ({kind}); please report it; ENFORCEMENT_RULES_DEBUG=1 shows where")
        return BUG
    return 0


def _unwritten(error: OSError) -> int:
    """Say that the help, or whatever else Typer writes by itself, could not be written."""
    reason = error.strerror or type(error).__name__
    tell(f"stdout: cannot be written ({reason}); expected a place that can")
    abandon("stdout")
    return BAD_INPUT
