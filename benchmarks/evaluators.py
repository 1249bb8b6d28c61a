"""Measure both evaluators side by side: python benchmarks/evaluators.py [--rounds N] [--json FILE].

Whole cases of the library, and single steps of a case under way. Verdicts and changes are compared before anything is
timed. The network keeps nothing between steps but the answers of its latest runs; each work is timed with them and
without, since a benchmark that repeats a case would else time a look-up.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from enforcement_rules import CaseSession, load_case, load_rulesets, review
from enforcement_rules.evaluation.durable import DurableBlock, available
from enforcement_rules.evaluation.plan import EVALUATORS
from enforcement_rules.loading.reading import read_document

ROOT = Path(__file__).resolve().parents[1]
ON = dt.date(2024, 6, 1)
CASES = [path for path in sorted(ROOT.glob("cases/*/*.yaml")) if path.name != "library.yaml"]
# Twelve steps of a made-up case: those of the clean file, and acts and papers between them.
MORE = [
    {"step": "inquiry", "id": "q1", "on": "2024-02-02", "by": ["o1", "o2"], "record": True},
    {"step": "inquiry", "id": "q2", "on": "2024-02-05", "by": ["o1", "o2"], "record": True},
    {"step": "waiver", "on": "2024-03-15"},
    {"step": "statement_and_defence", "on": "2024-03-15", "reviewed": True},
    {"step": "collective_discussion", "on": "2024-04-01"},
]


def steps() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return a case without its steps, and twelve steps."""
    whole = dict(read_document(ROOT / "cases" / "made_up" / "clean_fine.yaml").data)
    own = whole.pop("steps")
    found = [*own, *MORE][:12]
    assert len(found) == 12, len(found)
    return whole, found


def forget() -> None:
    """Clear the answers that networks keep, so that they are asked."""
    for each in gc.get_objects():
        if isinstance(each, DurableBlock):
            for _, shard in each._shards:
                shard._kinds.cache_clear()


def plain(verdict: Any) -> str:
    """Return a verdict as JSON without its receipt, which names the evaluator."""
    found = verdict.to_dict()
    receipt = found.pop("receipt")
    assert "faults" not in receipt, receipt
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def check(cases: list[Any], rulesets: Any) -> None:
    """Stop unless both evaluators say the same of every case and of every step."""
    for case in cases:
        one, other = (plain(review(case, rulesets, ON, evaluator=each)) for each in EVALUATORS)
        assert one == other, case.number
    bare, twelve = steps()
    sessions = [CaseSession(bare, rulesets, on=ON, evaluator=each) for each in EVALUATORS]
    for step in twelve:
        changed = [session.take(step).to_dict() for session in sessions]
        assert changed[0] == changed[1], step
        assert plain(sessions[0].verdict) == plain(sessions[1].verdict), step


def timed(work: Callable[[], Any], before: Callable[[], Any] | None = None) -> float:
    """Return milliseconds; `before` is not timed."""
    if before is not None:
        before()
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    work()
    gc.enable()
    return (time.perf_counter() - start) * 1e3


def works(cases: list[Any], rulesets: Any) -> dict[str, Callable[[], float]]:
    """Return what is measured, each giving milliseconds for one case or step."""
    bare, twelve = steps()

    def whole(evaluator: str, before: Callable[[], Any] | None = None) -> float:
        def work() -> None:
            for case in cases:
                review(case, rulesets, ON, evaluator=evaluator)

        return timed(work, before) / len(cases)

    def last_step(evaluator: str, before: Callable[[], Any] | None = None) -> float:
        session = CaseSession(bare, rulesets, on=ON, evaluator=evaluator)
        for step in twelve[:-1]:
            session.take(step)
        return timed(lambda: session.take(twelve[-1]), before)

    return {
        "whole case, compiled": lambda: whole("compiled"),
        "whole case, network run": lambda: whole("durable", forget),
        "whole case, network's answers kept": lambda: whole("durable"),
        "step 12 of 12, compiled": lambda: last_step("compiled"),
        "step 12 of 12, network run": lambda: last_step("durable", forget),
        "step 12 of 12, network run where facts changed": lambda: last_step("durable"),
    }


def main() -> None:
    """Check, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if not available():
        sys.exit("durable-rules is not installed here; see docs/evaluators.md")
    rulesets = load_rulesets()
    cases = [load_case(path, rulesets) for path in CASES]
    check(cases, rulesets)
    measured = works(cases, rulesets)
    times: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(options.rounds):
        forget()
        for name, work in measured.items():
            times[name].append(work())
    medians = {name: statistics.median(each) for name, each in times.items()}
    print(f"{len(cases)} cases; verdicts and changes agree; medians of {options.rounds} rounds")
    for name, milliseconds in medians.items():
        base = medians[name.partition(",")[0] + ", compiled"]
        print(f"{name:50} {milliseconds:8.2f} ms {milliseconds / base:6.2f}")
    if options.json:
        options.json.write_text(json.dumps(medians, indent=1), "utf-8")


if __name__ == "__main__":
    main()
