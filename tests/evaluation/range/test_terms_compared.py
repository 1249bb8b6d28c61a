"""Terms of two versions (行政处罚法 art. 37): the shorter is the milder, where the calendar leaves no doubt (虚构)."""

from __future__ import annotations

import pytest

RULE = """
penalties:
  - article: 第一条
    name: threat
    says: 罚则
    says_en: made-up provision
    then:
      - {kind: fine, fine: {at_least: 1000, at_most: 5000}}
      - {kind: occupation_restriction, SET}
"""
TEN = "term: {exactly: {years: 10}}"
TEN_TO_LIFE = "term: {at_least: {years: 10}, at_most: {for_life: true}}"


@pytest.mark.parametrize(
    ("old", "new", "applied", "why"),
    [
        (TEN, "term: {exactly: {years: 5}}", "2", "milder_at_decision"),
        (TEN, TEN, "1", "same_range"),
        (TEN, "term: {exactly: {months: 120}}", "1", "same_range"),
        (TEN, TEN_TO_LIFE, "1", "heavier"),
        (TEN_TO_LIFE, TEN, "2", "milder_at_decision"),
        (TEN, "term: {exactly: {for_life: true}}", "1", "heavier"),
        (TEN, "term: {exactly: {years: 5}, or_for_life: true}", "1", "not_comparable"),
        ("days: {at_least: 5, at_most: 15}", "days: {at_least: 5, at_most: 10}", "2", "milder_at_decision"),
        ("days: {at_least: 5, at_most: 15}", "days: {at_least: 10, at_most: 15}", "1", "heavier"),
        ("days: {at_most: 30}", "term: {at_most: {months: 1}}", "1", "not_comparable"),
        ("days: {at_most: 40}", "term: {at_most: {months: 1}}", "2", "milder_at_decision"),
        (TEN, "force: shall", "1", "not_comparable"),
        ("force: shall", "term: {at_most: {years: 5}}", "2", "milder_at_decision"),
    ],
)
def test_the_shorter_term_is_the_milder(act, result, old, new, applied, why):
    act(RULE.replace("SET", old), end="2024-06-30", load=False)
    rules = act(RULE.replace("SET", new), version="2", start="2024-07-01")
    found = result(rules, act="2024-05-06", decided="2024-08-01")
    choice = next(choice for choice in found.law if choice.instrument == "act")
    assert choice.applied == applied
    assert why in (choice.why, *(alternative[2] for alternative in choice.alternatives))
