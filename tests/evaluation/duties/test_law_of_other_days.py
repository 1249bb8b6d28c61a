"""A law that is loaded only from a later day keeps a decision open where its duties may matter, and only there."""

from __future__ import annotations

import pytest
import yaml

from enforcement_rules import load_case, load_rulesets, review


@pytest.fixture(scope="module")
def clean():
    """Return a made-up file that may be decided, with all its days a year earlier: before 2024-01-01."""
    with open("cases/made_up/clean_fine.yaml", encoding="utf-8") as file:
        text = file.read().replace("2024-0", "2023-0")
    return yaml.load(text, yaml.BaseLoader)


def test_what_nobody_raised_keeps_no_decision_open(clean):
    """The text of the Reconsideration Law then in force is not loaded; no reconsideration ordered anything."""
    verdict = review(load_case(clean), load_rulesets())
    assert verdict.outcome == "may_decide"


@pytest.mark.parametrize("facts", [{"redecision_ordered_by": "reconsideration"}, {"same_facts_as_revoked": "true"}])
def test_what_is_raised_keeps_it_open(clean, facts):
    verdict = review(load_case(clean | facts), load_rulesets())
    assert verdict.outcome == "undetermined"
    assert "administrative_reconsideration_law" in {each.instrument for each in verdict.not_checked if each.blocks}
