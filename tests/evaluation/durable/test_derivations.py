"""Duties that arise and are broken on the network, facts that other rules derived, and the way to each."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets
from enforcement_rules.evaluation.durable import DurableBlock, available
from enforcement_rules.evaluation.engine import reviewed
from enforcement_rules.evaluation.facts import Facts
from enforcement_rules.evaluation.views import derivations
from enforcement_rules.rules.condition import ALWAYS, All, AnyOf, Test as Check
from enforcement_rules.rules.requirement import Requirement
from enforcement_rules.testing.conditions import sample_vocabulary
from enforcement_rules.values.workdays import PUBLISHED

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
ON = dt.date(2024, 6, 1)
ROOT = Path(__file__).parents[3]
CASES = [path for path in sorted(ROOT.glob("cases/*/*.yaml")) if path.name != "library.yaml"][::4]
MADE_UP = {
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
        {"step": "decision", "on": "2024-04-10"},
    ],
}


@pytest.fixture(scope="module")
def rulesets():
    return load_rulesets()


def states(found):
    """Return the states of every duty by its name and whose it is."""
    by_duty = {}
    for each in found:
        if each.fact.duty is not None:
            duty, state = each.fact.duty
            by_duty.setdefault((duty.name, each.violation, each.party), set()).add(state)
    return by_duty


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_network_and_the_reference_say_the_same_of_every_duty(path, rulesets):
    case = load_case(path, rulesets)
    found = states(derivations(case, rulesets, ON))
    for duty in reviewed(case, rulesets, ON, calendar=PUBLISHED, evaluator="compiled").duties:
        finding = duty.finding
        if any(code == "replaced_by" for code, _ in finding.notes):
            continue  # the network reads every duty by itself; special before general is settled afterwards
        said = found.get((duty.rule.name, finding.violation, finding.party), set())
        assert ("arises" in said) is (finding.applies is True)
        if finding.applies is True:
            assert ("kept" in said) is (finding.kept is True)
            named = [each[-1] for each in finding.exceptions[: len(duty.rule.unless)]]
            assert ("excused" in said) is ("yes" in named)
            excused = all(known == "no" for known in named)
            assert ("broken" in said) is (finding.kept is False and excused)
        else:
            assert not said


def test_a_duty_that_arises_from_a_fact_that_another_rule_derived(rulesets):
    found = {each.fact.says: each.fact for each in derivations(load_case(MADE_UP, rulesets), rulesets, ON)}
    defined = found["defined: case.procedure = ordinary"]
    assert "in force: ordinary_procedure" in defined.ways[0]
    arises = found["duty arises: decided_within_90_days"]
    holds = found[arises.ways[0][0]]
    assert "case.procedure = ordinary" in [premise for way in holds.ways for premise in way]


def test_a_certificate_that_began_after_the_act(rulesets):
    found = {each.fact.says: each for each in derivations(load_case(MADE_UP, rulesets), rulesets, ON)}
    broken = found["duty broken: officers_certified"].to_dict()
    assert broken["duty"]["article"] == "第四十二条第一款"
    assert "ch05_decision.yaml:" in broken["duty"]["where"]
    said = "\n".join(premise for each in found.values() for way in each.fact.ways for premise in way)
    assert "act.certificates_valid = False" in said


def run(rule, values):
    block = DurableBlock([rule])
    found = block.trace(Facts(values, sample_vocabulary()))
    block.close()
    return found


def test_a_derived_fact_names_its_premises():
    duty = Requirement.model_construct(
        name="made_up",
        when=All((Check("case.p_yes", "is", True), Check("case.q_yes", "is", True))),
        then=AnyOf((Check("case.p_kind", "is", "a"), Check("case.p_amount", "at_least", Decimal(3)))),
        unless=(),
    )
    given = {"case.p_yes": True, "case.q_yes": True, "case.p_kind": "b", "case.p_amount": Decimal(2)}
    found = run(duty, given)
    assert {each.duty[1] for each in found if each.duty} == {"arises", "broken"}
    ways = {each.says: each.ways for each in found}
    assert ways["duty broken: made_up"] == (("duty arises: made_up", "fails: anyof"),)
    assert set(ways["holds: all"][0]) == {"case.p_yes = True", "case.q_yes = True"}
    assert set(ways["fails: anyof"][0]) == {"case.p_kind = b", "case.p_amount = 2.00"}


def test_an_open_duty_is_neither_kept_nor_broken():
    duty = Requirement.model_construct(
        name="made_up", when=ALWAYS, then=Check("case.p_yes", "is", True), unless=(), severity="minor"
    )
    assert {each.duty[1] for each in run(duty, {}) if each.duty} == {"arises"}
