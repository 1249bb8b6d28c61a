"""Every shipped rule is held by cases of its own, beside it."""

from __future__ import annotations

import functools
from collections import Counter
from pathlib import Path

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.checking import check_rulesets
from enforcement_rules.library import read_library, run_library
from enforcement_rules.library.coverage import Coverage
from enforcement_rules.library.expectation import Difference
from enforcement_rules.loading.reading import read_document

RULESETS = load_rulesets()
FILES = sorted(Path("rulesets").rglob("*.cases.yaml"))


@functools.cache
def run(file: Path) -> tuple[dict[str, tuple[Difference, ...]], Coverage]:
    """Return what differs, by the name of the case, and what was put to the test; no verdict is kept."""
    report = run_library(read_library(file, RULESETS), RULESETS)
    return {case.name: case.differences for case in report.differing}, report.coverage


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_cases_give_what_they_expect(file):
    differences, _ = run(file)
    assert differences == {}


@pytest.mark.parametrize("answer", ["held", "failed", "open"])
def test_every_rule_is_held_by_a_case(answer):
    whole = Coverage()
    for file in FILES:
        for rule, counts in run(file)[1].counts.items():
            whole.counts.setdefault(rule, Counter()).update(counts)
    assert set(whole.without(answer, RULESETS)) == set()


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
