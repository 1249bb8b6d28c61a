"""Every shipped rule is held by cases of its own, beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.checking import check_rulesets
from enforcement_rules.library import read_library, run_library
from enforcement_rules.library.coverage import Coverage
from enforcement_rules.loading.reading import read_document

RULESETS = load_rulesets()
FILES = sorted(Path("rulesets").rglob("*.cases.yaml"))
CASES = [(file.parent.name, case) for file in FILES for case in read_library(file, RULESETS)]


@pytest.mark.parametrize(("folder", "case"), CASES, ids=[f"{folder}: {case.name}" for folder, case in CASES])
def test_the_case_gives_what_it_expects(folder, case):
    (report,) = run_library([case], RULESETS).cases
    assert report.differences == ()


def coverage() -> Coverage:
    return run_library([case for _, case in CASES], RULESETS).coverage


@pytest.mark.parametrize("answer", ["held", "failed", "open"])
def test_every_rule_is_held_by_a_case(answer):
    assert set(coverage().without(answer, RULESETS)) == set()


def test_made_up_cases_are_named_so():
    for file in FILES:
        assert all(entry["made_up"] == "true" for entry in read_document(file).data["cases"]), file


def test_the_static_checks_find_nothing():
    assert [remark.line() for remark in check_rulesets(RULESETS)] == []


def test_each_of_the_86_articles_of_the_penalty_law_has_a_status():
    (version,) = RULESETS.versions["administrative_penalty_law"]
    assert len(version.head.articles) == 86


def test_every_gap_gives_its_reason_in_both_languages():
    for version in RULESETS.all_versions():
        for gap in version.gaps:
            assert gap.says
            assert gap.says_en
            assert gap.says != gap.says_en


def test_nothing_unverified_is_applied_as_law():
    for version in RULESETS.all_versions():
        secondary = {source.verification for source in version.head.sources} == {"secondary"}
        assert not secondary or not list(version.rules()), version.head.id
