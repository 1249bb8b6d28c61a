"""The generated functions mean what the conditions say."""

from __future__ import annotations

import re

import hypothesis.strategies as st
from hypothesis import given

from enforcement_rules.evaluation.evaluators import compile_block
from enforcement_rules.evaluation.evaluators.compiler import write_block
from enforcement_rules.evaluation.facts import ElementFacts, Elements, Facts
from enforcement_rules.evaluation.proof import open_facts, prove, truth
from enforcement_rules.rules.condition import Not, Test as ConditionTest
from enforcement_rules.testing.conditions import conditions, facts, known_values, sample_vocabulary
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.truth import UNKNOWN, negation

VOCABULARY = sample_vocabulary()


@given(st.lists(conditions(), min_size=1, max_size=4), facts(VOCABULARY))
def test_compiled_equals_walked(rules, case):
    assert compile_block(rules)(case) == tuple(truth(rule, case) for rule in rules)


@given(conditions(), facts(VOCABULARY))
def test_negation_turns_the_truth_around(rule, case):
    assert compile_block([Not(rule)])(case) == (negation(truth(rule, case)),)


@given(conditions(), facts(VOCABULARY))
def test_proof_has_the_truth_of_its_condition(rule, case):
    assert prove(rule, case).status is truth(rule, case)


@given(conditions(), facts(VOCABULARY))
def test_open_facts_are_named_exactly_when_a_condition_is_open(rule, case):
    assert bool(list(open_facts(rule, case))) is (truth(rule, case) is None)


def _learned(draw, case: Facts) -> Facts:
    """Return the facts with every unknown one made known in some way that its bounds allow."""
    made = Facts({}, VOCABULARY)
    for id_, value in case.items():
        if id_.startswith("@"):
            elements = [ElementFacts(dict(_learned(draw, e)), made, frozenset({"evidence"})) for e in value]
            made[id_] = Elements(elements, complete=True)
        elif VOCABULARY.fact(id_).entry.derived:
            continue
        elif value is UNKNOWN:
            made[id_] = draw(known_values(VOCABULARY.facts[id_].type.kind))
        elif isinstance(value, Interval):
            made[id_] = draw(st.sampled_from([end for end in (value.low, value.high) if end is not None]))
        else:
            made[id_] = value
    return made


@given(st.data(), conditions(), facts(VOCABULARY))
def test_what_is_decided_stays_decided_when_facts_become_known(data, rule, case):
    before = truth(rule, case)
    after = truth(rule, _learned(data.draw, case))
    assert before is None or after is before


_TEMPLATE_WORDS = (
    r"def block\(f\):|not_among|among|return|True|False|None|UNKNOWN|isdisjoint|if|else|not|and|or|in|is|for|all|any|known|complete|"
    r"\bm\b|rolled|after_workdays|calendar|precedes|shift|years|months|days|[cxe]\d+|f|[\[\](){}.,:=<>!+*-]|\d+"
)


@given(st.lists(conditions(), min_size=1, max_size=4))
def test_generated_source_holds_nothing_but_templates_and_numbered_names(rules):
    source, _ = write_block(rules)
    assert re.sub(_TEMPLATE_WORDS + r"|\s", "", source) == ""


def test_text_of_a_file_never_enters_the_source():
    hostile = "__import__('os').system('true')"
    source, names = write_block([ConditionTest("case.p_kind", "is", hostile), ConditionTest(hostile, "is", True)])
    assert hostile not in source
    assert hostile in names.values()
