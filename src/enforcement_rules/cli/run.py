"""Running a command: what goes wrong becomes one line, never a traceback."""

from __future__ import annotations

import gc
import os
import sys

from enforcement_rules.cli.codes import BAD_INPUT, BUG


def run() -> None:
    """Run the command line and leave with its exit code."""
    # Hardly anything that a start makes is ever garbage; looking for it takes a tenth of the time.
    gc.disable()
    # To find plugins, pydantic reads what every installed package says of itself; none has a say in a review.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        import typer  # noqa: F401
    except ImportError:
        sys.stderr.write(
            "enforcement-rules: the command line needs typer; install it with: pip install 'enforcement-rules[cli]'\n"
        )
        sys.exit(BAD_INPUT)
    from enforcement_rules.cli.app import app

    try:
        app()
    except BrokenPipeError:
        # Whoever read the output has stopped; what is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("ENFORCEMENT_RULES_DEBUG"):
            raise
        kind = type(error).__name__
        sys.stderr.write(
            f"enforcement-rules: internal error ({kind}); please report it; ENFORCEMENT_RULES_DEBUG=1 shows where\n"
        )
        sys.exit(BUG)
    finally:
        gc.enable()  # whoever calls the command line inside a program of their own has it again
