"""A law that is loaded only from a later day keeps a decision open where its duties may matter, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review


@pytest.fixture
def verdict(tmp_path):
    """Return what comes of a made-up file that may be decided, with all its days before 2024-01-01, and more lines."""

    def made(*more):
        text = Path("cases/made_up/clean_fine.yaml").read_text("utf-8").replace("2024-0", "2023-0")
        file = tmp_path / "case.yaml"
        file.write_text("\n".join([text, *more]), "utf-8")
        return review(load_case(file), load_rulesets())

    return made


def test_what_nobody_raised_keeps_no_decision_open(verdict):
    """The text of the Reconsideration Law then in force is not loaded; no reconsideration ordered anything."""
    assert verdict().outcome == "may_decide"


@pytest.mark.parametrize("line", ["redecision_ordered_by: reconsideration", "same_facts_as_revoked: true"])
def test_what_is_raised_keeps_it_open(verdict, line):
    found = verdict(line)
    assert found.outcome == "undetermined"
    assert "administrative_reconsideration_law" in {each.instrument for each in found.not_checked if each.blocks}
