"""Two evaluators, one meaning: what the network decides is what the reference decides.

On generated laws and cases, finding by finding; on generated conditions and facts; and on all cases of the library.
20 000 pairs of a law and a case are a long property, `EQUIVALENCE_PAIRS` asks for more; a few other pairs are tried
every time.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings, strategies as st

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.durable import DurableBlock, available
from enforcement_rules.evaluation.evaluators import FAULTS, compile_rules
from enforcement_rules.rules.base import Rule
from enforcement_rules.testing.conditions import conditions, facts, sample_vocabulary
from enforcement_rules.testing.law_cases import made_up_case
from enforcement_rules.testing.laws import PARTY_KINDS, PARTY_ROLES, TERMS, law_vocabulary, laws
from enforcement_rules.values.kinds import PENALTY_KINDS

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
VOCABULARY = sample_vocabulary()
LAW_VOCABULARY = law_vocabulary()
CASES = [path for path in sorted(Path(__file__).parents[3].glob("cases/*/*.yaml")) if path.name != "library.yaml"]
PAIRS = int(os.environ.get("EQUIVALENCE_PAIRS", "20000"))
CASES_EACH, BLOCKS, FEW = 50, 8, 600
SHARES = [
    pytest.param(BLOCKS, FEW, id="few"),
    *(pytest.param(block, PAIRS // BLOCKS, id=str(block), marks=pytest.mark.long) for block in range(BLOCKS)),
]
"""The seed and the number of pairs; blocks, so that several workers share them."""
ON = dt.date(2023, 2, 1)


@pytest.mark.parametrize(("start_from", "pairs"), SHARES)
def test_generated_laws_and_cases(start_from, pairs):
    counted = Counter()

    @seed(start_from)
    @settings(
        max_examples=-(-pairs // CASES_EACH),
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(laws(LAW_VOCABULARY), st.integers(0, 2**32))
    def agree(law, start):
        for n in range(CASES_EACH):
            case = load_case(made_up_case(LAW_VOCABULARY, f"{start}-{n}"), law)
            counted.update(same_verdict(case, law, ON))
            counted["pairs"] += 1

    agree()
    assert counted["pairs"] >= pairs
    # Not the same because nothing is ever decided: every status and outcome comes up.
    assert {"may_decide", "must_not_decide", "undetermined", "satisfied", "breached", "not_applicable"} <= set(counted)
    assert {"statute yes", "statute no", "statute unknown"} <= set(counted)


def test_the_made_up_cases_hold_every_kind_of_penalty_party_and_date():
    files = [made_up_case(LAW_VOCABULARY, n) for n in range(400)]
    penalties = [penalty for file in files for each in file["proposed"] for penalty in each.get("penalties", ())]
    assert {each["kind"] for each in penalties} == set(PENALTY_KINDS)
    assert {each["kind"] for each in penalties if "days" in each} == set(TERMS)
    assert {"fine", "confiscation_of_illegal_gains"} <= {each["kind"] for each in penalties if "amount" in each}
    parties = [party for file in files for party in file["parties"]]
    assert {party.get("kind") for party in parties} == {*PARTY_KINDS, None}
    assert {str(party.get("role")) for party in parties} >= {*PARTY_ROLES, "None"}
    days = [each["on"] for file in files for each in file["steps"] if "on" in each]
    forms = {tuple(day) if isinstance(day, dict) else len(day) for day in days}
    assert forms == {4, 7, 10, ("from",), ("to",), ("from", "to")}


def same_verdict(case, rulesets, on):
    """Compare the verdicts of both evaluators but for the receipts, and yield the outcome and the statuses."""
    one, other = (
        review(case, rulesets, on).to_dict(proofs="all"),
        review(case, rulesets, on, evaluator="durable").to_dict(proofs="all"),
    )
    receipts = one.pop("receipt"), other.pop("receipt")
    assert json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (receipts[0]["evaluator"], receipts[1]["evaluator"]) == ("compiled", "durable")
    assert "faults" not in receipts[1]
    return [
        one["outcome"],
        *(each["status"] for each in one["findings"]),
        *(f"statute {each['proposal']['statute']}" for each in one["results"] if each["proposal"]),
    ]


@settings(suppress_health_check=list(HealthCheck))
@given(st.data(), st.lists(conditions(), min_size=1, max_size=6))
def test_generated_conditions_and_facts(data, generated):
    rules = [Rule.model_construct(name=f"r{n}", when=each, unless=()) for n, each in enumerate(generated)]
    network, reference = DurableBlock(rules), compile_rules(rules)
    noted: list[str] = []
    token = FAULTS.set(noted)
    try:
        drawn = data.draw(st.lists(facts(VOCABULARY), min_size=4, max_size=8))
        for case in _varied(drawn):
            assert network(case) == reference(case)
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


FEW_OR_ALL = [
    pytest.param(path, id=path.stem, marks=() if n % 5 == 0 else pytest.mark.long) for n, path in enumerate(CASES)
]


@pytest.mark.parametrize("path", FEW_OR_ALL)
def test_every_case_of_the_library(path, rulesets):
    assert same_verdict(load_case(path, rulesets), rulesets, dt.date(2024, 6, 1))


@pytest.fixture(scope="module")
def rulesets():
    return load_rulesets()
