"""Why, why not, and what would change it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.evaluation.proof import Node
from enforcement_rules.explanation.verdict import explain_record, explain_text, matching, verdict_schema
from enforcement_rules.explanation.verdict.why import needed
from enforcement_rules.library import read_library

RULESETS = load_rulesets()
CELERY = review(load_case("cases/market_regulation/celery_2022.yaml"), RULESETS)


def fact(name, status):
    return Node("fact", status, fact=name)


YES, NO, OPEN = fact("case.a", True), fact("case.b", False), fact("case.c", None)


@pytest.mark.parametrize(
    ("node", "want", "sets"),
    [
        (Node("all", False, children=(YES, NO, OPEN)), True, [(NO, OPEN)]),
        (Node("any", None, children=(NO, OPEN)), True, [(NO,), (OPEN,)]),
        (Node("all", True, children=(YES, YES)), False, [(YES,)]),
        (Node("not", False, children=(YES,)), True, [(YES,)]),
        (YES, True, [()]),
        (Node("all", False, children=(NO, Node("any", False, children=(NO, OPEN)))), True, [(NO,), (NO, OPEN)]),
    ],
)
def test_the_smallest_sets_are_found(node, want, sets):
    assert needed(node, want=want) == sets


def test_an_open_ground_names_what_is_missing():
    (subject,) = matching(CELERY, "first_violation_slight_harm_corrected")
    text = explain_text(CELERY, subject, "zh")
    assert "要成立，还须\n  - 危害后果至多为“轻微”（案卷未载明）；及时改正：是（案卷未载明）" in text
    assert "✓ 初次违法：是（案卷：是）    [celery_2022.yaml:15]" in text


def test_an_apparent_breach_would_be_cleared_by_its_exceptions():
    (subject,) = matching(CELERY, "第六十条")
    change = explain_text(CELERY, subject, "zh").partition("改变下列任一组，结论即改变")[2]
    assert "立案至决定的日数不超过90日（案卷：438日）" in change
    assert "办案期限另有规定且未超过" in change


def test_a_rule_is_found_by_id_name_part_and_article():
    for wanted in (
        "administrative_penalty_law/decided_within_90_days",
        "decided_within_90_days",
        "within_90",
        "第六十条",
    ):
        assert [s.ref.rule for s in matching(CELERY, wanted)] == ["administrative_penalty_law/decided_within_90_days"]
    assert matching(CELERY, "nothing_like_it") == []


def test_explanations_are_json_and_say_the_same_in_both_languages():
    for subject in matching(CELERY, "administrative_penalty_law/"):
        json.dumps(explain_record(CELERY, subject))
        chinese, english = (explain_text(CELERY, subject, lang) for lang in ("zh", "en"))
        assert chinese.count("\n") == english.count("\n")


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.long)], ids=["few", "all"])
def test_every_verdict_fits_its_schema(step):
    validator = jsonschema.Draft202012Validator(verdict_schema())
    for case in read_library("cases", RULESETS)[::step]:
        record = json.loads(json.dumps(review(case.case, RULESETS, case.on).to_dict()))
        assert next(validator.iter_errors(record), None) is None, case.name
