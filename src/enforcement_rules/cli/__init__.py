"""The command line: `enforcement-rules review CASE`."""

from __future__ import annotations


def main() -> None:
    """Run the command line; the exit code says the verdict (0 may decide, 1 must not, 3 undetermined, 2 bad input)."""
    from enforcement_rules.cli.run import run

    run()
