"""The command line as a process of its own: it ends and writes as the call in this process does, which the rest tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CELERY = "cases/market_regulation/celery_2022.yaml"
CLEAN = "cases/made_up/clean_fine.yaml"


def process(*args):
    return subprocess.run(
        [sys.executable, "-m", "enforcement_rules", *args],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.mark.parametrize(
    ("args", "code"),
    [
        # JSON holds everything: a set written in the order of its hashes would differ between processes.
        (("review", CELERY, "--format", "json"), 3),
        (("review", CLEAN), 0),
        (("review", CLEAN, "no_such_file.yaml"), 2),
        (("check", "no_such_folder"), 2),
    ],
)
def test_a_process_ends_and_writes_as_the_call_does(run, args, code):
    done, called = process(*args), run(*args)
    assert done.returncode == called.returncode == code
    assert done.stdout == called.stdout
    assert done.stderr == called.stderr


def test_only_one_module_writes_to_the_standard_streams():
    package = Path(__file__).parents[2] / "src" / "enforcement_rules"
    found = {path.name for path in package.rglob("*.py") if re.search(r"sys\.std(out|err)\.", path.read_text("utf-8"))}
    assert found == {"streams.py"}
    echoing = {path.name for path in package.rglob("*.py") if "typer.echo" in path.read_text("utf-8")}
    assert echoing == {"app.py"}  # the version, which is a text of our own


def test_a_reader_who_stops_reading_is_no_error():
    command = f"{sys.executable} -m enforcement_rules review {CELERY} --format json | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
