"""Made-up cases whose text is changed by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from enforcement_rules import load_case, load_rulesets, review

MADE_UP = Path(__file__).parents[2] / "cases" / "made_up"
RULESETS = load_rulesets()


@pytest.fixture
def changed(tmp_path):
    """Return a function that changes the text of a made-up case and reviews what it then says."""

    def run(name, *changes):
        text = (MADE_UP / f"{name}.yaml").read_text()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file = tmp_path / "case.yaml"
        file.write_text(text)
        return review(load_case(file, RULESETS), RULESETS, dt.date(2026, 11, 28))

    return run
