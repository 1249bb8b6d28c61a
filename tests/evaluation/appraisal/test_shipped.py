"""The shipped standard: second-hand, so it vetoes nothing and counts nothing; each item is held by cases."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path

from enforcement_rules import appraise, load_rulesets
from enforcement_rules.library import read_library

RULESETS = load_rulesets()
(VERSION,) = RULESETS.versions["case_file_appraisal_guangdong_secondary"]
(STANDARD,) = VERSION.appraisals
TODAY = dt.date(2026, 11, 24)


def files():
    yield Path("rulesets/places/44/case_file_appraisal_guangdong_secondary/standard.cases.yaml")
    # Items that rest on duties of the law are answered in every way by the cases that hold these.
    yield from sorted(Path("rulesets/general/administrative_penalty_law_2021").glob("*.cases.yaml"))


def test_every_item_passes_fails_and_stays_open_in_some_case():
    answers = defaultdict(set)
    for file in files():
        for case in read_library(file, RULESETS):
            dated = any(step.step == "decision" and step.on for step in case.case.steps)
            made = appraise(case.case, RULESETS, "case_file", case.on or (None if dated else TODAY))
            for item in made.items:
                answers[item.item.name].add(item.status)
    wanting = {item.name: {"passed", "failed", "open"} - answers[item.name] for item in STANDARD.items}
    assert {name: statuses for name, statuses in wanting.items() if statuses} == {}


def test_what_is_second_hand_neither_vetoes_nor_counts():
    assert STANDARD.total is None
    for item in STANDARD.items:
        assert not item.veto
        assert item.points is None
        assert item.requires.rules or item.verification == "secondary"


def test_no_review_is_burdened_with_its_gaps():
    assert VERSION.head.reach == "cited"
    assert len(VERSION.gaps) == 15


NOT_OF_A_FILE = {
    "organ_information_published",  # of the organ at large
    "assistance_given",  # of another organ
    "secrets_kept",  # leaves no paper in the file
    "fine_paid_within_15_days",  # the party's
    "deferral_requested_and_approved",  # the party's
}


def test_every_duty_of_the_organ_in_a_case_is_appraised():
    appraised = {rule for item in STANDARD.items for rule in item.requires.rules}
    versions = RULESETS.versions["administrative_penalty_law"]
    duties = {duty.name for version in versions for duty in version.requirements}
    missing = {name for name in duties if f"administrative_penalty_law/{name}" not in appraised}
    assert missing == NOT_OF_A_FILE
