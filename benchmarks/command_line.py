"""What a start costs: `python benchmarks/command_line.py [rounds]`.

CPU time of child processes, user and system, against that of importing the command line's packages alone in the same
run: `python -c "from typer import Typer; from pydantic import BaseModel"`. Bytecode is written in a folder of the
benchmark's own, as an installed package has it; so is what is kept of rulesets.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASE = "cases/market_regulation/celery_2022.yaml"
BASELINE = ("-c", "from typer import Typer; from pydantic import BaseModel")
NAMES = ("-c", "from enforcement_rules import load_rulesets, load_case, review")
REVIEW = ("-m", "enforcement_rules", "review", CASE)
JOBS = {
    "typer and pydantic": BASELINE,
    "the three public names": NAMES,
    "review, second run": REVIEW,
    "review, --no-cache": (*REVIEW, "--no-cache"),
    "review, JSON": (*REVIEW, "--format", "json"),
    "--help": ("-m", "enforcement_rules", "--help"),
}
FIRST = "review, first run"


@contextmanager
def surroundings() -> Iterator[dict[str, str]]:
    """Give the environment of the measured processes, with folders of their own for bytecode and rulesets."""
    with tempfile.TemporaryDirectory() as folder:
        setting = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield setting | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "XDG_CACHE_HOME": f"{folder}/cache"}


def cost(arguments: tuple[str, ...], setting: dict[str, str]) -> float:
    """Return the seconds of CPU time that a process with these arguments takes, its start included."""
    import resource  # noqa: PLC0415 - there is none on Windows

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    before = spent()
    subprocess.run([sys.executable, *arguments], env=setting, cwd=ROOT, capture_output=True, check=False)
    return spent() - before


def measured(jobs: dict[str, tuple[str, ...]], rounds: int, setting: dict[str, str]) -> dict[str, float]:
    """Return the least CPU seconds of each job, those least disturbed; rounds take turns, the first is not counted."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for count in range(rounds + 1):
        for name, arguments in jobs.items():
            taken = cost(arguments, setting)
            if count:
                times[name].append(taken)
    return {name: min(each) for name, each in times.items()}


def first_run(rounds: int, setting: dict[str, str]) -> float:
    """Return the median of a review that finds nothing kept, in seconds."""
    times = []
    for _ in range(rounds):
        for kept in Path(setting["XDG_CACHE_HOME"]).glob("*/*.json"):
            kept.unlink()
        times.append(cost(REVIEW, setting))
    return statistics.median(times)


def peak(arguments: tuple[str, ...], setting: dict[str, str]) -> int:
    """Return the largest size in memory that a process with these arguments has, in KiB (bytes on macOS)."""
    with subprocess.Popen(
        [sys.executable, *arguments], env=setting, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss


def main(rounds: int) -> None:
    """Measure and print."""
    with surroundings() as setting:
        found = measured(JOBS, rounds, setting)
        found[FIRST] = first_run(min(rounds, 3), setting)
        base = found["typer and pydantic"]
        for name, seconds in found.items():
            print(f"{name:24} {seconds * 1000:6.0f} ms  {seconds / base:5.2f} x")
        for name, arguments in {
            "second run": REVIEW,
            "--no-cache": (*REVIEW, "--no-cache"),
            "imports": BASELINE,
        }.items():
            print(f"peak of a review, {name:10} {peak(arguments, setting) / 1024:5.1f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 7)
