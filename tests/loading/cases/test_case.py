"""Case files: what is read, and every bad input in one line with the right place."""

import copy
import datetime as dt
import hashlib
import json
import pickle
import re
import time
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from stdnum.cn import ric

from enforcement_rules.loading import load_case, load_rulesets
from enforcement_rules.loading.cases.identity_numbers import credit_code_fits, identity_number_fits
from enforcement_rules.loading.reading.documents import parse_document
from enforcement_rules.model.case import Case
from enforcement_rules.model.statement import Statement
from enforcement_rules.values.choices import Choices
from enforcement_rules.values.errors import InputError, Place
from enforcement_rules.values.interval import Interval


@pytest.fixture
def load(case_file, rulesets):
    return lambda text, name="case.yaml": load_case(case_file(text, name), rulesets)


@pytest.fixture
def refusals(case_file, rulesets):
    """Return a function from the text of a case to the lines of its refusal, the folder left out."""

    def refused(text, name="case.yaml"):
        path = case_file(text, name)
        with pytest.raises(InputError) as caught:
            load_case(path, rulesets)
        assert all(line.isprintable() for line in caught.value.lines() + caught.value.lines("zh"))
        assert not any(re.search(r"\{[a-z_]+\}", line) for line in caught.value.lines() + caught.value.lines("zh"))
        assert not any("pydantic" in line for line in caught.value.lines())
        return [line.removeprefix(f"{path.parent}/") for line in caught.value.lines()]

    return refused


def violation(text):
    return f"violations:\n  - id: v1\n    {text}\n"


def test_what_is_read(load, case_text):
    case = load(case_text)
    assert isinstance(case, Case)
    assert case.violations[0].began == dt.date(2021, 3, 1)
    assert case.violations[0].bases == {"goods_value": Decimal("136.50")}
    assert case.violations[0].facts == {"first": (Statement(True, path=("violations", 0, "first")),)}
    assert case.steps[1].facts == {"content.penalty": (Statement(True, path=("steps", 1, "content", "penalty")),)}
    assert case.parties[0].kind == "natural_person"
    assert case.record == "working"


def test_places_and_hash(load, case_text, tmp_path):
    case = load(case_text)
    file = str(tmp_path / "case.yaml")
    assert case.place(("violations", 0, "first")) == Place(file, 10, 12)
    assert case.place(case.steps[1].facts["content.penalty"][0].path) == Place(file, 14, 55)
    assert case.place(("steps", 0, "moment")) == Place(file, 13, 5)
    assert case.sha256 == hashlib.sha256(case_text.encode()).hexdigest()


def test_places_go_along_to_another_process(load, case_text):
    case = load(case_text)
    for other in (pickle.loads(pickle.dumps(case)), copy.deepcopy(case)):  # noqa: S301 - made a line before
        assert dict(other._places) == dict(case._places)
        assert len(other._places) == len(case._places) > 20
        assert other.where(("parties", 0, "id")) == case.where(("parties", 0, "id"))
        assert other.where(("parties", 7)) is not None


def test_json_reads_as_yaml_does(load, case_text):
    raw = parse_document(case_text, "x.yaml").data
    written = json.dumps(raw, ensure_ascii=True, indent=1).replace('"136.50"', "136.50").replace('"true"', "true")
    assert load(written, "case.json").model_dump() == load(case_text).model_dump()


def test_plain_python_values(rulesets, case_text, load):
    raw = parse_document(case_text, "x.yaml").data
    raw["violations"][0] |= {
        "began": dt.date(2021, 3, 1),
        "first": True,
        "bases": {"goods_value": Decimal("136.50")},
        "marks": ("late",),
        "earlier": 3,
        "note": None,
    }
    raw["steps"][2] = {"step": "decision", "at": dt.datetime(2021, 3, 10, 9, 30)}
    case = load_case(raw, rulesets)
    assert case.violations[0].facts["marks"][0].value == Choices(frozenset({"late"}))
    assert case.violations[0].facts["earlier"][0].value == 3
    assert "note" not in case.violations[0].facts
    assert case.steps[2].at == dt.datetime(2021, 3, 10, 9, 30)
    assert case.place(("violations",)) is None
    assert case.sha256 == ""


def test_the_values_of_facts(load):
    case = load(
        """\
        procedure: ordinary
        violations:
          - id: v1
            gravity: {value: minor, by: party, evidence: [e1]}
            harm:
              - {value: none, by: party}
              - value: slight
                by: organ
            marks: [late]
            began: {from: 2021-01, to: 2021-03}
            ended: 2021
            facts: {first: false, earlier: 2}
            note: "012"
            bases: {goods_value: not_calculable}
        evidence: [{id: e1, verified: true}]
        steps:
          - {step: notice, content: {penalty: true, basis: false}, served: 2021-05}
          - {step: inspection, on: 2021-04-01, record: true}
          - {step: inspection, done: false}
        """
    )
    facts = case.violations[0].facts
    assert facts["gravity"] == (Statement(0, "party", ("e1",), ("violations", 0, "gravity")),)
    assert [(each.value, each.by, each.path[-1]) for each in facts["harm"]] == [(0, "party", 0), (1, "organ", 1)]
    assert facts["first"][0].path == ("violations", 0, "facts", "first")
    assert facts["note"][0].value == "012"
    assert repr(case.violations[0].began) == repr(Interval(dt.date(2021, 1, 1), dt.date(2021, 3, 31)))
    assert case.violations[0].bases == {"goods_value": "not_calculable"}
    assert repr(case.steps[0].facts["served"][0].value) == repr(Interval(dt.date(2021, 5, 1), dt.date(2021, 5, 31)))
    assert case.steps[1].facts["record"][0].value is True
    assert case.steps[2].done is False
    assert case.evidence[0].facts["verified"][0].value is True


def test_fields_that_are_facts_may_have_speakers(load):
    case = load(violation("began: [{value: 2021-01-01, by: party}, {value: 2021-02-01, by: organ}]"))
    assert case.violations[0].began is None
    assert [each.by for each in case.violations[0].facts["began"]] == ["party", "organ"]


def test_what_is_null_is_not_stated(load):
    case = load(
        violation("began:\n    gravity: ~\n    parties: null\n    bases: {goods_value: null}\n    facts:") + "steps:\n"
    )
    assert case.violations[0].facts == {}
    assert case.violations[0].bases == {}
    assert case.steps == ()


def test_cases_inside_other_files_keep_their_places(rulesets):
    document = parse_document("cases:\n  - name: a\n    case: {violations: [{id: v1, first: true}]}\n", "cases.yaml")
    case = load_case(document.part(("cases", 0, "case")), rulesets)
    assert case.place(("violations", 0, "first")) == Place("cases.yaml", 3, 41)
    assert case.sha256 == ""
    document = parse_document("cases:\n  - case: {violations: [{id: v1, frist: true}]}\n", "cases.yaml")
    with pytest.raises(InputError, match=r"cases\.yaml:2:34: unknown key frist; did you mean first"):
        load_case(document.part(("cases", 0, "case")), rulesets)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # what YAML itself makes wrong
        ("number: [", "case.yaml:1:9: not valid YAML"),
        ("number: 1\nnumber: 2", "case.yaml:2:1: key number appears twice; expected each key once"),
        ("", "case.yaml:1:1: empty file; expected content"),
        ("number: !!python/object/apply:os.system [ls]", "case.yaml:1:9: tags ("),
        ('number: "\\u0000"', "case.yaml:1:9: character U+0000 is not allowed; expected printable text"),
        ("- 1", "case.yaml:1:1: not a mapping; expected `key: value` entries"),
        ("number", "case.yaml:1:1: not a mapping; expected `key: value` entries"),
        # keys
        ("numbr: 1", "case.yaml:1:1: unknown key numbr; did you mean number?"),
        (f"{'procedur' * 20}: x", "case.yaml:1:1: unknown key procedurprocedur"),
        ("xyzzy: 1", "case.yaml:1:1: unknown key xyzzy; expected a field of this part or a fact of the vocabulary"),
        ("format: enforcement_rules/case/1", "case.yaml:1:1: unknown key format; expected a field of this part"),
        (
            "schema: enforcement_rules/case/2",
            "case.yaml:1:9: enforcement_rules/case/2 is not allowed; expected one of: ",
        ),
        (violation("gravty: minor"), "case.yaml:3:5: unknown key gravty; did you mean gravity?"),
        (violation("gravty: null"), "case.yaml:3:5: unknown key gravty; did you mean gravity?"),
        (violation("facts: {hram: none}"), "case.yaml:3:13: unknown key hram; did you mean harm?"),
        (violation("facts: {began: 2021}"), "case.yaml:3:13: began is a field; expected it beside facts, not inside"),
        (violation("facts: [first]"), "case.yaml:3:12: not a mapping; expected `key: value` entries"),
        (
            violation("gravity: {value: minor, vy: party}"),
            "case.yaml:3:29: unknown key vy; expected one of: value, by, evidence",
        ),
        (violation("bases: {good_value: 1}"), "case.yaml:3:13: unknown key good_value; did you mean goods_value?"),
        (violation("bases: {xyz: 1}"), "case.yaml:3:13: unknown key xyz; expected one of: goods_value, earlier"),
        ("days_to_decision: 5", "case.yaml:1:1: case.days_to_decision is computed, never stated; expected what it"),
        (
            "steps: [{step: notice, contents: {penalty: true}}]",
            "case.yaml:1:24: unknown key contents; did you mean content?",
        ),
        (
            "steps: [{step: notice, content: {penlty: true}}]",
            "case.yaml:1:34: unknown key penlty; did you mean penalty?",
        ),
        (
            "steps: [{step: notice, content: true}]",
            "case.yaml:1:33: not a mapping; expected `key: value` entries",
        ),
        (
            "steps: [{step: notice, kind: x}]",
            "case.yaml:1:24: step.kind is computed from steps[].step, never stated; expected steps[].step",
        ),
        (
            "proposed: [{fine: 5}]",
            "case.yaml:1:13: proposal.fine is computed from proposed[].penalties[].amount, never stated; expected proposed[]",
        ),
        (
            "steps: [{step: decision, record: true}]",
            "case.yaml:1:26: unknown key record; expected a field of this part",
        ),
        ("steps: [{step: notce, served: 2021-01-01}]", "case.yaml:1:16: there is no step notce; did you mean notice?"),
        ("steps: [{step: zzz}]", "case.yaml:1:16: there is no step zzz; expected one declared under steps"),
        ("steps: [{on: 2021-01-01}]", "case.yaml:1:9: step is missing; expected it here"),
        ("organ: {nmae: a}", "case.yaml:1:9: unknown key nmae; did you mean name?"),
        ("officers: [{id: o1, certificate: {from_: 2020}}]", "case.yaml:1:35: unknown key from_; did you mean from?"),
        ("proposed: [{basis: [{titel: a}]}]", "case.yaml:1:22: unknown key titel; did you mean title?"),
        # shapes
        ("violations: {id: v1}", "case.yaml:1:13: not a list; expected a list"),
        ("violations: v1", "case.yaml:1:13: not a list; expected a list"),
        ("violations: [v1]", "case.yaml:1:14: not a mapping; expected `key: value` entries"),
        ("violations: [{}]", "case.yaml:1:14: id is missing; expected it here"),
        (
            "violations: [{id: 案 1}]",
            "case.yaml:1:19: 案 1 is no id; expected 1 to 60 letters, ideographs, digits, _ or -",
        ),
        ("organ: [a]", "case.yaml:1:8: not a mapping; expected `key: value` entries"),
        ("number: [a]", "case.yaml:1:9: […] is no text; expected text"),
        (f"number: {'a' * 2001}", "case.yaml:1:9: text too long; expected at most 2000 characters"),
        ("record: full", "case.yaml:1:9: full is not allowed; expected one of: complete, working, excerpt"),
        (
            "proposed: [{penalties: [{kind: fines}]}]",
            "case.yaml:1:32: fines is not allowed; expected one of: warning, ",
        ),
        # true and false
        (violation("first: yes"), "case.yaml:3:12: yes is no truth value; expected true"),
        (violation("first: no"), "case.yaml:3:12: no is no truth value; expected false"),
        (violation("first: 1"), "case.yaml:3:12: 1 is no truth value; expected true"),
        ("steps: [{step: notice, done: no}]", "case.yaml:1:30: no is no truth value; expected false"),
        # dates and times
        (
            violation("began: 2023-02-30"),
            "case.yaml:3:12: 2023-02-30 is no date; expected an existing one, 2023-02 has 28 days",
        ),
        (
            violation("began: 2023-13"),
            "case.yaml:3:12: 2023-13 is no date; expected an existing one, there is no month 13",
        ),
        (violation("began: 2023-1-5"), "case.yaml:3:12: 2023-1-5 is no date; expected 2023-01-05"),
        (violation("began: 1676851200"), "case.yaml:3:12: 1676851200 is no date; expected an existing one such as"),
        (violation("began: ２０２３"), "case.yaml:3:12: ２０２３ is no date; expected 2023"),
        (
            violation("began: {from: 2023-02-01, to: 2023-01-01}"),
            "case.yaml:3:12: {…} is no date; expected the earlier day first",
        ),
        (violation("began: {form: 2023-02-01}"), "case.yaml:3:12: {…} is no date; expected an existing"),
        ("steps: [{step: notice, served: 2021-02-29}]", "case.yaml:1:32: 2021-02-29 is no date; expected an existing"),
        ("steps: [{step: notice, at: 12:30}]", "case.yaml:1:28: 12:30 is no time; expected 2022-03-01T09:30, without"),
        ("steps: [{step: notice, at: 2021-02-30T09:30}]", "case.yaml:1:28: 2021-02-30T09:30 is no time; expected"),
        ("steps: [{step: notice, at: 2021-02-03T09:30Z}]", "case.yaml:1:28: 2021-02-03T09:30Z is no time; expected"),
        # amounts and counts
        (
            violation("bases: {goods_value: 1.234}"),
            "case.yaml:3:26: 1.234 is no amount; expected at most 2 decimals, of 3 here",
        ),
        (violation("bases: {goods_value: -5}"), "case.yaml:3:26: -5 is no amount; expected none below zero"),
        (
            violation("bases: {goods_value: １２３}"),
            "case.yaml:3:26: １２３ is no amount; expected 123",
        ),
        (violation("bases: {goods_value: 1e5}"), "case.yaml:3:26: 1e5 is no amount; expected 100000"),
        (violation("bases: {goods_value: 012}"), "case.yaml:3:26: 012 is no amount; expected 12"),
        (violation("bases: {goods_value: '1,000'}"), "case.yaml:3:26: 1,000 is no amount; expected 1000"),
        (violation("bases: {goods_value: 1_000}"), "case.yaml:3:26: 1_000 is no amount; expected yuan in plain"),
        (violation("bases: {goods_value: .inf}"), "case.yaml:3:26: .inf is no amount; expected yuan in plain"),
        (violation("goods_value: 1.234"), "case.yaml:3:18: 1.234 is no amount; expected at most 2 decimals, of 3 here"),
        ("proposed: [{penalties: [{kind: fine, amount: 0.001}]}]", "case.yaml:1:46: 0.001 is no amount; expected"),
        ("proposed: [{penalties: [{kind: warning, days: 012}]}]", "case.yaml:1:47: 012 is no whole number; expected"),
        (violation("earlier: 1.5"), "case.yaml:3:14: 1.5 is no whole number; expected digits without sign"),
        (violation("earlier: 012"), "case.yaml:3:14: 012 is no whole number; expected 12"),
        # values
        (violation("gravity: grave"), "case.yaml:3:14: grave is no grade; expected one of: minor, ordinary, serious"),
        (violation("gravity: {value: grave}"), "case.yaml:3:22: grave is no grade; expected one of: minor, ordinary"),
        (violation("gravity: [minor, serious]"), "case.yaml:3:14: one value only; expected {value, by} for several"),
        (violation("gravity: []"), "case.yaml:3:14: one value only; expected {value, by} for several speakers"),
        (
            violation("marks: [late, later]"),
            "case.yaml:3:12: late, later is no choice; expected a list of: late, fake",
        ),
        (violation("note: [a, b]"), "case.yaml:3:11: one value only; expected {value, by} for several speakers"),
        (
            violation("gravity: {value: minor, by: 张@三}"),
            "case.yaml:3:33: 张@三 is no id; expected 1 to 60 letters, ideographs",
        ),
        (
            violation("gravity: {value: minor, evidence: [证.1]}"),
            "case.yaml:3:40: 证.1 is no id; expected 1 to 60 letters, ideographs",
        ),
        ("officers: [{id: o1, role: [a]}]", "case.yaml:1:27: […] is no text; expected text"),
        (violation("cause: {value: [a]}"), "case.yaml:3:20: a is no text; expected text"),
        (violation("gravity: {value: minor, evidence: e1}"), "case.yaml:3:39: not a list; expected a list"),
        (
            violation("gravity: {value: minor, evidence: [e1]}"),
            "case.yaml:3:40: e1 is not among evidence; expected the",
        ),
        # who said it twice
        (
            violation("harm: [{value: none}, {value: slight}]"),
            "case.yaml:3:27: violation.harm is stated already by the same speaker; expected one statement a speaker",
        ),
        (
            violation("harm: [{value: none, by: party}, {value: none, by: party}]"),
            "case.yaml:3:38: violation.harm is stated already by the same speaker",
        ),
        (
            violation("harm: none\n    facts: {harm: none}"),
            "case.yaml:4:19: violation.harm is stated already by the same",
        ),
        (
            violation("goods_value: 1\n    bases: {goods_value: 2}"),
            "case.yaml:4:26: violation.goods_value is stated already by the same speaker",
        ),
        # ids and references
        (
            "violations: [{id: v1}, {id: v2}, {id: v1}]",
            "case.yaml:1:39: id v1 is used already; expected an id of its own",
        ),
        ("steps: [{step: notice, id: a}, {step: decision, id: a}]", "case.yaml:1:53: id a is used already; expected"),
        (
            "parties: [{id: party1}]\nviolations: [{id: v1, parties: [party1, party2]}]",
            "case.yaml:2:41: party2 is not among parties; did you mean party1?",
        ),
        ("proposed: [{violation: v9}]", "case.yaml:1:24: v9 is not among violations; expected the id of one of them"),
        ("proposed: [{party: p9}]", "case.yaml:1:20: p9 is not among parties; expected the id of one of them"),
        (
            "steps: [{step: notice, by: [o1]}]",
            "case.yaml:1:29: o1 is not among officers; expected the id of one of them",
        ),
        ("steps: [{step: notice, after: [x]}]", "case.yaml:1:32: x is not among steps; expected the id of one of them"),
        ("steps: [{step: notice, replaces: [x]}]", "case.yaml:1:35: x is not among steps; expected the id of one"),
        (
            "violations: [{id: v1}]\nproposed: [{violation: v1}, {violation: v1}]",
            "case.yaml:2:29: this violation and party have a proposal already; expected one",
        ),
        # only one proposal of a pair is judged: one that names no party, no violation, or neither speaks of it too
        *(
            (
                "parties: [{id: p1}]\nviolations: [{id: v1, parties: [p1]}]\n"
                f"proposed: [{{violation: v1, party: p1}}, {second}]",
                "case.yaml:3:40: this violation and party have a proposal already; expected one",
            )
            for second in ("{violation: v1}", "{party: p1}", "{}", "{treatment: no_penalty}")
        ),
        (
            "parties: [{id: p1}]\nviolations: [{id: v1}]\nproposed: [{violation: v1}, {party: p1}]",
            "case.yaml:3:29: this violation and party have a proposal already; expected one",
        ),
        # what is proposed for one who is no party to the violation would be judged by nobody
        (
            "parties: [{id: p1}, {id: p2}]\nviolations: [{id: v1, parties: [p1]}]\n"
            "proposed: [{violation: v1, party: p2}]",
            "case.yaml:3:35: p2 is no party to this violation; expected one that its parties name",
        ),
        (
            "parties: [{id: p1}, {id: p2}]\nviolations: [{id: v1, parties: [p1]}]\nproposed: [{party: p2}]",
            "case.yaml:3:20: p2 is no party to this violation; expected one that its parties name",
        ),
        # what cannot be in that order
        (
            violation("began: 2021-03-01") + "steps: [{step: decision, on: 2021-02-28}]",
            "case.yaml:4:30: decided before the violation began (2021-03-01); expected it afterwards",
        ),
        (
            violation("began: 2021-03") + "steps: [{step: decision, at: 2021-02-28T10:00}]",
            "case.yaml:4:30: decided before the violation began (2021-03-01–2021-03-31); expected it afterwards",
        ),
        (
            violation("began: 2021-03-01\n    ended: 2021-02"),
            "case.yaml:4:12: ended before it began (2021-03-01); expected it afterwards",
        ),
        (
            "officers: [{id: o1, certificate: {from: 2021, to: 2020-12-31}}]",
            "case.yaml:1:51: valid until before it begins (2021-01-01–2021-12-31); expected it afterwards",
        ),
        (
            "steps: [{step: notice, on: 2021-03-01, at: 2021-03-02T09:00}]",
            "case.yaml:1:44: on and at are different days; expected one of them",
        ),
        # numbers of people and organisations
        (
            "parties: [{id: p, identity_number: 110105194912310021}]",
            "case.yaml:1:36: no valid identity number; expected",
        ),
        (
            "parties: [{id: p, identity_number: 11010519490231002X}]",
            "case.yaml:1:36: no valid identity number; expected",
        ),
        ("parties: [{id: p, identity_number: '123'}]", "case.yaml:1:36: no valid identity number; expected"),
        ("parties: [{id: p, credit_code: 911100006000373410}]", "case.yaml:1:32: no valid credit code; expected"),
    ],
)
def test_what_is_refused_and_where(refusals, text, line):
    (found,) = refusals(text)
    assert found.startswith(line)


def test_orders_are_refused_only_where_they_are_certain(load):
    load(violation("began: 2021-03\n    ended: 2021-03-01") + "steps: [{step: decision, on: 2021}]")
    load(violation("began: 2021-03-05") + "steps: [{step: decision, on: 2020, done: false}]")
    load(violation("ended: 2021-03-05") + "steps: [{step: decision, on: 2020}]")


def test_everything_wrong_is_said_in_the_order_of_the_file(refusals):
    lines = refusals(
        """\
        steps: [{step: notice, served: x}]
        numbr: 1
        violations:
          - {id: v1, began: 2023-02-30}
          - {first: maybe}
        record: all
        """
    )
    assert [line.split(" ")[0] for line in lines] == [
        "case.yaml:1:32:",
        "case.yaml:2:1:",
        "case.yaml:4:21:",
        "case.yaml:5:5:",
        "case.yaml:5:13:",
        "case.yaml:6:9:",
    ]


def test_the_fault_of_a_number_is_no_fault_of_the_file_when_it_is_masked(load):
    load("parties: [{id: p, identity_number: 1101051949****002X, credit_code: 9111**********341L}]")
    load("parties: [{id: p, identity_number: 11010519491231002x, credit_code: 91110000600037341L}]")


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("11010519491231002X", True),
        ("330113200001010018", True),
        ("810000199001010010", False),
        ("110105199002300010", False),
        ("１１010519491231002X", False),
        ("", False),
    ],
)
def test_identity_numbers(number, fits):
    # 330113 is a county newer than the lists of divisions; it does not matter. There is no 30 February.
    if number.startswith(("330113", "110105199002")):
        number = number[:-1] + ric.calc_check_digit(number)
    assert identity_number_fits(number) is fits


def test_credit_codes_are_written_without_spaces():
    assert not credit_code_fits("9111 0000 6000 3734 1L")
    assert not credit_code_fits("")


@pytest.mark.parametrize(("key", "most"), [("violations", 200), ("parties", 200), ("officers", 300), ("steps", 500)])
def test_lists_are_bounded(load, refusals, key, most):
    items = [f"{{id: x{n}{', step: notice' if key == 'steps' else ''}}}" for n in range(most + 1)]
    assert len(getattr(load(f"{key}: [{', '.join(items[:-1])}]"), key)) == most
    assert refusals(f"{key}: [{', '.join(items)}]") == [
        f"case.yaml:1:{len(key) + 3}: {key} has {most + 1} items; expected at most {most}"
    ]


def test_hundreds_of_misspelt_keys_are_refused_in_reasonable_time(refusals):
    started = time.monotonic()
    assert len(refusals("\n".join(f"procedur{n}: x" for n in range(20_000)))) == 201
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"bases": {"goods_value": 0.1 + 0.2}},
            "violations.0.bases.goods_value: 0.30000000000000004 is a float and no ",
        ),
        ({"goods_value": float("nan")}, "violations.0.goods_value: nan is a float and no longer exact;"),
        ({"bases": {"goods_value": Decimal("1.234")}}, "violations.0.bases.goods_value: 1.234 is no amount;"),
        ({"bases": {"goods_value": Decimal("NaN")}}, "violations.0.bases.goods_value: number out of bounds;"),
        ({"bases": {"goods_value": Decimal("1e999999")}}, "violations.0.bases.goods_value: number out of bounds;"),
        ({"earlier": 10**5000}, "violations.0.earlier: number out of bounds; expected less than 10 trillion"),
        ({"bases": {"goods_value": True}}, "violations.0.bases.goods_value: true is no amount;"),
        ({"first": 1}, "violations.0.first: 1 is no truth value; expected true"),
        ({"began": dt.datetime(2021, 1, 1)}, "violations.0.began: 2021-01-01T00:00:00 is no date;"),
        ({"note": {"a", "b"}}, "violations.0.note: set cannot be part of a case; expected text, int,"),
        ({"note": b"a"}, "violations.0.note: bytes cannot be part of a case; expected text, int,"),
        ({1: "x"}, "violations.0: this key is no text; expected text"),
        ({"note": "\ud800"}, "violations.0.note: character U+D800 is not allowed; expected printable text"),
        ({"a\0": "x"}, "violations.0: character U+0000 is not allowed; expected printable text"),
        ({"a\nb": "x"}, "violations.0.a\\nb: unknown key a\\nb; expected a field"),
    ],
)
def test_what_is_refused_of_plain_python_values(rulesets, changes, line):
    with pytest.raises(InputError) as caught:
        load_case({"violations": [{"id": "v1"} | changes]}, rulesets)
    (found,) = caught.value.lines()
    assert found.startswith(line)
    assert "\n" not in str(caught.value)


def test_members_of_enumerations_are_their_text(rulesets):
    class Gravity(StrEnum):
        MINOR = "minor"

    case = load_case({"violations": [{"id": "v1", "gravity": Gravity.MINOR}]}, rulesets)
    assert case.violations[0].facts["gravity"][0].value == 0


def test_values_that_contain_themselves(rulesets):
    endless = {}
    endless["facts"] = endless
    with pytest.raises(InputError, match="nested too deeply"):
        load_case(endless, rulesets)
    wide = [0] * 30
    for _ in range(20):
        wide = [wide] * 30
    with pytest.raises(InputError, match="too much content"):
        load_case({"facts": wide}, rulesets)


def test_a_case_of_50_megabytes(tmp_path, rulesets):
    path = tmp_path / "case.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(InputError, match=r"case\.yaml:0:0: file too large; expected at most 5000000 bytes"):
        load_case(path, rulesets)


def test_without_rulesets_those_of_the_library_are_spoken(case_file):
    case = load_case(str(case_file("violations: [{id: v1, harm: slight}]\n")))
    assert case.violations[0].facts["harm"][0].value == 1


keys = st.sampled_from(
    [
        "id",
        "parties",
        "violations",
        "steps",
        "step",
        "on",
        "at",
        "by",
        "done",
        "facts",
        "organ",
        "officers",
        "evidence",
        "proposed",
        "penalties",
        "kind",
        "amount",
        "value",
        "bases",
        "goods_value",
        "gravity",
        "harm",
        "began",
        "ended",
        "first",
        "marks",
        "content",
        "penalty",
        "certificate",
        "from",
        "to",
        "record",
        "schema",
    ]
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.dates()
    | st.datetimes()
    | st.text(max_size=5)
    | st.sampled_from(["v1", "p1", "minor", "notice", "inspection", "2021-02-30", "2021", "fine", "natural_person"])
)
plain = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys | st.text(max_size=4), inner, max_size=5),
    max_leaves=30,
)


@given(st.dictionaries(keys | st.text(max_size=4), plain, max_size=6))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_anything_is_read_or_refused(rulesets, value):
    said = ["read"]
    try:
        load_case(value, rulesets)
    except InputError as error:
        said = error.lines() + error.lines("zh")
    assert said
    assert all(line.isprintable() for line in said)


def test_the_rank_of_an_organ_is_one_the_vocabulary_names():
    with pytest.raises(InputError) as caught:
        load_case({"organ": {"rank": "countty"}}, load_rulesets())
    (line,) = caught.value.lines()
    assert line.startswith("organ.rank: ")
    assert "county" in line
