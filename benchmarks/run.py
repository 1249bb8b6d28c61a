"""Measure: python benchmarks/run.py [--cases N] [--rounds N] [--table] [--into FILE] [--json FILE].

Outputs are checked equal before anything is timed. Times are CPU times, medians of interleaved rounds, and mean little
by themselves; ratios are to the hand-written function in the same round. `--table` prints Markdown, `--into` writes it
between the two marks of a file.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from penalty_60 import as_case, by_hand, reference
from penalty_60.mapping import PLACES, RULESET, Engine
from penalty_60.workload import gen
from timing import Measured, Work, measured

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.proof import prove

CHECKED, REVIEWED = 2000, 300
CASES = Path(__file__).resolve().parents[1] / "cases"
MARKS = "<!-- numbers: benchmarks/run.py -->", "<!-- end of numbers -->"
TARGETS = {
    "record → facts → answer, reasons on demand": 6,
    "review(), asks and proofs when looked at": 170,
    "review(), asks read": 250,
    "load_case() and review()": 300,
}
"""The ratios aimed at, by the work."""


def check(engine: Engine) -> None:
    """Stop unless compiled rules, the hand-written function, the independent reference and the verdicts agree."""
    for record in gen(CHECKED, seed=7):
        if engine.evaluate(record) != by_hand.evaluate(record):
            raise SystemExit(f"outputs differ: {record}")
    conditions, derived = reference.load()
    for record in gen(CHECKED, seed=8, missing=0.02):
        case = {id_: record[section][key] for section, key, id_ in PLACES}
        expected = tuple(reference.holds(conditions[id_], case, derived) for id_ in engine.ids)
        if not engine.statuses(record) == engine.walked(record) == expected:
            raise SystemExit(f"three-valued answers differ: {record}")
    rulesets = load_rulesets(RULESET, only=True)
    for record in as_case.records(REVIEWED, seed=9):
        verdict = review(load_case(as_case.case_of(record), rulesets), rulesets, as_case.ON)
        if as_case.statuses_of(verdict, engine.ids) != engine.statuses(record):
            raise SystemExit(f"the verdict differs: {record}")


def of_the_engine(engine: Engine, number: int) -> Iterator[tuple[str, Work]]:
    """Yield the works on records; the first is what all are compared with."""
    whole, sparse = gen(number, seed=1), gen(number, seed=1, missing=0.02)

    def reasons(record: Any) -> None:
        made = engine.facts(record)
        for rule, held in zip(engine.rules, engine.block(made), strict=True):
            if held:
                prove(rule.condition, made)

    yield "by hand, two values, no reasons", (by_hand.evaluate, whole)
    yield "compiled rules on ready facts", (engine.block, [engine.facts(record) for record in whole])
    yield "record → facts → answer, reasons on demand", (engine.evaluate, whole)
    yield "the same, 2 % of the facts missing", (engine.statuses, sparse)
    yield "the same with the proof of every rule that fires", (reasons, whole)
    yield "rules walked as trees", (engine.walked, whole[: number // 10])


def of_the_public_call(number: int) -> Iterator[tuple[str, Work]]:
    """Yield `review()` on the same records as case files."""
    rulesets = load_rulesets(RULESET, only=True)
    files = [as_case.case_of(record) for record in as_case.records(number, seed=1)]
    cases = [load_case(file, rulesets) for file in files]

    def whole(verdict: Any) -> None:
        for finding in verdict.findings:
            finding.because()

    yield "review(), asks and proofs when looked at", (lambda case: review(case, rulesets, as_case.ON), cases)
    yield "review(), asks read", (lambda case: review(case, rulesets, as_case.ON).asks, cases)
    yield "review(), the proof of every duty read", (lambda case: whole(review(case, rulesets, as_case.ON)), cases)
    yield "load_case() and review()", (lambda file: review(load_case(file, rulesets), rulesets, as_case.ON), files)


def of_the_library() -> Iterator[tuple[str, Work]]:
    """Yield whole cases on the shipped law."""
    rulesets = load_rulesets()
    celery = load_case(CASES / "market_regulation" / "celery_2022.yaml", rulesets)
    clean = load_case(CASES / "made_up" / "clean_fine.yaml", rulesets)
    yield "review(): the celery case on the shipped law", (lambda case: review(case, rulesets), [celery] * 30)
    yield "review(): a complete made-up file", (lambda case: review(case, rulesets), [clean] * 30)
    written = lambda case: json.dumps(review(case, rulesets).to_dict())  # noqa: E731
    yield "review() and JSON of the celery case", (written, [celery] * 10)


def table(found: Mapping[str, Measured]) -> str:
    """Return what was measured as Markdown."""
    lines = ["| work | µs CPU | ratio | target |", "|---|--:|--:|--:|"]
    for name, each in found.items():
        target = f"≤ {TARGETS[name]}" if name in TARGETS else ""
        ratio = f"{each.ratio:.1f}" if each.ratio < 100 else f"{each.ratio:.0f}"
        lines.append(f"| {name} | {each.microseconds:.1f} | {ratio} | {target} |")
    return "\n".join(lines)


def written_into(path: Path, text: str) -> None:
    """Put a text between the marks of a file, with the day and the Python."""
    version = ".".join(map(str, sys.version_info[:2]))
    stamped = f"{MARKS[0]}\n\n{dt.date.today().isoformat()}, Python {version}:\n\n{text}\n\n{MARKS[1]}"
    pattern = re.escape(MARKS[0]) + ".*?" + re.escape(MARKS[1])
    path.write_text(re.sub(pattern, lambda _: stamped, path.read_text("utf-8"), flags=re.DOTALL), "utf-8")


def main() -> None:
    """Check, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--table", action="store_true", help="as Markdown")
    parser.add_argument("--into", type=Path, help="write the table between the marks of a file")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    engine = Engine()
    check(engine)
    works = {
        **dict(of_the_engine(engine, options.cases)),
        **dict(of_the_public_call(options.cases // 10)),
        **dict(of_the_library()),
    }
    found = measured(works, options.rounds)
    if options.table or options.into:
        print(table(found))
    else:
        for name, each in found.items():
            print(f"{name:55} {each.microseconds:10.1f} µs {each.ratio:9.1f}")
    if options.into:
        written_into(options.into, table(found))
    if options.json:
        numbers = {name: {"microseconds": each.microseconds, "ratio": each.ratio} for name, each in found.items()}
        options.json.write_text(json.dumps(numbers, indent=1), "utf-8")


if __name__ == "__main__":
    main()
