"""The guards around the native engine, duties that arise and are broken on it, and its absence."""

from __future__ import annotations

import concurrent.futures
import datetime as dt
import json
import multiprocessing
import sys
from decimal import Decimal

import pytest

from enforcement_rules import CaseSession, load_case, load_rulesets, review
from enforcement_rules.evaluation.durable import DurableBlock, available, engine, explain_support, patterns
from enforcement_rules.evaluation.durable.building import Builder, supported
from enforcement_rules.evaluation.durable.engine import EngineFaultError, Network
from enforcement_rules.evaluation.durable.hosted import HostedNetwork
from enforcement_rules.evaluation.durable.network import MOST_PATTERNS, NetworkRule, Pattern, Unsupported, check
from enforcement_rules.evaluation.durable.values import number
from enforcement_rules.evaluation.evaluators import Reading, compile_rules
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.plan import evaluators
from enforcement_rules.evaluation.plan.evaluators import compiler_of
from enforcement_rules.rules.base import Rule
from enforcement_rules.rules.condition import All, FactBound, Test as Check
from enforcement_rules.testing.conditions import sample_vocabulary
from enforcement_rules.values.errors import InputError

VOCABULARY = sample_vocabulary()
installed = pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
ON = dt.date(2024, 6, 1)


@pytest.fixture(scope="module")
def rulesets():
    return load_rulesets()


def rules(*conditions):
    """Return rules of which each has one of the conditions."""
    return [
        Rule(article="虚构", name=f"made_up_{n}", says="虚构", says_en="made up", when=each)
        for n, each in enumerate(conditions)
    ]


CASE = {
    "procedure": "ordinary",
    "complete": ["steps", "officers", "evidence"],
    "parties": [{"id": "p1", "kind": "legal_person"}],
    "violations": [{"id": "v1", "parties": ["p1"]}],
    "officers": [
        {"id": "o1", "certificate": {"from": "2024-03-05", "to": "2030-01-01"}},
        {"id": "o2", "certificate": {"from": "2020-01-01", "to": "2030-01-01"}},
    ],
    "steps": [
        {"step": "case_filing", "on": "2024-01-05"},
        {"step": "inspection", "on": "2024-03-03", "by": ["o1"], "record": True},
        {"step": "inquiry", "on": "2024-03-06", "by": ["o1", "o2"], "record": True},
        {"step": "notice", "on": "2024-04-01", "content": {"facts": False}},
        {"step": "decision", "on": "2024-04-10"},
    ],
    "proposed": [
        {"violation": "v1", "party": "p1", "treatment": "ordinary", "penalties": [{"kind": "fine", "amount": "5000"}]}
    ],
}


@pytest.mark.parametrize("value", [Decimal("0.1"), Decimal("0.00004"), Decimal("0.00006"), 3, dt.date(2024, 2, 29)])
def test_numbers_keep_their_order(value):
    near = [Decimal("0.0001"), Decimal("0.1"), 3, 4] if not isinstance(value, dt.date) else [dt.date(2024, 3, 1)]
    for other in near:
        assert (number(value) < number(other)) is (value < other)
        assert (number(value) == number(other)) is (value == other)


@pytest.mark.parametrize("value", [True, None, 1.5, "a", Decimal(10) ** 20])
def test_what_is_no_number_is_not_given(value):
    with pytest.raises(Unsupported):
        number(value)


def test_limits_of_the_engine_are_refused_before_it_sees_them():
    many = tuple(Pattern(n + 1) for n in range(MOST_PATTERNS + 1))
    for rules in (
        [NetworkRule(many, 100)],
        [NetworkRule((Pattern(1),), n + 10) for n in range(80)],
        [NetworkRule((Pattern(n + 1),), n + 1000) for n in range(500)],
        [NetworkRule((Pattern(1),), 2)] * 4000,
    ):
        with pytest.raises(Unsupported):
            check(rules)
    assert supported([Check("case.p_amount", "at_least", Decimal("0.00001"))]) is not None


@installed
def test_every_rule_of_the_project_has_its_reason_or_none(rulesets):
    support = explain_support(rulesets)
    kinds = {
        "requirements": [v.rule_id(r.name) for v in rulesets.all_versions() for r in v.requirements],
        "circumstances": [v.rule_id(r.name) for v in rulesets.all_versions() for r in v.circumstances],
        "entries": [v.rule_id(e.name) for v in rulesets.all_versions() for li in v.listings for e in li.entries],
    }
    for kind, least in (("requirements", 0.7), ("circumstances", 0.9), ("entries", 0.9)):
        can = [support[rule] is None for rule in kinds[kind]]
        assert sum(can) >= least * len(can) > 0, kind


@installed
def test_a_fault_is_a_fall_back_that_says_so(rulesets, monkeypatch):
    case = load_case(CASE, rulesets)
    good = review(case, rulesets, ON).to_dict(proofs="all")
    monkeypatch.setattr(HostedNetwork, "run", _fails)
    found = review(case, rulesets, ON, evaluator="durable").to_dict(proofs="all")
    assert found.pop("receipt")["faults"] == ["EngineFaultError: made up"]
    good.pop("receipt")
    assert found == good


def _fails(*_):
    raise EngineFaultError("made up")


@installed
def test_an_error_of_the_engine_is_a_fault_and_the_next_run_is_whole(monkeypatch):
    monkeypatch.setattr(engine, "check", lambda _: None)
    # More patterns on one fact than the engine can hold: it fails when that fact comes, and only then.
    network = Network([NetworkRule((Pattern(1, (("v", ">", n),)),), 100 + n) for n in range(80)])
    with pytest.raises(EngineFaultError):
        network.run([{"k": 1, "v": 1000}])
    facts, _ = network.run([{"k": 1, "v": 1}])
    assert {"k": 100} in facts
    network.close()


@installed
def test_what_cannot_be_written_is_left_to_the_reference():
    test = Check("case.p_amount", "at_least", FactBound("case.q_amount"))
    facts = Facts({"case.p_amount": Decimal("0.00001"), "case.q_amount": Decimal("0.00002")}, VOCABULARY)
    assert DurableBlock(rules(test))(facts) == compile_rules(rules(test))(facts) == (Reading(False, True, ()),)


@installed
def test_texts_of_cases_leave_nothing_behind():
    block = DurableBlock(rules(Check("case.p_kind", "is", "a")))
    known = dict(patterns._TEXTS)
    for n in range(20):
        assert block(Facts({"case.p_kind": f"made up {n}"}, VOCABULARY)) == (Reading(False, True, ()),)
    assert block(Facts({"case.p_kind": "a"}, VOCABULARY)) == (Reading(True, True, ()),)
    assert len(patterns._TEXTS) <= len(known) + 1


@installed
def test_many_conditions_are_spread_over_several_networks():
    tests = [Check("case.p_amount", "at_least", Decimal(n)) for n in range(300)]
    facts = Facts({"case.p_amount": Decimal(150)}, VOCABULARY)
    assert [reading.when for reading in DurableBlock(rules(*tests))(facts)] == [n <= 150 for n in range(300)]


@installed
def test_sessions_with_either_evaluator_say_the_same(rulesets):
    steps = CASE["steps"]
    bare = {key: each for key, each in CASE.items() if key != "steps"}
    one = CaseSession(bare, rulesets, on=ON)
    other = CaseSession(bare, rulesets, on=ON, evaluator="durable")
    for step in steps:
        assert one.take(step).to_dict() == other.take(step).to_dict()
    receipts = [each.verdict.receipt["evaluator"] for each in (one, other)]
    assert receipts == ["compiled", "durable"]


def _outcome(data):
    rulesets = load_rulesets()
    verdict = review(load_case(data, rulesets), rulesets, ON, evaluator="durable").to_dict(proofs="all")
    return json.dumps(verdict["findings"], ensure_ascii=False), "faults" in verdict["receipt"]


@installed
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_threads_and_forked_workers_say_the_same(rulesets):
    case = load_case(CASE, rulesets)

    def reviewed(_):
        return json.dumps(
            review(case, rulesets, ON, evaluator="durable").to_dict(proofs="all")["findings"], ensure_ascii=False
        )

    alone = reviewed(0)
    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        assert set(threads.map(reviewed, range(40))) == {alone}
    with multiprocessing.get_context("fork").Pool(2) as workers:
        assert set(workers.map(_outcome, [CASE] * 4)) == {(alone, False)}


def test_without_the_engine_all_else_works_and_it_says_what_to_install(rulesets, monkeypatch):
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    engine.native.cache_clear()
    try:
        assert not available()
        monkeypatch.setattr(evaluators, "BUILT_WITH_A_FLAG", (4, 0))
        with pytest.raises(InputError) as caught:
            compiler_of("durable", rulesets)
        assert caught.value.lines("en")[0].endswith("after: pip install 'enforcement-rules[durable]'")
        with monkeypatch.context() as older:
            older.setattr(evaluators, "BUILT_WITH_A_FLAG", (3, 0))
            with pytest.raises(InputError) as caught:
                compiler_of("durable", rulesets)
            for lang in ("zh", "en"):
                assert caught.value.lines(lang)[0].endswith(
                    "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject"
                    " pip install --no-binary durable-rules durable-rules==2.0.28"
                )
        assert review(load_case(CASE, rulesets), rulesets, ON).receipt["evaluator"] == "compiled"
    finally:
        monkeypatch.undo()
        engine.native.cache_clear()


def test_an_evaluator_that_there_is_not_is_refused(rulesets):
    with pytest.raises(InputError) as caught:
        review(load_case(CASE, rulesets), rulesets, ON, evaluator="oracle")
    assert "oracle" in caught.value.lines()[0]


def test_building_the_same_goal_twice_costs_nothing():
    builder = Builder()
    test = All((Check("case.p_yes", "is", True), Check("case.q_yes", "is", True)))
    assert builder.goal(test, True) == builder.goal(test, True)
    assert len(builder.rules) == 1
