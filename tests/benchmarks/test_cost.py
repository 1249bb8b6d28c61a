"""What a review costs, guarded by ratios within one run: to the function written by hand, and of large cases to small.

Each bound is the target of docs/performance.md, or what is reached where that is more, and a third on top of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path("benchmarks").resolve()))
import scaling
from penalty_60 import as_case, by_hand
from penalty_60.mapping import RULESET, Engine
from timing import least

from enforcement_rules import load_case, load_rulesets, review

SLACK = 1.3
RECORDS = as_case.records(100, seed=1)


@pytest.fixture(scope="module")
def engine():
    return Engine()


@pytest.fixture(scope="module")
def workload():
    rulesets = load_rulesets(RULESET, only=True)
    return rulesets, [load_case(as_case.case_of(record), rulesets) for record in RECORDS]


def test_the_public_call_finds_what_the_compiled_rules_say(engine, workload):
    rulesets, cases = workload
    for record, case in zip(RECORDS, cases, strict=True):
        verdict = review(case, rulesets, as_case.ON)
        assert as_case.statuses_of(verdict, engine.ids) == engine.statuses(record)


def test_the_cost_of_a_record_and_of_a_review(engine, workload):
    rulesets, cases = workload
    times = least(
        {
            "by hand": (by_hand.evaluate, RECORDS * 10),
            "record": (engine.evaluate, RECORDS * 2),
            "review": (lambda case: review(case, rulesets, as_case.ON), cases),
            "asks": (lambda case: review(case, rulesets, as_case.ON).asks, cases),
        },
        rounds=7,
    )
    ratios = {name: taken / times["by hand"] for name, taken in times.items()}
    assert ratios["record"] <= 9 * SLACK, ratios
    assert ratios["review"] <= 300 * SLACK, ratios
    assert ratios["asks"] <= 330 * SLACK, ratios


@pytest.fixture(scope="module")
def shipped():
    return load_rulesets()


def test_many_steps_of_one_kind(shipped):
    growth = scaling.in_steps(shipped, 20, 100, 7.5)
    assert growth.found(3) <= growth.most * SLACK


def test_many_violations(shipped):
    growth = scaling.in_violations(shipped, 8, 40, 6.25)
    assert growth.found(3) <= growth.most * SLACK


def test_rules_of_other_fields_cost_next_to_nothing(shipped):
    growth = scaling.in_rulesets(shipped, 1.25)
    assert growth.found(5) <= growth.most * SLACK


def test_a_case_at_the_limits_of_size(shipped):
    """So many acts, officers at acts, pairs: what each of them adds stays what it is in a tenth of them."""
    for growth in scaling.at_the_limits(shipped, 1.5):
        assert growth.found(1) <= growth.most * SLACK, growth.name


def test_unknown_keys_cost_no_more_than_reading_them(shipped):
    growth = scaling.in_unknown_keys(shipped, 4_000, 40_000, 15)
    assert growth.found(2) <= growth.most * SLACK
