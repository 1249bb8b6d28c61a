"""Twins of the twenty-nine defect codes: with the defect, clean, and silent in each record mode.

The table is `cases/defects.yaml`; every variant is made up from a clean case or a small one of its own.
"""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review
from enforcement_rules.library import read_library
from enforcement_rules.loading.reading import read_document
from enforcement_rules.proceeding.paths import put, take_out

ROOT = Path(__file__).parents[2] / "cases"
TABLE = read_document(ROOT / "defects.yaml").data["defects"]
BY_CODE = {each["code"]: each for each in TABLE}
RULESETS = load_rulesets()
ENTRIES = {
    f"{path.parent.name}/{entry['file']}": entry
    for path in ROOT.rglob("library.yaml")
    for entry in read_document(path).data["cases"]
}
LIBRARY = {case.name: case for case in read_library(ROOT, RULESETS)}
MODES = ("working", "complete", "excerpt")
CODES = [
    "amount_manifestly_improper",
    "insufficient_evidence",
    "document_deficient",
    "no_collective_discussion",
    "no_statement_notice",
    "should_exempt",
    "no_hearing_notice",
    "discussion_before_hearing",
    "double_penalty",
    "enforcement_defect",
    "notice_decision_mismatch",
    "notice_defective",
    "hearing_right_denied",
    "exceeds_statutory_range",
    "time_limit_exceeded",
    "summary_procedure_misused",
    "wrong_target",
    "statement_not_reviewed",
    "wrong_authority",
    "wrong_aggravation",
    "should_mitigate",
    "decided_before_statement_period",
    "no_legal_review",
    "penalty_prescription_exceeded",
    "retroactive_law",
    "no_correction_order",
    "separation_breach",
    "illegal_basis",
    "remedy_not_informed",
]
WITHOUT_PUBLISHED = {"separation_breach", "wrong_authority", "no_correction_order", "should_exempt"}
BROKEN = {"breached", "apparent"}


def data_of(entry, *changes, record=None):
    """Return the base of a code with changes made to it."""
    base = entry.get("base") or read_document(ROOT / "made_up" / "clean_fine.yaml").data
    data = copy.deepcopy(base)
    for change in changes:
        for path in change.get("withdraw", ()):
            take_out(data, path)
        for path, value in change.get("say", {}).items():
            put(data, path, copy.deepcopy(value))
        for part, items in change.get("add", {}).items():
            data.setdefault(part, []).extend(copy.deepcopy(items if isinstance(items, list) else [items]))
    if record is not None:
        data["record"] = record
    return data


def reviewed(data):
    decided = [step["on"] for step in data["steps"] if step["step"] == "decision" and "on" in step]
    return review(load_case(data, RULESETS), RULESETS, dt.date.fromisoformat(decided[0]) + dt.timedelta(days=365))


def shown(entry, verdict):
    """Return what a verdict says on a code: the status of its duty, `yes`, `unknown` or `no` elsewhere."""
    ((where, what),) = entry["shows"].items()
    if where == "finding":
        return next(f.status for f in verdict.findings if f.ref.rule == what)
    if where == "question":
        return "yes" if what in {q.ref.rule for q in verdict.questions} else "no"
    if where == "proposal":
        codes = {code for r in verdict.results if r.proposal for code, _ in r.proposal.findings}
        return "yes" if what in codes else "no"
    grounds = {g.ref.rule: g.status for r in verdict.results for g in r.treatment.grounds}
    return grounds.get(what, "no")


def asked(verdict):
    return {fact.path for ask in verdict.asks for fact in ask.facts}


def test_every_code_is_there_once_with_its_published_cases():
    assert sorted(BY_CODE) == sorted(CODES)
    assert len(TABLE) == len(CODES) == 29
    assert {code for code, each in BY_CODE.items() if not each["published"]} == WITHOUT_PUBLISHED
    for each in TABLE:
        assert set(each["published"]) <= ENTRIES.keys(), each["code"]


@pytest.mark.parametrize("code", CODES)
def test_with_the_defect(code):
    entry = BY_CODE[code]
    verdict = reviewed(data_of(entry, entry["defect"]))
    assert shown(entry, verdict) in BROKEN | {"yes"}
    if _bars(entry, verdict):
        assert verdict.outcome != "may_decide"


def _bars(entry, verdict):
    """Say whether the defect stands in the way of deciding: void or fatal before it, against the statute or a ground."""
    ((where, what),) = entry["shows"].items()
    if where == "finding":
        (severity, due) = next((f.severity, f.due) for f in verdict.findings if f.ref.rule == what)
        return severity in ("void", "fatal") and not RULESETS.vocabulary.steps[due].after_decision
    return where == "ground" or what == "above_ceiling"


@pytest.mark.parametrize("code", CODES)
def test_the_clean_twin(code):
    entry = BY_CODE[code]
    clean, bad = (reviewed(data_of(entry, entry.get(key) or {})) for key in ("clean", "defect"))
    assert shown(entry, clean) in ("satisfied", "not_applicable", "no", "barred")
    broken = {f.ref.rule for f in clean.findings if f.status in BROKEN}
    # What the twin keeps of the case may break other duties; taking the defect away breaks none.
    assert broken <= {f.ref.rule for f in bad.findings if f.status in BROKEN}


@pytest.mark.parametrize("record", MODES)
@pytest.mark.parametrize("code", CODES)
def test_the_silent_twin(code, record):
    entry = BY_CODE[code]
    verdict = reviewed(data_of(entry, entry["silent"], record=record))
    ((where, _),) = entry["shows"].items()
    found = shown(entry, verdict)
    if "dormant" in entry:
        assert entry["dormant"] in verdict.assumed
        assert found == "dormant"
    elif where == "finding":
        expected = entry.get("complete", "breached") if record == "complete" else "undetermined"
        assert found == expected
        if found == "breached":
            (finding,) = [f for f in verdict.findings if f.ref.rule == entry["shows"]["finding"]]
            # Either a step of a complete list that is not there, or something nobody showed.
            assert {"not_shown", "version_by_date_of_decision"} & {code for code, _ in finding.notes}
    else:
        assert found in ("unknown", "no")
    if record == "working" and entry.get("ask") not in (None, "null"):
        assert entry["ask"] in asked(verdict)
    if record == "excerpt":
        assert verdict.outcome != "may_decide"
        assert verdict.if_regular is not None


@pytest.mark.parametrize(
    ("code", "file"),
    [(each["code"], file) for each in TABLE for file in each["published"]],
    ids=str,
)
def test_what_the_published_case_says_is_asserted(code, file):
    expect = ENTRIES[file]["expect"]
    says = [
        *expect.get("breached", ()),
        *expect.get("apparent", ()),
        *expect.get("questions", ()),
        *expect.get("asks", ()),
    ]
    says += [
        *expect.get("not_checked", ()),
        *expect.get("open", ()),
        *expect.get("shall", ()),
        *expect.get("undetermined", ()),
    ]
    assert says, f"{file} asserts nothing that bears on {code}"
    assert ENTRIES[file]["source"]["id"].startswith("CN-PEN-")
