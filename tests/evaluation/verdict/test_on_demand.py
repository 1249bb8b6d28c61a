"""A verdict is a value, whatever of it was looked at: most of it is worked out only then."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.explanation.verdict import as_text
from enforcement_rules.values.on_demand import OnDemand

ON = dt.date(2026, 11, 26)
CASES = sorted(Path("cases").rglob("*.yaml"))
CASES = [path for path in CASES if not path.stem.startswith(("library", "defects"))][::12]


@pytest.fixture(scope="module")
def rulesets():
    return load_rulesets()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_pickled_verdict_says_the_same_and_holds_everything(path, rulesets):
    verdict = review(load_case(path, rulesets), rulesets, ON)
    again = pickle.loads(pickle.dumps(verdict))  # noqa: S301 - our own bytes
    assert again.to_dict() == verdict.to_dict()
    assert again == verdict
    assert hash(again) == hash(verdict)
    assert as_text(again, "zh") == as_text(verdict, "zh")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_order_in_which_somebody_looks_changes_nothing(path, rulesets):
    case = load_case(path, rulesets)
    asks_first, proofs_first = (review(case, rulesets, ON) for _ in range(2))
    assert asks_first.asks or not asks_first.findings
    for finding in reversed(proofs_first.findings):
        finding.because()
    assert proofs_first.to_dict() == asks_first.to_dict()
    assert proofs_first.assumed == asks_first.assumed


def test_verdicts_on_different_days_differ(rulesets):
    case = load_case("cases/made_up/clean_fine.yaml", rulesets)
    assert review(case, rulesets, ON) == review(case, rulesets, ON)
    assert review(case, rulesets, ON) != review(case, rulesets, ON - dt.timedelta(days=400))


def test_a_value_on_demand_is_worked_out_once_by_the_first_look():
    asked = []
    value = OnDemand(asked.append, 1)
    assert asked == []
    assert value() is value() is None
    assert asked == [1]


def test_values_on_demand_are_equal_by_what_they_come_to():
    assert OnDemand(sum, [1, 2]) == OnDemand(max, [3, 0])
    assert OnDemand(sum, [1, 2]) != OnDemand(sum, [1, 3])
    assert OnDemand(sum, [1, 2]) != 3


def test_a_value_on_demand_is_pickled_without_what_makes_it():
    again = pickle.loads(pickle.dumps(OnDemand(lambda: (1, 2))))  # noqa: S301
    assert again() == (1, 2)
