"""What a case and a ruleset say of elements is held to what there is; refusals name file, line and column."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from enforcement_rules import load_case, load_rulesets
from enforcement_rules.loading.schemas import json_schema
from enforcement_rules.values.errors import InputError

CASE = """\
violations:
  - id: v1
    elements:
      {elements}
evidence:
  - {{id: e1, kind: witness, source: 某甲, original: true, title: 询问笔录, number: 1}}
  - {{id: e2, kind: documentary}}
"""


def refused(tmp_path, elements):
    file = tmp_path / "case.yaml"
    file.write_text(CASE.format(elements=elements), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_case(file)
    return [
        (problem.code, problem.place.line, problem.place.column) for problem in raised.value.problems if problem.place
    ]


@pytest.mark.parametrize(
    ("elements", "found"),
    [
        ("acts: [e1]", ("unknown_element_near", 4, 7)),
        ("zzzz: [e1]", ("unknown_element", 4, 7)),
        ("act: [e3]", ("unknown_reference", 4, 13)),
        ("act: {proven_by: [e1], refuted_by: [x]}", ("unknown_reference", 4, 43)),
        ("act: [{by: organ, refuted_by: [e1, q]}]", ("unknown_reference", 4, 42)),
        ("act: [e1, e1]", ("evidence_named_twice", 4, 12)),
        ("act: {proven_by: [e1], refuted_by: [e1]}", ("evidence_on_both_sides", 4, 12)),
        ("act: [{proven_by: [e1]}, {refuted_by: [e2]}]", ("element_stated_twice", 4, 32)),
        ("act: {proved_by: [e1]}", ("unknown_key", 4, 13)),
        ("act: e1", ("expected_list", 4, 12)),
    ],
)
def test_what_is_wrong_with_elements_is_refused_at_its_place(tmp_path, elements, found):
    assert refused(tmp_path, elements) == [found]


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("evidence: [{id: e1, kind: witnes}]", "1:27", "witnes"),
        ("officers: [{id: o1, role: auxilliary}]", "1:27", "auxilliary"),
        ("organ: {rank: countie}", "1:15", "countie"),
        (
            "violations: [{id: v1}]\nproposed: [{violation: v1, orders: [other, order_to_corect]}]",
            "2:44",
            "order_to_corect",
        ),
    ],
)
def test_what_the_file_chooses_must_be_there_to_choose(tmp_path, text, place, value):
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=rf"case\.yaml:{place}: {value} is not allowed; expected one of: "):
        load_case(file)


@pytest.mark.parametrize(("kind", "fits"), [("witness", True), ("witnes", False)])
def test_the_schema_of_cases_knows_the_kinds_of_evidence(kind, fits):
    validator = Draft202012Validator(json_schema("case", load_rulesets()))
    assert validator.is_valid({"evidence": [{"id": "e1", "kind": kind}]}) is fits


def test_evidence_with_one_id_twice_is_refused(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("evidence: [{id: e1}, {id: e1}]", encoding="utf-8")
    with pytest.raises(InputError, match=r"case\.yaml:1:27: the id e1|case\.yaml:1:27"):
        load_case(file)


def test_the_forms_of_what_is_said_of_an_element():
    case = load_case(
        {
            "violations": [
                {
                    "id": "v1",
                    "elements": {
                        "act": ["e1"],
                        "harm": {"proven_by": ["e1"], "says": "轻微"},
                        "time_and_place": [{"by": "organ", "proven_by": ["e1"]}, {"by": "party", "refuted_by": ["e1"]}],
                        "committed_by_party": [],
                    },
                }
            ],
            "evidence": [{"id": "e1"}],
        }
    )
    (violation,) = case.violations
    assert violation.claims("act")[0].proven_by == ("e1",)
    assert violation.claims("harm")[0].says == "轻微"
    assert [claim.by for claim in violation.claims("time_and_place")] == ["organ", "party"]
    assert violation.claims("committed_by_party") == violation.claims("goods_value") == ()


@pytest.mark.parametrize(
    ("elements", "fits"),
    [
        ({"act": ["e1"]}, True),
        ({"act": {"proven_by": ["e1"], "refuted_by": [], "by": "organ", "says": "某"}}, True),
        ({"act": [{"proven_by": ["e1"]}]}, True),
        ({"deed": ["e1"]}, False),
        ({"act": "e1"}, False),
        ({"act": {"proved_by": ["e1"]}}, False),
    ],
)
def test_the_schema_of_cases_knows_elements(elements, fits):
    validator = Draft202012Validator(json_schema("case", load_rulesets()))
    said = {
        "violations": [{"id": "v1", "elements": elements}],
        "evidence": [{"id": "e1", "original": True, "title": "某"}],
    }
    assert validator.is_valid(said) is fits


HEAD = """
instrument: made_up
version: "1"
title: {zh: 虚构, en: made up}
short: {zh: 虚构, en: made up}
rank: law
issuer: 虚构
in_force: {from: null, to: null}
sources: [{title: 虚构, verification: full_text}]
checked: 2026-11-24
articles: {第一条: encoded}
articles_complete: false
"""
SET = "elements: [{article: 第一条, name: a, says: 甲, says_en: a, elements: [%s]}]"


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (SET % "{name: b, says: 乙, says_en: b, fact: violation.hram}", "unknown_fact"),
        (SET % "{name: b, says: 乙, says_en: b, decisive: true}", "decisive_without_fact"),
        (SET % "{name: b, says: 乙, says_en: b}, {name: b, says: 乙, says_en: b}", "duplicate_rule"),
        (SET % "{name: b, says: 乙, says_en: b, shown_by: court}", "expected_one_of"),
        (SET % "", "list_too_short"),
        (
            (SET % "{name: b, says: 乙, says_en: b}").replace("name: a,", "name: a, causes: [no_such_cause],"),
            "unknown_cause_near",
        ),
        (
            "requirements: [{article: 第一条, name: a, says: 甲, says_en: a, then: {violation.first: true},"
            " severity: minor, admits: true}]",
            "admits_no_evidence",
        ),
    ],
)
def test_what_is_wrong_with_a_set_is_refused(tmp_path, rules, code):
    folder = tmp_path / "made_up_1"
    folder.mkdir()
    (folder / "instrument.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    (tmp_path / "vocabulary.yaml").write_text(
        "steps: {decision: {zh: 决定, en: decision}}\nfacts: {violation.first: {type: yes_no, zh: 初次, en: first}}",
        encoding="utf-8",
    )
    (tmp_path / "causes.yaml").write_text("causes: {some_cause: {zh: 某, en: some}}", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_rulesets(tmp_path, only=True)
    problems = raised.value.problems
    assert [problem.code for problem in problems] == [code]
    assert problems[0].place.file.endswith("made_up_1/rules.yaml")
    assert problems[0].place.line
