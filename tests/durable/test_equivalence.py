"""Two evaluators, one meaning: what the network decides is what the reference decides, on generated rules and all cases.

`EQUIVALENCE_PAIRS` asks for more pairs than a run of the suite makes (default 20 000).
"""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.compile import compile_block
from enforcement_rules.evaluation.durable.block import DurableBlock
from enforcement_rules.evaluation.durable.engine import available
from enforcement_rules.evaluation.faults import FAULTS
from enforcement_rules.testing.conditions import conditions, facts, sample_vocabulary

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
VOCABULARY = sample_vocabulary()
CASES = sorted(Path(__file__).parents[2].glob("cases/*/*.yaml"))
PAIRS = int(os.environ.get("EQUIVALENCE_PAIRS", "20000"))
CASES_EACH, RULESETS_EACH = 40, 500
COUNTED = {"pairs": 0}


def test_generated_rules_and_cases():
    COUNTED["pairs"] = 0
    _agree()
    assert COUNTED["pairs"] >= PAIRS


@settings(max_examples=max(RULESETS_EACH, PAIRS // CASES_EACH), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.lists(conditions(), min_size=1, max_size=6))
def _agree(data, rules):
    network, reference = DurableBlock(rules), compile_block(rules)
    noted: list[str] = []
    token = FAULTS.set(noted)
    try:
        drawn = data.draw(st.lists(facts(VOCABULARY), min_size=4, max_size=8))
        for case in _varied(drawn):
            assert network(case) == reference(case)
            COUNTED["pairs"] += 1
    finally:
        FAULTS.reset(token)
        network.close()
    assert noted == []


def _varied(drawn):
    """Yield the drawn cases, and each with every single fact of another one put in its place."""
    for case, other in zip(drawn, drawn[1:] + drawn[:1], strict=True):
        yield case
        for id_ in list(case.given):
            yield case.with_given({id_: other.given.get(id_, other[id_])})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_of_the_library(path, rulesets):
    case = load_case(path, rulesets)
    day = dt.date(2024, 6, 1)
    one, other = review(case, rulesets, day).to_dict(), review(case, rulesets, day, evaluator="durable").to_dict()
    receipts = one.pop("receipt"), other.pop("receipt")
    assert json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (receipts[0]["evaluator"], receipts[1]["evaluator"]) == ("compiled", "durable")
    assert "faults" not in receipts[1]


@pytest.fixture(scope="module")
def rulesets():
    return load_rulesets()
