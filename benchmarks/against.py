"""Compare with another checkout: python benchmarks/against.py OLD [--rounds N] [--every N] [--table].

Both load their own rulesets and the case files below their own `cases`, matched by file name. What they say of every
case is compared before anything is timed: outcome, the status of every rule, what is asked for. Each side runs in one
process of its own Python; their rounds take turns, and only CPU time counts. A ratio below 1 is faster than OLD.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from enforcement_rules import InputError, load_case, load_rulesets, review

try:
    from enforcement_rules.values.json_text import json_text
except ImportError:  # a checkout from before there was one writes the same bytes with the standard library

    def json_text(value: Any) -> str:
        """Return JSON as the command line wrote it."""
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


HERE = Path(__file__).resolve().parents[1]
ON = dt.date(2026, 11, 26)
"""The day of the review of a case that states no date of decision."""
NO_CASES = ("library", "defects")
WORKS = ("load_case", "review", "review, asks read", "to_dict and JSON as --format json")


def case_files(folder: Path, every: int) -> dict[str, Path]:
    """Return the case files below a folder by their names, or every so many of them; expectations are none."""
    found = {path.stem: path for path in folder.rglob("*.yaml") if not path.stem.startswith(NO_CASES)}
    return dict(sorted(found.items())[::every])


class Worker:
    """What runs in each checkout: only public names, so that an old one can be asked the same."""

    def __init__(self, folder: Path, every: int) -> None:
        self.rulesets = load_rulesets()
        self.files = case_files(folder, every)
        self.cases: dict[str, Any] = {}
        for name, path in self.files.items():
            try:
                self.cases[name] = load_case(path, self.rulesets)
            except InputError:
                continue
        self.days = {name: self._day(case) for name, case in self.cases.items()}

    def _day(self, case: Any) -> dt.date | None:
        try:
            review(case, self.rulesets)
        except InputError:
            return ON
        return None

    def verdicts(self) -> list[Any]:
        return [review(case, self.rulesets, self.days[name]) for name, case in self.cases.items()]

    def said(self) -> dict[str, Any]:
        """Return what the verdicts say, by the name of the case."""
        return {
            name: {
                "outcome": verdict.outcome,
                "findings": sorted((f.ref.rule, f.status, f.violation or "", f.party or "") for f in verdict.findings),
                "asks": [fact.path for ask in verdict.asks for fact in ask.facts],
            }
            for name, verdict in zip(self.cases, self.verdicts(), strict=True)
        }

    def round(self) -> dict[str, float]:
        """Return the CPU seconds of each work over all cases."""
        verdicts = self.verdicts()
        works: dict[str, Callable[[], Any]] = {
            "load_case": lambda: [load_case(self.files[name], self.rulesets) for name in self.cases],
            "review": self.verdicts,
            "review, asks read": lambda: [verdict.asks for verdict in self.verdicts()],
            "to_dict and JSON as --format json": lambda: [json_text(verdict.to_dict()) for verdict in verdicts],
        }
        return {name: _timed(work) for name, work in works.items()}

    def serve(self) -> None:
        """Answer each line of the standard input with one of JSON."""
        for line in sys.stdin:
            answer = self.said() if line.strip() == "said" else self.round()
            print(json.dumps(answer), flush=True)


def _timed(work: Callable[[], Any]) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    taken = time.process_time() - start
    gc.enable()
    return taken


class Side:
    """A checkout, as a process that is asked line by line."""

    def __init__(self, root: Path, cases: Path, every: int) -> None:
        own = root / ".venv" / "bin" / "python"
        self.process = subprocess.Popen(
            [str(own if own.exists() else sys.executable), __file__, "--worker", str(cases), "--every", str(every)],
            env=os.environ | {"PYTHONPATH": str(root / "src")},
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, what: str) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


def differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Yield what the two sides say differently."""
    for name in sorted(old.keys() & new.keys()):
        for key in old[name]:
            if old[name][key] != new[name][key]:
                yield f"{name}: {key}"


def compare(old: Side, new: Side, rounds: int) -> tuple[int, dict[str, float]]:
    """Return how many cases both know, and the median ratio of each work; stop where they say different things."""
    said = [side.ask("said") for side in (old, new)]
    found = list(differences(*said))
    if found:
        raise SystemExit("not the same:\n" + "\n".join(found))
    ratios: dict[str, list[float]] = {name: [] for name in WORKS}
    for _ in range(rounds):
        before, after = old.ask("round"), new.ask("round")
        for name in WORKS:
            ratios[name].append(after[name] / before[name])
    return len(said[0].keys() & said[1].keys()), {name: statistics.median(each) for name, each in ratios.items()}


def main() -> None:
    """Check, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("old", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--every", type=int, default=3, help="take every so many of the cases, by name")
    parser.add_argument("--cases", type=Path, default=HERE / "cases")
    parser.add_argument("--old-cases", type=Path)
    parser.add_argument("--table", action="store_true", help="as a Markdown table")
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        return Worker(options.worker, options.every).serve()
    if options.old is None:
        parser.error("the folder of the other checkout is missing")
    root = options.old.resolve()
    old = Side(root, (options.old_cases or root / "cases").resolve(), options.every)
    new = Side(HERE, options.cases.resolve(), options.every)
    try:
        cases, medians = compare(old, new, options.rounds)
    finally:
        old.close()
        new.close()
    if options.table:
        print("| whole cases of the library | ratio to before |\n|---|--:|")
    else:
        print(f"{cases} cases; both say the same; medians of {options.rounds} rounds")
    for name, ratio in medians.items():
        print(f"| {name} | {ratio:.2f} |" if options.table else f"{name:30} {ratio:6.2f}")


if __name__ == "__main__":
    main()
