"""Where the rulesets that come with the library lie, and what directories of rulesets are called."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[2]
STORED = _PACKAGE / "_rulesets.json"
"""The rulesets of the library as plain data, made when the wheel was built; not there in a checkout."""


LIBRARY = "rulesets"
"""What messages and places of rules call the folder of the library."""


def shipped_directory() -> Path:
    """Return the folder of the rulesets that come with the library: inside the package, or of the checkout."""
    packaged = _PACKAGE / "_rulesets"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "rulesets"


def shown_name(directory: Path) -> str:
    """Return what messages and places of rules call a directory."""
    # Verdicts name the places of rules; those of the library are named alike on every machine.
    if directory == shipped_directory():
        return LIBRARY
    shown = directory.as_posix()
    return f"./{shown}" if shown == LIBRARY else shown
