"""The golden pages: what the review of twenty cases looks like in both languages, changed only on purpose.

    python tools/golden.py [--write]

Without `--write` it prints what differs. With it the pages are written anew: read the difference before it is
committed, line by line, as the head of a legal office would. Exit code: 0 nothing differed or all is written, else 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "tests" / "explanation" / "golden"
ON = dt.date(2026, 11, 1)
"""The day of the review of cases whose decision has no date."""
CASES: dict[str, str] = {
    # published: a breach on the face of the file, old law and new, proportion; a penalty law that is not loaded
    "celery": "cases/market_regulation/celery_2022.yaml",
    "boiler": "cases/ecology/boiler_zhuhai_2020.yaml",
    "insider": "cases/securities/insider_2016.yaml",
    "lift": "cases/market_regulation/lift_jiangsu.yaml",
    # speakers who disagree; steps that were not taken; several parties; schemes; percentages
    "wrong_party": "cases/ecology/wrong_party_changle.yaml",
    "aluminium_works": "cases/land/aluminium_works_sanmenxia.yaml",
    "recycled_oil": "cases/market_regulation/recycled_oil_yilong_2021.yaml",
    "apology": "cases/ecology/oxygen_demand_zhuhai_2024.yaml",
    # spared, in an excerpt that might be decided
    "waste_store": "cases/ecology/waste_store_yunnan_2023.yaml",
    # made up and green: fined, spared, detained, mitigated, confiscated, stopped, on the spot, under the new code
    "clean_fine": "cases/made_up/clean_fine.yaml",
    "spared": "cases/made_up/advertisement_spared.yaml",
    "detained": "cases/made_up/assault_detained.yaml",
    "mitigated": "cases/made_up/river_outlet_mitigated.yaml",
    "confiscated": "cases/made_up/pesticide_confiscated_and_fined.yaml",
    "stopped": "cases/made_up/hotel_without_fire_clearance_stopped.yaml",
    # made up for these pages: what must not be decided, what does not touch the decision, a benchmark, evidence
    **{path.stem: f"tests/explanation/golden/cases/{path.name}" for path in sorted((PAGES / "cases").glob("*.yaml"))},
}


def pages() -> Iterator[tuple[Path, str]]:
    """Yield the file of every page and what stands on it now."""
    rulesets = load_rulesets()
    for name, file in CASES.items():
        case = load_case(ROOT / file, rulesets)
        decided = any(step.step == "decision" and step.on is not None for step in case.steps)
        verdict = review(case, rulesets, None if decided else ON)
        yield PAGES / f"{name}.zh.txt", as_text(verdict, "zh")
        yield PAGES / f"{name}.en.txt", as_text(verdict, "en")


def difference(path: Path, page: str) -> str:
    """Return how a page differs from its file, empty where it does not."""
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = difflib.unified_diff(kept.splitlines(), page.splitlines(), f"{path.name} (kept)", "now", lineterm="", n=1)
    return "\n".join(lines)


def main() -> int:
    """Compare the pages, or write them."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--write", action="store_true", help="write the pages anew")
    write = options.parse_args().write
    differing = [(path, page) for path, page in pages() if difference(path, page)]
    for path, page in differing:
        print(difference(path, page))
        if write:
            path.write_text(page, encoding="utf-8")
    return 1 if differing and not write else 0


if __name__ == "__main__":
    sys.exit(main())
