"""Which version governs, when only bounds of a day are known."""

from __future__ import annotations

import datetime as dt

import pytest

from enforcement_rules import load_rulesets
from enforcement_rules.evaluation.applicability import not_yet_born
from enforcement_rules.evaluation.plan import possible_versions, version_at
from enforcement_rules.values.interval import Interval
from enforcement_rules.values.truth import UNKNOWN

RULESETS = load_rulesets()
FOOD, PENALTY = "food_safety_law", "administrative_penalty_law"
BUILDING = "construction_quality_regulations"
"""Its edition of 2019 is loaded; the first day on which that was in force is not known."""
D = dt.date


@pytest.mark.parametrize(
    ("instrument", "day", "version", "why"),
    [
        (PENALTY, D(2021, 7, 15), "2021", "in_force"),
        (PENALTY, D(2021, 7, 14), None, "no_version_in_force"),
        (PENALTY, Interval(D(2021, 7, 1), D(2021, 7, 31)), None, "date_spans_versions"),
        (PENALTY, Interval(D(2022, 1, 1), None), "2021", "in_force"),
        (PENALTY, Interval(None, D(2020, 1, 1)), None, "no_version_in_force"),
        (PENALTY, Interval(None, D(2022, 1, 1)), None, "date_spans_versions"),
        (PENALTY, UNKNOWN, None, "date_unknown"),
        (FOOD, D(2021, 4, 28), "2015", "in_force"),
        (FOOD, D(2021, 4, 29), "2021", "in_force"),
        (FOOD, D(2025, 11, 30), "2021", "in_force"),
        (FOOD, D(2025, 12, 1), "2025", "in_force"),
        (FOOD, Interval(D(2021, 4, 1), D(2021, 5, 1)), None, "date_spans_versions"),
        (FOOD, Interval(D(2022, 1, 1), None), None, "date_spans_versions"),
        (BUILDING, D(2015, 8, 21), None, "no_version_in_force"),
        (BUILDING, D(2018, 12, 31), None, "no_version_in_force"),
        (BUILDING, D(2019, 1, 1), None, "date_spans_versions"),
        (BUILDING, D(2019, 12, 31), None, "date_spans_versions"),
        (BUILDING, D(2020, 1, 1), "2019", "in_force"),
        (BUILDING, Interval(D(2018, 12, 1), D(2020, 1, 1)), None, "date_spans_versions"),
        (BUILDING, Interval(D(2020, 1, 1), None), "2019", "in_force"),
        (BUILDING, Interval(None, D(2020, 1, 1)), None, "date_spans_versions"),
        ("no_such_instrument", D(2022, 1, 1), None, "no_version_in_force"),
    ],
)
def test_a_version_is_chosen_only_when_it_is_certain(instrument, day, version, why):
    chosen = version_at(RULESETS, instrument, day)
    assert (chosen.version.head.version if chosen.version else None, chosen.why) == (version, why)


def test_possible_versions_are_all_that_touch_the_bounds():
    found = possible_versions(RULESETS, FOOD, Interval(D(2021, 4, 1), D(2025, 12, 1)))
    assert [version.head.version for version in found] == ["2015", "2021", "2025"]


@pytest.mark.parametrize(("day", "born"), [(D(2023, 12, 31), False), (D(2024, 1, 1), True), (UNKNOWN, True)])
def test_before_an_instrument_without_predecessor_there_was_nothing_to_check(day, born):
    (opinion,) = RULESETS.versions["enterprise_inspection_opinion"]
    assert opinion.head.first
    assert not_yet_born(opinion.head, day) is not born


def test_an_instrument_that_may_have_had_a_predecessor_is_not_taken_for_new():
    assert not_yet_born(RULESETS.versions[PENALTY][0].head, D(2005, 1, 1)) is False
