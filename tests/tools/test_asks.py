"""docs/asks.md says what is measured today, and what was aimed at."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from statistics import median

import pytest

from enforcement_rules import load_rulesets

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "asks.md").read_text(encoding="utf-8")
RULESETS = load_rulesets()


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("asks_tool", ROOT / "tools" / "asks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_median_of_groups_is_at_most_ten_and_the_one_on_the_page(tool):
    groups = [len(verdict.asks) for _, verdict in tool.reviewed(RULESETS)]
    assert len(groups) >= 150
    assert median(groups) <= 10
    assert f"{median(groups):g} ({min(groups)}–{max(groups)})" in PAGE


def test_what_a_body_found_and_the_file_tells_of_stands_among_the_first_three():
    first, asked = map(int, re.search(r"\| (\d+) / (\d+) \|", PAGE).groups())
    assert first >= asked - 1  # of one the day that chooses the law is asked before


@pytest.mark.long
def test_the_page_is_the_one_that_is_made(tool):
    made = "\n".join(tool.lines(RULESETS)) + "\n"
    for page in tool.PAGES:
        text = page.read_text(encoding="utf-8")
        assert tool.page_with(text, made) == text, "python tools/asks.py --write"
