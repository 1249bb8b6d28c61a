"""What all tests share: how many examples a generated test draws, the texts of the law, the command line in-process.

What tests keep of rulesets they have read is kept apart from what the user keeps, and thrown away afterwards.
"""

from __future__ import annotations

import atexit
import io
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from enforcement_rules.cli import main

if "PYTEST_XDIST_WORKER" not in os.environ:  # workers take what the first process made
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="enforcement_rules_tests_")
    atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

# Nothing is measured in seconds here: a busy machine must not fail a property.
settings.register_profile("quick", max_examples=20, deadline=None)
# The long profile draws the same examples on every machine, so that what fails there fails here too; `search` draws
# new ones, for whoever looks for what the others did not find.
settings.register_profile("long", max_examples=150, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("quick")  # `--hypothesis-profile long` takes another


@dataclass(frozen=True)
class Done:
    """How a command ended and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


LAW_TEXT = "ENFORCEMENT_RULES_LAW_TEXT"


@pytest.fixture(scope="session")
def law_folder():
    """Return the folder of statute texts, which the repository does not hold: beside the checkout, or as named."""
    folder = Path(os.environ.get(LAW_TEXT) or Path(__file__).resolve().parents[2] / "shared" / "law" / "text")
    if not folder.is_dir():
        pytest.skip(
            f"no statute texts at {folder}: they are not part of the repository; {LAW_TEXT} names another folder"
        )
    return folder


@pytest.fixture(scope="session")
def law_texts(law_folder):
    from enforcement_rules import load_law_text

    return load_law_text(law_folder)


@pytest.fixture
def run(monkeypatch):
    """Return a function that runs the command line in this process; an exception that leaves it fails the test.

    That a process of its own does the same is held by `tests/cli/test_process.py`.
    """
    monkeypatch.setenv("ENFORCEMENT_RULES_DEBUG", "1")

    def called(*args, merged=False):
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        err = out if merged else io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["enforcement-rules", *map(str, args)])
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            code = _code()
        return Done(code, _written(out), "" if merged else _written(err))

    return called


def _code():
    try:
        main()
    except SystemExit as end:
        return end.code or 0
    return 0


def _written(stream):
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")
