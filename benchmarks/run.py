"""Measure: python benchmarks/run.py [--cases N] [--json FILE].

Outputs are checked equal before anything is timed. Times are medians of interleaved rounds and mean little by
themselves; ratios are to the hand-written function of the same run.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from penalty_60 import by_hand, reference
from penalty_60.mapping import PLACES, Engine
from penalty_60.workload import gen

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.proof import prove

ROUNDS = 5
CHECKED = 2000
CASES = Path(__file__).resolve().parents[1] / "cases"


def check(engine: Engine) -> None:
    """Stop unless compiled rules, the hand-written function and the independent reference agree."""
    for record in gen(CHECKED, seed=7):
        if engine.evaluate(record) != by_hand.evaluate(record):
            raise SystemExit(f"outputs differ: {record}")
    conditions, derived = reference.load()
    for record in gen(CHECKED, seed=8, missing=0.02):
        case = {id_: record[section][key] for section, key, id_ in PLACES}
        expected = tuple(reference.holds(conditions[id_], case, derived) for id_ in engine.ids)
        if not engine.statuses(record) == engine.walked(record) == expected:
            raise SystemExit(f"three-valued answers differ: {record}")


def measured(works: dict[str, tuple[Callable[[Any], Any], list[Any]]]) -> dict[str, float]:
    """Return microseconds a case for each work, rounds interleaved, the collector off while timing."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, (work, cases) in works.items():
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            for case in cases:
                work(case)
            times[name].append((time.perf_counter() - start) / len(cases) * 1e6)
            gc.enable()
    return {name: statistics.median(each) for name, each in times.items()}


def started(code: str) -> float:
    """Return the milliseconds that a fresh Python takes for some code."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


def main() -> None:
    """Check, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=3000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    engine = Engine()
    check(engine)
    whole, sparse = gen(options.cases, seed=1), gen(options.cases, seed=1, missing=0.02)
    facts = [engine.facts(record) for record in whole]
    rulesets = load_rulesets()
    celery = load_case(CASES / "market_regulation" / "celery_2022.yaml", rulesets)
    clean = load_case(CASES / "made_up" / "clean_fine.yaml", rulesets)

    def reasons(record: Any) -> None:
        made = engine.facts(record)
        for rule, held in zip(engine.rules, engine.block(made), strict=True):
            if held:
                prove(rule.condition, made)

    times = measured(
        {
            "by hand, two values, no reasons": (by_hand.evaluate, whole),
            "compiled rules on ready facts": (engine.block, facts),
            "record → facts → answer, reasons on demand": (engine.evaluate, whole),
            "the same, 2 % of the facts missing": (engine.statuses, sparse),
            "the same with the proof of every rule that fires": (reasons, whole),
            "rules walked as trees": (engine.walked, whole[: options.cases // 10]),
            "review: the celery case on the shipped law": (lambda case: review(case, rulesets), [celery] * 30),
            "review: a complete made-up file": (lambda case: review(case, rulesets), [clean] * 30),
            "review and JSON of the celery case": (
                lambda case: json.dumps(review(case, rulesets).to_dict()),
                [celery] * 10,
            ),
        }
    )
    base = times["by hand, two values, no reasons"]
    for name, microseconds in times.items():
        print(f"{name:55} {microseconds:10.1f} µs {microseconds / base:9.1f}")
    starts = {
        "import of a pydantic model": started("from pydantic import BaseModel\nclass A(BaseModel):\n    x: int"),
        "import of the three public names": started("from enforcement_rules import load_rulesets, load_case, review"),
        "import and loading of all shipped rulesets": started(
            "from enforcement_rules import load_rulesets; load_rulesets()"
        ),
    }
    for name, milliseconds in starts.items():
        print(f"{name:55} {milliseconds:10.0f} ms")
    if options.json:
        options.json.write_text(json.dumps({"microseconds": times, "milliseconds": starts}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
