"""Run the checks of this repository, all of them or the ones named.

    python tools/check.py [--wheel] [--list] [NAME ...]

The steps stand in one list, so that a check that exists is a check that runs. A step whose tool or input is
missing fails: a check that was not made is not a check that passed.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40

PROBE = """
import sys
from pathlib import Path
import enforcement_rules

home = Path(enforcement_rules.__file__).parent
if Path(sys.prefix) not in home.parents:
    sys.exit(f"imported from {home}, not from the installed wheel")
packaged = {p.relative_to(home / "_rulesets").as_posix() for p in home.glob("_rulesets/**/*") if p.is_file()}
if missing := set(sys.argv[1:]) - packaged:
    sys.exit(f"rulesets missing in the wheel: {sorted(missing)}")
if not (home / "py.typed").exists():
    sys.exit("py.typed is missing in the wheel")
from enforcement_rules import load_rulesets
load_rulesets()
"""


class CheckFailedError(Exception):
    """A check found something, or could not be made; carries what to show."""


Step = Callable[[], None]


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run one command, raising what it printed if it does not exit with 0."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        line = " ".join(str(part) for part in command)
        raise CheckFailedError(f"{done.stdout}exit code {done.returncode}: {line[:300]}")


def module(*arguments: str) -> Step:
    """Return a step that runs `python -m …` with this interpreter."""
    return lambda: run(sys.executable, "-m", *arguments)


def script(name: str, *arguments: str) -> Step:
    """Return a step that runs a console script of this environment, never one found elsewhere."""

    def step() -> None:
        program = shutil.which(name, path=sysconfig.get_path("scripts"))
        if program is None:
            raise CheckFailedError(f"{name} is not installed in {sys.prefix}")
        run(program, *arguments)

    return step


def without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function. A docstring does not count: examples in it must not cost anything."""
    first = function.body[0]
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def over_budget(path: Path) -> Iterator[str]:
    """Yield one message for the file and for each function in it that is too long."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    lines = len(text.splitlines())
    if lines > MAX_FILE_LINES:
        yield f"{name}:1: {lines} lines, allowed {MAX_FILE_LINES}"
    for node in ast.walk(ast.parse(text, filename=str(path))):
        if (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (lines := without_docstring(node)) > MAX_FUNCTION_LINES
        ):
            yield f"{name}:{node.lineno}: {node.name}: {lines} lines, allowed {MAX_FUNCTION_LINES}"


def budget() -> None:
    """Fail if a file or function of the package is longer than agreed."""
    files = sorted(SOURCE.rglob("*.py"))
    if not files:
        raise CheckFailedError(f"no Python files in {SOURCE}")
    if findings := [message for path in files for message in over_budget(path)]:
        raise CheckFailedError("\n".join(findings))


def wheel() -> None:
    """Build the wheel, install it alone into a new environment and load the packaged rulesets from there."""
    shipped = ROOT / "rulesets"
    expected = [path.relative_to(shipped).as_posix() for path in sorted(shipped.rglob("*.yaml"))]
    if not any(name.endswith("/instrument.yaml") for name in expected):
        raise CheckFailedError("no instrument.yaml in rulesets to package")
    with tempfile.TemporaryDirectory() as folder:
        outside = Path(folder)
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", outside / "dist", ROOT)
        [built] = (outside / "dist").glob("*.whl")
        run(sys.executable, "-m", "venv", outside / "venv")
        binaries = outside / "venv" / ("Scripts" if os.name == "nt" else "bin")
        run(binaries / "python", "-m", "pip", "install", "-q", built)
        # -I: neither the current folder nor PYTHONPATH may lead back into the checkout.
        run(binaries / "python", "-I", "-c", PROBE, *expected, cwd=outside)


STEPS: dict[str, Step] = {
    "lint": module("ruff", "check", "."),
    "format": module("ruff", "format", "--check", "."),
    "types": module("mypy"),
    "floors": script("lint-imports"),
    "budget": budget,
    "docs": module("pytest", "-q", "tests/test_docs.py"),
    "rulesets": script("enforcement-rules", "check"),
    "cases": script("enforcement-rules", "test", "cases"),
    "wheel": wheel,
}
ONLY_ON_REQUEST = {"wheel"}


def passed(name: str) -> bool:
    """Run one step and print its name, time and result."""
    print(f"{name:<10}", end="", flush=True)
    start = time.perf_counter()
    try:
        STEPS[name]()
    except (CheckFailedError, OSError, SyntaxError, ValueError) as error:
        print(f"{time.perf_counter() - start:6.1f} s  FAILED", flush=True)
        print("\n".join(f"    {line}" for line in str(error).splitlines()), flush=True)
        return False
    print(f"{time.perf_counter() - start:6.1f} s  ok", flush=True)
    return True


def main() -> int:
    """Run the chosen steps, every one of them even if an earlier one failed; 1 if any failed."""
    parser = argparse.ArgumentParser(description="Run the checks of this repository.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {' '.join(STEPS)}")
    parser.add_argument("--wheel", action="store_true", help="also build, install and try the wheel")
    parser.add_argument("--list", action="store_true", help="print the names of the steps")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.names if name not in STEPS]:
        parser.error(f"unknown: {' '.join(unknown)}; there are: {' '.join(STEPS)}")
    if arguments.list:
        print("\n".join(STEPS))
        return 0
    names = arguments.names or [name for name in STEPS if name not in ONLY_ON_REQUEST]
    if arguments.wheel and "wheel" not in names:
        names.append("wheel")
    failed = [name for name in names if not passed(name)]
    print(f"{len(names)} checks, {len(failed)} failed{': ' if failed else ''}{' '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
