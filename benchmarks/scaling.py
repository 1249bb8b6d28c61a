"""How cost grows: python benchmarks/scaling.py [--rounds N] [--table].

Many steps of one kind, many violations, a ruleset eight times as large. What is compared is the least CPU time of
interleaved rounds, the large case against the small one of the same run.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from timing import Work, least

from enforcement_rules import InputError, Rulesets, load_case, load_rulesets, review
from enforcement_rules.loading.reading import read_document
from enforcement_rules.model.case import Case
from enforcement_rules.rules.ruleset import Version

MADE_UP = Path(__file__).resolve().parents[1] / "cases" / "made_up" / "clean_fine.yaml"
ON = dt.date(2026, 11, 26)
COPIES = 7


@dataclass(frozen=True)
class Growth:
    """Two works, the second larger than the first, and the most that it may cost as a multiple of it."""

    name: str
    small: Work
    large: Work
    most: float

    def found(self, rounds: int) -> float:
        """Return the ratio of the least CPU times; what only the first call does is not timed."""
        for work, (given, *_) in (self.small, self.large):
            work(given)
        times = least({"small": self.small, "large": self.large}, rounds)
        return times["large"] / times["small"]


def many_steps(number: int, rulesets: Rulesets) -> Case:
    """Return a case with so many inquiries, one a day, each by the same two officers."""
    raw = _made_up()
    first = dt.date(2023, 1, 2)
    inquiries = [
        {"step": "inquiry", "id": f"q{n}", "on": str(first + dt.timedelta(days=n)), "by": ["o1", "o2"], "record": True}
        for n in range(number)
    ]
    return load_case(raw | {"steps": [*raw["steps"], *inquiries]}, rulesets)


def many_violations(number: int, rulesets: Rulesets) -> Case:
    """Return a case with so many violations of one party, each with its own proposal."""
    raw = _made_up()
    violation, proposed = raw["violations"][0], raw["proposed"][0]
    return load_case(
        raw
        | {
            "violations": [violation | {"id": f"v{n}"} for n in range(number)],
            "proposed": [proposed | {"violation": f"v{n}"} for n in range(number)],
        },
        rulesets,
    )


def _made_up() -> dict[str, Any]:
    return dict(read_document(MADE_UP).data)


def enlarged(rulesets: Rulesets, copies: int = COPIES) -> Rulesets:
    """Return rulesets in which every instrument stands so many times more, under another name and in another field."""
    versions = dict(rulesets.versions)
    for n in range(copies):
        for name, own in rulesets.versions.items():
            other = {"instrument": f"{name}_copy{n}", "fields": (f"field_copy{n}",)}
            versions[f"{name}_copy{n}"] = tuple(
                Version(version.head.model_copy(update=other), version.chapters, version.sha256) for version in own
            )
    return replace(rulesets, versions=versions)


def in_steps(rulesets: Rulesets, small: int, large: int, most: float) -> Growth:
    """Return the growth from so many steps of one kind to more."""
    few, many = many_steps(small, rulesets), many_steps(large, rulesets)
    return _of_cases(f"{large} steps of one kind, {small}", few, many, rulesets, most)


def in_violations(rulesets: Rulesets, small: int, large: int, most: float) -> Growth:
    """Return the growth from so many violations to more."""
    few, many = many_violations(small, rulesets), many_violations(large, rulesets)
    return _of_cases(f"{large} violations, {small}", few, many, rulesets, most)


def _of_cases(name: str, few: Case, many: Case, rulesets: Rulesets, most: float) -> Growth:
    def reviewed(case: Case) -> Any:
        return review(case, rulesets, ON)

    return Growth(name, (reviewed, [few] * 3), (reviewed, [many]), most)


def in_rulesets(rulesets: Rulesets, most: float) -> Growth:
    """Return the growth from the rulesets to eight times as many, of which seven eighths are of other fields."""
    large, clean = enlarged(rulesets), load_case(MADE_UP, rulesets)
    return Growth(
        "eight times the rulesets, once",
        (lambda case: review(case, rulesets, ON), [clean] * 10),
        (lambda case: review(case, large, ON), [clean] * 10),
        most,
    )


def of_size(rulesets: Rulesets, *, violations: int = 1, parties: int = 1, acts: int = 0, officers: int = 0) -> Case:
    """Return a case of so many violations of so many parties, with so many acts by so many officers each."""
    certificate = {"number": "n", "from": "2020-01-01", "to": "2025-01-01"}
    who = [{"id": f"o{n}", "certificate": certificate} for n in range(officers)]
    act = {"step": "inspection", "on": "2023-02-01", "by": [each["id"] for each in who]}
    return load_case(
        {
            "parties": [{"id": f"p{n}"} for n in range(parties)],
            "violations": [{"id": f"v{n}"} for n in range(violations)],
            "officers": who,
            "steps": [*[act] * acts, {"step": "decision", "on": "2023-05-10"}],
        },
        rulesets,
    )


def at_the_limits(rulesets: Rulesets, most: float) -> Iterator[Growth]:
    """Yield the growth from a tenth of what a case may hold to all of it; `most` is the cost of one against ten."""
    sizes: dict[str, tuple[dict[str, int], dict[str, int]]] = {
        "400 violations of parties, 40": ({"violations": 4, "parties": 10}, {"violations": 20, "parties": 20}),
        "490 acts, 49": ({"acts": 49, "officers": 2}, {"acts": 490, "officers": 2}),
        "3000 officers at acts, 300": ({"acts": 1, "officers": 300}, {"acts": 10, "officers": 300}),
    }
    for name, (small, large) in sizes.items():
        few, many = of_size(rulesets, **small), of_size(rulesets, **large)
        yield _of_cases(name, few, many, rulesets, 10 * most)


def in_unknown_keys(rulesets: Rulesets, small: int, large: int, most: float) -> Growth:
    """Return the growth of the cost of refusing so many unknown keys."""

    def refused(raw: dict[str, Any]) -> None:
        with contextlib.suppress(InputError):
            load_case(raw, rulesets)

    few, many = ({f"k{n}": "v" for n in range(count)} for count in (small, large))
    return Growth(f"{large} unknown keys, {small}", (refused, [few] * 3), (refused, [many]), most)


def growths() -> Iterator[Growth]:
    """Yield what is measured."""
    rulesets = load_rulesets()
    yield in_steps(rulesets, 30, 300, 15)
    yield in_violations(rulesets, 10, 200, 25)
    yield in_rulesets(rulesets, 1.25)
    yield from at_the_limits(rulesets, 1.5)
    yield in_unknown_keys(rulesets, 4_000, 40_000, 15)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--table", action="store_true", help="as Markdown")
    options = parser.parse_args()
    if options.table:
        print("| grows from the second to the first | ratio of cost | target |\n|---|--:|--:|")
    for each in growths():
        ratio = each.found(options.rounds)
        print(f"| {each.name} | {ratio:.1f} | ≤ {each.most} |" if options.table else f"{each.name:35} {ratio:8.2f}")


if __name__ == "__main__":
    main()
