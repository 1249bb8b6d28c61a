"""The comparison of two checkouts: what was meant to change is no difference, everything else is one."""

from __future__ import annotations

import copy
import importlib.util
import json
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("compare_verdicts", Path("tools/compare_verdicts.py"))
compare = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(compare)


def finding(rule, status, folder, **more):
    because = {"kind": "fact", "status": "yes", "where": "cases/tax/a.yaml:3"}
    place = f"{folder}/law_2021/rules.yaml:7"
    return {"rule": rule, "article": "第一条", "place": place, "status": status, "because": because, **more}


def asked(zh, en, *, contested=False):
    return {"fact": "violation.harm", "contested": contested, "question": {"zh": zh, "en": en}}


def verdict(version, folder):
    return {
        "schema": f"enforcement_rules/verdict/{version}",
        "outcome": "may_decide",
        "headline": {"code": "open", "args": {}},
        "findings": [
            finding("law/kept", "satisfied", folder, violation="v1", party=None),
            finding("law/asleep", "dormant", folder, violation=None, party=None),
        ],
        "asks": [{"group": "harm", "facts": [asked("危害后果？", "What harm (if any)?")]}],
        "not_checked": [],
        "receipt": {"engine": "1", "trace_sha256": version},
    }


def pair():
    old, new = verdict("1", "rulesets"), verdict("2", "rulesets/general")
    old["headline"]["text"] = {"zh": "尚不能断定", "en": "undetermined"}
    new["findings"][0]["because"] = {"kind": "fact", "status": "yes", "where": "/elsewhere/cases/a.yaml:3"}
    short = copy.deepcopy(new)
    short["findings"][1] = {"rule": "law/asleep", "status": "dormant", "article": "第一条"}
    return {"full": old, "short": None}, {"full": new, "short": short}


def test_what_was_meant_to_change_is_no_difference():
    assert list(compare.compared(*pair())) == []


def test_marks_behind_a_question_are_no_difference_where_the_codes_say_them():
    old, new = pair()
    old["full"]["asks"][0]["facts"] = [
        asked("危害后果？（说法不一）", "What harm (if any)? (contested)", contested=True)
    ]
    plain = [asked("危害后果？", "What harm (if any)?", contested=True)]
    new["full"]["asks"][0]["facts"] = new["short"]["asks"][0]["facts"] = plain
    assert list(compare.compared(old, new)) == []
    plain[0]["question"]["en"] = "What?"
    assert list(compare.compared(old, new)) == ['asks[0].facts[0].question.en: "What harm (if any)?" → "What?"']


@pytest.mark.parametrize(
    ("at", "value", "found"),
    [
        (("outcome",), "undetermined", 'outcome: "may_decide" → "undetermined"'),
        (("findings", 0, "status"), "breached", 'findings[0].status: "satisfied" → "breached"'),
        (("findings", 1, "because", "status"), "no", 'findings[1].because.status: "yes" → "no"'),
        (("findings", 0, "place"), "rulesets/law_2021/rules.yaml:8", 'place: "law_2021/rules.yaml:7" → '),
        (("receipt", "engine"), "2", 'receipt.engine: "1" → "2"'),
        (("added",), 1, 'added: "(nothing)" → 1'),
        (("findings",), [], "findings: "),
    ],
)
def test_anything_else_is_one(at, value, found):
    old, new = pair()
    target = new["full"]
    for key in at[:-1]:
        target = target[key]
    target[at[-1]] = value
    new["short"] = None
    (line,) = compare.compared(old, new)
    assert found in line


def test_a_short_form_that_leaves_out_too_much_or_too_little_is_one():
    old, new = pair()
    del new["short"]["findings"][1]["article"]
    new["short"]["outcome"] = "undetermined"
    assert [line.partition(": ")[0] for line in compare.compared(old, new)] == ["short form", "short form"]


def test_the_exit_code_says_whether_any_case_differs(capsys):
    old, new = pair()
    lines = [{"a": json.dumps({"key": "a", **each})} for each in (old, new)]
    assert compare.reported(*lines) == 0
    assert (
        compare.reported(
            *lines[::-1],
        )
        == 0
    )
    assert compare.reported({}, {}) == 1
    assert compare.reported(lines[0], {}) == 1
    new["full"]["outcome"] = "undetermined"
    assert compare.reported(lines[0], {"a": json.dumps({"key": "a", **new})}) == 1
    assert "a: outcome: " in capsys.readouterr().out
